# Where nothing is uncertain every draw is the central run; p05 needs 200 draws; how it is sampled does not matter.
cp -r "$TOP/tests/data/review" .
cat >certain.yaml <<END
scenario: Certain
area: review/area.yaml
years: 2019-20 to 2021-22
END
"$HNBSIM" run --draws 101 --format csv -o rows.csv certain.yaml 2>/dev/null
python3 - <<'END'
import csv

rows = {}
for r in csv.DictReader(open("rows.csv", encoding="utf-8")):
    rows[tuple(r.values())[:6], r["statistic"]] = float(r["value"])
central = [key for key, statistic in rows if statistic == "central" and key[2] not in ("rule", "first year of break-even")]
print(len(central) > 300, all(rows[key, "mean"] == rows[key, "central"] and rows[key, "sd"] == 0 for key in central))
print([(s, value) for (key, s), value in rows.items() if key[2] == "first year of break-even" and s in ("central", "p50")])
print(sorted({statistic for _, statistic in rows if statistic.startswith("p")}))
END
for luck in "--draws 101" "--draws 102" "--draws 101 --seed 2" "--draws 112" "--draws 112 --sampling latin"; do
    "$HNBSIM" run $luck --format json certain.yaml 2>/dev/null | grep -o '[0-9a-f]\{64\}'
done | sort -u | wc -l
for sampling in plain latin sobol; do
    "$HNBSIM" run --draws 112 --sampling $sampling --format csv -o $sampling.csv certain.yaml 2>/dev/null
done
cmp plain.csv latin.csv
cmp plain.csv sobol.csv
