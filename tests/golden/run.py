"""The figures that matter of the main scenarios, against results.csv beside this: a change's effect in pounds and
pupils is seen in its diff. Prints TAP. With --write, writes the file instead; say in the commit why it moved.
"""
import csv
import io
import os
import subprocess
import sys

TOP = os.environ.get("TOP", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
HNBSIM = os.environ.get("HNBSIM", os.path.join(TOP, "build", "hnbsim"))
GOLDEN = os.path.join(TOP, "tests", "golden", "results.csv")
SCENARIOS = ["no-change", "3-outreach", "4b-three-satellites", "4c-resourced-provision", "5-and-6-support-and-grants",
             "7-residential-closed", "review-package", "repeated-mfg-cut", "no-change-published-funding"]
KEPT = {("in-year balance", ""), ("cumulative balance", ""), ("spend", ""), ("pupils", "setting"), ("new plans", ""),
        ("share in mainstream", ""), ("support lost", ""), ("rule", "severity × rule × item")}


def figures():
    """Header and kept rows of every scenario, in order."""
    rows = []
    for name in SCENARIOS:
        done = subprocess.run([HNBSIM, "run", "--format", "csv", f"scenarios/{name}.yaml"], cwd=TOP,
                              capture_output=True, text=True, check=False)
        if done.returncode not in (0, 3):
            sys.exit(done.stderr)
        header, *table = csv.reader(done.stdout.splitlines())
        rows += [row for row in table if (row[2], row[3]) in KEPT]
    return [header, *rows]


def main():
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(figures())
    if "--write" in sys.argv[1:]:
        with open(GOLDEN, "w", encoding="utf-8") as file:
            file.write(text.getvalue())
        return 0
    with open(GOLDEN, encoding="utf-8") as file:
        was = file.read().splitlines()
    now = text.getvalue().splitlines()
    moved = [f"# {a}\n#   was {b}" for a, b in zip(now, was) if a != b]
    print("1..1")
    print(f"{'not ok' if now != was else 'ok'} 1 - results.csv")
    print("\n".join(moved[:40]) if now != was else f"# {len(now)} lines")
    return now != was


sys.exit(main())
