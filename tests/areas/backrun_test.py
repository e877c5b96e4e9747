"""`hnbsim backrun` is what derive.py finds, which repeats the model's step on its own: number by number. TAP."""
import contextlib
import csv
import io
import os
import subprocess
import sys

TOP = os.environ.get("TOP", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
HNBSIM = os.environ.get("HNBSIM", os.path.join(TOP, "build", "hnbsim"))
AREA = os.path.join("scenarios", "areas", "cheshire-west-2019.yaml")
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(TOP, "scenarios", "areas"))

import derive  # noqa: E402
from deriving.census import banded, placed  # noqa: E402
from deriving.facts import Facts  # noqa: E402
from deriving.judgements import BANDS, SEEDED  # noqa: E402
from deriving.printing import LOOK_BACKS  # noqa: E402
from deriving.pupils import Tables, ages, by  # noqa: E402
from deriving.runs import look_back  # noqa: E402

# The words that ask the command for each of derive.py's runs.
ASKED = {"2017": ["--from", "2017"], "2015": ["--from", "2015"],
         "2015 moves": ["--from", "2015", "--published-moves"]}
CLOSE = 1e-4  # of a pupil: the command reads tables of six decimals, where the script still has all


def said(words):
    done = subprocess.run([HNBSIM, "backrun", AREA, "--format", "csv", *words], cwd=TOP,
                          capture_output=True, text=True, check=True)
    return {(row["period"], row["measure"], row["by"], row["item"], row["statistic"]): float(row["value"])
            for row in csv.DictReader(io.StringIO(done.stdout))}


def facts():
    return Facts(os.path.join(TOP, "scenarios", "areas", "facts"), derive.ALLOWED)


def found(start, options):
    """What the script finds, under the command's names; where it starts, what was published."""
    read, all_facts, rows = Tables(derive.TABLES), facts(), {}

    def note(january, by_setting, by_band, statistic):
        for s in SEEDED:
            rows[f"{january}-01", "pupils", "setting", s.replace("_", " "), statistic] = by_setting.get(s, 0)
        for band in BANDS:
            rows[f"{january}-01", "pupils", "age", band, statistic] = by_band.get(band, 0)
        rows[f"{january}-01", "pupils", "", "", statistic] = sum(by_setting.values())

    runs = look_back(all_facts, read, start, **options)
    for january in [start] + [january for january, _, _ in runs]:
        note(january, placed(all_facts, january),
             banded(all_facts, "ehc_plans_or_statements_jan", january), "published")
    for january, cells, joined in runs:
        note(january, by(cells, lambda c: c[2]), by(cells, lambda c: next(b for b in BANDS if c[0] in ages(b))),
             "run")
        if joined:
            rows[f"{january}-01", "conversions", "", "", "published"] = joined
    return rows


def printed():
    """{(run, january, name, statistic): whole plans} as `derive.py --look-back` prints them."""
    out, rows, run, heads = io.StringIO(), {}, -1, []
    with contextlib.redirect_stdout(out):
        derive.main(["--look-back"])
    for line in out.getvalue().splitlines():
        cells = [cell.strip(" *") for cell in line.strip("|").split("|")]
        if line.startswith("### "):
            run += 1
        elif line.startswith("| setting") or line.startswith("| age"):
            heads = cells[2:]
        elif line.startswith("| ") and heads:
            for i in range(0, len(heads), 3):
                january = heads[i].removesuffix(", run")
                for statistic, cell in zip(("run", "published", "residual"), cells[2 + i:5 + i]):
                    rows[run, january, cells[0], statistic] = float(cell)
    return rows


def apart(ours, theirs):
    """The largest difference of the figures that the script has, and any that is not there."""
    missing = [key for key in theirs if key not in ours]
    return max(abs(ours[key] - theirs[key]) for key in theirs if key in ours), missing


# --- Statements: (name, True or what is wrong) -----------------------------------------------------


def the_same(words, start, options):
    worst, missing = apart(said(words), found(start, options))
    return (not missing and worst < CLOSE) or (worst, missing[:3])


def what_it_prints():
    """Every number printed is the command's, rounded."""
    wrong, seen = [], 0
    told = [said(words) for words in ASKED.values()]
    for (run, january, name, statistic), plans in printed().items():
        item = "" if name == "all" else name
        kind = "" if name == "all" else "age" if name in BANDS else "setting"
        ours = told[run][f"{january}-01", "pupils", kind, item, statistic]
        seen += 1
        if abs(ours - plans) > 0.5 + CLOSE:
            wrong.append((run, january, name, statistic, plans, ours))
    return (not wrong and seen == (8 + 5 + 1) * 3 * (2 + 4 + 4)) or (seen, wrong[:3])


def residuals_are_run_less_published():
    for words in ASKED.values():
        told = said(words)
        for key, value in told.items():
            if key[4] == "residual" and abs(told[key[:4] + ("run",)] - told[key[:4] + ("published",)] - value) > 2e-6:
                return key
    return True


def settings_and_ages_add_up():
    for words in ASKED.values():
        told = said(words)
        for kind in ("setting", "age"):
            for (period, measure, by_what, item, statistic), value in told.items():
                if measure == "pupils" and not by_what:
                    parts = sum(v for k, v in told.items() if k[:3] == (period, measure, kind) and k[4] == statistic)
                    if abs(parts - value) > 1e-4:
                        return period, kind, statistic, parts, value
    return True


def where_it_starts_nothing_is_apart():
    for words in ASKED.values():
        apart_there = [k for k, v in said(words).items() if k[0] == f"{words[1]}-01" and k[4] == "residual" and
                       abs(v) > 1e-4]
        if apart_there:
            return apart_there[:3]
    return True


def main():
    tests = [(f"from {name}, all are the script's", lambda w=words, n=name, o=options: the_same(w, int(n[:4]), o))
             for (name, words), (_, _, options) in zip(ASKED.items(), LOOK_BACKS)]
    tests += [("what the script prints is what the command says, rounded", what_it_prints),
              ("a residual is the run less what was published", residuals_are_run_less_published),
              ("settings, and ages, add up to all plans", settings_and_ages_add_up),
              ("where it starts nothing is apart", where_it_starts_nothing_is_apart)]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        found_wrong = test()
        failed += found_wrong is not True
        print(f"{'ok' if found_wrong is True else 'not ok'} {number} - {name}")
        if found_wrong is not True:
            print(f"# {found_wrong}")
    return 1 if failed else 0


sys.exit(main())
