"""The numbers of the area file that are derived or published, as they must stand in it."""

from deriving.caseload import caseload
from deriving.census import ENGLAND
from deriving.flows import growth
from deriving.judgements import BASE, CEASE_BY_SETTING, PRICES, SPECIAL_PLACES
from deriving.money import MONEY, outreach, special_rates, support_lines, unit_costs
from deriving.pupils import SERVES


def written(facts, cells, rates, people):
    """Numbers that the area file holds, as they must stand in it."""
    rows = [("growth", f"{y}: {g:.2%}") for y, g in growth(facts, rates, people).items()]
    rows += [("special top-up", f"{k}: {r}")
             for k, r in special_rates(facts, cells).items()]
    rows += [("special top-up, needs b", f"{k}: {r}") for k, r in special_rates(
        facts, caseload(facts, BASE, "b")[1]).items()]
    rows += [("top-up", f"{u:.0f}") for s, u in unit_costs(facts).items() if s in SERVES
             and s != "special"]
    rows += [("line", f"amount: {amount:.0f}") for amount in support_lines(facts).values()]
    rows += [("special places", f"{y}: {n}") for y, n in SPECIAL_PLACES.items()]
    rows += [("cease by setting", f"{s}: {m}") for s, m in CEASE_BY_SETTING.items()]
    rows += [("price", f"{g}: {{mean: {p:.1%},") for g, p in PRICES.items()]
    return rows + written_as_published(facts)


def written_as_published(facts):
    """Numbers that the area file takes from the facts as they are."""
    def money(series, year, dimension):
        return facts.get(MONEY, series, year, dimension)

    learners = money("non_ehcp_topup", "2019-20", "learners")
    fund = money("special_provision_capital", "2018-21", "total")
    left = money("special_provision_capital", "2019-21", "remaining")
    england = [facts.get(ENGLAND, "high_needs_funding", y) for y in ("2018-19", "2019-20")]
    rows = [("high needs block", f"{y}: {money('dsg_allocation', y, 'high_needs_block'):.0f}")
            for y in ("2019-20", "2020-21", "2021-22", "2022-23", "2023-24")]
    rows += [("mfg floor", f"{y.split(' to ')[-1]}: {{value: {change:g}%,")
             for (_, series, y, _), change in sorted(facts.values.items())
             if series == "special_school_mfg"]
    return rows + [
        ("schools block", f"{money('dsg_allocation', '2019-20', 'schools_block'):.0f}"),
        ("growth of funding", f"growth: {{mean: {england[1] / england[0] - 1:.1%},"),
        ("band 3C", f"{{value: {money('topup_rate', '2019-20', 'resourced provision band 3C'):.0f},"),
        ("outreach", f"amount: {outreach(facts):.0f}"),
        ("learners", f"learners: {{value: {learners:.0f},"),
        ("support", f"average: {{value: {1e6 / learners:.0f},"),
        ("capital", f"fund: {{value: {fund:.0f},"),
        ("capital", f"allocated: {{value: {fund - left:.0f},")]
