#!/usr/bin/env python3
"""Derives every table of the Cheshire West and Chester area from the facts beside it.

    derive.py               write cheshire-west-2019/*.csv
    derive.py --check       fail if they differ from what would be written
    derive.py --look-back   print the runs from January 2015 and 2017 to the base, in markdown
    derive.py --project     print no change as year,setting,plans: a check on the simulator
    derive.py --money       print 2019-20 line by line, and the residual, in markdown

Standard library only; the same bytes on every machine. What is a judgement is a named constant in
deriving/judgements.py, and docs/cheshire-west-2019.md says why.
"""

import csv
import io
import os
import sys

from deriving.caseload import caseload, need_mix, whole
from deriving.census import banded, placed, population, population_2022_based
from deriving.facts import Facts
from deriving.flows import entry_shares, growth, incidence, transfer_rows
from deriving.history import history
from deriving.judgements import BASE, CEASE, CEASE_HALFWAY, SEEDED
from deriving.printing import print_look_back, print_money, print_project
from deriving.pupils import NEEDS, PHASES, SETTINGS, Tables
from deriving.runs import no_change
from deriving.written import written

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = os.path.join(HERE, "cheshire-west-2019")


def years(first, last):
    return tuple(str(y) for y in range(first, last + 1))


# Everything that may be read: (file, series): years. Nothing about pupils is later than January
# 2019 but the needs of the plans that survived to January 2025 (as "2019" in rules.csv) and the
# unit costs of 2021-22. People are not pupils; the 2019-20 returns are compared with, never fitted.
ALLOWED = {
    ("cwac-pupils.csv", "ehc_plans_or_statements_jan"): years(2010, 2019),
    ("cwac-pupils.csv", "new_plans_calendar_year"): years(2010, 2018),
    ("cwac-pupils.csv", "ehc_plans_jan_by_placement_2022release"): years(2014, 2019),
    ("cwac-pupils.csv", "pct_primary_pupils_ehc"): years(2016, 2019),
    ("cwac-pupils.csv", "pct_secondary_pupils_ehc"): years(2016, 2019),
    ("england.csv", "ehc_plans_or_statements_jan"): years(2018, 2019),
    ("england.csv", "new_plans_calendar_year"): years(2016, 2018),
    ("england.csv", "ehc_plans_jan_by_placement_2022release"): ("2016", "2019"),
    ("england.csv", "high_needs_funding"): ("2017-18", "2018-19", "2019-20"),
    ("sen2_estab_new_plans.csv", "Total_new_all"): years(2015, 2018),
    **{("sen2_mi.csv", column): years(2015, 2018) for column in (
        "Mtosi", "Sitom", "Dislea", "Dismet", "Disoth", "Disleft", "MtosiEHC", "SitomEHC",
        "DisleaEHC", "DismetEHC", "DisothEHC", "DisleftEHC", "StatementstoNoEHC")},
    ("population.csv", "population_single_year"): ("2019",) + years(2022, 2030),
    ("population.csv", "population_age_2_18"): years(2018, 2019),
    ("rules.csv", "need_mix_2019_option_A_survivors"): ("2019",),
    ("rules.csv", "need_mix_2019_option_B_ratio_adjusted"): ("2019",),
    ("rules.csv", "special_school_mfg"): ("2018-19 to 2019-20", "2020-21", "2021-22", "2022-23",
                                          "2023-24", "2024-25", "2025-26"),
    ("rules.csv", "place_funding"): ("2013-14 onward", "2018-19 onward"),
    ("rules.csv", "schools_block_transfer_limit"): ("2018-19 onward",),
    ("calibration.csv", "unit_cost_inmss"): ("2018-19",),
    ("calibration.csv", "unit_cost_inmss_by_months"): ("2018-19",),
    ("calibration.csv", "unit_topup_state_special_incl_pru_ap"): ("2018-19",),
    ("calibration.csv", "unit_topup_mainstream"): ("2021-22",),
    ("calibration.csv", "unit_topup_post16"): ("2021-22",),
    ("cwac-finance.csv", "dsg_allocation"): ("2019-20", "2020-21", "2021-22", "2022-23", "2023-24"),
    ("cwac-finance.csv", "section251_outturn"): ("2021-22",),
    ("cwac-finance.csv", "specialist_topup_spend"): ("2018-19", "2019-20"),
    ("cwac-finance.csv", "dsg_cumulative_balance_pct_of_income"): ("2019-20",),
    ("cwac-finance.csv", "dsg_cumulative_balance"): ("2019-20",),
    ("cwac-finance.csv", "hnb_extra_allocation"): ("2018-19", "2019-20"),
    ("cwac-finance.csv", "special_provision_capital"): ("2018-21", "2019-21"),
    ("cwac-finance.csv", "special_school_mfg_reduction"): ("2019-20",),
    ("cwac-finance.csv", "special_school_outreach_budget"): ("2019-20",),
    ("cwac-finance.csv", "topup_rate"): ("2019-20",),
    ("cwac-finance.csv", "satellite_24_place_total_cost"): ("2019-20",),
    ("cwac-finance.csv", "non_ehcp_topup"): ("2019-20",),
    ("cwac-finance.csv", "inmss_placements"): ("2013-14", "2017-18"),
    ("cwac-finance.csv", "inmss_unit_cost"): ("2017-18",),
    ("cwac-finance.csv", "residential_special_spend"): ("2018-19",),
}


def text_of(header, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def number(value, places=6):
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def closed(shares, places=6):
    """Rounded shares that sum to exactly 1: the largest takes what rounding leaves."""
    rounded = {k: round(v, places) for k, v in shares.items()}
    largest = max(rounded, key=lambda k: (rounded[k], k))
    rounded[largest] += 1 - sum(rounded.values())
    return rounded


def tables(facts):
    """{file: text} of every table of the area."""
    people = population(facts)
    seed, cells = caseload(facts, BASE)
    rates = incidence(facts, cells, people)
    rates_b = incidence(facts, caseload(facts, BASE, "b")[1], people)
    made = {
        **margins(facts),
        "population": people_rows(people),
        "population-2022-based": people_rows(population_2022_based(facts)),
        "seed": (("age", "need", "setting", "weight"),
                 [(*cell, number(w)) for cell, w in sorted(seed.items())]),
        "cease": (("age", "rate"), [(a, number(CEASE_HALFWAY * r)) for a, r in CEASE.items()]),
        "transfer": (("boundary", "need", "from", "to", "share"),
                     [(*row[:4], number(row[4])) for row in transfer_rows(cells)]),
        "entry": (("need", "phase", "setting", "share"), entry_rows(entry_shares(facts, cells))),
        "incidence": incidence_rows(rates),
        "incidence-need-b": incidence_rows(rates_b),
        "in-the-area-file": (("what", "as written"), written(facts, cells, rates, people)),
        **history(facts, number)}
    return {name + ".csv": text_of(*table) for name, table in made.items()}


def margins(facts):
    """The base's plans by age band, by setting, and by need under either option."""
    ages = banded(facts, "ehc_plans_or_statements_jan", BASE)
    settings = placed(facts, BASE)
    found = {"age": ages, "setting": {s: settings.get(s, 0) for s in SETTINGS}}
    for option in "ab":
        found["need-" + option] = whole(need_mix(facts, option), round(sum(ages.values())))
    return {name: ((name.split("-")[0], "plans"), [(k, number(n)) for k, n in rows.items()])
            for name, rows in found.items()}


def people_rows(people):
    return (("year", "age", "persons"),
            [(y, a, number(n, 1)) for (y, a), n in sorted(people.items())])


def incidence_rows(rates):
    return ("age", "need", "rate"), [(a, k, number(r, 9)) for (a, k), r in sorted(rates.items())]


def entry_rows(entry):
    rows = []
    for k in NEEDS:
        for p in PHASES:
            shares = {s: entry[k, p, s] for s in SEEDED if (k, p, s) in entry}
            rows += [(k, p, s, number(v)) for s, v in closed(shares).items() if v]
    return rows


def check(facts):
    """Names of files that are missing, different or not ours."""
    files, wrong = tables(facts), []
    for name, text in files.items():
        where = os.path.join(TABLES, name)
        if not os.path.exists(where) or open(where, encoding="utf-8", newline="").read() != text:
            wrong.append(name)
    return wrong + sorted(set(os.listdir(TABLES)) - set(files))


def write(facts):
    os.makedirs(TABLES, exist_ok=True)
    for name, text in tables(facts).items():
        with open(os.path.join(TABLES, name), "w", encoding="utf-8", newline="") as file:
            file.write(text)


def show(facts, option):
    read = Tables(TABLES)
    runs = no_change(read, growth(facts, read.incidence, read.population))
    if option == "--look-back":
        print_look_back(facts, read)
    elif option == "--project":
        print_project(runs)
    else:
        print_money(facts, runs)


def main(arguments):
    facts = Facts(os.path.join(HERE, "facts"), ALLOWED)
    if not arguments:
        write(facts)
    elif arguments == ["--check"]:
        wrong = check(facts)
        print("".join(f"{name}: not what derive.py writes\n" for name in wrong), end="")
        return 1 if wrong else 0
    elif arguments[0] in ("--look-back", "--project", "--money") and len(arguments) == 1:
        show(facts, arguments[0])
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
