"""The schemas and the reader agree: on every file of scenarios/ and tests/data, and on every mistake of
tests/cases that a schema can see. Prints TAP.

What a schema can see is told by the reader's own wording (SEEN): a kind, a key, a choice, a unit or a range,
there in the file. Names of the area, sums, years out of order and what two places say together it cannot.
Each such mistake must be complained of at its line; and each complaint must be of a line where the reader
found something. What a scenario changes in its area is put into the area first, as the reader does.
"""
import os
import re
import sys

from reading import TOP, complaints, compose, item, kind_of

import yaml

HERE = os.path.join(TOP, "tests", "cases")
PROBLEM = re.compile(r"^(\S+\.yaml):(\d+):\d+: (.*)$", re.MULTILINE)
SEEN = [re.compile(pattern) for pattern in (
    r"unknown key '.*'", r"unknown effect '.*'", r"'.*' cannot be '.*'", r"'.*' has no value", r"'.*' is missing",
    r"'.*' must be (text|a list|a mapping|a month|a January|true or false|a span of financial years), .*",
    r"this must be .*, not .*", r"'.*' is not (a month|a January|a span of financial years|a number|a range of ages)",
    r"'.*' is neither true nor false", r"'.*' takes a list of \d numbers", r"'.*' both say what the number is",
    r"'.*' is a percentage, where .* belongs", r"'.*' is in pounds, where .* belongs", r"'.*' is (more than 100%)",
    r"'.*' is a change of .*", r"'.*' takes away all there is, or more", r"'.*' is less than nought",
    r"'.*' is not a(?: financial)? year", r"'.*' needs '(share|of|margins|premium|endings)' beside it",
    r"give one of '(margins|amount|open)' and '.*'", r"an effect has one name, not .*",
    r"a source is text, or one key and the place in it", r"'.*' must name 1 to \d+.*, not \d+",
    r"'.*' belongs beside an 'sd'", r"a number is missing here")]

# What a schema and the reader cannot agree on, by case: (the text of the one or the other, why).
EXCEPT = {
    "effect-redirect": ("give one of 'amount' and 'share'", "a whole saving needs neither"),
    "consideration-ages": ("'15-11' is not a range", "no pattern tells which of two numbers is the larger"),
    "scenario-no-area": ("'area' is missing", "what it is based on may name one"),
    "scenario-keys": ("'Setpember 2020' does not match", "the reader looks at dates once the keys are right"),
}


def seen(text):
    return any(pattern.fullmatch(text) for pattern in SEEN)


def put(root, named, node):
    """As node_set() does: keys joined by dots, a key that has dots itself first."""
    parts, here = named.value.split("."), root
    while parts:
        for count in range(len(parts), 0, -1):
            key, below = item(here, ".".join(parts[:count]))
            if key is not None:
                break
        else:
            key, below, count = None, None, len(parts)
        if count == len(parts):
            if key is None:
                if len(parts) == 1:
                    here.value.append((yaml.ScalarNode("tag:yaml.org,2002:str", parts[0], named.start_mark, named.end_mark), node))
                return len(parts) == 1
            here.value = [(k, node if k is key else v) for k, v in here.value]
            return True
        if not isinstance(below, yaml.MappingNode):
            return False
        here, parts = below, parts[count:]
    return False


def documents(path):
    """A file by itself; and of a scenario, its area with its changes in it."""
    node = compose(path)
    if node is None or kind_of(node) is None:
        return
    yield node, kind_of(node)
    area, change = item(node, "area")[1], item(node, "change")[1]
    if kind_of(node) != "scenario" or area is None or not isinstance(change, yaml.MappingNode):
        return
    beside = os.path.relpath(os.path.join(TOP, os.path.dirname(path), str(area.value)), TOP)
    root = compose(beside)
    if root is not None and kind_of(root) == "area":
        for key, below in change.value:
            put(root, key, below)
        yield root, "area"


def all_complaints(path):
    for node, kind in documents(path):
        for file, first, last, what in complaints(node, kind):
            yield os.path.relpath(file, TOP), first, last, what


def valid():
    for folder, _, files in sorted(os.walk(os.path.join(TOP, "scenarios"))) + \
            sorted(os.walk(os.path.join(TOP, "tests", "data"))):
        for file in sorted(files):
            if file.endswith(".yaml"):
                path = os.path.relpath(os.path.join(folder, file), TOP)
                said = list(all_complaints(path))
                yield f"{path} is valid", [f"{p}:{a}-{b}: {w}" for p, a, b, w in said]


def case(name):
    """What the two do not agree on, and how many mistakes both see."""
    with open(os.path.join(HERE, name + ".txt"), encoding="utf-8", errors="replace", newline="") as file:
        told = file.read()
    own = os.path.join("tests", "cases", name + ".yaml")
    problems = [(file, int(line), text) for file, line, text in PROBLEM.findall(told)]
    files = sorted({own} | {file for file, _, _ in problems if file.startswith("tests/cases")})
    said = {each for file in files for each in all_complaints(file)}
    readable = {file for file in files if list(documents(file))}
    wrong, both = [], 0
    for file, line, text in problems:
        if file not in readable or not seen(text):
            continue
        met = any(p == file and first <= line <= last for p, first, last, _ in said)
        both += met
        if not met:
            wrong.append(f"the schema does not see {file}:{line}: {text}")
    for p, first, last, what in sorted(said):
        if not any(p == file and first <= line <= last for file, line, _ in problems):
            wrong.append(f"the reader takes {p}:{first}-{last}, and the schema says {what}")
    if name not in EXCEPT:
        return wrong, both
    if len(wrong) == 1 and EXCEPT[name][0] in wrong[0]:
        return [], both
    return wrong + [f"it is no exception: {EXCEPT[name]}"], both


def main():
    points, together = list(valid()), 0
    for name in sorted(file[:-4] for file in os.listdir(HERE) if file.endswith(".txt")):
        wrong, both = case(name)
        together += both
        points.append((f"{name}: {both} seen by both", wrong))
    points.append(("a hundred mistakes are seen by both", [] if together >= 100 else [f"only {together} are"]))
    print(f"1..{len(points)}")
    for number, (what, wrong) in enumerate(points, 1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {what}")
        for line in wrong:
            print(f"# {line}")
    return any(wrong for _, wrong in points)


sys.exit(main())
