# Of every scenario, line, year, setting and January: the leaves of an explanation add up to the run's own figure
# to the penny (pupils to 1e-9), and each leaf is what a calculator makes of the numbers shown.
mkdir tests
cp -r "$TOP/tests/data" tests
cp -r "$TOP/scenarios" .
python3 - <<'END2'
import csv
import glob
import json
import math
import os
import re
import subprocess

HNBSIM = os.environ["HNBSIM"]
TINY = 1e-9
seen = {"figures": 0, "leaves": 0, "rounding": 0, "pupils": 0, "formulas": 0}
kinds, faults = set(), []


def made(name, area, considerations=(), changes=(), more=""):
    """A scenario of a made-up area."""
    uses = "".join(f"  - use: {each}\n" for each in considerations)
    lines = "".join(f"  {each}\n" for each in changes)
    with open(f"{name}.yaml", "w", encoding="utf-8") as file:
        file.write(f"scenario: {name}\narea: tests/data/{area}/area.yaml\nyears: 2019-20 to 2023-24\n{more}"
                   + ("considerations:\n" + uses if uses else "") + ("change:\n" + lines if lines else ""))


FORMULA = "funding.formula: {settings: [special], basic_entitlement: 4000, import_export: 6000%s}"
made("formula", "small", ["tests/data/small/outreach.yaml"], [FORMULA % ", population_linked: true"])
made("held", "small", [], [FORMULA % ", floor: 4%, cap: 5%"])
made("capped", "small", [], [FORMULA % ", cap: 1%"])
made("coming", "small", ["tests/data/small/satellite.yaml"], ["flows.moves: 3%"])
made("going", "small", ["tests/data/small/satellite.yaml"], ["flows.moves: -4%"])
made("full", "small", ["tests/data/small/outreach.yaml", "tests/data/small/every-effect.yaml", "tests/data/small/satellite.yaml"],
     ["funding.schools_block_transfer: 300000", "settings.special.vacant_rate: 9000",
      "settings.special.schools_block_rate: 4000"], "variants: [full]\n")
review = [path for path in sorted(glob.glob("tests/data/review/*.yaml"))
          if open(path, encoding="utf-8").read().lstrip("# \n").find("consideration:") >= 0]
for path in review:
    made("review-" + os.path.basename(path)[:-5], "review", [path])
scenarios = sorted(path for path in glob.glob("*.yaml") + glob.glob("scenarios/*.yaml") + glob.glob("tests/data/*/*.yaml")
                   if re.search("^scenario:", open(path, encoding="utf-8").read(), re.MULTILINE))


def say(*words):
    done = subprocess.run([HNBSIM, *words], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"{words}: status {done.returncode}: {done.stderr}")
    return done.stdout


def leaves(part):
    inner = part.get("parts", [])
    return [leaf for each in inner for leaf in leaves(each)] if inner else [part]


def typed(text):
    """A number as one types it into a calculator: 0.985, 5/12."""
    above, _, below = text.partition("/")
    return float(above) / float(below) if below else float(above)


def product(texts):
    return math.prod(typed(each) for each in texts)


def pence(text):
    """Exactly: the leaves must add up."""
    pounds, _, rest = text.replace(",", "").partition(".")
    assert len(rest) == 2, text
    return int(pounds + rest)


def fault(*words):
    faults.append(" ".join(str(word) for word in words))


def adds_up(part, number, within):
    """Is every part the sum of its own, all the way down?"""
    inner = part.get("parts", [])
    total = sum(number(each["value"]) for each in inner)
    return all(adds_up(each, number, within) for each in inner) and (
        not inner or abs(total - number(part["value"])) <= within)


def look_at_leaves(path, figure, number, hundredths, within):
    """Each leaf a product; one without factors is what rounding leaves, at most half a penny for each."""
    all_leaves = leaves(figure["tree"])
    where = (path, figure["figure"], figure["period"])
    for leaf in all_leaves:
        value = number(leaf["value"])
        if "factors" in leaf:
            seen["leaves"] += 1
            kinds.update(each["factor"] for each in leaf["factors"])
            made_of = product(each["value"] for each in leaf["factors"])
            if abs(made_of * hundredths - value) > within:
                fault(*where, leaf["text"], "is not its product", made_of, leaf["value"])
        elif figure["unit"] == "£" and value != 0:
            seen["rounding"] += 1
            if not leaf["text"].startswith("rounding") or abs(value) > (len(all_leaves) + 1) / 2:
                fault(*where, "rounding of", leaf["value"], "over", len(all_leaves), "leaves")
    return where, sum(number(leaf["value"]) for leaf in all_leaves)


def explained(*words):
    return json.loads(say("explain", *words, "--format", "json"), parse_float=str, parse_int=str)["figures"]


def check_pounds(path, run):
    names = {each["name"]: each["what"].split(", ") for each in csv.DictReader(say(
        "explain", path, "--lines", "--format", "csv").splitlines()) if each["option"] == "line"}
    told = set()
    for figure in explained(path, "--line", "each"):
        where, total = look_at_leaves(path, figure, pence, 100, 0.5 + 1e-6)
        measure, ledger = names[figure["figure"]]
        bare = re.sub(r" \([^()]*\)$", "", figure["figure"])
        measure = {"balance": bare, "memo": bare, "saving": "saved"}.get(measure, measure)
        bare = bare.replace("saved by ", "") if measure == "saved" else bare
        candidates = [(measure, item, figure["period"], ledger) for item in (figure["figure"], bare, "")]
        key = next((each for each in candidates if each in run), None)
        if key is None:
            fault(*where, "is not in the run")
        elif not total == pence(figure["tree"]["value"]) == pence(run[key]) or not adds_up(figure["tree"], pence, 0):
            fault(*where, "is", total, "pence and the run's", run[key])
        told.add(key)
        seen["figures"] += 1
    wanted = {key for key in run if key[0] in ("spend", "income") and key[1] or key[0].endswith("balance")}
    for key in wanted - told:
        fault(path, key, "is not explained")


def check_pupils(path, run):
    by_need = "scenarios/" not in path or path == "scenarios/review-package.yaml"
    for need in ((), ("--need", "each"))[:1 + by_need]:
        sums = {}
        for figure in explained(path, "--pupils", "each", *need):
            where, total = look_at_leaves(path, figure, float, 1, TINY)
            name = figure["figure"].partition(", ")[0]
            if abs(total - float(figure["tree"]["value"])) > TINY or not adds_up(figure["tree"], float, TINY):
                fault(*where, "does not add up to", figure["tree"]["value"])
            key = (name if name != "all plans" else "", figure["period"])
            sums[key] = sums.get(key, 0) + total
            seen["pupils"] += 1
        for key, total in sums.items():
            if abs(total - float(run[("pupils", key[0], key[1], "")])) > 6e-7:
                fault(path, key, "is", total, "pupils")


def check_table(path):
    """As printed: a line of numbers under the line that ends in what they come to."""
    value = None
    for line in say("explain", path, "--line", "each", "--year", "2022-23").splitlines():
        ends = re.search(r"(-?)£([\d,]+\.\d\d)$", line)
        if len(line) > 80:
            fault(path, "is wider than a screen:", line)
        if ends:
            value = pence(ends[1] + ends[2])
        elif re.fullmatch(r" +-?[\d./]+( × -?[\d./]+)+", line):
            seen["formulas"] += 1
            if abs(product(line.split(" × ")) * 100 - value) > 0.5 + 1e-6:
                fault(path, line.strip(), "is not", value, "pence")


for path in scenarios:
    rows = list(csv.DictReader(say("run", path, "--format", "csv").splitlines()))
    run = {(row["measure"], row["item"].replace("_", " "), row["period"], row["ledger"].replace("_", " ")
            if row["measure"] != "saved" else "its own lines"): row["value"]
           for row in rows if row["statistic"] == "central" and row["by"] in ("", "line", "setting", "consideration")}
    check_pounds(path, run)
    check_pupils(path, run)
    check_table(path)
for each in faults[:20]:
    print(each)
if os.environ.get("EXPLAIN_SAYS"):
    print(seen, len(scenarios), sorted(kinds))
print(len(scenarios) >= 25, seen["figures"] > 5000, seen["leaves"] > 20000, seen["pupils"] > 3000,
      seen["formulas"] > 1000, len(faults))
END2
