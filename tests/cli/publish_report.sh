# A briefing, its workbook and its charts show of pupils what the table made for publication has, and nothing else; what
# no table has, of the area's own counts, they leave out.
python=python3
$python -c 'import openpyxl' 2>/dev/null || python=/usr/bin/python3
$python -c 'import openpyxl' 2>/dev/null || { echo "there is no openpyxl for python3" >&2; exit 77; }
# A small council: few pupils in one setting, few learners without a plan, few places held for others.
cp "$TOP"/tests/data/small/* .
sed -i 's/learners: 40/learners: 3.25/; s/ages: 5-15}/ages: 5-15, status: assumed}/; s/held_for_others: 5/held_for_others: 2.25/' area.yaml
printf 'setting,plans\nmainstream,193.2\nspecial,140\nindependent,6.8\ncollege,60\n' >setting.csv
cat >satellites.yaml <<'END'
scenario: With satellites
area: area.yaml
change: {support_without_plan.learners: 4.25, settings.special.held_for_others: 1.25, settings.special.places: 120}
considerations: [{use: satellite.yaml}]
END
small() { "$HNBSIM" report --quiet --draws 200 no-change.yaml satellites.yaml "$@"; }
chart() { "$HNBSIM" chart "$1" --quiet --draws 200 no-change.yaml satellites.yaml "${@:2}"; }
for made in "" --publish; do
    for by in 2020-21 2027-28 2030-31; do
        small $made --by $by -o small$made$by.html
        for which in pupils moves; do chart $which $made --by $by -o $which$made$by.svg; done
    done
    small $made -o small$made.xlsx -o small$made.csv -o small$made.json
    "$HNBSIM" report --quiet $made --draws 64 "$TOP"/scenarios/{no-change,review-package}.yaml -o big$made.html -o big$made.xlsx \
        -o big$made.csv -o big$made.json
done
cat >look.py <<'END'
import re

import publish
import publish_report as look
import workbook

SMALL = {"Mainstream schools": "mainstream", "Special schools": "special", "Independent special schools": "independent",
         "Colleges": "college", "Autistic spectrum disorder": "ASD", "Moderate learning difficulty": "MLD",
         "Severe learning difficulty": "SLD"}
BIG = {cells: key for key, cells in (line.rstrip("\n").split("=") for line in open("titles", encoding="utf-8"))}
# The small council does not say where lines and settings belong.
PLACEMENTS = {row: [] for row in workbook.PLACEMENTS} | {"unsaid": ["mainstream", "special", "independent", "college"]}
RUNS = {"small": (("No change", "With satellites"), SMALL, {}, PLACEMENTS),
        "big": (("No change", "Review package"), BIG, workbook.SPEND, workbook.PLACEMENTS)}
YEARS = ("2020-21", "2027-28", "2030-31")


def faults(name, made, table):
    """Of one run's outputs, with or without --publish, beside a table; by format."""
    scenarios, titles, spend, placements = RUNS[name]
    figures = look.read(table)
    pages = [f"small{made}{by}.html" for by in YEARS] if name == "small" else [f"big{made}.html"]
    drawings = [(f"{which}{made}{by}.svg", by) for which in ("pupils", "moves") for by in YEARS] if name == "small" else []
    return {"html": [look.page_faults(page, figures, scenarios, titles) for page in pages],
            "svg": [look.drawing_faults(drawing, figures, scenarios, by) for drawing, by in drawings],
            "xlsx": [look.book_faults(f"{name}{made}.xlsx", table, scenarios, spend, placements)],
            "json": [look.json_faults(f"{name}{made}.json", table)]}


for name in RUNS:
    plain, made = publish.read(f"{name}.csv"), publish.read(f"{name}--publish.csv")
    print(name, "table", look.table_faults(plain, made)[:3], len(publish.small_ones(plain)) > 10,
          "whole Januaries are left out:",
          any(key not in made for key in plain if key[2:4] == ("pupils", "setting") and key[6] == "mean"))
    for kind, wrong in faults(name, "--publish", f"{name}--publish.csv").items():
        print(name, kind, len(wrong), [each for some in wrong for each in some][:3])
    # What is not made for publication would be seen; but a chart may show the same.
    if name == "big":
        continue
    for kind, wrong in faults(name, "", f"{name}--publish.csv").items():
        print(name, kind, "as it is:", sum(len(some) > 0 for some in wrong), "of", len(wrong))

# The area's own counts, which no table has.
own = re.compile(r"(?<![\d.])(3\.25|2\.25|4\.25|1\.25)(?![\d.])")
for made in ("", "--publish"):
    for ending in ("2030-31.html", ".xlsx"):
        text = look.texts(f"small{made}{ending}")
        print(f"own counts{made} {ending[-4:]}:", len(own.findall(text)), "left out" in text,
              "own counts of pupils are left out" in text, "own counts of pupils differ too" in text)
for path in ("small--publish2030-31.html", "small--publish.xlsx", "moves--publish2030-31.svg", "small2030-31.html"):
    text = re.sub(r"\s+", " ", look.texts(path))
    print(path, re.findall(r"Made for publication: so that none is of fewer than five pupils, \d", text)[:1] != [],
          "made for publication, with no figure of fewer than five pupils" in text)
text = look.texts("small--publish2030-31.html")
text = re.sub(r"\d+ more", "N more", text)
print(sorted(set(re.findall(r"[^\n]*(?:are left out, for|rounded to fives, nobody|As published)[^\n]*", text))))
END
$python - "$TOP/scenarios/areas/cheshire-west-2019.yaml" >titles <<'END'
# Settings and needs, key=title, read without the command.
import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    area = yaml.safe_load(file)
for key, setting in area["settings"].items():
    print(f"{key}={setting['title']}")
for key, need in area["needs"].items():
    print(f"{key}={need}")
END
PYTHONPATH="$TOP/tests/cli" $python -W ignore look.py
"$HNBSIM" report --quiet --publish no-change.yaml -o x.html -r 'mean(pupils[2020-01]) > 5'; echo $?
test ! -e x.html
