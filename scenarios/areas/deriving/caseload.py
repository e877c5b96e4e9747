"""The base caseload: seeds, and their fit to the published margins."""

from deriving.census import PUPILS, banded, placed, population, single_ages
from deriving.judgements import (BANDS, BASE, NEED_IN_PHASE, NEED_IN_SETTING, PLACED, SEEDED)
from deriving.pupils import AGES, NEEDS, PHASES, ages, fit, phase_of, serves


def by_age(table, age):
    return next((w for text, w in table.items() if age in ages(text)), 0.0)


def in_primary(facts, january):
    """Share of mainstream plans that are at primary schools: their rates times the people there."""
    people = population(facts)
    of = {"primary": range(4, 11), "secondary": range(11, 16)}
    plans = {phase: facts.get(PUPILS, f"pct_{phase}_pupils_ehc", max(january, 2016))
             * sum(people[BASE, a] for a in of[phase]) for phase in of}
    return plans["primary"] / sum(plans.values())


def age_by_setting(facts, january):
    """{(age, setting): plans}: what is published by age and by setting, and mainstream by phase."""
    settings = placed(facts, january)
    single = single_ages(facts, january)
    school = settings["mainstream"] + settings["resourced_provision"]
    share = in_primary(facts, january)
    weights = {(a, s): by_age(PLACED[s], a) * single[a] for a in AGES for s in SEEDED
               if serves(s, a)}

    def mainstream(cell):
        inside = cell[1] in ("mainstream", "resourced_provision")
        return "later" if inside and cell[0] > 10 else "primary" if inside else None

    return fit(weights, [
        (mainstream, {"primary": school * share, "later": school * (1 - share)}),
        (lambda c: c[0], single), (lambda c: c[1], settings)])


def need_mix(facts, option):
    series = {"a": "need_mix_2019_option_A_survivors",
              "b": "need_mix_2019_option_B_ratio_adjusted"}[option]
    mix = facts.all("rules.csv", series, BASE)
    return {k: mix[k] / sum(mix.values()) for k in NEEDS}


def whole(shares, total):
    """Whole numbers with these shares and this total: largest remainders."""
    exact = {k: share * total for k, share in shares.items()}
    counts = {k: int(v) for k, v in exact.items()}
    for k in sorted(exact, key=lambda k: counts[k] - exact[k])[:total - sum(counts.values())]:
        counts[k] += 1
    return counts


def seed_weight(need, setting, age):
    phase = list(PHASES).index(phase_of(age))
    return (NEED_IN_SETTING[need][SEEDED.index(setting)]
            * NEED_IN_PHASE.get(need, (1,) * 5)[phase])


def caseload(facts, january, option="a"):
    """{(age, need, setting): plans} fitted to a January's bands, settings and the mix of needs."""
    cells = age_by_setting(facts, january)
    seed = {(a, k, s): plans * seed_weight(k, s, a) for (a, s), plans in cells.items()
            for k in NEEDS}
    return seed, fit_margins(facts, january, seed, option)


def fit_margins(facts, january, seed, option):
    bands = banded(facts, "ehc_plans_or_statements_jan", january)
    band_of = {a: band for band in BANDS for a in ages(band)}
    total = round(sum(bands.values()))
    return fit(seed, [(lambda c: band_of[c[0]], bands), (lambda c: c[2], placed(facts, january)),
                      (lambda c: c[1], whole(need_mix(facts, option), total))])
