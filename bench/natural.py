"""The model as an analyst would write it in numpy, from docs/model.md and from nothing of ours.

A batch of draws at once, [draw][age][need][setting]. No change alone: no considerations, no formula.
"""
import numpy as np


class Area:
    """What is the same in every draw, made ready once."""

    def __init__(self, told):
        self.told = told
        self.years = int(told["years"][0])
        self.needs, self.ages, self.settings = told["caseload"].shape
        self.phase = told["phase_of"].astype(int)
        first = int(told["first_age"][0])
        self.serves = told["serves"][self.phase] > 0                     # [age][setting]
        self.serves[:first] = False
        crossed = np.zeros(self.ages, int)                               # 3.3: the phase entered, 0 within one
        for age in range(first + 1, self.ages):
            if self.phase[age] != self.phase[age - 1]:
                crossed[age] = self.phase[age]
        self.boundary = crossed
        self.cease = told["cease"].T                                     # [age][need]
        self.start = told["caseload"].transpose(1, 0, 2)                 # [age][need][setting]
        self.entry = told["entry"].transpose(1, 0, 2)[self.phase] * self.serves[:, None, :]
        self.new = (told["people"][:, :, None] * told["incidence"].T[None]
                    * (1 - told["refused"])[:, None, None])              # [year][age][need]
        self.new[:, :first] = 0
        self.transfers(told["transfer"][crossed], first)
        self.order = self.fill_order()

    def transfers(self, table, first):
        """3.3: shares that leave each setting, and the greatest multiplier that leaves no row over one."""
        before = np.zeros_like(self.serves)
        before[first + 1:] = self.serves[first:-1]
        ways = table * before[:, None, :, None] * self.serves[:, None, None, :]
        ways = ways * (1 - np.eye(self.settings))
        self.ways = ways                                                 # [age][need][from][to]
        leaving = ways.sum(axis=3) * self.serves[:, None, :]
        self.most = np.full(int(self.phase.max()) + 1, np.inf)
        for age in range(self.ages):
            if leaving[age].max() > 0:
                b = self.boundary[age]
                self.most[b] = min(self.most[b], 1 / leaving[age].max())

    def fill_order(self):
        """3.7: a limited setting comes before those it overflows to."""
        left = [s for s in range(self.settings) if self.told["capped"][s]]
        order = []
        while left:
            ready = next(s for s in left if not any(s in self.told["overflow_to"][o] for o in left if o != s))
            order.append(ready)
            left.remove(ready)
        return order


def overflow_shares(told, setting):
    """3.7: {to: share of those turned away}; no more than there are in all, and a rest."""
    ways = [(int(to), rest) for to, rest in zip(told["overflow_to"][setting], told["overflow_rest"][setting])
            if to >= 0]
    left = np.ones_like(told["learners"])
    shares = {}
    for to, rest in ways:
        if not rest:
            shares[to] = np.minimum(told["overflow_weight"][setting, to], left)
            left = left - shares[to]
    rests = [to for to, rest in ways if rest]
    last = rests[0] if rests else ways[-1][0]
    shares[last] = shares.get(last, 0) + left
    return shares


def places_year(area, told, year, continuing, arriving, shares, out):
    """3.7: continuing pupils keep their place, the others get what is left, by groups of need."""
    for setting in area.order:
        room = told["places"][year, setting] - told["held"][year, setting] - continuing[..., setting].sum(axis=(1, 2))
        room = np.maximum(room, 0)
        asked = arriving[..., setting].sum(axis=1)                       # [draw][need]
        turned = np.zeros_like(asked)
        for group in np.unique(told["group_of"][setting]):
            those = told["group_of"][setting] == group
            wanted = asked[:, those].sum(axis=1)
            placed = np.minimum(wanted, room)
            room = room - placed
            share = np.divide(wanted - placed, wanted, out=np.zeros_like(wanted), where=wanted > 0)
            turned[:, those] = share[:, None]
        away = arriving[..., setting] * turned[:, None, :]
        arriving[..., setting] -= away
        for to, share in shares[setting].items():
            arriving[..., to] += away * share[:, None, None]
        out["turned_away"][year, setting] = away.sum(axis=(1, 2))


def pupils(area, told):
    """Section 3, from the base January to the last: plans by year, need and setting, and what moved them."""
    draws = told["learners"].size
    now = np.broadcast_to(area.start, (draws,) + area.start.shape).copy()
    scale = np.minimum(told["transfer_by_boundary"], area.most[:, None])[area.boundary].T   # [draw][age]
    scale = np.where(area.serves[:, None, :], scale[:, :, None, None], 1)                   # must leave: all do
    ends_by_setting = told["cease_by_setting"].T[:, None, None, :]
    ends_rate = np.minimum(area.cease[None, :, :, None] * ends_by_setting, 1)
    index = np.cumprod(np.maximum(1 + told["growth"], 0), axis=0) / np.maximum(1 + told["growth"][:1], 0)
    multiplier = told["incidence_by_phase"][area.phase].T[:, :, None] * told["incidence_by_need"].T[:, None, :]
    shares = {s: overflow_shares(told, s) for s in area.order}
    out = {"plans": np.zeros((area.years + 1, area.needs, area.settings, draws)),
           "turned_away": np.zeros((area.years + 1, area.settings, draws)),
           "ceased": np.zeros((area.years + 1, draws)), "new_plans": np.zeros((area.years + 1, draws))}
    out["plans"][0] = now.sum(axis=1).transpose(1, 2, 0)

    for year in range(1, area.years + 1):
        older = np.zeros_like(now)
        older[:, 1:] = now[:, :-1]
        ends = older * ends_rate
        survivors = older - ends
        out["ceased"][year] = ends.sum(axis=(1, 2, 3)) + now[:, -1].sum(axis=(1, 2))

        leaving = survivors * scale
        moved = np.matmul(leaving.transpose(1, 2, 0, 3), area.ways).transpose(2, 0, 1, 3)
        continuing = survivors - leaving * area.ways.sum(axis=3)
        continuing *= area.serves[:, None, :]

        new = area.new[year] * index[year].T[:, None, :] * multiplier
        entrants = new[..., None] * area.entry
        out["new_plans"][year] = new.sum(axis=(1, 2))

        come = np.maximum(told["moves"][year], -1)[:, None, None, None]
        came = (continuing + moved) * np.maximum(come, 0)
        continuing -= continuing * np.maximum(-come, 0)
        moved -= moved * np.maximum(-come, 0)

        arriving = moved + entrants + came
        places_year(area, told, year, continuing, arriving, shares, out)
        now = continuing + arriving
        out["plans"][year] = now.sum(axis=1).transpose(1, 2, 0)
    return out


def indices(told):
    """4: prices of each group, and of each setting's top-up, which a guarantee may hold up: [..][year][draw]."""
    rise = told["uplift"].copy()
    rise[:, 0] = 0
    groups = np.cumprod(1 + rise, axis=1)
    least = np.where(told["floor_known"][:, None] > 0, told["floor"], -np.inf)
    least[0] = -np.inf
    own = rise[told["prices_of"].astype(int)]
    guarded = np.maximum(own, least[None])
    settings = np.cumprod(1 + np.where(told["protected"][:, None, None] > 0, guarded, own), axis=1)
    return groups, settings


def pence(pounds):
    return np.rint(pounds * 100)


def pounds(area, told, plans):
    """Sections 4 and 5: spend by line and the balance, in pence."""
    groups, settings = indices(told)
    years, draws = area.years, plans.shape[-1]
    rates = np.zeros((area.settings, area.needs, draws))
    for (setting, need, share), rate in zip(told["top_up_of"], told["top_up_rate"]):
        rates[int(setting), int(need)] += share * rate
    by_place = told["funded_per_place"][:, None] > 0
    held_at = told["held"][:, :, None] * by_place
    here = plans.sum(axis=1) + held_at                                   # [January][setting][draw]
    empty = np.where(by_place, np.maximum(told["places"][:, :, None] - here, 0), 0)
    place = here * told["place_rate"] + empty * told["vacant_rate"]
    block = here * told["schools_block_rate"]
    top_up = np.einsum("yksd,skd->ysd", plans, rates)

    def by_year(x):
        return 5 / 12 * x[:-1] + 7 / 12 * x[1:]

    out = {"places": pence(by_year(place)), "schools_block": pence(by_year(block)),
           "top_up": pence(by_year(top_up) * settings.transpose(1, 0, 2))}
    learners = sum(told["learners"] / told["duration"] * np.clip(told["duration"] - j, 0, 1) for j in range(20))
    out["support"] = np.broadcast_to(pence(learners * told["average"]), (years, draws))
    prices = np.concatenate([groups, np.ones_like(groups[:1])])[told["line_prices"].astype(int)]
    out["lines"] = pence(told["line_amount"] * prices).transpose(1, 0, 2)

    block = np.zeros((years, draws))
    published = int(told["published"][0])
    block[:published] = told["allocation"]
    for year in range(published, years):
        block[year] = block[year - 1] * (1 + told["funding_growth"][year])
    spend = (out["places"].sum(axis=1) + out["top_up"].sum(axis=1) + out["support"]
             + out["lines"][:, told["line_of_high_needs"] > 0].sum(axis=1))
    out["in_year"] = pence(block) + pence(told["transferred"]) - spend
    out["cumulative"] = pence(told["opening_balance"]) + np.cumsum(out["in_year"], axis=0)
    return out


def run(area, told):
    out = pupils(area, told)
    out.update(pounds(area, told, out["plans"]))
    return out
