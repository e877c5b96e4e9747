"""The simulator and derive.py, which share no code, agree on Cheshire West with nothing considered. TAP."""
import csv
import io
import os
import subprocess
import sys

TOP = os.environ.get("TOP", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
HNBSIM = os.environ.get("HNBSIM", os.path.join(TOP, "build", "hnbsim"))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(TOP, "scenarios", "areas"))

import derive  # noqa: E402
from deriving.facts import Facts  # noqa: E402
from deriving.flows import growth  # noqa: E402
from deriving.money import MONEY, spend_2019_20  # noqa: E402
from deriving.pupils import SETTINGS, Tables, by  # noqa: E402
from deriving.runs import no_change  # noqa: E402


def simulated(scenario):
    """{(period, measure, item): value} of a scenario's rows of a setting, a line or a total."""
    path = os.path.join(TOP, "scenarios", scenario)
    out = subprocess.run([HNBSIM, "run", path, "--format", "csv"], check=True, text=True,
                         encoding="utf-8", capture_output=True).stdout
    return {(r["period"], r["measure"], r["item"]): float(r["value"])
            for r in csv.DictReader(io.StringIO(out))
            if r["by"] in ("setting", "line") or (not r["by"] and r["ledger"] in ("", "high_needs"))}


def main():
    facts = Facts(os.path.join(derive.HERE, "facts"), derive.ALLOWED)
    read = Tables(derive.TABLES)
    runs = no_change(read, growth(facts, read.incidence, read.population))
    lines = spend_2019_20(facts, runs)
    ran, cut = simulated("no-change.yaml"), simulated("3-outreach.yaml")

    plans = [(january, setting, count.get(setting, 0.0), ran[f"{january}-01", "pupils", setting])
             for january, cells, _ in runs
             for count in [by(cells, lambda c: c[2])] for setting in SETTINGS]
    apart = [row for row in plans if abs(row[2] - row[3]) > 1e-4]
    pounds = [(line, amount, ran["2019-20", "spend", line]) for line, amount in lines
              if abs(amount - ran["2019-20", "spend", line]) > .01]
    special = (cut["2019-20", "spend", "special top-up"]
               + cut["2019-20", "spend", "alternative provision top-up"]
               + cut["2019-20", "spend", "pupil referral unit top up"])
    returned = facts.get(MONEY, "specialist_topup_spend", "2019-20",
                         "state special + PRU/AP top-up")
    points = (
        ("every setting has the same plans in every January", not apart, apart[:5]),
        ("every line of 2019-20 is the same to the penny", not pounds, pounds),
        ("the residual closes 2019-20 to the block", ran["2019-20", "in-year balance", ""] == 0,
         ran["2019-20", "in-year balance", ""]),
        ("with consideration 3, special top-up is within 3% of the return",
         abs(special / returned - 1) < .03, special / returned - 1))
    print(f"1..{len(points)}")
    for number, (name, right, why) in enumerate(points, 1):
        print(f"{'ok' if right else 'not ok'} {number} - {name}")
        if not right:
            print(f"# {why}")
    return 0 if all(right for _, right, _ in points) else 1


sys.exit(main())
