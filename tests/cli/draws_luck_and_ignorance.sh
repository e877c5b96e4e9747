# Of whole pupils the spread is chance and ignorance; where nothing is uncertain it is chance alone.
cat >uncertain.yaml <<END
scenario: Uncertain
area: $TOP/tests/data/small/area.yaml
years: 2019-20 to 2021-22
pupils: whole
END
sed 's/Uncertain/Certain/' uncertain.yaml >certain.yaml
cat >>certain.yaml <<END
change:
  flows.growth: 0%
  flows.incidence_by_need: {ASD: 1}
  funding.growth: 0%
  prices.top_up: 1.5%
END
for which in certain uncertain; do
    "$HNBSIM" run --draws 4,096 --format csv -o $which.csv $which.yaml 2>/dev/null
    "$HNBSIM" run --draws 4,096 --pupils expected --format csv -o $which-expected.csv $which.yaml 2>/dev/null
done
python3 - <<'END'
import csv

def read(name):
    rows = {}
    for r in csv.DictReader(open(name + ".csv", encoding="utf-8")):
        if r["measure"].endswith("balance"):
            rows.setdefault((r["measure"], r["period"]), {})[r["statistic"]] = float(r["value"])
    return rows

certain, uncertain, expected, sure = read("certain"), read("uncertain"), read("uncertain-expected"), read("certain-expected")
print(len(certain), "balances; in expected mode nothing is said of luck:", not any("luck sd" in r for r in expected.values()))
# a hundred thousand such comparisons would fail the first of these once, were the errors normal
off = [r for r in certain.values() if abs(r["luck sd"] - r["sd"]) > 4.5 * (r["luck sd se"] ** 2 + r["sd se"] ** 2) ** 0.5]
print("certain: all is luck", not off, all(r["sd"] == 0 for r in sure.values()), all(r["sd"] > 0 for r in certain.values()))
parts = [abs(r["luck sd"] ** 2 + r["ignorance sd"] ** 2 - r["sd"] ** 2) / r["sd"] ** 2 for r in uncertain.values()]
print("uncertain: squares add up", max(parts) < 1e-6)
# pounds are nearly in proportion to pupils, so that ignorance is nearly what they vary by when they are expected
off = [key for key, r in uncertain.items() if abs(r["ignorance sd"] - expected[key]["sd"]) > 4.5 * r["ignorance sd se"] + r["sd"] / 100]
print("uncertain: ignorance is the spread of expected pupils", not off)
END
# the sentence under the table has the three of the middle year, in millions
"$HNBSIM" run --draws 4,096 --format csv uncertain.yaml 2>/dev/null | grep '2020-21,cumulative balance.*,\(sd\|luck sd\|ignorance sd\),' |
    awk -F, '{ printf "£%.2fm\n", $8 / 1e6 }' >three
said=$("$HNBSIM" run --draws 4,096 uncertain.yaml 2>/dev/null | tr '\n' ' ')
while read -r millions; do [[ $said == *"spread of"*"$millions"* ]] || echo "the sentence has no $millions"; done <three
wc -l <three
"$HNBSIM" run --draws 4,096 --pupils expected uncertain.yaml 2>/dev/null | grep -c 'spread of'
true
