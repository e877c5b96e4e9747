"""The published counts by setting and band, and people and plans by single year of age."""

from deriving.judgements import (BANDS, BASE, CEASE, CEASE_HALFWAY, LAST, OLDER_BY_JANUARY, OLDEST_BAND,
                                 SEEDED, WITHIN_BAND)
from deriving.pupils import AGES, ages


PUPILS, ENGLAND, MONEY = "cwac-pupils.csv", "england.csv", "cwac-finance.csv"
PLACEMENT = "ehc_plans_jan_by_placement_2022release"
SETTING_OF = {  # the census's establishment types
    "Mainstream - LA maintained": "mainstream", "Mainstream - Academy": "mainstream",
    "Mainstream - Free school": "mainstream", "Mainstream - Independent": "mainstream",
    "Non-maintained early years": "mainstream",
    "Mainstream - LA maintained - Resourced provision": "resourced_provision",
    "Mainstream - Academy - Resourced Provision": "resourced_provision",
    "Special - LA maintained": "special", "Special - Academy": "special",
    "Special - Academy/free": "special",
    "Special - Non-maintained": "independent", "Special - Independent": "independent",
    "Alternative provision/Pupil referral unit": "alternative_provision",
    "AP/PRU - LA maintained": "alternative_provision",
    "General FE and tertiary colleges/HE": "further_education", "Other FE": "further_education",
    "Sixth form college": "further_education",
    "Specialist post-16 institutions": "specialist_post_16",
    "Educated elsewhere": "other", "NEET": "other", "Other": "other",
    "Other arrangements by local authority": "other", "Other arrangements by parents": "other",
    "Awaiting provision - total": "other"}


def placed(facts, january):
    """Plans by setting. The finest type the census gives, but for three that it gives whole."""
    totals = dict.fromkeys(SEEDED, 0.0)
    for dimension, plans in facts.all(PUPILS, PLACEMENT, january).items():
        group, kind = dimension.split(" | ")
        totals[SETTING_OF[group if kind == "Total" else kind]] += plans
    return totals


def banded(facts, series, year, file=PUPILS):
    found = facts.all(file, series, year)
    return {band: found.get("age " + band, 0.0) for band in BANDS}


def new_by_setting(facts):
    totals = dict.fromkeys(SEEDED, 0.0)
    for year in range(2015, 2019):
        for kind, plans in facts.all("sen2_estab_new_plans.csv", "Total_new_all", year).items():
            if kind != "Total":
                totals[SETTING_OF[kind]] += plans
    return totals


def population(facts):
    """{(January, age): people at 31 August before it}: mid-2019 rolled on, births and 18-25 held."""
    middle = {a: facts.get("population.csv", "population_single_year", 2019, f"age {a}")
              for a in AGES}
    back = (facts.get("population.csv", "population_age_2_18", 2018, "age 2-18")
            / facts.get("population.csv", "population_age_2_18", 2019, "age 2-18"))
    people = {(BASE, a): middle[a] * back for a in AGES}
    people.update({(BASE + 1, a): middle[a] for a in AGES})
    for y in range(BASE + 2, LAST + 1):
        for a in AGES:
            held = a == 0 or a >= 18
            people[y, a] = people[y - 1, a if held else a - 1]
    return people


def population_2022_based(facts):
    """The same to January 2020, the 2022-based projection from January 2023, and a line between."""
    people = population(facts)
    for a in AGES:
        for y in range(2023, LAST + 1):
            people[y, a] = facts.get("population.csv", "population_single_year", y - 1, f"age {a}")
        for y in (2021, 2022):
            people[y, a] = people[2020, a] + (people[2023, a] - people[2020, a]) * (y - 2020) / 3
    return people


def cease_at(age):
    return CEASE_HALFWAY * next(rate for text, rate in CEASE.items() if age in ages(text))


def spread_new(bands):
    """New plans by the age that the next January counts: some are a year older than when issued."""
    spread = dict.fromkeys(AGES, 0.0)
    for band, plans in bands.items():
        for age, share in zip(ages(band), WITHIN_BAND[band]):
            spread[age] += plans * share * (1 - OLDER_BY_JANUARY)
            spread[min(age + 1, 25)] += plans * share * OLDER_BY_JANUARY
    return spread


def rake(single, bands):
    """Scale single ages to the published bands."""
    for band, plans in bands.items():
        shape = dict(zip(ages(band), OLDEST_BAND)) if band == BANDS[-1] else \
            {a: single[a] for a in ages(band)}
        total = sum(shape.values())
        for a in ages(band):
            single[a] = plans * shape[a] / total


def single_ages(facts, january):
    """Plans by single year of age: rolled from January 2010, raked to the bands each January."""
    single = {a: share for band in BANDS for a, share in zip(ages(band), WITHIN_BAND[band])}
    rake(single, banded(facts, "ehc_plans_or_statements_jan", 2010))
    for y in range(2011, january + 1):
        new = spread_new(banded(facts, "new_plans_calendar_year", y - 1))
        single = {a: (single[a - 1] * (1 - cease_at(a)) if a else 0) + new[a] for a in AGES}
        rake(single, banded(facts, "ehc_plans_or_statements_jan", y))
    return single
