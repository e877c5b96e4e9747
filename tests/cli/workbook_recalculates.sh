# LibreOffice, given a workbook whose formulas are said to come to 12345.67, finds our figures.
command -v soffice >/dev/null || { echo "there is no soffice" >&2; exit 77; }
python=python3
$python -c 'import openpyxl' 2>/dev/null || python=/usr/bin/python3
$python -c 'import openpyxl' 2>/dev/null || { echo "there is no openpyxl for python3" >&2; exit 77; }
"$HNBSIM" report --draws 64 "$TOP"/scenarios/{no-change,review-package}.yaml -o ours.xlsx -o ours.csv 2>/dev/null
$python - <<'END'
# What the formulas come to is made wrong in every one of them.
import re
import zipfile

with zipfile.ZipFile("ours.xlsx") as ours, zipfile.ZipFile("wrong.xlsx", "w", zipfile.ZIP_DEFLATED) as wrong:
    count = 0
    for name in ours.namelist():
        data = ours.read(name).decode("utf-8")
        if name.startswith("xl/worksheets/"):
            data, made = re.subn(r"(</f>)<v>[^<]*</v>", r"\1<v>12345.67</v>", data)
            count += made
        wrong.writestr(name, data)
print(count > 1000)
END
mkdir -p profile/user out
cat >profile/user/registrymodifications.xcu <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
END
soffice "-env:UserInstallation=file://$PWD/profile" --headless --convert-to 'xlsx:Calc MS Excel 2007 XML' --outdir out wrong.xlsx >said 2>&1 ||
    cat said
PYTHONPATH="$TOP/tests/cli" $python - <<'END'
import workbook

figures = workbook.table("ours.csv")
print(len(workbook.compare("wrong.xlsx", figures).wrong) > 900)
compared = workbook.compare("out/wrong.xlsx", figures)
print(compared.count > 3000, compared.wrong[:3])
END
