# A folder of results, read by those who know nothing but the standards: the table by its metadata, JSON by its
# schema, and both have the same figures. Then each with something wrong in it, which they see.
S=$TOP/scenarios
cat >all.yaml <<END
scenario: "=cmd, of all"
based_on: $S/review-package.yaml
END
"$HNBSIM" compare --quiet --draws 200 --limit £20m --seed 7 -o results/ "$S/no-change.yaml" all.yaml; echo "compare $?"
ls results
"$HNBSIM" run --quiet --pupils whole -d 64 -f json -o whole.json "$S/no-change.yaml" -r 'mean(pupils[2020-01]) > 5'
"$HNBSIM" run --quiet -f json "$S/repeated-mfg-cut.yaml" >unlawful.json 2>said.txt; echo "unlawful $?"
PYTHONPATH=$TOP/tests/cli python3 -W ignore - <<'PY'
import json
import subprocess
import os

import open_data


def text(name):
    with open(name, encoding="utf-8", newline="") as file:
        return file.read()


about, table, document = (text("results/" + name) for name in ("table.csv-metadata.json", "table.csv", "results.json"))
about, schema = json.loads(about), json.loads(text("results/results.schema.json"))
print("the metadata:", open_data.metadata_faults(about), about["url"])
rows, wrong = open_data.read_table(table, about)
print("the table:", wrong, len(rows) > 20000)
results = open_data.read_json(document)
print("the same rows:", open_data.as_table(results) == [{**row, "scenario": row["scenario"].removeprefix("'")} for row in rows])
print("of one run:", about["dc:identifier"] == results["digest"], about["schema:softwareVersion"] == results["hnbsim"])
print(about["dc:source"].split("scenarios/")[0].split("/")[0], about["dc:source"].split("yaml ")[-1])
print("its schema beside it:", results["$schema"])

# Every statistic and every unit has been met, and what is said of any run is what the command says.
print(sorted({row["unit"] for row in rows}), {row["measure"] for row in rows} >= {"rule", "quoted", "spend", "pupils"})
for kind, file, name in (("table", "table.csv-metadata.json", "the metadata"), ("results", "results.schema.json", "the schema")):
    printed = subprocess.run([os.environ["HNBSIM"], "schema", kind], capture_output=True, text=True).stdout
    kept = text(os.path.join(os.environ["TOP"], "docs", file))
    print(name, "is docs':", printed == kept, {**about, **json.loads(printed)} == about if kind == "table" else json.loads(printed) == schema)
measures = subprocess.run([os.environ["HNBSIM"], "list", "measures", "--format", "json"], capture_output=True, text=True).stdout
listed = {each["name"] for each in json.loads(measures)["measures"]} - {"conversions"}
row = schema["properties"]["rows"]["items"]["properties"]
columns = {column["name"]: column for column in about["tableSchema"]["columns"]}
print("every measure:", listed == set(row["measure"]["enum"]) == set(columns["measure"]["datatype"]["format"].split("|")))
print("alike:", row["unit"]["enum"] == columns["unit"]["datatype"]["format"].split("|"),
      row["by"]["enum"] == ["", *columns["by"]["datatype"]["format"].split("|")],
      row["statistic"]["pattern"][1:-1] == columns["statistic"]["datatype"]["format"], sorted(row) == sorted(columns))

def some(document):
    """One row of every statistic and unit of every measure: a validator takes its time."""
    kinds = {(row["measure"], row["by"], row["statistic"], row["unit"]): row for row in document["rows"]}
    return dict(document, rows=list(kinds.values()))


few = some(results)
for name, it in (("results", few), ("whole", some(json.loads(text("whole.json")))), ("unlawful", json.loads(text("unlawful.json")))):
    print(name, "keeps to the schema:", open_data.schema_faults(json.dumps(it, default=float), schema))
few["rows"] = few["rows"][::7]


def bad(change):
    it = json.loads(json.dumps(few, default=float))
    change(it)
    return bool(open_data.schema_faults(json.dumps(it), schema))


def row_of(it, **wanted):
    return next(row for row in it["rows"] if all(row[key] == value for key, value in wanted.items()))


CHANGES = [lambda it: it.pop("digest"), lambda it: it.update(digest=it["digest"][1:]), lambda it: it.update(more=1),
           lambda it: it.update(rows=[]), lambda it: it["rows"][5].update(period="2020-1"),
           lambda it: it["rows"][5].update(value=str(it["rows"][5]["value"])), lambda it: it["rows"][5].pop("unit"),
           lambda it: it["rows"][5].update(unit="people"), lambda it: it["rows"][5].update(note=""),
           lambda it: it["rows"][5].update(statistic="median"), lambda it: it["rows"][5].update(statistic="p05 difference se"),
           lambda it: it["rows"][5].update(measure="children"), lambda it: row_of(it, by="setting").update(by="school"),
           lambda it: row_of(it, by="").update(item="special"), lambda it: row_of(it, by="age").update(item=""),
           lambda it: row_of(it, measure="pupils").update(unit="year"),
           lambda it: it["scenarios"][0].update(lawful="yes"), lambda it: it["scenarios"][1]["findings"][0].update(severity="bad"),
           lambda it: it["scenarios"][1]["quoted"][0].update(verdict="not told"),
           lambda it: it["scenarios"][0].update(pupils="some"), lambda it: it.update(requirements=[])]
print("of", len(CHANGES), "wrong documents it refuses", sum(bad(change) for change in CHANGES))

lines = table.split("\n")
money = next(i for i, line in enumerate(lines) if line.endswith("£"))
wrongs = [[*lines[:9], lines[8], *lines[9:]], [*lines[:9], lines[9].replace(",20", ",Jan 20", 1), *lines[10:]],
          [*lines[:money], lines[money].replace(".", ","), *lines[money + 1:]], [lines[0].replace("by", "of"), *lines[1:]],
          [*lines[:money], lines[money].replace("£", "GBP"), *lines[money + 1:]],
          [*lines[:9], lines[9].split(",", 1)[1], *lines[10:]], [*lines[:9], "," + lines[9].split(",", 1)[1], *lines[10:]]]
print("of", len(wrongs), "wrong tables it sees", sum(bool(open_data.read_table("\n".join(it), about)[1]) for it in wrongs))
METADATA = [("url", 1), ("@context", "csvw"), ("licence", "OGL"), ("dialect", {"encoding": "utf-8", "comma": ","}),
            ("tableSchema", {"columns": [{"name": "a b", "titles": "a"}], "primaryKey": ["a b"]}),
            ("tableSchema", {"columns": [{"name": "a", "titles": "a", "datatype": "text"}], "primaryKey": ["a"]}),
            ("tableSchema", {"columns": [{"name": "a", "titles": "a"}], "primaryKey": ["b"]})]
print("of", len(METADATA), "wrong descriptions", sum(bool(open_data.metadata_faults({**about, key: value})) for key, value in METADATA))
PY
