# A workbook shows the figures of the table of the same run; its totals are formulas; it has no macros,
# and the same run gives the same bytes.
python=python3
$python -c 'import openpyxl' 2>/dev/null || python=/usr/bin/python3
$python -c 'import openpyxl' 2>/dev/null || { echo "there is no openpyxl for python3" >&2; exit 77; }
report() { "$HNBSIM" report --draws 64 "$TOP"/scenarios/{no-change,3-outreach,review-package}.yaml "$@" 2>/dev/null; }
report -o one.xlsx -o one.csv
cp one.xlsx first.xlsx
report -o one.xlsx -o one.csv
cmp first.xlsx one.xlsx && echo the same bytes
PYTHONPATH="$TOP/tests/cli" $python - <<'END'
import zipfile

import openpyxl
import workbook

compared = workbook.compare("one.xlsx", workbook.table("one.csv"))
print(compared.count > 4000, compared.wrong[:3], compared.missing()[:3])

totals = formulas = 0
for sheet in openpyxl.load_workbook("one.xlsx"):
    for row in sheet.iter_rows(min_row=5, min_col=2, values_only=True):
        if row and row[0] in ("spend", "income", "in-year balance", "cumulative balance", "pupils", "balance.in_year"):
            # what was there before the first year is not
            cells = [cell for cell in row[1 if row[0] == "pupils" else 2:] if cell is not None]
            totals += len(cells)
            formulas += sum(isinstance(cell, str) and cell.startswith("=") for cell in cells)
    print(sheet.title, sheet.freeze_panes, sheet.page_setup.orientation, sheet.page_setup.fitToHeight,
          sheet.print_title_rows)
print(totals > 400, totals == formulas)
with zipfile.ZipFile("one.xlsx") as archive:
    print([name for name in archive.namelist() if "vba" in name.lower() or not name.endswith((".xml", ".rels"))])
    print(sum(name.startswith("xl/charts/chart") for name in archive.namelist()))
END
