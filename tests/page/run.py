"""The briefing page as a reader, a browser and somebody with bad intentions meet it. Prints TAP.

Scripts see $HNBSIM and $TOP. What axe-core finds is asked where chromium is, and
`npm ci` has been run in this folder; otherwise that is skipped.
"""
import csv
import glob
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser

HNBSIM, TOP = os.environ["HNBSIM"], os.environ["TOP"]
HERE = os.path.dirname(os.path.abspath(__file__))
AXE = os.environ.get("AXE", os.path.join(HERE, "node_modules", "axe-core", "axe.min.js"))
HOSTILE = "<script>alert(1)</script>&\"'`--></title></style><svg onload=x>"
VOID = {"meta", "link", "br", "hr", "img", "input", "wbr", "col"}
FOUR = [f"{TOP}/scenarios/{name}.yaml" for name in
        ("no-change", "3-outreach", "4b-one-satellite", "review-package")]


class Page(HTMLParser):
    """Elements with their attributes, in order; what is wrong with how they nest."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.faults, self.words = [], [], [], []
        self.titled = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag, _ in self.open]

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        for above, seen in self.open[-1:]:
            if above == "svg":
                seen.append(tag)
        if tag not in VOID:
            self.open.append((tag, []))

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> at {self.getpos()} closes {self.open[-1:]}")
            return
        _, seen = self.open.pop()
        if tag == "svg":
            self.titled.append(seen[:2])

    def handle_data(self, data):
        if not self.open or self.open[-1][0] not in ("style", "script"):
            self.words.append(data)

    def text(self):
        return " ".join(" ".join(self.words).split())


def report(folder, *words):
    done = subprocess.run([HNBSIM, "report", *words], cwd=folder, capture_output=True, text=True)
    assert done.returncode in (0, 3), done.stderr
    return done


def page_of(folder, *words):
    path = os.path.join(folder, "page.html")
    report(folder, *words, "-o", path)
    with open(path, encoding="utf-8") as file:
        return file.read()


def whole(text):
    """What is wrong with it as HTML."""
    page = Page(text)
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    faults = page.faults + [f"id {one} is there twice" for one in set(ids) if ids.count(one) > 1]
    pictures = [attrs for tag, attrs in page.elements if tag == "svg"]
    for attrs, seen in zip(pictures, page.titled):
        if "aria-hidden" not in attrs and (seen != ["title", "desc"] or attrs.get("role") != "img"):
            faults.append(f"a picture begins with {seen}")
    for _, attrs in page.elements:
        for name in attrs.get("aria-labelledby", "").split():
            if name not in ids:
                faults.append(f"aria-labelledby names {name}, which is not there")
        if attrs.get("href", "#").startswith("#") and attrs.get("href", "#")[1:] not in ids + [""]:
            faults.append(f"{attrs['href']} leads nowhere")
    return faults


def reaching_out(text):
    """What would fetch something, or run."""
    page, faults = Page(text), []
    for tag, attrs in page.elements:
        if tag in ("script", "iframe", "object", "embed", "link", "img", "base", "form"):
            faults.append(f"<{tag}>")
        faults += [f"{tag} {name}={value}" for name, value in attrs.items()
                   if name in ("src", "srcset", "data", "action") or name.startswith("on") or
                   (name in ("href", "xlink:href") and not value.startswith("#"))]
    style = "".join(re.findall(r"<style>(.*?)</style>", text, re.S))
    faults += [each for each in ("url(", "@import", "http:", "https:") if each in style]
    return faults


def test_the_page_is_whole(folder):
    faults = []
    for words in (FOUR, FOUR[:1], FOUR[2:], [*FOUR, "--limit", "20m", "--limit", "£40m"]):
        faults += whole(page_of(folder, *words))
    return faults


def test_few_draws_say_no_numbers_that_are_none(folder):
    faults = []
    for draws in (1, 2, 5, 12, 100):
        text = page_of(folder, *FOUR, "--draws", str(draws), "--limit", "20m")
        faults += whole(text) + [f"{draws} draws: {said}" for said in
                                 re.findall(r".{0,30}(?<![a-z])(?:nan|inf)(?:m|%|\b).{0,10}", Page(text).text())]
        faults += [f"{draws} draws: in a picture: {said}" for said in
                   re.findall(r'="[^"]*\b(?:nan|inf)\b[^"]*"', text) if "aria" not in said]
    return faults


def test_nothing_is_fetched_and_sixteen_scenarios_are_below_a_megabyte(folder):
    every = sorted(glob.glob(f"{TOP}/scenarios/*.yaml"))
    every = (every + every)[:16]
    text = page_of(folder, *every)
    faults = whole(text) + reaching_out(text) + reaching_out(page_of(folder, *FOUR))
    if len(text.encode()) >= 1_000_000:
        faults.append(f"{len(text.encode())} bytes")
    return faults


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def small(folder, name):
    """A small council in which everything that has a name has this one, with a different end."""
    os.makedirs(folder)
    for path in glob.glob(f"{TOP}/tests/data/small/*"):
        shutil.copy(path, folder)
    path = os.path.join(folder, "area.yaml")
    with open(path, encoding="utf-8") as file:
        area = file.read()
    for was, end in (("Smallshire", "1"), ("Mainstream schools", "2"), ("Special schools", "3"),
                     ("High needs block", "4"), ("Autistic spectrum disorder", "5"),
                     ("Schools block", "6"), ("a judgement", "7")):
        assert f" {was}" in area, was
        area = re.sub(rf"(?<=[:,] ){re.escape(was)}(?=[\n}}])", lambda _: quoted(name + end), area, count=1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(area)
    with open(os.path.join(folder, "outreach.yaml"), "w", encoding="utf-8") as file:
        file.write(f"consideration: {quoted(name + 'a')}\ntitle: {quoted(name + 'b')}\n"
                   f"source: {quoted(name + 'c')}\nparameters:\n  cut:\n    value: -1.5%\n"
                   f"    status: assumed\n    source: {quoted(name + 'd')}\n    owner: {quoted(name + 'e')}\n"
                   "starts: April 2019\neffects:\n  - rate: {settings: [special], change: $cut}\n"
                   f"  - spend: {{line: {quoted(name + 'f')}, ledger: health, amount: £5k}}\n")
    for end, more in (("A", ""), ("B", "considerations:\n  - use: outreach.yaml\n")):
        with open(os.path.join(folder, f"{end}.yaml"), "w", encoding="utf-8") as file:
            file.write(f"scenario: {quoted(name + end)}\ndescription: {quoted(name + end + '.')}\n"
                       f"area: area.yaml\nyears: 2019-20 to 2023-24\n{more}")
    return page_of(folder, "A.yaml", "B.yaml", "--draws", "200")


def test_no_text_from_a_file_becomes_markup(folder):
    tame, hostile = (small(os.path.join(folder, kind), name)
                     for kind, name in (("tame", "Name"), ("hostile", HOSTILE)))
    shape = [[(tag, sorted(attrs)) for tag, attrs in Page(text).elements] for text in (tame, hostile)]
    faults = whole(hostile) + reaching_out(hostile)
    if shape[0] != shape[1]:
        faults.append("its elements are not those of a page of tame names")
    said = html.unescape(Page(hostile).text())
    for end in ("A", "B", "B.", "1", "2", "3", "4", "5", "a", "b", "d", "e", "f"):
        if HOSTILE[8:24] not in said or HOSTILE + end not in said:
            faults.append(f"the name that ends in {end} is not to be read")
    return faults


def test_by_chooses_the_year(folder):
    faults = []
    text = Page(page_of(folder, *FOUR, "--by", "2022-23")).text()
    if "by March 2023" not in text or "January 2023" not in text or "March 2025" in text:
        faults.append("--by 2022-23 does not tell of March 2023 alone")
    for given, hint in (("2031-32", "2019-20 to 2030-31"), ("2018-19", "2019-20 to 2030-31"),
                        ("soon", "2019-20 to 2030-31"), ("2024/25", "did you mean '2024-25'?")):
        path = os.path.join(folder, "none.html")
        done = subprocess.run([HNBSIM, "report", *FOUR, "--by", given, "-o", path],
                              capture_output=True, text=True)
        if done.returncode != 2 or os.path.exists(path) or hint not in done.stderr or done.stdout:
            faults.append(f"--by {given}: status {done.returncode}, said {done.stderr}")
    return faults


def millions(pounds):
    return f"£{abs(float(pounds)) / 1e6:.2f}m"


def test_its_figures_are_those_of_the_table(folder):
    table = os.path.join(folder, "page.csv")
    text = Page(page_of(folder, *FOUR, "--by", "2024-25", "-o", table)).text()
    faults = []
    with open(table, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["measure"] == "cumulative balance" and row["period"] == "2024-25":
                if row["statistic"] == "mean" and f"{row['scenario']}: " not in text:
                    faults.append(f"{row['scenario']} has no answer")
                if row["statistic"] in ("mean", "p10", "p90") and millions(row["value"]) not in text:
                    faults.append(f"{row['scenario']} {row['statistic']}: {millions(row['value'])}")
            if row["measure"] == "spend" and row["period"] == "2024-25" and row["by"] == "line" and \
                    row["statistic"] == "mean" and abs(float(row["value"])) >= 1:
                pounds = f"£{round(abs(float(row['value']))):,}"
                if pounds not in text:
                    faults.append(f"{row['scenario']} {row['item']}: {pounds}")
            if row["measure"] == "pupils" and row["period"] == "2025-01" and \
                    row["by"] in ("setting", "need") and row["statistic"] == "mean":
                near = {f"{float(row['value']) + more:,.1f}" for more in (0, 1e-6, -1e-6)}
                if not any(each in text for each in near):
                    faults.append(f"{row['scenario']} {row['item']}: {near}")
    return faults


def violations(folder, text, width):
    """What axe-core has against the page at that width."""
    with open(AXE, encoding="utf-8") as file:
        axe = file.read()
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    ask = ("axe.run(document,{resultTypes:['violations']}).then(function(r){parent.postMessage("
           "JSON.stringify({width:innerWidth,passes:r.passes.length,wrong:r.violations.map(function(v){"
           "return v.id+': '+v.nodes.length+' '+v.nodes[0].html.slice(0,200)})}),'*')})")
    # A window may not be as narrow as a phone; a frame may.
    frame = (f'<iframe src="axe-{width}.html" width="{width}" height="800" style="border:0"></iframe>'
             '<pre id="said"></pre><script>addEventListener("message",function(e){'
             'document.getElementById("said").textContent=e.data})</script>')
    path = os.path.join(folder, f"axe-{width}.html")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("</body>", f"<script>{axe}</script><script>{ask}</script></body>"))
    outer = os.path.join(folder, f"frame-{width}.html")
    with open(outer, "w", encoding="utf-8") as file:
        file.write(frame)
    done = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu",
                           "--disable-background-networking", "--window-size=1300,2000",
                           f"--user-data-dir={folder}/chromium", "--virtual-time-budget=10000",
                           "--dump-dom", f"file://{outer}"], capture_output=True, text=True, timeout=120)
    said = re.search(r'<pre id="said">(.*?)</pre>', done.stdout, re.S)
    if not said:
        return ["axe-core said nothing"]
    found = json.loads(html.unescape(said[1]) or '{"width": 0, "passes": 0}')
    if found["width"] != width:
        return [f"it was looked at {found['width']} wide"]
    if found["passes"] < 20:
        return [f"axe-core looked at {found['passes']} rules only"]
    return [f"{found['width']} wide: {wrong}" for wrong in found["wrong"]]


def test_axe_core_has_nothing_against_it(folder):
    for there, why in ((shutil.which("chromium"), "chromium is not here"),
                       (os.path.exists(AXE), "axe-core is not here: npm ci in tests/page")):
        if not there:
            return why
    text = page_of(folder, *FOUR, "--limit", "20m", "--draws", "200")
    faults = [fault for width in (390, 1200) for fault in violations(folder, text, width)]
    broken = re.sub(r'<html lang="en-GB">', "<html>", text)
    if not any("html-has-lang" in fault for fault in violations(folder, broken, 1200)):
        faults.append("a page without a language passes too")
    return faults


def main():
    tests = [(name[5:].replace("_", " "), test) for name, test in globals().items()
             if name.startswith("test_") and (not sys.argv[1:] or any(a in name for a in sys.argv[1:]))]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                faults = test(folder)
            except (AssertionError, subprocess.TimeoutExpired) as error:
                faults = [str(error)]
        skipped = faults if isinstance(faults, str) else ""
        wrong = not skipped and faults
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}" + f" # SKIP {skipped}" * bool(skipped),
              flush=True)
        for fault in (faults if wrong else [])[:20]:
            print(f"# {fault}")
        failed += bool(wrong)
    return 1 if failed else 0


sys.exit(main())
