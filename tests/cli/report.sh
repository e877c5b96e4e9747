# The page is whole: every element is closed, every link leads somewhere, and it fetches and runs nothing. Its figures
# are those of the table that the same run writes.
run() { "$HNBSIM" report --quiet --draws 64 --by 2024-25 "$TOP"/scenarios/{no-change,3-outreach,review-package}.yaml "$@"; }
run -o page.html -o table.csv
run -o - -o again.csv >again.html
cmp table.csv again.csv
# The command it was made with is all that differs.
diff page.html again.html | grep -c '^[<>]'
python3 - <<'END'
import csv
import re
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "hr", "input"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.ids, self.links, self.tags, self.heads = [], [], [], [], set(), []
        self.rows, self.caption, self.text = [], "", ""

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given[name] for name in ("href", "src") if name in given]
        self.heads += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.rows += [(self.caption, [])] if tag == "tr" else []
        self.text = "" if tag in ("th", "td", "caption") else self.text
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag == "caption":
            self.caption = self.text
        if tag in ("th", "td"):
            self.rows[-1][1].append(self.text)
        if not self.open or self.open.pop() != tag:
            self.wrong.append((tag, self.getpos()))

    def handle_data(self, data):
        self.text += data


def pounds(text):
    return float(text.replace("−", "-").replace("£", "").replace(",", ""))


with open("page.html", encoding="utf-8") as file:
    source = file.read()
page = Page()
page.feed(source)
print(page.wrong[:3], page.open, len(page.ids) == len(set(page.ids)))
print([link for link in page.links if link[1:] not in page.ids], page.tags & {"script", "iframe", "object", "img"})
print(page.heads[0], page.heads.count(1), all(b - a <= 1 for a, b in zip(page.heads, page.heads[1:])))
print(re.findall(r"[^\w]nan\b|[^\w]inf\b", source))

with open("table.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
value = {(row["scenario"], row["period"], row["measure"], row["item"], row["ledger"], row["statistic"]):
         float(row["value"]) for row in rows}
scenarios = ["No change", "3 Outreach", "Review package"]
shown = next(cells for caption, cells in page.rows if cells[0] == "Carried at the end of the year")
print([abs(pounds(cell) - value[name, "2024-25", "cumulative balance", "", "high_needs", "mean"]) < 0.51
       for name, cell in zip(scenarios, shown[1:])])
quoted = {cells[0]: cells for caption, cells in page.rows if caption.startswith("Figures quoted")}
wrong, count = [], 0
for row in rows:
    if row["measure"] == "quoted":
        cells = quoted[row["item"].replace(" × ", ": ")]
        count += 1
        if abs(pounds(cells[1 if row["statistic"] == "quoted" else 2]) - float(row["value"])) > 0.51:
            wrong.append(row)
print(wrong, count > 30, len(quoted) > 15)
print("Neutral, as their files say: 1, 2, 8, 9 and 10." in source)
END
# Not lawful as drawn is said before anything else, and no few draws make a figure of nothing.
"$HNBSIM" report --quiet --draws 2 "$TOP/scenarios/repeated-mfg-cut.yaml" -o cut.html -o cut.xlsx 2>said
echo $?
grep -c 'NOT LAWFUL AS DRAWN' said
grep -o '<main id="main">' cut.html
grep -A1 '<main id="main">' cut.html | grep -c 'class="u"><strong>Not lawful as drawn'
grep -cE '[^a-z]nan[^a-z]|£nan' cut.html || true
