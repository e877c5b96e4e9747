# The sheet 'DSG plan' of a workbook, read back: the scenario's spend, income and balances are the
# sheet's to the penny, in the table and in the same sheet of a workbook of its own; from CSV as well.
python=python3
$python -c 'import openpyxl' 2>/dev/null || python=/usr/bin/python3
$python -c 'import openpyxl' 2>/dev/null || { echo "there is no openpyxl for python3" >&2; exit 77; }
cp -r "$TOP/scenarios" .
"$HNBSIM" report -q scenarios/no-change.yaml scenarios/review-package.yaml -o ours.xlsx 2>/dev/null
mkdir plans
"$HNBSIM" import plan ours.xlsx --area scenarios/no-change.yaml --block unmitigated -o scenarios/before.yaml; echo $?
"$HNBSIM" import plan ours.xlsx --area scenarios/no-change.yaml -o plans/after.yaml; echo $?
$python - <<'END' >sheet.csv
import csv
import sys

import openpyxl

csv.writer(sys.stdout).writerows(openpyxl.load_workbook("ours.xlsx", data_only=True)["DSG plan"].values)
END
"$HNBSIM" import plan -q sheet.csv --block 'Review package' --area scenarios/areas/cheshire-west-2019.yaml -o plans/csv.yaml
diff <(grep -v '^description:\|use:' plans/after.yaml) <(grep -v '^description:\|use:' plans/csv.yaml) && echo the same from CSV
"$HNBSIM" compare -q -f csv scenarios/no-change.yaml scenarios/before.yaml plans/after.yaml -o all.csv; echo $?
"$HNBSIM" report -q scenarios/before.yaml plans/after.yaml -o again.xlsx 2>/dev/null; echo $?
# Nothing that is typed is drawn.
"$HNBSIM" run -q --draws 64 -f csv plans/after.yaml | grep -c '2030-31,cumulative balance,.*,sd,0.00,'
$python - <<'END'
import csv

import openpyxl


def blocks(path):
    """Pence of the rows of money, block by block."""
    found = []
    for row in openpyxl.load_workbook(path, data_only=True)["DSG plan"].values:
        if row[1] in ("unmitigated", "mitigated"):
            found.append({})
        elif found and row[1] and row[1].split(".")[0] in ("spend", "income", "balance") and row[3] is not None:
            found[-1][row[1]] = [round(value * 100) for value in row[3:] if value is not None]
    return found


ours, again = blocks("ours.xlsx"), blocks("again.xlsx")
print([len(block) for block in ours], ours == again)

figures = {}
with open("all.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        if row["statistic"] == "central" and row["unit"] == "£":
            key = row["scenario"], row["measure"], row["item"], row["ledger"]
            figures.setdefault(key, []).append(round(float(row["value"]) * 100))
compared = 0
for block, scenario in zip(ours, ("No change, as typed", "Review package, as typed")):
    named = {f"spend.{row[8:].replace(' ', '_')}": of for (name, measure, row, ledger), of in figures.items()
             if name == scenario and measure == "spend" and row.startswith("planned ")}
    wanted = {row: of for row, of in block.items() if row.startswith("spend.")}
    balance = figures[scenario, "cumulative balance", "", "high_needs"]
    in_year = figures[scenario, "in-year balance", "", "high_needs"]
    compared += sum(map(len, wanted.values())) + len(balance) + len(in_year)
    print(named == wanted, balance == block["balance.carried"], in_year == block["balance.in_year"])
print(compared)
END
ls scenarios/*before* plans
