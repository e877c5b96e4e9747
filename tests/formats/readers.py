"""What outputs show, read by those who know nothing of how they were written."""
import csv
import io
import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

KEY = ("scenario", "period", "measure", "by", "item", "ledger", "statistic")
SVG = "{http://www.w3.org/2000/svg}"
UNITS = {"m": 1e6, "k": 1e3, "%": 0.01, "": 1}


def keyed(rows):
    """Figures of a tidy table as text, by what they are of."""
    return {tuple(row[name] for name in KEY): row["value"] for row in rows}


def table(text):
    return keyed(csv.DictReader(io.StringIO(text, newline="")))


def amount(text):
    """A figure as people read it, in pounds, pupils or shares, and what its last digit is worth."""
    found = re.fullmatch(r"([−+±-]?)£?(\d[\d,]*)(\.\d+)?([mk%]?)", text)
    if not found:
        raise ValueError(f"'{text}' is no figure")
    sign, whole, part, unit = found.groups("")
    number = float(whole.replace(",", "") + part) * UNITS[unit]
    return -number if sign and sign in "−-" else number, 10.0 ** -max(len(part) - 1, 0) * UNITS[unit]


class Page(HTMLParser):
    """The tables of a page: the section each stands in, its caption, its rows of cells; and its words."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tables, self.words, self.section, self.cell = [], [], None, None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "section":
            self.section = dict(attrs)["id"]
        elif tag == "table":
            self.tables.append({"section": self.section, "caption": "", "rows": []})
        elif tag == "tr":
            self.tables[-1]["rows"].append([])
        elif tag in ("td", "th"):
            self.tables[-1]["rows"][-1].append("")
        if tag in ("td", "th", "caption"):
            self.cell = tag

    def handle_endtag(self, tag):
        if tag == self.cell:
            self.cell = None

    def handle_data(self, data):
        self.words.append(data)
        if self.cell == "caption":
            self.tables[-1]["caption"] += data
        elif self.cell:
            self.tables[-1]["rows"][-1][-1] += data

    def rows(self, section, caption):
        """Heads, and (group, cells) of each row, of the section's first table whose caption has that pattern."""
        for one in self.tables:
            if one["section"] == section and re.search(caption, one["caption"]):
                heads, group, rows = one["rows"][0], "", []
                for cells in one["rows"][1:]:
                    if len(cells) == 1:
                        group = cells[0]
                    else:
                        rows.append((group, cells))
                return heads, rows
        return [], []


def terminal(text):
    """Tables of a terminal, by the line above their rule or the one above that: {heads, rows}, where a row is
    (group, words, figures). Words that go on in the next line are joined again."""
    found = []
    for block in re.split(r"\n\s*\n", text):
        lines = block.strip("\n").split("\n")
        rule = next((i for i, line in enumerate(lines) if re.fullmatch(r"─+(  ─+)+", line)), None)
        if rule is None:
            continue
        group, rows = "", []
        for line in lines[rule + 1:]:
            words, *figures = re.split(r" {2,}", line.strip())
            if figures:
                rows.append((group, words, figures))
            elif line.startswith("  ") and rows:
                rows[-1] = (rows[-1][0], f"{rows[-1][1]} {words}", rows[-1][2])
            else:
                group = words
        found.append({"title": lines[0].strip(), "heads": " ".join(lines[:rule]), "rows": rows})
    return found


def panels(picture):
    """Panels of a chart of years: its first words, and its lines as pounds by its own axis, how thick and whether
    dashed. A level of the axis is a line from side to side, and the words behind it what it is."""
    root = ElementTree.fromstring(picture)
    parts = [each for each in root.iter(SVG + "g") if each.get("transform")] or [root]
    return [panel(part) for part in parts]


def panel(part):
    name, level, axis, lines = None, None, [], []
    for each in part.iter():
        if each.tag == SVG + "text":
            name = name or each.text
            if level is not None:
                axis.append((level, amount(each.text)[0]))
            level = None
        elif each.tag == SVG + "path" and re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+", each.get("d")):
            level = float(re.split("[ H]", each.get("d"))[1])
        elif each.tag == SVG + "path" and each.get("fill") == "none":
            heights = [float(point.split()[1]) for point in each.get("d")[1:].split("L")]
            lines.append((each.get("stroke-width"), bool(each.get("stroke-dasharray")), heights))
    (low, below), (high, above) = min(axis, key=lambda at: at[1]), max(axis, key=lambda at: at[1])
    pound = (above - below) / (high - low)
    return {"name": name, "near": abs(pound) * 0.11, "described": [each.text for each in part.iter(SVG + "desc")],
            "lines": [(thick, dashed, [below + (at - low) * pound for at in heights]) for thick, dashed, heights in lines]}
