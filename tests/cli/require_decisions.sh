# What is required is judged as arithmetic on the rows judges it: with 1.96 standard errors to spare, for or against, or not at all.
S=$TOP/scenarios
cat >decisions.py <<'END'
import csv
import json
import math
import os
import subprocess

DRAWS, Z = 500, 1.96
FILES = [os.path.join(os.environ["TOP"], "scenarios", name + ".yaml") for name in ("no-change", "4b-one-satellite")]
LIMITS = (10, 25, 60)


def run(*words):
    done = subprocess.run([os.environ["HNBSIM"], "compare", "--draws", str(DRAWS), *words, *FILES],
                          capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def verdict(least, beyond, value, bound, error):
    """Beyond the bound by 1.96 standard errors either way."""
    good = (value - bound if least else bound - value)
    return "holds" if good >= Z * error - beyond else "fails" if good < -Z * error else "undecided"


limits = [word for limit in LIMITS for word in ("--limit", f"£{limit}m")]
rows = {(r["scenario"], r["period"], r["measure"], r["by"], r["item"], r["ledger"], r["statistic"]): float(r["value"])
        for r in csv.DictReader(run("--format", "csv", *limits)[1].splitlines())}
expected = {}
for year in "2021-22", "2030-31":
    for scenario in "No change", "One satellite":
        key = (scenario, year, "cumulative balance", "", "", "high_needs")
        for statistic in "mean", "sd":
            value, error = rows[(*key, statistic)], rows[(*key, statistic + " se")]
            for away in -2.1, -1.8, 1.8, 2.1:
                bound = round(value + away * error, 2)
                for sign in ">=", "<=":
                    text = f"{statistic}(cumulative balance[{year}]) of '{scenario}' {sign} {bound:.2f}"
                    expected[text, scenario] = verdict(sign == ">=", 0, value, bound, error)
        for limit in LIMITS:
            below = rows[(*key, f"P(<-{limit}000000)")]
            for bound in 0.02, 0.1, 0.5, 0.7, 0.95, 0.98:
                error = math.sqrt(bound * (1 - bound) / DRAWS)
                at_least = f"P(cumulative balance[{year}] >= -£{limit}m) of {scenario} >= {bound}"
                less = f"P(cumulative balance[{year}] < -{limit}m) of {scenario} <= {100 * bound:g}%"
                expected[at_least, scenario] = verdict(True, 1e-9, 1 - below, bound, error)
                expected[less, scenario] = verdict(False, 1e-9, below, bound, error)
            for p in 5, 10, 50, 90:
                count, spread = round(below * DRAWS), Z * math.sqrt(DRAWS * p / 100 * (1 - p / 100))
                text = f"p{p}(cumulative balance[{year}]) of {scenario} >= -{limit}m"
                low, high = math.floor(DRAWS * p / 100 - spread), math.ceil(DRAWS * p / 100 + spread)
                expected[text, scenario] = ("holds" if count < low else "fails" if count >= high else "undecided")
    key = ("One satellite", year, "cumulative balance", "", "", "high_needs")
    value, error = rows[(*key, "mean difference")], rows[(*key, "mean se difference")]
    for away in -3, -1, 3:
        text = f"mean difference(cumulative balance[{year}]) <= {value + away * error:.2f}"
        expected[text, "One satellite"] = verdict(False, 0, value, round(value + away * error, 2), error)
    exact = rows[(*key, "central")]
    for pence, sign, good in (0, ">=", 1), (0, "<=", 1), (0, ">", 0), (0, "<", 0), (1, ">=", 0), (-1, ">", 1):
        text = f"central(cumulative balance[{year}]) of One satellite {sign} {exact + pence / 100:.2f}"
        expected[text, "One satellite"] = "holds" if good else "fails"
texts = sorted({text for text, _ in expected})
met = {}
for i in range(0, len(texts), 64):
    status, out = run("--format", "json", *(word for text in texts[i:i + 64] for word in ("--require", text)))
    said = json.loads(out)["requirements"]
    met |= {(each["requirement"], each["scenario"]): each["verdict"] for each in said}
    assert status == (0 if all(each["verdict"] == "holds" for each in said) else 4), status
print(met.keys() == expected.keys(), [(key, met[key], expected[key]) for key in expected if met[key] != expected[key]])
print({kind: sum(each == kind for each in expected.values()) > 20 for kind in ("holds", "fails", "undecided")})
END
python3 decisions.py
