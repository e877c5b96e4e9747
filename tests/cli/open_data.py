"""A table read by its metadata, as CSV on the Web has it, and results by their schema: an independent reader.

https://www.w3.org/TR/tabular-metadata/ (which properties there are, 5) and https://www.w3.org/TR/tabular-data-model/
(how cells are parsed, 6.4). Only what these results use is known: anything else is complained of.
"""
import csv
import decimal
import json
import re

import jsonschema

TOP_LEVEL = {"@context", "url", "dialect", "tableSchema"}
COLUMN = {"name", "titles", "datatype", "required", "null"}
DIALECT = {"encoding": str, "delimiter": str, "quoteChar": str, "doubleQuote": bool, "header": bool,
           "headerRowCount": int, "lineTerminators": str, "skipInitialSpace": bool, "trim": bool}
PREFIXES = ("dc:", "schema:", "rdfs:")  # of the initial context, which a document need not declare
BASES = {"string": str, "decimal": decimal.Decimal}
DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")


def common(key):
    """A property of any vocabulary: prefix:name."""
    return key.startswith(PREFIXES)


def metadata_faults(about):
    """What is wrong with a table description."""
    wrong = [f"unknown property {key}" for key in about if key not in TOP_LEVEL and not common(key)]
    if about.get("@context") not in ("http://www.w3.org/ns/csvw",
                                     ["http://www.w3.org/ns/csvw", {"@language": "en"}]):
        wrong.append("the context is not CSVW's")
    if not isinstance(about.get("url"), str):
        wrong.append("a table has a url")
    for key, value in about.get("dialect", {}).items():
        if not isinstance(value, DIALECT.get(key, ())) or (key == "headerRowCount" and isinstance(value, bool)):
            wrong.append(f"dialect: {key}")
    schema = about.get("tableSchema", {})
    wrong += [f"unknown property {key} of the schema" for key in schema if key not in ("columns", "primaryKey")]
    names = [column.get("name") for column in schema.get("columns", [])]
    for column in schema.get("columns", []):
        wrong += column_faults(column)
    if len(set(names)) != len(names) or not names:
        wrong.append("columns have names of their own")
    if not set(schema.get("primaryKey", [])) <= set(names) or not schema.get("primaryKey"):
        wrong.append("the primary key is of columns")
    return wrong


def column_faults(column):
    """What is wrong with one column's."""
    wrong = [f"unknown property {key} of a column" for key in column if key not in COLUMN and not common(key)]
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*", column.get("name", "")):
        wrong.append("a name is to stand in a URL")
    datatype = column.get("datatype", "string")
    datatype = {"base": datatype} if isinstance(datatype, str) else datatype
    if datatype.get("base") not in BASES or set(datatype) - {"base", "format"}:
        wrong.append(f"{column.get('name')}: datatype {datatype}")
    if not isinstance(column.get("required", False), bool) or not isinstance(column.get("null", ""), str):
        wrong.append(f"{column.get('name')}: required or null")
    re.compile(datatype.get("format", ""))
    return wrong


def parse(cell, column):
    """A cell's value: None where it is null. Raises ValueError."""
    if cell == column.get("null", ""):
        if column.get("required"):
            raise ValueError(f"{column['name']} is required")
        return None
    datatype = column["datatype"]
    datatype = {"base": datatype} if isinstance(datatype, str) else datatype
    if "format" in datatype and not re.fullmatch(datatype["format"], cell):
        raise ValueError(f"{column['name']} '{cell}' is not as its format")
    if datatype["base"] == "decimal":
        if not DECIMAL.fullmatch(cell):
            raise ValueError(f"{column['name']} '{cell}' is no decimal")
        return decimal.Decimal(cell)
    return cell


def read_table(text, about):
    """Rows as dictionaries of values, and what is wrong with them."""
    dialect, columns = about["dialect"], about["tableSchema"]["columns"]
    wrong, rows, keys = [], [], set()
    if dialect["lineTerminators"] not in text or "\r" in text:
        wrong.append("lines end otherwise")
    lines = list(csv.reader(text.split(dialect["lineTerminators"])[:-1], delimiter=dialect["delimiter"], strict=True,
                            quotechar=dialect["quoteChar"], doublequote=dialect["doubleQuote"],
                            skipinitialspace=dialect["skipInitialSpace"]))
    if lines[0] != [column["titles"] for column in columns]:
        wrong.append(f"the header is {lines[0]}")
    for number, line in enumerate(lines[dialect["headerRowCount"]:], 2):
        try:
            if len(line) != len(columns):
                raise ValueError(f"{len(line)} cells")
            rows.append({column["name"]: parse(cell, column) for cell, column in zip(line, columns)})
            key = tuple(rows[-1][name] for name in about["tableSchema"]["primaryKey"])
            if key in keys:
                raise ValueError(f"{key} is there twice")
            keys.add(key)
        except ValueError as error:
            wrong.append(f"line {number}: {error}")
    return rows, wrong


def as_table(document):
    """The rows of results.json as those of the table."""
    return [{key: value if value != "" else None for key, value in row.items()} for row in document["rows"]]


def never(name):
    raise ValueError(name)


def read_json(text):
    """JSON as the standard has it; a number keeps its digits."""
    return json.loads(text, parse_constant=never, parse_float=decimal.Decimal, parse_int=decimal.Decimal)


def schema_faults(text, schema):
    """What a validator that has nothing of ours says, the first ten."""
    jsonschema.Draft7Validator.check_schema(schema)
    found = jsonschema.Draft7Validator(schema).iter_errors(json.loads(text, parse_constant=never))
    return [f"{list(each.path)}: {each.message[:120]}" for each, _ in zip(found, range(10))]
