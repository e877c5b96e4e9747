"""Typed management plans as people and programs write them: a sound one of two years, and its faults."""
import io
import zipfile

YEARS = ["2019-20", "2020-21"]
PLAN = [
    ["A plan"],
    ["Financial year", "Name", "Before", *YEARS],
    ["Mitigated forecast: Ours", "mitigated"],
    ["Special schools", "spend.special", None, 1234.56, 1300],
    ["Therapies", "spend.services", None, 100, 120.5],
    ["Spend", "spend", None, 1334.56, 1420.5],
    ["Block", "income.allocation", None, 1400, 1450.25],
    ["Income", "income", None, 1400, 1450.25],
    ["In year", "balance.in_year", None, 65.44, 29.75],
    ["Carried", "balance.carried", -50.5, 14.94, 44.69],
    ["EHCPs", "plans.age", 20, 21, 22.5],
]
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def changed(*cells, of=None):
    """The plan with other cells: (row, column, value), counted from 1."""
    rows = [list(row) for row in of or PLAN]
    for row, column, value in cells:
        while len(rows) < row:
            rows.append([])
        rows[row - 1] += [None] * (column - len(rows[row - 1]))
        rows[row - 1][column - 1] = value
    return rows


class Raw(str):
    """A cell's XML as it stands, of which PLACE is the cell's place."""


def cell_xml(row, column, value):
    place = f"{chr(ord('A') + column)}{row + 1}"
    if isinstance(value, Raw):
        return value.replace("PLACE", place)
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return "" if value is None else f'<c r="{place}"><v>{value!r}</v></c>'


def sheet_xml(rows):
    lines = "".join(f'<row r="{r + 1}">' + "".join(cell_xml(r, c, v) for c, v in enumerate(row)) + "</row>"
                    for r, row in enumerate(rows))
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet {NAMESPACE}><sheetData>{lines}</sheetData></worksheet>'


def parts_of(rows, names=("DSG plan",)):
    """The parts of a workbook whose sheets all hold the rows."""
    sheets = "".join(f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(names, 1))
    relations = "".join(f'<Relationship Id="rId{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                        for i in range(1, len(names) + 1))
    parts = {
        "xl/workbook.xml": f'<workbook {NAMESPACE} xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
    }
    for i in range(1, len(names) + 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = sheet_xml(rows)
    return parts


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts if isinstance(parts, list) else parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def workbook(rows=None, names=("DSG plan",), **other):
    """A workbook's bytes; other parts by name with '_' for '/', such as sheet1='...' or workbook=None."""
    parts = parts_of(rows or PLAN, names)
    places = {"sheet1": "xl/worksheets/sheet1.xml", "workbook": "xl/workbook.xml",
              "relations": "xl/_rels/workbook.xml.rels", "texts": "xl/sharedStrings.xml"}
    for name, text in other.items():
        parts[places[name]] = text
    return zipped({name: text for name, text in parts.items() if text is not None})


def csv_cell(value):
    text = "" if value is None else str(value)
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def csv(rows=None, separator=",", **_):
    return ("\n".join(separator.join(csv_cell(v) for v in row) for row in rows or PLAN) + "\n").encode()


def damaged(whole, at, by=b"\xff\xff\xff\xff"):
    return whole[:at] + by + whole[at + len(by):]


def without(*rows):
    return [row for i, row in enumerate(PLAN, 1) if i not in rows]


def many_zeros(size):
    return zipped({**parts_of(PLAN), "xl/worksheets/sheet2.xml": "0" * size})


DEEP = "<a>" * 70 + "</a>" * 70
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
WHOLE = workbook()
TWO = [*PLAN, ["Mitigated forecast: Theirs", "mitigated"], *PLAN[3:]]

# What is wrong with each, its name ending as its kind does.
CASES = {
    "amounts.csv": csv(changed((4, 4, "12k pounds"), (4, 5, "15%"), (5, 4, "1.234"), (5, 5, "£9e11"), (11, 4, -3))),
    "amounts.xlsx": workbook(changed((4, 4, Raw('<c r="PLACE" t="e"><v>#REF!</v></c>')),
                                     (4, 5, Raw('<c r="PLACE" t="b"><v>1</v></c>')),
                                     (5, 4, Raw('<c r="PLACE"><f>SUM(A1:A2)</f></c>')),
                                     (5, 5, Raw('<c r="PLACE" t="s"><v>7</v></c>')), (7, 4, "£1400 or so"))),
    "balance-not-said.csv": csv(changed((10, 3, None), (10, 4, None), (10, 5, None))),
    "begins-later.csv": csv(changed((2, 4, "2020-21"), (2, 5, "2021-22"))),
    "block-among-two.csv": csv(TWO),
    "block-unmitigated.csv": csv([*changed((3, 2, "unmitigated")), ["Also", "unmitigated"]]),
    "columns-by-semicolons.csv": csv(separator=";"),
    "columns-too-many.csv": csv(changed((4, 40, "x"))),
    "ended-before.csv": csv(changed((2, 4, "2010-11"), (2, 5, "2011-12"))),
    "empty.csv": b"\n,,,\n",
    "gap.xlsx": workbook(changed((4, 5, None))),
    "no-names.csv": csv(changed((5, 2, None), (6, 2, "spned"))),
    "no-rows.csv": csv(PLAN[:3]),
    "no-years.csv": csv(without(2)),
    "old.xlsx": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "totals.xlsx": workbook(changed((6, 4, 1334.57), (8, 5, 1400), (9, 4, 65), (10, 5, 40))),
    "totals-in-pounds.csv": csv(changed((4, 4, 1234), (6, 4, 1400), (6, 5, ""), (5, 5, 120), (7, 5, 1450), (8, 5, 1450),
                                        (9, 4, 66), (9, 5, 30), (10, 3, -50), (10, 4, 16), (10, 5, 46))),
    "twice.csv": csv([*PLAN, PLAN[3]]),
    "years.csv": csv(changed((2, 5, "2021-22"))),
    "years-many.xlsx": workbook([[None, None, None, *(f"{y}-{(y + 1) % 100:02}" for y in range(2019, 2050))], *PLAN[2:]]),
    "years-more.csv": csv(changed((2, 6, "later"))),
    # A package that is none.
    "zip-bomb.xlsx": many_zeros(40 << 20),
    "zip-cut.xlsx": WHOLE[:len(WHOLE) // 3],
    "zip-damaged.xlsx": damaged(WHOLE, WHOLE.index(b"xl/worksheets/sheet1.xml") + 60),
    "zip-nothing.xlsx": zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
    "zip-no-relations.xlsx": workbook(relations=None),
    "zip-no-sheet.xlsx": workbook(sheet1=None),
    "zip-other-sheets.xlsx": workbook(names=("DGS plan", "Notes")),
    "zip-parts.xlsx": zipped({**parts_of(PLAN), **{f"xl/worksheets/s{i}.xml": "" for i in range(300)}}),
    "zip-twice.xlsx": zipped([*parts_of(PLAN).items(), ("xl/workbook.xml", "<workbook/>")]),
    "xml-cut.xlsx": workbook(sheet1=sheet_xml(PLAN)[:300]),
    "xml-deep.xlsx": workbook(sheet1=DEEP),
    "xml-entities.xlsx": workbook(sheet1=LAUGHS),
    "xml-far-away.xlsx": workbook(changed((1, 70, "x")), sheet1=f'<worksheet><sheetData><row r="9000">'
                                  '<c r="A9000"><v>1</v></c></row></sheetData></worksheet>'),
}
