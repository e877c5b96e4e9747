"""The schemas are current, are schemas, describe every key, and take their own examples; the files of
scenarios/ name them. Prints TAP.
"""
import json
import os
import subprocess
import sys

import jsonschema

from reading import KINDS, TOP, compose, kind_of, schema

HNBSIM = os.environ.get("HNBSIM", os.path.join(TOP, "build", "hnbsim"))
DRAFT = jsonschema.Draft202012Validator


def printed(kind):
    done = subprocess.run([HNBSIM, "schema", kind], capture_output=True, text=True, check=False)
    return json.loads(done.stdout)


def fields(part, path=""):
    """Every key that a schema names, with its own schema."""
    if isinstance(part, dict):
        for key, below in part.get("properties", {}).items():
            yield f"{path}.{key}", below
        for key, below in part.items():
            yield from fields(below, f"{path}.{key}")
    if isinstance(part, list):
        for number, below in enumerate(part):
            yield from fields(below, f"{path}[{number}]")


def undescribed(whole):
    """Keys of the tables without a description; of what stands beside any number, in its definition."""
    own = {key: part for key, part in whole.items() if key != "$defs"}
    for path, part in fields(own):
        name = part.get("$ref", "").rpartition("/")[2]
        if not (part.get("description") or whole["$defs"].get(name, {}).get("description")):
            yield path


def bad_examples(whole):
    for path, part in fields(whole):
        checker = DRAFT({**part, "$defs": whole["$defs"]})
        for example in part.get("examples", []):
            if not checker.is_valid(example):
                yield f"{path}: {example}"


def unnamed():
    """Files whose first line does not lead to the schema of their kind."""
    for folder, _, files in os.walk(os.path.join(TOP, "scenarios")):
        for file in files:
            path = os.path.join(folder, file)
            if not file.endswith(".yaml"):
                continue
            with open(path, encoding="utf-8") as text:
                first = text.readline().rstrip("\n")
            to = os.path.join(folder, first.removeprefix("# yaml-language-server: $schema="))
            wanted = os.path.join(TOP, "scenarios", "schema", f"{kind_of(compose(path))}.json")
            if os.path.normpath(to) != wanted:
                yield f"{path}: {first}"


def main():
    points = []
    for kind in KINDS:
        whole = schema(kind)
        points += [
            (f"{kind}.json is what hnbsim schema {kind} prints; ./dev docs mends it",
             [] if whole == printed(kind) else ["they differ"]),
            (f"{kind}.json is a schema", [] if DRAFT.check_schema(whole) is None else ["it is none"]),
            (f"{kind}.json says what every key is",
             list(undescribed(whole))),
            (f"{kind}.json takes its own examples", list(bad_examples(whole)))]
    points.append(("each file of scenarios/ names its schema", list(unnamed())))
    print(f"1..{len(points)}")
    for number, (what, wrong) in enumerate(points, 1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {what}")
        for line in wrong:
            print(f"# {line}")
    return any(wrong for _, wrong in points)


sys.exit(main())
