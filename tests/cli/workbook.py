"""A workbook beside the table of the same run: every figure it shows is the table's. Needs openpyxl."""
import csv
import re

import openpyxl

WORDS, NAME, FIRST = 0, 1, 2
ROUNDING = "pupils.rounding"  # made for publication: what is missing from a sum


def table(path):
    """Figures by scenario, period, measure, item, ledger and statistic, as text."""
    with open(path, encoding="utf-8", newline="") as file:
        return {(row["scenario"], row["period"], row["measure"], row["item"], row["ledger"], row["statistic"]):
                row["value"] for row in csv.DictReader(file)}


def shown(value, text):
    """Is it that figure, to the last digit that the table has?"""
    digits = len(text.split(".")[1])
    return f"{round(value, digits) + 0.0:.{digits}f}" == text


class Compared:
    """What was compared, and what was not the same."""

    def __init__(self, figures):
        self.figures, self.count, self.wrong, self.met = figures, 0, [], set()

    def same(self, where, value, key):
        text = self.figures.get(key)
        self.count += 1
        self.met.add(key)
        if text is None or not shown(value, text):
            self.wrong.append((where, value, key, text))

    def near(self, where, value, keys):
        """A figure that the table has in parts."""
        self.count += 1
        if any(key not in self.figures for key in keys) or \
                abs(value - sum(float(self.figures[key]) for key in keys)) > 4e-6 * len(keys) + 1e-9:
            self.wrong.append((where, value, keys))


    def missing(self):
        """Central figures that a workbook has to show, and does not; payers are not lines."""
        payers = ("schools_block", "capital", "school_contributions", "health", "social_care")
        phases = ("early_years", "primary", "secondary", "post_16", "post_19")
        return [key for key in self.figures if key not in self.met and (key[2] == "quoted" or key[5] == "central") and (
            key[2] in ("in-year balance", "cumulative balance", "share in mainstream", "quoted")
            or key[2] == "pupils" and key[3] not in phases
            or key[2] in ("spend", "income") and key[3] and key[3] not in payers)]


def rows(sheet):
    for cells in sheet.iter_rows(min_row=4, values_only=False):
        yield cells[WORDS].value, cells[NAME].value, [cell for cell in cells[FIRST:] if isinstance(cell.value, (int, float))]


def heads(sheet):
    """The year of each column, and the January."""
    years = {cell.column: cell.value for cell in sheet[3] if cell.value and re.fullmatch(r"\d{4}-\d{2}", cell.value)}
    first = min(years.values())
    januaries = {column: f"{int(year[:4]) + 1}-01" for column, year in years.items()}
    januaries[min(years) - 1] = f"{first[:4]}-01"
    return years, januaries


def look_at_scenario(compared, sheet, scenario):
    years, januaries = heads(sheet)
    part = ledger = None
    for words, name, cells in rows(sheet):
        if name and not cells:
            part, ledger = name, name
            measure = "spend" if words.endswith("spend") else "income"
        for cell in cells:
            if name == ROUNDING:
                continue
            if part in ("setting", "need", "age"):
                item = "" if name in ("pupils", "share in mainstream") else name
                key = (scenario, januaries[cell.column], name if not item else "pupils", item, "", "central")
            elif cell.column in years:
                item = "" if name in ("spend", "income", "in-year balance", "cumulative balance") else name
                own = "high_needs" if name in ("in-year balance", "cumulative balance") else ledger
                key = (scenario, years[cell.column], measure if item else name, item, own, "central")
            else:
                continue
            compared.same(f"{sheet.title}!{cell.coordinate}", cell.value, key)


def look_at_summary(compared, sheet):
    years, _ = heads(sheet)
    scenario = None
    for words, name, cells in rows(sheet):
        if name == "high_needs":
            scenario = words.rsplit(": ", 1)[0]
        for cell in cells:
            compared.same(f"{sheet.title}!{cell.coordinate}", cell.value,
                          (scenario, years[cell.column], "cumulative balance", "", "high_needs", name))


# What the area file of Cheshire West says, written again here.
SPEND = {"mainstream": ["mainstream top-up", "support without a plan"],
         "resourced": ["resourced provision places", "resourced provision top-up"],
         "special": ["satellite places", "satellite top-up", "satellite premium", "special places", "special top-up",
                     "residential"],
         "independent": ["independent top-up"],
         "alternative": ["alternative provision places", "alternative provision top-up", "alternative provision services",
                         "hospital education", "pupil referral unit top up", "pupil referral unit places"],
         "post_16": ["further education places", "further education top-up", "specialist post 16 top-up"],
         "other": ["other top-up"], "services": ["outreach", "support services", "therapies"]}
PLACEMENTS = {"mainstream": ["mainstream"], "resourced": ["resourced_provision"], "special": ["satellite", "special"],
              "independent": ["independent"], "alternative": ["alternative_provision"],
              "post_16": ["further_education", "specialist_post_16"], "other": ["other"], "unsaid": []}
TOTALS = {"spend": "spend", "income": "income", "balance.in_year": "in-year balance",
          "balance.carried": "cumulative balance"}


def look_at_plan(compared, sheet):
    years, januaries = heads(sheet)
    scenario = None
    ages_there = {key[3] for key in compared.figures if key[2] == "pupils"}
    for words, name, cells in rows(sheet):
        if name in ("unmitigated", "mitigated"):
            scenario = words.split(": ", 1)[1]
        for cell in cells:
            where, year, january = f"{sheet.title}!{cell.coordinate}", years.get(cell.column), januaries[cell.column]
            kind, _, row = name.rpartition(".")
            if name in TOTALS and year:
                compared.same(where, cell.value, (scenario, year, TOTALS[name], "", "high_needs", "central"))
            elif kind == "spend":
                keys = [(scenario, year, "spend", line, "high_needs", "central") for line in SPEND.get(row, [])]
                if row == "unsaid":
                    said = [line for lines in SPEND.values() for line in lines]
                    keys = [key for key in compared.figures
                            if key[:3] == (scenario, year, "spend") and key[3] and key[3] not in said
                            and key[4:] == ("high_needs", "central")]
                compared.near(where, cell.value, [key for key in keys if key in compared.figures])
            elif name in ("plans.age", "plans.placement"):
                compared.same(where, cell.value, (scenario, january, "pupils", "", "", "central"))
            elif row == "rounding":
                continue
            elif kind == "plans.age":
                ages = range(5) if row == "under_5" else range(int(row.split("_")[0]), int(row.split("_")[2]) + 1)
                compared.near(where, cell.value, [(scenario, january, "pupils", str(age), "", "central") for age in ages
                                                  if str(age) in ages_there])
            elif kind == "plans.placement":
                compared.near(where, cell.value,
                              [(scenario, january, "pupils", setting, "", "central") for setting in PLACEMENTS[row]])


def look_at_quoted(compared, sheet):
    """Of scenarios that share a figure the sheet has one, and so has each of them."""
    for words, _, cells in ((row[0].value, None, row[2:5]) for row in sheet.iter_rows(min_row=4)):
        item = words.replace(": ", " × ", 1)
        for statistic, cell in zip(("quoted", "derived"), cells):
            for key in compared.figures:
                if key[2] == "quoted" and key[3] == item and key[5] == statistic:
                    compared.same(f"{sheet.title}!{cell.coordinate}", cell.value, key)
        if cells[2].value is not None and abs(cells[2].value - (cells[1].value - cells[0].value)) > 0.001:
            compared.wrong.append((sheet.title, words, cells[2].value))


def compare(book, figures):
    """Compared, of all sheets of the workbook at that path."""
    compared = Compared(figures)
    document = openpyxl.load_workbook(book, data_only=True)
    scenarios = {key[0] for key in figures}
    for sheet in document:
        if sheet.title in scenarios:
            look_at_scenario(compared, sheet, sheet.title)
    look_at_summary(compared, document["Summary"])
    look_at_plan(compared, document["DSG plan"])
    look_at_quoted(compared, document["Quoted"])
    return compared
