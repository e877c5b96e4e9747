# An area, or a scenario's area as it changes it, is looked back on; CSV and JSON say the same as the table.
cd "$TOP" || exit
area=scenarios/areas/cheshire-west-2019.yaml
"$HNBSIM" backrun $area --from 2017 >"$OLDPWD/area"
"$HNBSIM" backrun scenarios/no-change.yaml --from 2017-01 >"$OLDPWD/scenario"
cmp "$OLDPWD/area" "$OLDPWD/scenario" && echo "an area and a scenario of it are the same"
cat >"$OLDPWD/other.yaml" <<END
scenario: Twice as many end
area: $TOP/$area
change: {flows.cease_by_setting.special: 1.4}
END
"$HNBSIM" backrun "$OLDPWD/other.yaml" --from 2017 >"$OLDPWD/other"
cmp -s "$OLDPWD/area" "$OLDPWD/other" || echo "a scenario that changes a flow is not"
for format in csv json; do
    "$HNBSIM" backrun $area --from 2015 --published-moves --format $format -o "$OLDPWD/told.$format"
done
"$HNBSIM" backrun $area --from 2015 --published-moves >"$OLDPWD/table"
cd "$OLDPWD" || exit
python3 - <<'END2'
import csv
import json

told = list(csv.DictReader(open("told.csv", encoding="utf-8")))
rows = json.load(open("told.json", encoding="utf-8"))["figures"]
print("the header is the tidy table's:", ",".join(told[0]))
print(len(told), "rows; JSON has them, its values numbers:",
      [{k: v for k, v in row.items() if v and k != "value"} | {"value": float(row["value"])} for row in told] == rows)
print({row["statistic"] for row in told} == {"published", "run", "residual"}, min(float(row["value"]) for row in told) < 0)
whole = {(row["period"], row["item"], row["statistic"]): float(row["value"]) for row in told if row["measure"] == "pupils"}
lines = open("table", encoding="utf-8").read().splitlines()
print("no line is wider than 80:", max(map(len, lines)) <= 80)
shown = [line for line in lines if line.startswith("further education")]
figures = [int(cell.replace(",", "")) for line in shown for cell in line.split()[2:]]
wanted = [whole["2015-01", "further education", "published"]] + [
    whole[f"{year}-01", "further education", statistic] for year in range(2016, 2020)
    for statistic in ("published", "run", "residual")]
print("a setting's line is its rows, rounded:", figures == [round(each) for each in wanted])
END2
tail -4 table
