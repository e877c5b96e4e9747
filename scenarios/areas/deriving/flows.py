"""Where new plans begin, how many there are, and who moves."""

import math

from deriving.caseload import by_age, seed_weight
from deriving.census import ENGLAND, PUPILS, banded, new_by_setting, spread_new
from deriving.judgements import (BANDS, BASE, LAST, MOVES, MU, PHI, PLACED, SEEDED, TO_SPECIAL_BY_NEED)
from deriving.pupils import AGES, NEEDS, PHASES, SERVES, fit, phase_of


def mix_by_phase(cells):
    """{phase: {need: share}} of a caseload; early years take the youngest at school as well."""
    mixes = {}
    for phase, (first, last) in PHASES.items():
        totals = dict.fromkeys(NEEDS, 0.0)
        for (a, k, _), plans in cells.items():
            if first <= a <= max(last, 6):
                totals[k] += plans
        mixes[phase] = {k: n / sum(totals.values()) for k, n in totals.items()}
    return mixes


def entry_shares(facts, cells):
    """{(need, phase, setting): share}: new plans of 2015-18 by placement, then split by age and need."""
    by_phase = dict.fromkeys(PHASES, 0.0)
    for year in range(2015, 2019):
        for a, plans in spread_new(banded(facts, "new_plans_calendar_year", year)).items():
            by_phase[phase_of(a)] += plans
    middle = {"early_years": 4, "primary": 8, "secondary": 13, "post_16": 17, "post_19": 20}
    weights = {(p, s): by_age(PLACED[s], a) for p, a in middle.items() for s in SEEDED
               if SERVES[s][0] <= PHASES[p][1] and SERVES[s][1] >= PHASES[p][1]}
    phases = fit(weights, [(lambda c: c[0], by_phase),
                           (lambda c: c[1], scaled(new_by_setting(facts), by_phase))])
    shares = {}
    for phase, mix in mix_by_phase(cells).items():
        inside = {s: n for (p, s), n in phases.items() if p == phase}
        total = sum(inside.values())
        table = fit({(k, s): n * seed_weight(k, s, middle[phase]) for s, n in inside.items()
                     for k in NEEDS},
                    [(lambda c: c[0], {k: mix[k] * total for k in NEEDS}),
                     (lambda c: c[1], inside)])
        for (k, s), n in table.items():
            shares[k, phase, s] = n / (mix[k] * total)
    return shares


def scaled(totals, to):
    factor = sum(to.values()) / sum(totals.values())
    return {k: n * factor for k, n in totals.items() if n}


def incidence(facts, cells, people):
    """{(age, need): new plans a person}: 2018's total, with the bands' shares of three years,
    England's counting for 300 plans."""
    own = {b: sum(banded(facts, "new_plans_calendar_year", y)[b] for y in (2016, 2017, 2018))
           for b in BANDS}
    england = {b: sum(banded(facts, "new_plans_calendar_year", y, ENGLAND)[b]
                      for y in (2016, 2017, 2018)) for b in BANDS}
    shape = {b: own[b] + 300 * england[b] / sum(england.values()) for b in BANDS}
    new = spread_new(scaled(shape, {0: new_plans(facts, 2018)}))
    mixes = mix_by_phase(cells)
    return {(a, k): new[a] / people[BASE, a] * mixes[phase_of(a)][k]
            for a in AGES for k in NEEDS}


def new_plans(facts, year):
    return facts.get(PUPILS, "new_plans_calendar_year", year)


def path(facts):
    """[(January, new plans before it, plans)]: the two equations of docs, without shocks."""
    def stock(file, year):
        return facts.get(file, "ehc_plans_or_statements_jan", year)

    england = facts.get(ENGLAND, "new_plans_calendar_year", 2018)
    m = math.log(england / stock(ENGLAND, 2018))
    x = (stock(ENGLAND, 2018) + england - stock(ENGLAND, 2019)) / stock(ENGLAND, 2018)
    z = math.log(new_plans(facts, 2018) / stock(PUPILS, 2018)) - m
    plans, rows = stock(PUPILS, BASE), []
    for january in range(BASE + 1, LAST + 1):
        z = MU + PHI * (z - MU)
        new = plans * math.exp(m + z)
        plans = plans * (1 - x) + new
        rows.append((january, new, plans))
    return rows


def growth(facts, rates, people):
    """{January: growth of the index of new plans} that gives the path's new plans."""
    index, found = 1.0, {}
    for january, new, _ in path(facts):
        level = sum(people[january, a] * rate for (a, _), rate in rates.items())
        found[january] = round(new / level / index - 1, 4)
        index *= 1 + found[january]
    return found


def transfer_rows(cells):
    """Rows of the transfer table. Mainstream to special differs by need, around the stated share."""
    rows = []
    for boundary, table in MOVES.items():
        for origin, shares in table.items():
            for to, share in shares.items():
                if origin == "mainstream" and to == "special":
                    rows += [(boundary, k, origin, to, share * w)
                             for k, w in to_special(cells, boundary).items()]
                else:
                    rows.append((boundary, "", origin, to, share))
    return rows


def to_special(cells, boundary):
    """{need: weight}, averaging 1 over the mainstream pupils who meet the boundary."""
    first, last = PHASES.get(boundary, (5, 15))
    last = first if boundary in PHASES else last
    pupils = dict.fromkeys(NEEDS, 0.0)
    for (a, k, s), plans in cells.items():
        if s == "mainstream" and first - 1 <= a <= last:
            pupils[k] += plans
    mean = sum(n * TO_SPECIAL_BY_NEED[k] for k, n in pupils.items()) / sum(pupils.values())
    return {k: w / mean for k, w in TO_SPECIAL_BY_NEED.items()}
