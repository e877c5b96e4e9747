# What there is to be named, with a sentence each; no measure of a run is left out.
cd "$TOP"
for what in effects 'needs scenarios/areas/cheshire-west-2019.yaml' 'settings scenarios/no-change.yaml' \
    'considerations scenarios/4b-two-satellites.yaml' 'scenarios scenarios/no-change.yaml scenarios/3-outreach.yaml'; do
    "$HNBSIM" list $what
done
# Every line of pounds there is, each of which explain takes; an area alone has its own and the model's.
"$HNBSIM" list lines scenarios/review-package.yaml -f json >"$OLDPWD/lines.json"
"$HNBSIM" run scenarios/review-package.yaml -f csv 2>/dev/null >"$OLDPWD/run.csv"
python3 - "$OLDPWD" <<'END'
import csv, json, os, subprocess, sys
listed = {line["name"]: line["what"] for line in json.load(open(sys.argv[1] + "/lines.json"))["lines"]}
with open(sys.argv[1] + "/run.csv", newline="") as file:
    there = {(row["measure"], row["item"], row["ledger"].replace("_", " ")) for row in csv.DictReader(file)
             if row["measure"] in ("spend", "income") and row["by"] == "line"}
for measure, item, ledger in sorted(there):
    if not any(listed.get(name, "").startswith(f"{measure}, {ledger}: ") for name in (item, f"{item} ({ledger})")):
        print("not listed:", measure, item, ledger)
for name in listed:
    done = subprocess.run([os.environ["HNBSIM"], "explain", "scenarios/review-package.yaml", "--year", "2024-25", "--line",
                           name], capture_output=True)
    if done.returncode != 3 and done.returncode != 0:
        print("not explained:", name, done.stderr)
print(len(listed) > 40, *(f"{name}: {listed[name]}" for name in ("special places", "saved by 3", "satellite building")), sep="\n")
END
"$HNBSIM" list lines scenarios/areas/cheshire-west-2019.yaml | head -3
"$HNBSIM" list measures -f csv | cut -d, -f1 | sort >"$OLDPWD/told"
"$HNBSIM" run scenarios/review-package.yaml -f csv 2>/dev/null | tail -n +2 | cut -d, -f3 | sort -u >"$OLDPWD/there"
comm -13 "$OLDPWD/told" "$OLDPWD/there"
for wrong in seting line settings 'effects a.yaml' 'lines scenarios/none.yaml'; do "$HNBSIM" list $wrong 2>&1; echo "status $?"; done
