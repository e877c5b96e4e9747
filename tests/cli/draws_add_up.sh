# Means add up: a difference's is the difference of the means, a total's the sum of its lines'.
"$HNBSIM" compare --draws 250 --format csv -o rows.csv "$TOP"/scenarios/{no-change,4b-one-satellite}.yaml 2>/dev/null
python3 - <<'END'
import csv

rows = {(r["scenario"], r["period"], r["measure"], r["by"], r["item"], r["ledger"], r["statistic"]): float(r["value"])
        for r in csv.DictReader(open("rows.csv", encoding="utf-8"))}
off = [key for key, value in rows.items() if key[6] == "mean difference" and abs(
    value - (rows.get((*key[:6], "mean"), 0) - rows.get(("No change", *key[1:6], "mean"), 0))) > 0.011]
print(len([key for key in rows if key[6] == "mean difference"]) > 500, off)
periods = {key[1] for key in rows if key[2] == "in-year balance"}
for period in sorted(periods)[:3]:
    lines = sum(v for k, v in rows.items() if k[:4] == ("No change", period, "spend", "line")
                and k[5:] == ("high_needs", "mean"))
    total = rows["No change", period, "spend", "", "", "high_needs", "mean"]
    print(abs(lines - total) < 0.5)
before = [key for key in rows if key[0] == "One satellite" and key[1] == "2019-20" and "difference" in key[6]
          and rows[key] != 0]
print(before)
spread = [(k, v) for k, v in rows.items() if k[6] == "sd" and v < 0]
print(spread)
END
