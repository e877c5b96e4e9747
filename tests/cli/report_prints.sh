# The page as Chromium prints it: the same answer on A4, and the same bytes at another time.
report() { "$HNBSIM" report --quiet --draws 64 --by 2024-25 "$TOP/scenarios/no-change.yaml" "$@"; echo $?; }
for each in chromium pdftotext; do
    command -v $each >/dev/null || { echo "$each is not here" >&2; exit 77; }
done
export TMPDIR=$PWD/tmp && mkdir tmp
report -o x.html -o x.pdf
mv x.pdf first.pdf
report -o x.html -o x.pdf
cmp first.pdf x.pdf && echo "the same bytes"
pdfinfo x.pdf | grep -oE 'A4|1980' | sort | uniq -c
pdftotext -layout x.pdf said
python3 - <<'END'
import re

with open("x.html", encoding="utf-8") as page, open("said", encoding="utf-8") as paper:
    answer = re.search(r'<section id="answer".*?</section>', page.read(), re.S)[0]
    said = paper.read()
figures = re.findall(r"£?\d[\d,.]*[\dm]", re.sub("<[^>]*>|&#\\d+;", " ", answer))
print(len(figures) > 5, [figure for figure in figures if figure not in said])
END
# What is in the way of it: no browser, and one that fails.
PATH=/nowhere report -o none.pdf
mkdir bin && ln -s "$(type -P false)" bin/chromium
PATH=$PWD/bin report -o none.pdf
ls
find tmp -name 'hnbsim-*'
