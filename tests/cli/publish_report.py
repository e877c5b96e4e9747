"""What a briefing shows of pupils, beside the table made for publication of the same run: faults(), of each format."""
import collections
import csv
import html.parser
import json
import re

import openpyxl

import publish
import workbook

YEAR = re.compile(r"(?:19|20)\d\d(?:-\d\d)?")
NUMBER = re.compile(r"(?<![\w.])[-+−]?\d[\d,]*(?:\.\d+)?%?")
PLACES = {"Places": "places", "Asked for one": "asked", "Given one": "placed", "Turned away": "turned away",
          "Left empty": "empty places", "Over the number": "over-full"}


class Page(html.parser.HTMLParser):
    """Its tables, each a caption and rows of cells; and what is written in each section, outside of tables."""

    def __init__(self, path):
        super().__init__()
        self.tables, self.section, self.said, self.cell, self.tag = [], "head", {}, None, None
        with open(path, encoding="utf-8") as file:
            self.feed(file.read())

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "section":
            self.section = given["id"]
        if tag == "table":
            self.tables.append(["", []])
        if tag == "tr":
            self.tables[-1][1].append([])
        if tag in ("td", "th", "caption"):
            self.cell = ""
        self.tag = tag
        self.say(" ")

    def handle_endtag(self, tag):
        if tag == "caption":
            self.tables[-1][0] = self.cell
        if tag in ("td", "th"):
            self.tables[-1][1][-1].append(self.cell)
        if tag in ("td", "th", "caption"):
            self.cell = None
        self.say(" ")

    def say(self, text):
        self.said[self.section] = self.said.get(self.section, "") + text

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data
        elif self.tag not in ("style", "code"):
            self.say(data)


def is_of_people(key, unit):
    return unit in ("pupils", "places") or key[2] == "share in mainstream"


def tenth(value):
    return f"{abs(value):,.1f}"


def told(figures):
    """How a figure of the table may be written in a text: to a tenth, whole, or as a share."""
    numbers = set()
    for key, (value, unit) in figures.items():
        if is_of_people(key, unit):
            scaled = 100 * value if unit not in ("pupils", "places") else value
            numbers |= {tenth(scaled), f"{abs(scaled):,.0f}", tenth(value)}
    return numbers | sums(figures)


def sums(figures):
    """Who is turned away up to each January, of each scenario."""
    away, numbers = collections.defaultdict(float), set()
    for key in sorted((key for key in figures if key[2:4] == ("turned away", "setting")), key=lambda key: key[1]):
        away[key[0], key[6]] += figures[key][0]
        numbers.add(f"{abs(away[key[0], key[6]]):,.0f}")
    return numbers


def strange(text, numbers):
    """Numbers of a text that are no years, and no figures of the table; whole fives may be sums of rounded ones."""
    plain = YEAR.sub("", re.sub(r"£[\d.,]+m?", "", text))
    found = [match.lstrip("+-−").rstrip("%") for match in NUMBER.findall(plain)]
    return [number for number in found if number not in numbers and float(number.replace(",", "")) % 5]


def cell_is(text, figures, key):
    """Is that the figure, or an empty cell when there is none?"""
    if key not in figures:
        return text == ""
    value = figures[key][0]
    if figures[key][1] not in ("pupils", "places"):
        return text == f"{100 * value:.1f}%"
    return abs(float(text.replace(",", "").replace("−", "-")) - float(value)) < 0.0500001


def look_at_counts(caption, rows, figures, scenarios, titles):
    """Tables of pupils by setting and by need: a column a January, and a scenario."""
    by = caption.split(" by ")[1].split(",")[0].split()[0]
    wrong = []
    for cells in rows[1:]:
        for head, text in zip(rows[0][1:], cells[1:]):
            january, _, scenario = head.partition(": ")
            measure = "share in mainstream" if cells[0] == "Share in mainstream" else "pupils"
            item = titles.get(cells[0], "") if cells[0] not in ("All plans", "Share in mainstream") else ""
            key = (scenario or scenarios[0], january.split()[1] + "-01", measure, by if item else "", item, "", "mean")
            if not cell_is(text, figures, key):
                wrong.append((caption, key, text))
    return wrong


def look_at_places(caption, rows, figures, titles, first):
    """A part a setting, in it a row a scenario; the last column is a sum over Januaries."""
    wrong, setting = [], None
    january = re.search(r"January (\d+)", caption)[1]
    for cells in rows[1:]:
        if len(cells) == 1:
            setting = titles[cells[0]]
            continue
        for head, text in zip(rows[0][1:-1], cells[1:-1]):
            key = (cells[0], january + "-01", PLACES[head], "setting", setting, "", "mean")
            if not cell_is(text, figures, key):
                wrong.append((caption, key, text))
        keys = [(cells[0], f"{year}-01", "turned away", "setting", setting, "", "mean")
                for year in range(first + 1, int(january) + 1)]
        whole = sum(figures[key][0] for key in keys if key in figures)
        if abs(float(cells[-1].replace(",", "")) - float(whole)) > 0.0500001:
            wrong.append((caption, cells))
    return wrong


def page_faults(path, figures, scenarios, titles):
    """Of the tables, cell by cell; and of the texts and pictures beside them."""
    page, wrong, looked = Page(path), [], 0
    first = int(min(key[1] for key in figures if key[2] == "pupils")[:4])
    for caption, rows in page.tables:
        if caption.startswith("Pupils with plans by"):
            wrong += look_at_counts(caption, rows, figures, scenarios, titles)
            looked += 1
        if caption.startswith("Places in January"):
            wrong += look_at_places(caption, rows, figures, titles, first)
            looked += 1
        if ". Pupils " in caption:
            wrong += [(caption, cells) for cells in rows if strange(" ".join(cells[1:]), told(figures))]
    if looked < 2 + bool(PLACES):
        wrong.append(("tables", looked))
    said = [(name, text) for name, text in page.said.items() if name in ("pupils", "needs", "places")]
    said += [("for whom", text) for text in re.findall(r"For whom(.*?)(?:Who pays|How sure|$)", page.said["answer"], re.S)]
    for name, text in said:
        text = re.sub(r"Source: .*?pupils\b|Source: .*?run \w+|\d+ futures", " ", text)
        wrong += [(name, number) for number in strange(text, told(figures))]
    return wrong + silence("\n".join(text for _, text in said))


def silence(text):
    """Of what is left out nobody says that there is none."""
    wrong = re.findall(r"[^.]*\bnan\b[^.]*|Nobody[^.]*|[^.]*\bNo scenario changes how many[^.]*", text)
    return wrong + [each for each in re.findall(r"no setting has a pupil[^.]*", text) if "as published" not in each]


def drawing_faults(path, figures, scenarios, by):
    """Its bars have the figures of the table, each once, in their order; and its text says no more."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    shown = [text for text in re.findall(r"<text[^>]*>([^<]*)</text>", source) if re.fullmatch(r"[+−]?[\d,]+( in \d+)?", text)]
    settings = list(dict.fromkeys(key[4] for key in figures if key[2:4] == ("pupils", "setting")))
    base, then = min(key[1] for key in figures if key[2] == "pupils"), f"{int(by[:4]) + 1}-01"
    if path.startswith("pupils"):
        keys = [(scenarios[0], january, "pupils", "setting", setting, "", "mean")
                for setting in settings for january in (base, then)]
        drawn = [f"{figures[key][0]:,.0f} in {key[1][:4]}" for key in keys if key in figures]
    else:
        keys = [(scenario, then, "pupils", "setting", setting, "", "mean difference")
                for scenario in scenarios[1:] for setting in settings]
        drawn = [f"{figures[key][0] + 0.0:+,.0f}".replace("-", "−") for key in keys if key in figures]
        drawn = ["0" if text[1:] == "0" else text for text in drawn]
    wrong = [] if shown == drawn else [(path, shown, drawn)]
    said = re.sub(r"\d+ futures", "", source.split("<desc")[1].split("</desc>")[0].split(">")[1])
    return wrong + [(path, number) for number in strange(said, told(figures))] + silence(said)


def ratio(sheet, formula):
    """What "=IF(D50=0,0,(D45+D46)/D50)" comes to; None of another formula."""
    found = re.fullmatch(r"=IF\((\w+)=0,0,\(([\w+]+)\)/\1\)", formula)
    return sum(sheet[cell].value or 0 for cell in found[2].split("+")) / sheet[found[1]].value if found else None


def formulas(path):
    """Sums of a column, and shares, that do not come to what stands in their cell."""
    live, still = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    wrong, count = [], 0
    for sheet in live:
        for cells in sheet.iter_rows():
            for cell in cells:
                values, found = still[sheet.title], re.fullmatch(r"=SUM\((\w+:\w+)\)", str(cell.value))
                comes_to = sum(each[0].value or 0 for each in values[found[1]]) if found else ratio(values, str(cell.value))
                count += comes_to is not None
                if comes_to is not None and abs(comes_to - values[cell.coordinate].value) > 2e-5:
                    wrong.append((sheet.title, cell.coordinate, comes_to))
    return wrong + ([] if count > 100 else [("sums", count)])


def book_faults(path, csv_path, scenarios, spend, placements):
    """Every figure of the sheets, which is the table's; and none where the table has none."""
    compared = workbook.Compared(workbook.table(csv_path))
    document = openpyxl.load_workbook(path, data_only=True)
    workbook.SPEND, workbook.PLACEMENTS = spend, placements
    for name in scenarios:
        workbook.look_at_scenario(compared, document[name], name)
    workbook.look_at_plan(compared, document["DSG plan"])
    return compared.wrong + formulas(path) + ([] if compared.count > 500 else [("cells", compared.count)])


def table_faults(plain, made):
    """Of the table itself tests/cli/publish.py knows more; this is what those who read it take for granted."""
    levels = {key: value for key, (value, unit) in made.items() if publish.is_level(key, unit)}
    return [key for key, value in levels.items()
            if publish.is_small(value) or value != plain[key][0] and value % publish.FIVE]


def json_faults(path, csv_path):
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)["rows"]
    with open(csv_path, encoding="utf-8", newline="") as file:
        table = [row["value"] for row in csv.DictReader(file)]
    return [] if [float(row["value"]) for row in rows] == [float(value) for value in table] else ["another table"]


def texts(path):
    """All that is written in a workbook or in a page."""
    if path.endswith(".xlsx"):
        return "\n".join(str(cell.value) for sheet in openpyxl.load_workbook(path, data_only=True)
                         for cells in sheet.iter_rows() for cell in cells if cell.value is not None)
    with open(path, encoding="utf-8") as file:
        return re.sub(r"<style>.*?</style>|<[^>]+>", "\n", file.read(), flags=re.S)


def read(path):
    return {key: (float(value), unit) for key, (value, unit) in publish.read(path).items()}
