# However a plan's file is cut or spoilt, it is read or refused, and nothing else is there afterwards.
PYTHONPATH="$TOP/tests/cases" python3 -W ignore - <<'END'
import os
import random
import subprocess

import plan_files

HNBSIM, TOP = os.environ["HNBSIM"], os.environ["TOP"]
AREA = os.path.join(TOP, "scenarios", "no-change.yaml")
luck = random.Random(1)
files = [plan_files.workbook(), plan_files.workbook(names=("DSG plan", "x"), texts="<sst><si><t>a</t></si></sst>"),
         plan_files.csv()]
# Spoilt inside, and packed soundly: the XML is what is wrong.
xml = plan_files.sheet_xml(plan_files.PLAN).encode()


def spoilt(text):
    at = luck.randrange(len(text))
    kind = luck.randrange(3)
    if kind == 0:
        return text[:at]
    if kind == 1:
        return text[:at] + bytes(luck.randrange(256) for _ in range(4)) + text[at + 4:]
    return text[:at] + text[at + luck.randrange(1, 40):]


tried, refused, wrong = 0, 0, []
for i in range(160):
    which = i % 4
    data = plan_files.workbook(sheet1=spoilt(xml)) if which == 3 else spoilt(files[which])
    with open("spoilt", "wb") as file:
        file.write(data)
    done = subprocess.run([HNBSIM, "import", "plan", "spoilt", "--area", AREA, "-o", "out.yaml"],
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    tried += 1
    refused += done.returncode == 2
    good = done.returncode in (0, 2) and os.path.exists("out.yaml") == (done.returncode == 0)
    if not good or (done.returncode == 2) != bool(done.stderr.strip().startswith(b"spoilt")):
        wrong.append((i, done.returncode, done.stderr[:300]))
    if os.path.exists("out.yaml"):
        os.remove("out.yaml")
print(tried, refused > 100, wrong)
END
