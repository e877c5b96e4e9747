"""What derive.py prints: markdown for the page, and the projection as a table."""

from deriving.census import banded, placed
from deriving.judgements import BANDS, SEEDED
from deriving.money import MONEY, deflated, outturn, spend_2019_20
from deriving.pupils import SETTINGS, ages, by
from deriving.runs import look_back


def table(header, rows):
    print("| " + " | ".join(header) + " |")
    print("|" + "---|" * len(header))
    for row in rows:
        print("| " + " | ".join(str(c) for c in row) + " |")
    print()


LOOK_BACKS = (
    ("From January 2017: the area's own endings", 2017, {}),
    ("From January 2015: the endings published, and conversions at 16+", 2015, {"endings": True}),
    ("The same, with as many moves to special schools as were published in 2015 and 2016", 2015,
     {"endings": True, "moves": True}))


def print_look_back(facts, read):
    for title, start, options in LOOK_BACKS:
        print(f"### {title}\n")
        runs = look_back(facts, read, start, **options)
        compare(runs, "setting", SEEDED, lambda y: placed(facts, y), lambda c: c[2])
        compare(runs, "age", BANDS, lambda y: banded(facts, "ehc_plans_or_statements_jan", y),
                lambda c: next(b for b in BANDS if c[0] in ages(b)))
        if options:
            print("Joined at college without a new plan: " + ", ".join(
                f"{joined:.0f} in {j - 1}" for j, _, joined in runs if joined) + ".\n")


def compare(runs, name, keys, published, key):
    """A table of each January's plans: as run, as published, and the difference."""
    start = runs[0][0] - 1
    counts = [(by(cells, key), published(january)) for january, cells, _ in runs]
    rows = []
    for k in (*keys, None):
        row = ["**all**" if k is None else k.replace("_", " "),
               f"{sum(n for s, n in published(start).items() if k in (None, s)):.0f}"]
        for ran, was in counts:
            now, then = (sum(n for s, n in of.items() if k in (None, s)) for of in (ran, was))
            row += [f"{now:.0f}", f"{then:.0f}", f"{now - then:+.0f}"]
        rows.append(row)
    heads = [h for january, _, _ in runs for h in (f"{january}, run", "published", "residual")]
    table([name, str(start)] + heads, rows)


def print_project(runs):
    print("year,setting,plans")
    for january, cells, _ in runs:
        totals = by(cells, lambda c: c[2])
        for setting in SETTINGS:
            print(f"{january},{setting},{totals.get(setting, 0.0):.6f}")


RETURN_LINES = (  # line of the 2021-22 return, price group, lines of the model, how it is used
    ("place_primary", None, ("resourced provision places",), "net of academies; the model's is gross"),
    ("place_secondary", None, (), "with primary"),
    ("place_special", None, ("special places",), "net of academies; the model's is gross"),
    ("place_pru_ap", None, ("pupil referral unit places", "alternative provision places"), "used"),
    ("topup_primary", "top_up", ("mainstream top-up", "resourced provision top-up",
                                 "support without a plan"), "a unit cost of it, £10,600"),
    ("topup_secondary", "top_up", (), "with primary"),
    ("topup_state_special", "special", ("special top-up",), "2018-19 is used"),
    ("topup_pru_ap", "top_up", ("pupil referral unit top up", "alternative provision top-up"),
     "its share of both, in 2018-19"),
    ("topup_post_school", "post_16", ("further education top-up",), "a unit cost of it, £5,200"),
    ("topup_inmss_special", "independent", ("independent top-up",), "2018-19 is used"),
    ("topup_inmss_post", "post_16", ("specialist post 16 top-up",), "over January 2019's 6 pupils"),
    ("sen_support_and_inclusion_services", "pay", ("support services", "outreach"), "used"),
    ("alternative_provision_services", "pay", ("alternative provision services",), "used"),
    ("hospital_education", "pay", ("hospital education",), "used"),
    ("therapies_health", "pay", ("therapies",), "used"),
    ("topup_state_income", "top_up", (), "income; not modelled, so in the residual"),
    ("topup_inmss_income", "top_up", (), "income; not modelled, so in the residual"))


def print_return(facts, amounts):
    """The return of 2021-22, line by line, beside the model's 2019-20."""
    rows = []
    for line, group, ours, use in RETURN_LINES:
        rows.append((line.replace("_", " "), f"{outturn(facts, line):,.0f}",
                     f"{deflated(facts, line, group):,.0f}" if group else "",
                     f"{sum(amounts[k] for k in ours):,.0f}" if ours else "", use))
    table(("section 251 line", "2021-22", "at 2019-20 prices", "model 2019-20", "use"), rows)


def print_money(facts, runs):
    lines = spend_2019_20(facts, runs)
    block = facts.get(MONEY, "dsg_allocation", "2019-20", "high_needs_block")
    total = sum(v for _, v in lines)
    table(("2019-20, no change", "£"), [(k, f"{v:,.0f}") for k, v in lines]
          + [("**all lines**", f"{total:,.0f}"), ("high needs block", f"{block:,.0f}"),
             ("**residual**", f"{block - total:,.0f} ({(block - total) / block:.1%})")])
    amounts = dict(lines)
    special = (amounts["special top-up"] * .985 + amounts["pupil referral unit top up"]
               + amounts["alternative provision top-up"])
    rows = []
    for name, ran, dimension in (
            ("special and PRU/AP top-up, with 3's 1.5% cut", special,
             "state special + PRU/AP top-up"),
            ("independent", amounts["independent top-up"],
             "independent and non-maintained special")):
        was = facts.get(MONEY, "specialist_topup_spend", "2019-20", dimension)
        rows.append((name, f"{ran:,.0f}", f"{was:,.0f}", f"{ran - was:+,.0f}",
                     f"{ran / was - 1:+.1%}"))
    table(("2019-20", "model", "return", "difference", ""), rows)
    print_return(facts, amounts)
