#!/usr/bin/env python3
"""Keep what the pages quote as the program prints it: the README's comparison, the guide's sample rows,
what is said of requirements, how a figure came about, looking back; and the reference and the schemas, which it prints whole.

Usage: docs/refresh.py [--check]   (--check says what is out of date, and changes nothing; $HNBSIM is the command)
"""
import csv
import os
import re
import shlex
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HNBSIM = os.environ.get("HNBSIM", os.path.join(TOP, "build", "hnbsim"))
COMPARED = ["no-change", "3-outreach", "4b-one-satellite", "review-package"]


def said(*words):
    """What the command prints, run from the top of the repository."""
    done = subprocess.run([HNBSIM, *words], cwd=TOP, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3, 4):
        sys.exit(done.stderr)
    return done.stdout


def readme(text):
    """The comparison between its two marks."""
    table = said("compare", "--draws", "1,000", *(f"scenarios/{name}.yaml" for name in COMPARED))
    block = f"<!-- comparison -->\n```\n{table.rstrip()}\n```\n<!-- /comparison -->"
    return re.sub(r"<!-- comparison -->.*?<!-- /comparison -->", lambda _: block, text, flags=re.S)


def picture(_):
    """The comparison as ./dev run draws it."""
    return said("chart", "fan", "--draws", "1,000", "--by", "2024-25", "--quiet", *(f"scenarios/{name}.yaml" for name in COMPARED))


def guide(text):
    """Sample rows of the tidy table: each keeps its names and gets today's value."""
    table = said("compare", "--format", "csv", "scenarios/no-change.yaml", "scenarios/4b-one-satellite.yaml")
    values = {tuple(row[:7]): row[7] for row in csv.reader(table.splitlines())}

    def today(match):
        row = next(csv.reader([match.group(0)]))
        if tuple(row[:7]) not in values:
            sys.exit(f"docs/scenarios.md: there is no row {match.group(0)}")
        return ",".join([*row[:7], values[tuple(row[:7])], row[8]])

    return re.sub(r"^(?:No change|One satellite),20\d\d-\d\d,.*$", today, text, flags=re.M)


REQUIRED = ["P(cumulative balance[2024-25] >= -£20m) >= 0.8", "P(cumulative balance[2024-25] < 0) > 95%",
            "mean difference(cumulative balance[2030-31]) >= 0"]


def ci(text):
    """What is said of requirements that do and do not hold."""
    words = [word for required in REQUIRED for word in ("--require", required)]
    table = said("compare", "--draws", "1000", *words, *(f"scenarios/{name}.yaml" for name in COMPARED[:2]))
    told = re.search(r"^((?:holds|fails|undecided) in .*?)\n\n", table, re.DOTALL | re.MULTILINE)[1]
    return re.sub(r"<!-- required -->.*?<!-- /required -->",
                  lambda _: f"<!-- required -->\n```\n{told}\n```\n<!-- /required -->", text, flags=re.S)


def anywhere(text):
    """Without the digest, which has in it the last bits of the processor's mathematics."""
    return re.sub(r"^digest [0-9a-f]{64}$", "digest", text, flags=re.M)


def explained(text):
    """Trees, each between two marks of which the first has the words."""
    def today(match):
        tree = said("explain", *shlex.split(match.group(1)))
        return f"<!-- explain {match.group(1)} -->\n```\n{tree.rstrip()}\n```\n<!-- /explain -->"

    return re.sub(r"<!-- explain (.*?) -->.*?<!-- /explain -->", today, text, flags=re.S)


def looked_back(text):
    """What an area's flows make of its past, between two marks as those of explained()."""
    def today(match):
        table = said("backrun", "scenarios/areas/cheshire-west-2019.yaml", *shlex.split(match.group(1)))
        return f"<!-- backrun {match.group(1)} -->\n```\n{table.rstrip()}\n```\n<!-- /backrun -->"

    return re.sub(r"<!-- backrun (.*?) -->.*?<!-- /backrun -->", today, text, flags=re.S)


def reference(_):
    """Every key of every file."""
    return said("schema", "reference")


def schema_of(kind):
    return lambda _: said("schema", kind)


PAGES = [("README.md", readme), ("docs/comparison.svg", picture), ("docs/scenarios.md", guide), ("docs/ci.md", ci),
         ("docs/explain.md", explained), ("docs/cheshire-west-2019.md", looked_back), ("docs/reference.md", reference),
         *((f"scenarios/schema/{kind}.json", schema_of(kind)) for kind in ("area", "consideration", "scenario"))]


def main():
    stale = 0
    for name, fresh in PAGES:
        path = os.path.join(TOP, name)
        with open(path, encoding="utf-8") as file:
            old = file.read()
        new = fresh(old)
        check = "--check" in sys.argv[1:]
        if (anywhere(new) == anywhere(old)) if check else new == old:
            continue
        stale += 1
        if check:
            print(f"{name} does not show what the command prints; ./dev docs mends it")
        else:
            with open(path, "w", encoding="utf-8") as file:
                file.write(new)
    return stale > 0 and "--check" in sys.argv[1:]


sys.exit(main())
