# Draws go on until every last balance is known so well: at the same count on any number of threads, and when resumed.
cp -r "$TOP/tests/data/review" .
printf 'scenario: A\narea: review/area.yaml\nyears: 2019-20 to 2021-22\nchange:\n  top_up.special: {normal: [13600, 500]}\n' >a.yaml
sed 's/A$/B/; s/500/900/' a.yaml >b.yaml
words=(compare a.yaml b.yaml --format json --until-se £30k)
for threads in 1 2 3; do
    "$HNBSIM" "${words[@]}" --threads $threads -o $threads.json 2>/dev/null; echo $?
done
cmp 1.json 2.json && cmp 1.json 3.json && echo the same
python3 "$TOP/tests/cli/end.py" SIGKILL going "$HNBSIM" "${words[@]}" --threads 1 --checkpoint going -o none 2>/dev/null
"$HNBSIM" "${words[@]}" --checkpoint going -o 4.json 2>/dev/null; cmp 1.json 4.json && echo the same resumed
python3 - <<'END2'
import json
import re

report = json.load(open("1.json", encoding="utf-8"))
note = next(note for note in report["notes"] if "last balances" in note)
draws = int(re.search(r"took ([\d,]+) draws", note)[1].replace(",", ""))
worst = max(row["value"] for row in report["rows"] if row["measure"] == "cumulative balance"
            and row["period"] == "2021-22" and row["statistic"] == "mean se")
looks = [1024]
while looks[-1] < draws:
    looks.append(looks[-1] + looks[-1] // 4 // 64 * 64)
# What one look earlier had, by the square root of their ratio, was more than was asked for, or nearly.
print(note.replace(f"{draws:,}", "N"), draws == looks[-1], worst <= 30000 < 1.05 * worst * (draws / looks[-2]) ** 0.5)
END2
"$HNBSIM" run a.yaml --until-se 100 --draws 2,000 | grep 'last balances'; echo "${PIPESTATUS[0]}"
for words in "--until-se 5% --draws 10" "--until-se 10k --draws 1e4 --shard 1/2 -o x" "--until-se 10k --draws 1600 --sampling sobol"; do
    "$HNBSIM" run $words a.yaml; echo $?
done
