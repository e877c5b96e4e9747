# Text of any origin stays text, in cells and in the names of sheets; what nobody placed is not guessed.
python=python3
$python -c 'import openpyxl' 2>/dev/null || python=/usr/bin/python3
$python -c 'import openpyxl' 2>/dev/null || { echo "there is no openpyxl for python3" >&2; exit 77; }
cp -r "$TOP/scenarios/areas" areas
sed -i -e 's/^    title: Therapies.*/    title: "@SUM(1+1) \& <b>"/' \
    -e 's/^    title: Hospital education/    title: "-2+3"/' -e 's/^    title: Special schools$/    title: "+4"/' \
    -e '/^    management_plan: \(independent\|services\)/d' areas/cheshire-west-2019.yaml
scenario() { printf 'scenario: %s\narea: areas/cheshire-west-2019.yaml\nyears: 2019-20 to 2021-22\n' "$1" >"$2.yaml"; }
scenario "'=HYPERLINK(\"http://a.b/[c]\",\"d\")'" formula
scenario "\"it's a 'quoted' name that goes on and on: é\"" long
scenario "\"IT'S A 'quoted' name that goes on and on: ü\"" alike
scenario "'history'" kept
"$HNBSIM" report --draws 16 {formula,long,alike,kept}.yaml -o book.xlsx -o table.csv 2>said || cat said
$python - <<'END'
import re

import openpyxl

book = openpyxl.load_workbook("book.xlsx")
print(*book.sheetnames, sep="\n")
texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "s"]
formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
print([any(each.startswith(text) for each in texts) for text in ("=HYPERLINK(", "@SUM(1+1)", "-2+3", "+4")])
print(sorted({each for each in texts if each.startswith("@")}))
cell = r"('([^']|'')+'!)?[A-Z]+[0-9]+"
print(len(formulas) > 500, [each for each in formulas if not re.fullmatch(
    rf"=({cell}([+-]{cell})*|SUM\({cell}:{cell}\)|IF\({cell}=0,0,\({cell}(\+{cell})*\)/{cell}\))", each)])
values = openpyxl.load_workbook("book.xlsx", data_only=True)["DSG plan"]
rows = {name: row for name, *row in values.iter_rows(min_row=5, max_row=45, min_col=2, values_only=True)}
print(rows["spend.independent"], rows["spend.services"])
print(rows["plans.placement.independent"], rows["plans.placement.unsaid"][0] > 40)
END
ln -s /dev/full full.xlsx
"$HNBSIM" report --draws 16 formula.yaml -o full.xlsx 2>&1
echo $?
