"""Unit costs and lines from the returns, and what 2019-20 comes to."""

from deriving.census import placed
from deriving.judgements import BASE, PRICES, RESOURCED_PLACES, SPECIAL_COST, SPECIAL_PLACES
from deriving.pupils import NEEDS, by

MONEY = "cwac-finance.csv"


def outturn(facts, line):
    return facts.get(MONEY, "section251_outturn", "2021-22", line)


def deflated(facts, line, group):
    """A line of the 2021-22 return at 2019-20 prices, by the area's own price group, to £100."""
    return round(outturn(facts, line) / (1 + PRICES[group]) ** 2, -2)


def unit(facts, series, year):
    """A unit cost, whose dimension is its derivation."""
    (value,) = facts.all("calibration.csv", series, year).values()
    return value


def months(before, after):
    """Pupil-years of a financial year: April to August, then September to March."""
    return 5 / 12 * before + 7 / 12 * after


def unit_costs(facts):
    """£ a pupil a year: the returns of 2018-19, and of 2021-22 where nothing is earlier."""
    def spend(dimension):
        return facts.get(MONEY, "specialist_topup_spend", "2018-19", dimension)

    before, after = placed(facts, 2018), placed(facts, 2019)
    both = spend("state special + PRU/AP top-up")
    in_units, in_special = (outturn(facts, "topup_" + n) for n in ("pru_ap", "state_special"))
    pru = round(both * in_units / (in_units + in_special), -2)
    return {
        "pupil referral units, all": pru,
        "special": (both - pru) / months(before["special"], after["special"]),
        "independent": round(spend("independent and non-maintained special")
                             / months(before["independent"], after["independent"])),
        "mainstream": round(unit(facts, "unit_topup_mainstream", "2021-22")
                            / (1 + PRICES["top_up"]) ** 2, -2),
        "further_education": round(unit(facts, "unit_topup_post16", "2021-22")
                                   / (1 + PRICES["post_16"]) ** 2, -2),
        "alternative_provision": round(outturn(facts, "topup_pru_ap")
                                       / (outturn(facts, "place_pru_ap") / 10000)
                                       / (1 + PRICES["top_up"]) ** 2, -2),
        "specialist_post_16": round(deflated(facts, "topup_inmss_post", "post_16")
                                    / after["specialist_post_16"], -2),
    }


def special_rates(facts, cells):
    """{need: £}: relative costs, scaled so that the mean over the base's pupils is the return's."""
    pupils = dict.fromkeys(NEEDS, 0.0)
    for (_, k, s), plans in cells.items():
        if s == "special":
            pupils[k] += plans
    mean = sum(n * SPECIAL_COST[k] for k, n in pupils.items()) / sum(pupils.values())
    return {k: round(unit_costs(facts)["special"] * c / mean) for k, c in SPECIAL_COST.items()}


def outreach(facts):
    return facts.get(MONEY, "special_school_outreach_budget", "2019-20", "6 schools x 27000")


def support_lines(facts):
    """{line: £ at 2019-20 prices} of what pupils do not drive, from the return of 2021-22."""
    units = unit_costs(facts)
    pupils = placed(facts, BASE)["alternative_provision"]  # paid for by the pupil
    return {
        "support_services": deflated(facts, "sen_support_and_inclusion_services", "pay")
        - outreach(facts),
        "alternative_provision_services": deflated(facts, "alternative_provision_services", "pay"),
        "hospital_education": deflated(facts, "hospital_education", "pay"),
        "therapies": deflated(facts, "therapies_health", "pay"),
        "pupil_referral_unit_top_up": units["pupil referral units, all"]
        - pupils * units["alternative_provision"],
        "pupil_referral_unit_places": round(outturn(facts, "place_pru_ap"), -2) - pupils * 10000,
    }


def spend_2019_20(facts, runs):
    """[(line, £)]: high needs in 2019-20 with nothing considered, before the residual."""
    before, after = (by(c, lambda c: c[2]) for _, c, _ in runs[:2])
    units, rates = unit_costs(facts), special_rates(facts, runs[0][1])
    band = facts.get(MONEY, "topup_rate", "2019-20", "resourced provision band 3C")

    def pupils(setting):
        return months(before.get(setting, 0.0), after.get(setting, 0.0))

    needs = [by({c: n for c, n in run[1].items() if c[2] == "special"}, lambda c: c[1])
             for run in runs[:2]]
    places = months(*(max(SPECIAL_PLACES[y], by(runs[y - BASE][1], lambda c: c[2])["special"])
                      for y in (BASE, BASE + 1)))
    filled = pupils("resourced_provision")
    lines = [
        ("special places", 10000 * places),
        ("special top-up", sum(rates[k] * months(needs[0][k], needs[1][k]) for k in NEEDS)),
        ("resourced provision places", 6000 * filled + 10000 * (RESOURCED_PLACES - filled)),
        ("resourced provision top-up", band * filled),
        ("mainstream top-up", units["mainstream"] * pupils("mainstream")),
        ("independent top-up", units["independent"] * pupils("independent")),
        ("alternative provision places", 10000 * pupils("alternative_provision")),
        ("alternative provision top-up",
         units["alternative_provision"] * pupils("alternative_provision")),
        ("further education places", 6000 * pupils("further_education")),
        ("further education top-up", units["further_education"] * pupils("further_education")),
        ("specialist post 16 top-up", units["specialist_post_16"] * pupils("specialist_post_16")),
        ("support without a plan", 436 * 2294),
        ("outreach", outreach(facts)),
        ("residential", facts.get(MONEY, "residential_special_spend", "2018-19",
                                  "council (circa)"))]
    return lines + [(k.replace("_", " "), v) for k, v in support_lines(facts).items()]
