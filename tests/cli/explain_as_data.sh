# JSON and CSV say the same of a figure, and both list what the table lists.
cd "$TOP" || exit
for format in json csv; do
    "$HNBSIM" explain scenarios/review-package.yaml --line each --year 2024-25 --format $format >"$OLDPWD/pounds.$format"
    "$HNBSIM" explain scenarios/review-package.yaml --pupils each --january 2025 --format $format >"$OLDPWD/pupils.$format"
    "$HNBSIM" explain scenarios/review-package.yaml --format $format >"$OLDPWD/list.$format"
done
cd "$OLDPWD" || exit
python3 - <<'END2'
import csv
import json


def rows(figure, part, depth, root=True):
    inner = part.get("parts", [])
    kind = "figure" if root else "leaf" if "factors" in part else "part" if inner else "other"
    yield [figure, str(depth), kind, part["text"], part["value"]]
    for each in part.get("factors", []):
        yield [figure, str(depth + 1), "factor", each["factor"], each["value"], each["unit"], each["source"]]
    for each in inner:
        yield from rows(figure, each, depth + 1, False)


def cells(row):
    known = row["is"] in ("figure", "part", "leaf", "factor")
    first = [row["figure"], row["depth"], row["is"] if known else "other", row["text"].lstrip("'"), row["value"]]
    return first + ([row["unit"], row["source"].lstrip("'")] if row["is"] == "factor" else [])


for name in ("pounds", "pupils"):
    document = json.load(open(f"{name}.json", encoding="utf-8"), parse_float=str, parse_int=str)
    tree = [row for figure in document["figures"] for row in rows(figure["figure"], figure["tree"], 0)]
    table = [cells(row) for row in csv.DictReader(open(f"{name}.csv", encoding="utf-8"))]
    for one in (tree, table):
        for row in one:
            row[2] = "other" if row[2] == "leaf" and name == "pupils" else row[2]
    print(name, document["scenario"], document["lawful"], len(document["digest"]), len(tree) > 50, tree == table)
told = json.load(open("list.json", encoding="utf-8"))
listed = list(csv.DictReader(open("list.csv", encoding="utf-8")))
print([row["name"] for row in listed if row["option"] == "line"] == [each["line"] for each in told["lines"]],
      [row["name"] for row in listed if row["option"] == "pupils"] == told["settings"])
END2
