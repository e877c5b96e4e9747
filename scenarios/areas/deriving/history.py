"""The Januaries before the base, for `hnbsim backrun`: as published, and as the caseload is derived from that."""

from deriving.caseload import caseload, need_mix, whole
from deriving.census import banded, placed, spread_new
from deriving.judgements import BASE, CONVERTED_AT
from deriving.pupils import AGES, SETTINGS, serves
from deriving.runs import ended, joined_in, moved_to_special

FIRST = 2015  # the first January of the census by placement from which every flow is published


def history(facts, number):
    """{table: (header, rows)}. `number` writes a figure."""
    januaries, during = range(FIRST, BASE), range(FIRST, BASE)
    return {
        "history-setting": (("january", "setting", "plans"),
                            [(y, s, number(placed(facts, y).get(s, 0)))
                             for y in januaries for s in SETTINGS]),
        "history-age": (("january", "age", "plans"),
                        [(y, band, number(n)) for y in januaries for band, n
                         in banded(facts, "ehc_plans_or_statements_jan", y).items()]),
        "history-age-setting": (("january", "age", "setting", "plans"),
                                [row for y in januaries for row in aged(facts, y, number)]),
        "history-need": (("january", "need", "plans"),
                         [(y, k, n) for y in januaries for k, n in needs(facts, y).items()]),
        "history-new-plans": (("during", "age", "plans"),
                              [(y, a, number(n)) for y in during for a, n in spread_new(
                                  banded(facts, "new_plans_calendar_year", y)).items() if n]),
        "history-leavers": (("during", "age", "plans"),
                            [(y, "16-25", number(ended(facts, y)[0])) for y in during]),
        "history-other-endings": (("during", "plans"),
                                  [(y, number(ended(facts, y)[1])) for y in during]),
        "history-conversions": (("during", "age", "setting", "plans"),
                                [(y, a, "further_education", number(joined_in(facts, y) * share))
                                 for y in during if joined_in(facts, y)
                                 for a, share in CONVERTED_AT.items()]),
        "history-left-mainstream": (("during", "setting", "plans"),
                                    [(y, "special", number(moved_to_special(facts, y)))
                                     for y in during if moved_to_special(facts, y)])}


def aged(facts, january, number):
    """A row for every age that a setting serves: the fitted caseload, its needs together."""
    cells = caseload(facts, january)[1]
    plans = dict.fromkeys(((a, s) for a in AGES for s in SETTINGS if serves(s, a)), 0.0)
    for (a, _, s), n in cells.items():
        plans[a, s] += n
    return [(january, a, s, number(n, 9)) for (a, s), n in plans.items()]


def needs(facts, january):
    """The mix of the base, of as many plans."""
    bands = banded(facts, "ehc_plans_or_statements_jan", january)
    return whole(need_mix(facts, "a"), round(sum(bands.values())))
