"""One run in every format: the same figures, each looked for by a reader of its own. Prints TAP.

What they are compared with is the tidy CSV. A format is a row of FORMATS: a reader that meets figures, and which
figures of the table it has to have met. Scripts see $HNBSIM and $TOP.
"""
import importlib.util
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile

if not importlib.util.find_spec("openpyxl") and sys.executable != "/usr/bin/python3":
    os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])

import readers

HNBSIM, TOP = os.environ["HNBSIM"], os.environ["TOP"]
FILES = {"No change": f"{TOP}/scenarios/no-change.yaml", "Review package": f"{TOP}/scenarios/review-package.yaml"}
FIRST = "No change"
RUN = ["--quiet", "--draws", "200", "--seed", "7"]
YEAR, JANUARY = "2024-25", "2025-01"
LAST, LAST_JANUARY = "2030-31", "2031-01"
# How figures are written: pounds and millions with two decimals, pupils with one, shares in per cent with one.
POUNDS, MILLIONS = r"[−+-]?£[\d,]+", r"[−+-]?£[\d,]+\.\d\dm"
PUPILS, SHARE = r"[−+-]?[\d,]+\.\d", r"[\d.]+\.\d%"
FAN = {"Median": "p50", "8 in 10 futures: from": "p10", "5 in 10 futures: from": "p25"}


class Compared:
    """The figures of the table that one format was seen to show, and what was not the same there."""

    def __init__(self, figures):
        self.figures, self.met, self.wrong, self.count = figures, set(), [], 0

    def told(self, where, said, keys, right):
        self.count += 1
        self.met.update(keys)
        if not right:
            self.wrong.append(f"{where} says {said}, the table {[(key, self.figures.get(key)) for key in keys]}")

    def same(self, where, said, key):
        """A figure to its last digit."""
        self.told(where, said, [key], said == self.figures.get(key))

    def shown(self, where, said, pattern, *keys):
        """A figure, or the sum of some, rounded as it is written."""
        there = re.fullmatch(pattern, said) and all(key in self.figures for key in keys)
        near = lambda number, last: abs(number - sum(float(self.figures[key]) for key in keys)) <= last / 2 + 1e-5
        self.told(where, said, keys, there and near(*readers.amount(said)))

    def near(self, where, number, key, within):
        """A figure that is drawn."""
        self.told(where, round(number), [key], key in self.figures and abs(number - float(self.figures[key])) <= within)


def hnbsim(*words):
    done = subprocess.run([HNBSIM, *words], capture_output=True, text=True)
    assert done.returncode == 0, f"{words}: status {done.returncode}: {done.stderr}"
    return done.stdout


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def titles(part):
    """What the area's file calls its settings, needs or ledgers, to their names."""
    area = read(f"{TOP}/scenarios/areas/cheshire-west-2019.yaml")
    lines = re.search(rf"^{part}:\n((?:[ #].*\n|\n)+)", area, re.M)[1]
    given = re.findall(r"^  (\w+):\n    title: (.*)$" if part == "settings" else r"^  (\w+): (.+)$", lines, re.M)
    return {title: name for name, title in given}


def whole_table(compared, text):
    figures = readers.table(text)
    for key, said in figures.items():
        compared.same("a row", said, key)


def whole_json(compared, text):
    def never(name):
        raise ValueError(name)

    document = json.loads(text, parse_float=str, parse_int=str, parse_constant=never)
    for key, said in readers.keyed(document["rows"]).items():
        compared.same("a row", said, key)


def a_folder(compared, path):
    whole_table(compared, read(f"{path}/table.csv"))
    both = Compared(compared.figures)
    whole_json(both, read(f"{path}/results.json"))
    compared.wrong += both.wrong + [f"results.json has {both.count} rows"] * (both.count != compared.count)


def a_bundle(compared, path):
    with tarfile.open(path) as archive:
        whole_table(compared, archive.extractfile("results/table.csv").read().decode("utf-8"))


def a_workbook(compared, path):
    sys.path.insert(0, f"{TOP}/tests/cli")
    import workbook

    short = {key[:3] + key[4:]: key for key in compared.figures if key[3] != "payer"}
    looked = workbook.compare(path, {key: compared.figures[full] for key, full in short.items()})
    compared.count += looked.count
    compared.met |= {short[key] for key in looked.met if key in short}
    compared.wrong += [str(each) for each in looked.wrong]


def balance(scenario, year, statistic):
    return scenario, year, "cumulative balance", "", "", "high_needs", statistic


def of_fan(compared, page):
    """The table under the fan, and under the fan of differences."""
    ends = {"p10": "p90", "p25": "p75"}
    for section, more in (("balance", ""), ("difference", " difference")):
        heads, rows = page.rows(section, "")
        statistics = [FAN.get(head, head) for head in heads[1:]]
        statistics = [ends[before] if one == "to" else one for before, one in zip([""] + statistics, statistics)]
        for scenario, (year, *cells) in rows:
            for statistic, said in zip(statistics, cells):
                beside = statistic == f"The same of {FIRST}"
                key = balance(FIRST if beside else scenario, year, "p50" if beside else statistic + more)
                if beside and scenario == FIRST:
                    compared.wrong += [f"{FIRST} is shown beside itself"] * bool(said)
                else:
                    compared.shown(f"{section}, {scenario}, {year}", said, POUNDS, key)


def of_pupils(compared, page):
    """Tables of pupils: at the base and in the January that the page is about, and against the first scenario."""
    for section, by in (("pupils", "setting"), ("needs", "need")):
        names = titles(f"{by}s")

        def same(scenario, period, words, said, more=""):
            share = words == "Share in mainstream"
            item = "" if share or words == "All plans" else names[words]
            compared.shown(f"{section}, {words}, {period}, {scenario}{more}", said, SHARE if share else PUPILS,
                           (scenario, period, "share in mainstream" if share else "pupils", by if item else "", item, "",
                            "mean" + more))

        for caption, scenarios in (("the largest growth", [FIRST]), (f"^Pupils with plans by {by}", list(FILES))):
            for _, (words, base, *cells) in page.rows(section, caption)[1]:
                same(FIRST, "2019-01", words, base)
                same(scenarios[-1], "2019-01", words, base)
                for scenario, said in zip(scenarios, cells):
                    same(scenario, JANUARY, words, said)
        for scenario, (words, said) in page.rows(section, "more or fewer than")[1]:
            same(scenario, JANUARY, words, said, " difference")


def of_lines(compared, page):
    ledgers = titles("ledgers")
    balances = {"Income less spend": "in-year balance", "Carried at the end of the year": "cumulative balance"}
    for group, (words, *cells) in page.rows("spend", f"Spend and income in {YEAR} by line")[1]:
        title, _, measure = group.rpartition(": ")
        line = words[:1].lower() + words[1:]
        key = (measure, "line", line, ledgers.get(title))
        if words in balances:
            key = (balances[words], "", "", "high_needs")
        elif words in ("All spend", "All income"):
            key = (measure, "", "", ledgers[title])
        for scenario, said in zip(FILES, cells):
            if said or (scenario, YEAR, *key, "mean") in compared.figures:
                compared.shown(f"spend, {group}, {words}, {scenario}", said, POUNDS, (scenario, YEAR, *key, "mean"))


def of_headline(compared, page):
    said = " ".join("".join(page.words).split())
    for scenario in FILES:
        found = re.search(rf"{scenario}: (?:[^:]*: )?a (deficit|surplus) of (£[\d.,]+m)", said)
        low = re.search(rf"{scenario}: .*?In (?:8 in|8 of) 10 futures", said)
        if not found or not low:
            compared.wrong.append(f"no answer of {scenario}")
        else:
            compared.shown(f"the answer of {scenario}", "-" * (found[1] == "deficit") + found[2], MILLIONS,
                           balance(scenario, YEAR, "mean"))


def drawn(compared, pictures, by_name):
    """Median and bands of each scenario's panel, by its axis, in every year."""
    years = sorted({key[1] for key in compared.figures if key[2] == "cumulative balance"})
    for panel in pictures:
        bands = iter(("p10", "p90", "p25", "p75"))
        for thick, dashed, values in panel["lines"]:
            scenario, statistic = (FIRST if dashed else panel["name"], "p50") if thick else (panel["name"], next(bands))
            if len(values) != len(years):
                compared.wrong.append(f"{panel['name']}: a line of {len(values)} points for {len(years)} years")
            for year, value in zip(years, values):
                compared.near(f"a line of {panel['name']}, {year}", value, balance(scenario, year, statistic), panel["near"])
    words = " ".join(by_name)
    for scenario in FILES:
        said = re.search(rf"{scenario}: median ([−£\d.,m]+) by March 2025, 8 in 10 futures from ([−£\d.,m]+) to "
                         r"([−£\d.]+m)", words)
        for statistic, one in zip(("p50", "p10", "p90"), said.groups() if said else ("none",) * 3):
            compared.shown(f"what is told of {scenario}", one, MILLIONS, balance(scenario, YEAR, statistic))


def a_picture(compared, path):
    text = read(path)
    drawn(compared, readers.panels(text), re.findall(r"<desc[^>]*>(.*?)</desc>", text))


def a_page(compared, path):
    text = read(path)
    page = readers.Page(text)
    of_fan(compared, page)
    of_pupils(compared, page)
    of_lines(compared, page)
    of_headline(compared, page)
    fan = re.search(r'<figure id="balance-chart">.*?</div>', text, re.S)[0]
    drawn(compared, [readers.panels(each)[0] for each in re.findall(r'<svg[^>]*role="img".*?</svg>', fan, re.S)],
          re.findall(r"<desc[^>]*>(.*?)</desc>", fan))


def futures(compared, tables, title, more):
    """Rows of (mean, ±, p10, median, p90, in deficit), of whole pounds where they are differences in thousands."""
    for one in tables:
        if not one["title"].startswith(title):
            continue
        for group, scenario, (mean, _, *cells) in one["rows"]:
            end = int(group.rsplit(" ", 1)[1])
            year = f"{end - 1}-{end % 100:02}"
            for statistic, said in zip(("mean", "p10", "p50", "p90", "P(<0)"), (mean, *cells)):
                pattern = SHARE if statistic == "P(<0)" else r"[-+]?£[\d,]+k|£0" if more else MILLIONS
                compared.shown(f"{title}, {group}, {scenario}", said, pattern, balance(scenario, year, statistic + more))


def compared_on_screen(compared, text):
    tables = readers.terminal(text)
    futures(compared, tables, "High needs balance carried, in", "")
    futures(compared, tables, "Against the first, in", " difference")
    names = {key[4].replace("_", " "): key[4] for key in compared.figures if key[3] == "setting" and key[2] == "pupils"}
    for group, words, cells in tables[0]["rows"]:
        for scenario, said in zip(FILES, cells):
            where = f"{group}, {words}, {scenario}"
            if group.startswith(("High needs balance", "Against the first, by")):
                end = int(words.rsplit(" ", 1)[1])
                more = " difference" * (not group.startswith("High"))
                if not more or scenario != FIRST:
                    compared.shown(where, said, POUNDS if more else MILLIONS,
                                   balance(scenario, f"{end - 1}-{end % 100:02}", "central" + more))
            elif group.startswith("Pupils in January"):
                share, total = words == "share in mainstream", words == "all plans"
                compared.shown(where, said, SHARE if share else PUPILS,
                               (scenario, LAST_JANUARY, "share in mainstream" if share else "pupils",
                                "" if share or total else "setting", "" if share or total else names[words], "", "central"))
            elif group.startswith("Who pays") and scenario != FIRST:
                keys = [key for key in compared.figures if key[0] == scenario and key[2:5] == ("spend", "", "") and
                        key[5] == words.replace(" ", "_") and key[6] == "central difference"]
                compared.shown(where, said, POUNDS, *keys)


def runs_on_screen(compared, texts):
    """Each scenario by `run`: years, settings, and lines of some years."""
    for scenario, text in texts.items():
        tables = {table["heads"].split()[0] if table["title"].startswith(("Setting", " ")) else table["title"]: table
                  for table in readers.terminal(text)}
        years, settings, lines = (next((table for title, table in tables.items() if title.startswith(begins)), None)
                                  for begins in ("High needs by year", "Pupils with a plan", "Spend and income"))
        if not years or not settings or not lines:
            compared.wrong.append(f"tables of {scenario}: {list(tables)}")
            continue
        for _, year, cells in years["rows"]:
            for said, measure in zip(cells, ("spend", "in-year balance", "cumulative balance")):
                compared.shown(f"run, {scenario}, {year}", said, MILLIONS,
                               (scenario, year, measure, "", "", "high_needs", "central"))
            january = f"{int(year[:4]) + 1}-01"
            compared.shown(f"run, {scenario}, {january}", cells[3], SHARE,
                           (scenario, january, "share in mainstream", "", "", "", "central"))
            compared.shown(f"run, {scenario}, {january}", cells[4], PUPILS,
                           (scenario, january, "pupils", "setting", "independent", "", "central"))
        for _, words, cells in settings["rows"]:
            for year, said in zip(re.findall(r"\b\d{4}\b", settings["heads"]), cells):
                item = "" if words == "all plans" else words.replace(" ", "_")
                compared.shown(f"run, {scenario}, {words}, January {year}", said, PUPILS,
                               (scenario, f"{year}-01", "pupils", "setting" if item else "", item, "", "central"))
        run_lines(compared, scenario, lines)
        futures(compared, tables.values(), "High needs balance carried, in", "")


def run_lines(compared, scenario, lines):
    ledgers = titles("ledgers")
    for group, words, cells in lines["rows"]:
        measure = "income" if group.startswith("Income") else "spend"
        item = "" if words in ("all spend", "all income") else words
        for year, said in zip(re.findall(r"\d{4}-\d\d", lines["heads"]), cells):
            compared.shown(f"run, {scenario}, {words}, {year}", said, POUNDS,
                           (scenario, year, measure, "line" if item else "", item,
                            "high_needs" if measure == "income" else ledgers[group], "central"))


def everything(key):
    return True


def fanned(key):
    """What a fan draws."""
    return key[2] == "cumulative balance" and key[6] in ("p10", "p25", "p50", "p75", "p90")


def paged(key):
    """Balances of each year; pupils and lines of the year that the page is about, lines without a penny left out."""
    return (fanned(key) or key[2] == "cumulative balance" and (key[6] == "p50 difference" or key[6] == "mean" and
                                                               key[1] == YEAR) or
            key[6] == "mean" and (key[1] in (JANUARY, "2019-01") and key[2] == "pupils" and key[3] in ("setting", "need", "") or
                                  key[1] == YEAR and (key[2] == "in-year balance" or key[3] == "line")))


def in_workbook(key):
    if key[2] == "cumulative balance":
        return key[6] in ("central", "mean", "p10", "p25", "p50", "p75", "p90", "P(<0)", "p50 difference")
    return key[6] == "central" and (key[2] == "in-year balance" or key[2] == "pupils" and key[3] in ("", "setting", "need", "age") or
                                    key[2] in ("spend", "income") and key[3] == "line")


def on_compared_screen(key):
    if key[2] == "cumulative balance":
        return key[6] == "central" or key[1] in (YEAR, LAST) and key[6] in ("mean", "p10", "p50", "p90", "p50 difference")
    return key[1] == LAST_JANUARY and key[2] == "pupils" and key[3] in ("", "setting") and key[6] == "central"


def on_run_screen(key):
    if key[6] == "central":
        return (key[2] in ("in-year balance", "cumulative balance") or
                key[2] == "pupils" and key[3] in ("", "setting") and key[1] in ("2019-01", "2023-01", "2027-01", "2031-01") or
                key[2] in ("spend", "income") and key[3] == "line" and
                key[1] in ("2019-20", "2022-23", "2026-27", "2030-31"))
    return key[2] == "cumulative balance" and key[1] in (YEAR, LAST) and key[6] in ("mean", "p10", "p50", "p90")


# What a format is called, its reader, what of the table it must have met, and how much that is at the least. Lines
# that are nothing in every year shown are left out by those for people.
FORMATS = [
    ("compare --format csv", whole_table, lambda made: made["compare csv"], everything, 25000),
    ("report -o .json", whole_json, lambda made: read(made["json"]), everything, 25000),
    ("compare -o folder/", a_folder, lambda made: made["folder"], everything, 25000),
    ("bundle", a_bundle, lambda made: made["tar"], everything, 25000),
    ("report -o .xlsx", a_workbook, lambda made: made["xlsx"], in_workbook, 2500),
    ("report -o .html", a_page, lambda made: made["html"], paged, 350),
    ("chart fan -o .svg", a_picture, lambda made: made["svg"], fanned, 120),
    ("compare on a terminal", compared_on_screen, lambda made: made["compare"], on_compared_screen, 80),
    ("run on a terminal", runs_on_screen, lambda made: made["runs"], on_run_screen, 450),
    # One more format is one more row here, and what it is made by in make().
]


def make(folder):
    """Every output, the first five by one run; what was made, by ending or name."""
    made = {ending: f"{folder}/all.{ending}" for ending in ("csv", "json", "html", "xlsx", "svg", "tar")}
    made["folder"] = f"{folder}/open/"
    hnbsim("report", *RUN, "--by", YEAR, *FILES.values(),
           *(word for ending in ("html", "xlsx", "csv", "json") for word in ("-o", made[ending])))
    made["compare csv"] = hnbsim("compare", *RUN, "--format", "csv", *FILES.values())
    made["compare"] = hnbsim("compare", *RUN, "--format", "table", *FILES.values())
    made["runs"] = {name: hnbsim("run", *RUN, file) for name, file in FILES.items()}
    hnbsim("compare", *RUN, "-o", made["folder"], *FILES.values())
    hnbsim("chart", "fan", *RUN, "--by", YEAR, "-o", made["svg"], *FILES.values())
    hnbsim("bundle", *RUN, "-o", made["tar"], *FILES.values())
    return made


def faults_of(figures, made, row):
    name, reader, source, promised, least = row
    compared = Compared(figures)
    reader(compared, source(made))
    missing = [key for key, said in figures.items()
               if promised(key) and key not in compared.met and (promised is everything or float(said))]
    expected = sum(map(promised, figures))
    return ([f"{name}: {wrong}" for wrong in compared.wrong] + [f"{name}: does not have {key}" for key in missing] +
            [f"{name}: {least} figures were to be found, and {compared.count} were, of {expected}"] *
            (min(len(compared.met), compared.count) < least))


def main():
    print(f"1..{len(FORMATS)}")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        made = make(folder)
        figures = readers.table(read(made["csv"]))
        for number, row in enumerate(FORMATS, 1):
            if row[1] is a_workbook and not importlib.util.find_spec("openpyxl"):
                print(f"ok {number} - {row[0]} # SKIP there is no openpyxl for python3")
                continue
            faults = faults_of(figures, made, row)
            print(f"{'not ok' if faults else 'ok'} {number} - {row[0]} has the figures of the table")
            for fault in faults[:8]:
                print(f"# {fault}")
            failed += bool(faults)
    return 1 if failed else 0


sys.exit(main())
