"""Runs of pupils alone: no change to 2031, and back from 2015 and 2017 to the base."""

import copy

from deriving.caseload import caseload
from deriving.census import PUPILS, banded, spread_new
from deriving.flows import mix_by_phase, new_plans
from deriving.judgements import (BASE, CEASE_BY_SETTING, CONVERTED_AT, LAST, ORDER, OVERFLOW,
                                 RESOURCED_PLACES, SPECIAL_PLACES)
from deriving.pupils import AGES, NEEDS, boundary_of, phase_of, serves, step


def no_change(read, growth_path):
    """[(January, {cell: plans}, {setting: (asked, turned away)})] with nothing considered."""
    now, index, runs = read.caseload(), 1.0, []
    runs.append((BASE, now, {}))
    for january in range(BASE + 1, LAST + 1):
        index *= 1 + growth_path[january]
        new = {(a, k): read.population[january, a] * r * index
               for (a, k), r in read.incidence.items()}
        limits = {"satellite": 0, "special": SPECIAL_PLACES[january],
                  "resourced_provision": RESOURCED_PLACES}
        capped = {s: (n, ORDER[s], OVERFLOW[s]) for s, n in limits.items()}
        now, said = step(read, now, new, ends_of(read), capped)
        runs.append((january, now, said))
    return runs


def ends_of(read):
    return lambda cell: read.cease[cell[0]] * CEASE_BY_SETTING.get(cell[2], 1.0)


def look_back(facts, read, start, endings=False, moves=False):
    """[(January, {cell: plans}, conversions)] from a January to the base, nothing capped.

    endings: those published, with the statements', instead of the area's own
    moves:   as many from mainstream to special schools as published, in 2015 and 2016
    """
    now, runs = caseload(facts, start)[1], []
    mixes = mix_by_phase(read.caseload())
    for january in range(start + 1, BASE + 1):
        issued = spread_new(banded(facts, "new_plans_calendar_year", january - 1))
        new = {(a, k): n * mixes[phase_of(a)][k] for a, n in issued.items() for k in NEEDS}
        ends = published_endings(facts, read, january - 1, now) if endings else ends_of(read)
        joined = joined_in(facts, january - 1) if endings else 0.0
        moving = published_moves(facts, read, january - 1, now) if moves else read
        now, _ = step(moving, now, new, ends)
        convert(now, joined, mixes)
        runs.append((january, now, joined))
    return runs


def moved_to_special(facts, year):
    """Moves from mainstream to special schools, as published; 0 after 2016, when not all are counted."""
    return sum(facts.get("sen2_mi.csv", n, year) for n in ("Mtosi", "MtosiEHC")) \
        if year <= 2016 else 0


def published_moves(facts, read, year, now):
    """The tables with moves to special schools scaled to the published number of 2015 and 2016."""
    published = moved_to_special(facts, year)
    if not published:
        return read
    schools = ("mainstream", "resourced_provision")
    expected = sum(n * read.transfer.get((boundary_of(a + 1), k, s), {}).get("special", 0)
                   for (a, k, s), n in now.items() if s in schools and serves("special", a + 1))
    scaled_up = copy.copy(read)
    scaled_up.transfer = {
        (b, k, s): {to: min(share * published / expected, 1 - sum(row.values()) + share)
                    if to == "special" and s in schools else share for to, share in row.items()}
        for (b, k, s), row in read.transfer.items()}
    return scaled_up


def convert(cells, joined, mixes):
    """Assessments of learning difficulty at college that became plans without counting as new."""
    for a, share in CONVERTED_AT.items():
        for k in NEEDS:
            cell = (a, k, "further_education")
            cells[cell] = cells.get(cell, 0.0) + joined * share * mixes[phase_of(a)][k]


def ended(facts, year):
    """(left school, otherwise): endings of plans and of statements in a calendar year."""
    def both(*names):
        return sum(facts.get("sen2_mi.csv", n + kind, year) for n in names for kind in ("", "EHC"))
    return both("Disleft"), both("Dislea", "Dismet", "Disoth")


def joined_in(facts, year):
    """Who joined without a new plan, in 2015 and 2016: what the stocks and the other flows leave."""
    stock = [facts.get(PUPILS, "ehc_plans_or_statements_jan", y) for y in (year, year + 1)]
    return stock[1] - stock[0] - new_plans(facts, year) + sum(ended(facts, year)) \
        if year <= 2016 else 0.0


def published_endings(facts, read, year, now):
    """The chance of ending that gives the published numbers; those of the last age end in any case."""
    left, other = ended(facts, year)
    shape = ends_of(read)
    still = {c: n for c, n in now.items() if c[0] < max(AGES)}
    expected = sum(n * shape((a + 1, k, s)) for (a, k, s), n in still.items() if a >= 15)
    flat, scale = other / sum(still.values()), left / expected
    return lambda cell: flat + (scale * shape(cell) if cell[0] >= 16 else 0)
