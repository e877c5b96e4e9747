"""The tables of Cheshire West and Chester are what derive.py makes of the facts, and of no others. TAP."""
import contextlib
import csv
import io
import os
import re
import sys

TOP = os.environ.get("TOP", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
AREAS = os.path.join(TOP, "scenarios", "areas")
sys.dont_write_bytecode = True
sys.path.insert(0, AREAS)

import derive  # noqa: E402
from deriving.facts import Facts  # noqa: E402
from deriving.flows import growth, path  # noqa: E402
from deriving.money import spend_2019_20  # noqa: E402
from deriving.pupils import NEEDS, PHASES, SERVES, Tables, ages, serves  # noqa: E402
from deriving.runs import look_back, no_change  # noqa: E402

# What may be read, written down a second time: to let another series or year in, change both.
PLANS, FLOWS, RETURNS = "cwac-pupils.csv", "sen2_mi.csv", "cwac-finance.csv"
MAY_READ = {
    (PLANS, "ehc_plans_or_statements_jan"): (2010, 2019),
    (PLANS, "new_plans_calendar_year"): (2010, 2018),
    (PLANS, "ehc_plans_jan_by_placement_2022release"): (2014, 2019),
    (PLANS, "pct_primary_pupils_ehc"): (2016, 2019),
    (PLANS, "pct_secondary_pupils_ehc"): (2016, 2019),
    ("england.csv", "ehc_plans_or_statements_jan"): (2018, 2019),
    ("england.csv", "new_plans_calendar_year"): (2016, 2018),
    ("england.csv", "ehc_plans_jan_by_placement_2022release"): (2016, 2019),
    ("england.csv", "high_needs_funding"): (2017, 2019),
    ("sen2_estab_new_plans.csv", "Total_new_all"): (2015, 2018),
    **{(FLOWS, name): (2015, 2018) for name in (
        "Mtosi Sitom Dislea Dismet Disoth Disleft MtosiEHC SitomEHC DisleaEHC DismetEHC DisothEHC "
        "DisleftEHC StatementstoNoEHC").split()},
    ("population.csv", "population_single_year"): (2019, 2030),
    ("population.csv", "population_age_2_18"): (2018, 2019),
    ("rules.csv", "need_mix_2019_option_A_survivors"): (2019, 2019),
    ("rules.csv", "need_mix_2019_option_B_ratio_adjusted"): (2019, 2019),
    ("rules.csv", "special_school_mfg"): (2018, 2025),
    ("rules.csv", "place_funding"): (2013, 2018),
    ("rules.csv", "schools_block_transfer_limit"): (2018, 2018),
    ("calibration.csv", "unit_cost_inmss"): (2018, 2018),
    ("calibration.csv", "unit_cost_inmss_by_months"): (2018, 2018),
    ("calibration.csv", "unit_topup_state_special_incl_pru_ap"): (2018, 2018),
    ("calibration.csv", "unit_topup_mainstream"): (2021, 2021),
    ("calibration.csv", "unit_topup_post16"): (2021, 2021),
    (RETURNS, "dsg_allocation"): (2019, 2023),
    (RETURNS, "section251_outturn"): (2021, 2021),
    (RETURNS, "specialist_topup_spend"): (2018, 2019),
    (RETURNS, "dsg_cumulative_balance_pct_of_income"): (2019, 2019),
    (RETURNS, "dsg_cumulative_balance"): (2019, 2019),
    (RETURNS, "hnb_extra_allocation"): (2018, 2019),
    (RETURNS, "special_provision_capital"): (2018, 2019),
    (RETURNS, "special_school_mfg_reduction"): (2019, 2019),
    (RETURNS, "special_school_outreach_budget"): (2019, 2019),
    (RETURNS, "topup_rate"): (2019, 2019),
    (RETURNS, "satellite_24_place_total_cost"): (2019, 2019),
    (RETURNS, "non_ehcp_topup"): (2019, 2019),
    (RETURNS, "inmss_placements"): (2013, 2017),
    (RETURNS, "inmss_unit_cost"): (2017, 2017),
    (RETURNS, "residential_special_spend"): (2018, 2018),
}
# The last year of a series that counts pupils: January 2019, and what happened in 2018.
PUPILS = {"ehc_plans": 2019, "pct_": 2019, "new_plans": 2018, "Total_new": 2018, "inmss_placements": 2018}
PUPILS.update({name: 2018 for file, name in MAY_READ if file == FLOWS})
LATER = {"section251_outturn", "unit_topup_mainstream", "unit_topup_post16"}  # unit costs of 2021-22


def first_year(text):
    return int(text[:4])


def rows(name):
    with open(os.path.join(derive.TABLES, name + ".csv"), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def area_file():
    with open(os.path.join(AREAS, "cheshire-west-2019.yaml"), encoding="utf-8") as file:
        return file.read()


def facts():
    return Facts(os.path.join(AREAS, "facts"), derive.ALLOWED)


def shares_sum(table, keys):
    """Whether the shares of each group come to 1 within rounding; at most 1 for moves."""
    sums = {}
    for row in rows(table):
        key = tuple(row[k] for k in keys)
        sums[key] = sums.get(key, 0.0) + float(row["share"])
    return sums


# --- Statements, each True or what is wrong --------------------------------------------------------


def the_list_of_what_may_be_read_is_the_one_written_here():
    allowed = {key: (min(map(first_year, ys)), max(map(first_year, ys)))
               for key, ys in derive.ALLOWED.items()}
    return allowed == MAY_READ or f"{set(allowed.items()) ^ set(MAY_READ.items())}"


def no_series_of_pupils_is_later_than_january_2019():
    late = [(series, max(map(first_year, ys))) for (_, series), ys in derive.ALLOWED.items()
            for start, last in PUPILS.items()
            if series.startswith(start) and max(map(first_year, ys)) > last]
    return not late or late


def only_unit_costs_and_rules_are_later_than_2019_20():
    kept = LATER | {"special_school_mfg", "dsg_allocation", "population_single_year"}
    late = {series for (_, series), ys in derive.ALLOWED.items() if max(map(first_year, ys)) > 2019}
    return late <= kept or late - kept


def a_row_that_is_not_allowed_is_refused():
    allowed = dict(derive.ALLOWED)
    allowed[PLANS, "ehc_plans_or_statements_jan"] = ("2010",)
    try:
        Facts(os.path.join(AREAS, "facts"), allowed)
    except SystemExit as refusal:
        return "may not be read" in str(refusal)
    return "it was read"


def the_committed_tables_are_what_derive_writes():
    return derive.check(facts()) == [] or derive.check(facts())


def twice_gives_the_same_bytes():
    return derive.tables(facts()) == derive.tables(facts())


def margins_come_to_1857_plans():
    sums = {name: sum(float(r["plans"]) for r in rows(name))
            for name in ("age", "setting", "need-a", "need-b")}
    return set(sums.values()) == {1857.0} or sums


def the_fitted_caseload_has_the_published_margins():
    cells = Tables(derive.TABLES).caseload()
    special = sum(n for (_, _, s), n in cells.items() if s == "special")
    secondary = sum(n for (a, _, _), n in cells.items() if 11 <= a <= 15)
    return abs(special - 841) < 1e-6 and abs(secondary - 740) < 1e-6 or (special, secondary)


def nobody_is_where_the_age_is_not_served():
    wrong = [c for c in Tables(derive.TABLES).caseload() if not serves(c[2], c[0])]
    return not wrong or wrong[:3]


def new_plans_of_each_need_and_phase_all_enter_somewhere():
    sums = shares_sum("entry", ("need", "phase"))
    return len(sums) == len(NEEDS) * len(PHASES) and \
        all(abs(s - 1) < 1e-9 for s in sums.values()) or sums


def nobody_moves_twice():
    moving = {}
    for row in rows("transfer"):
        for need in [row["need"]] if row["need"] else NEEDS:
            key = row["boundary"], need, row["from"]
            moving[key] = moving.get(key, 0.0) + float(row["share"])
    wrong = {k: s for k, s in moving.items() if s > 1 + 1e-9}
    return not wrong or wrong


def whoever_must_leave_a_setting_leaves_it():
    moving = {}
    for row in rows("transfer"):
        for need in [row["need"]] if row["need"] else NEEDS:
            key = row["boundary"], need, row["from"]
            moving[key] = moving.get(key, 0.0) + float(row["share"])
    for setting, (_, last) in SERVES.items():
        for phase, (first, _) in PHASES.items():
            if last == first - 1:
                for need in NEEDS:
                    if abs(moving.get((phase, need, setting), 0.0) - 1) > 1e-9:
                        return phase, need, setting
    return True


def every_age_has_one_rate_of_ending():
    given = [a for r in rows("cease") for a in ages(r["age"])]
    return sorted(given) == list(range(26)) or given


def people_are_given_for_every_age_and_january():
    for table in ("population", "population-2022-based"):
        given = {(int(r["year"]), int(r["age"])) for r in rows(table)}
        if given != {(y, a) for y in range(2019, 2032) for a in range(26)}:
            return table
    return True


def incidence_gives_the_new_plans_of_2018():
    people = {(r["year"], r["age"]): float(r["persons"]) for r in rows("population")}
    new = sum(people["2019", r["age"]] * float(r["rate"]) for r in rows("incidence"))
    return abs(new - 217) < .05 or new


def new_plans_follow_the_check_values():
    rows_of_path = path(facts())[:6]
    given = [(round(j, 1), round(n, 1)) for _, j, n in rows_of_path]
    wanted = [(259.5, 2031.0), (295.2, 2232.6), (329.4, 2459.2), (365.0, 2711.0), (403.3, 2989.4),
              (445.2, 3296.9)]
    return given == wanted or given


def the_area_file_has_the_numbers_that_derive_gives():
    text = area_file()
    missing = [r for r in rows("in-the-area-file") if r["as written"] not in text]
    return not missing or missing


def the_tables_that_are_later_say_so():
    text = area_file()
    wrong = [word for word in ("need-a.csv", "need-b.csv", "£3,215,295", "£10,600", "£5,200")
             if not re.search(rf"(later: true[^\n]*{re.escape(word)}|{re.escape(word)}[^\n]*later: true|"
                              rf"later: true\n[^\n]*{re.escape(word)})", text)]
    return not wrong or wrong


def the_residual_is_what_closes_2019_20():
    read = Tables(derive.TABLES)
    runs = no_change(read, growth(facts(), read.incidence, read.population))
    lines = spend_2019_20(facts(), runs)
    left = 38530214 - sum(amount for _, amount in lines)
    written = float(re.search(r"residual:\n.*\n\s+amount: (-?[\d.]+)", area_file())[1])
    return abs(left - written) < 1 or (left, written)


def a_run_from_2017_has_special_schools_where_they_were():
    read = Tables(derive.TABLES)
    last = look_back(facts(), read, 2017)[-1][1]
    special = sum(n for (_, _, s), n in last.items() if s == "special")
    return abs(special - 841) < 10 or special


def the_page_shows_what_derive_prints():
    with open(os.path.join(TOP, "docs", "cheshire-west-2019.md"), encoding="utf-8") as page:
        shown = set(page.read().splitlines())
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        derive.main(["--money"])
    missing = [line for line in out.getvalue().splitlines() if line not in shown]
    return not missing or missing


def main():
    tests = [f for name, f in list(globals().items())
             if callable(f) and getattr(f, "__module__", "") == __name__ and not f.__code__.co_argcount
             and name not in ("main", "facts", "area_file")]
    print(f"1..{len(tests)}")
    failed = 0
    for number, test in enumerate(tests, 1):
        said = test()
        failed += said is not True
        print(f"{'ok' if said is True else 'not ok'} {number} - {test.__name__.replace('_', ' ')}")
        if said is not True:
            print(f"# {said}")
    return 1 if failed else 0


sys.exit(main())
