"""The model in numpy at the best we know how: what could be folded is, and each phase is one stack of matmuls.

Against natural.py: the draw is the last index, so that every operation runs along it; ages are held by phase
with only the settings that serve them; ceasing, transfers and entry are one matrix an age and need, a row
more for the continuing pupils of each limited setting; arrays are made once and written into. Multipliers by
setting, boundary and phase are folded in, so they must be the same in all draws, as in the Cheshire West area.
"""
import numpy as np

import natural


def same(x):
    """The one number of all draws."""
    if np.ptp(x, axis=-1).max() > 0:
        raise SystemExit("best.py: a multiplier that it folds in differs between draws")
    return x[..., 0]


class Phase:
    """Ages of one phase. Rows of its state, an age and need: entrants, settings, continuing of limited ones."""

    def __init__(self, area, number, ages, draws):
        self.ages = ages
        self.settings = np.flatnonzero(area.serves[ages[0]])
        self.limited = [s for s in area.order if s in self.settings]
        rows = 1 + len(self.settings) + len(self.limited)
        self.here, self.next = np.zeros((2, len(ages), area.needs, rows, draws))
        self.ins = 1 + len(self.settings)

    def at(self, setting):
        return 1 + int(np.flatnonzero(self.settings == setting)[0])

    def stays_at(self, setting):
        return self.ins + self.limited.index(setting)


class Area(natural.Area):
    """Matrices by phase for one size of batch."""

    def __init__(self, told, draws):
        super().__init__(told)
        keep = 1 - np.minimum(self.cease[:, :, None] * same(told["cease_by_setting"]), 1)     # [age][need][from]
        scale = np.minimum(same(told["transfer_by_boundary"]), self.most)[self.boundary]
        scale = np.where(self.serves, scale[:, None], 1)[:, None, :]                          # [age][1][from]
        moved = self.ways * (keep * scale)[..., None]
        stays = (1 - self.ways.sum(axis=3) * scale) * keep * self.serves[:, None, :]
        self.by_phase = same(told["incidence_by_phase"])[self.phase]
        groups = {p: np.flatnonzero((self.phase == p) & self.serves.any(axis=1)) for p in np.unique(self.phase)}
        self.phases = [Phase(self, p, ages, draws) for p, ages in groups.items() if len(ages)]
        before = None
        for phase in self.phases:
            self.matrices(phase, before, moved, stays)
            before = phase
        self.shares = np.zeros((self.settings, self.settings, draws))
        self.places = told["places"] - told["held"]
        self.groups = {s: [np.flatnonzero(told["group_of"][s] == g) for g in np.unique(told["group_of"][s])]
                       for s in self.order}

    def matrices(self, phase, before, moved, stays):
        """[year][age][need][row out][row in]; the first age of a phase comes from the one before."""
        phase.step = self.matrix(phase, phase, phase.ages[1:], moved, stays)
        phase.enter = self.matrix(phase, before, phase.ages[:1], moved, stays)

    def matrix(self, to, of, ages, moved, stays):
        ins = 1 if of is None else of.ins
        out = np.zeros((self.years + 1, len(ages), self.needs, to.ins - 1 + len(to.limited), ins))
        entry = self.new[:, ages, :, None] * self.by_phase[ages][:, None, None] * self.entry[ages]
        out[..., :to.ins - 1, 0] = entry[..., to.settings]
        if of is None:
            return out
        both = moved + np.eye(self.settings) * stays[..., None]
        out[..., :to.ins - 1, 1:] = both[ages][:, :, of.settings][..., to.settings].swapaxes(2, 3)
        for setting in to.limited:
            if setting in of.settings:
                out[..., to.stays_at(setting) - 1, of.at(setting)] = stays[ages][..., setting]
        return out


def flow(area, year, new, grown, kept, plans):
    """Everyone ages, ceases, moves and arrives; plans by need and setting of where all would be.

    An age at a time, while it is in the cache; the oldest first, as each comes from the one before.
    """
    plans[:] = 0
    for phase, before in zip(reversed(area.phases), [*reversed(area.phases[:-1]), None]):
        total = np.zeros_like(phase.here[0, :, 1:phase.ins])
        for age in reversed(range(len(phase.ages))):
            rows = phase.next[age, :, 1:]
            if age > 0:
                below, matrix = phase.here[age - 1, :, :phase.ins], phase.step[year, age - 1]
                below[:, 0] = new
            elif before is not None:
                below, matrix = before.here[-1, :, :before.ins], phase.enter[year, 0]
                below[:, 0] = new
            else:
                below, matrix = new[:, None, :], phase.enter[year, 0]
            np.matmul(matrix, below, out=rows)
            rows[:, :phase.ins - 1] *= grown
            rows[:, phase.ins - 1:] *= kept
            total += rows[:, :phase.ins - 1]
        plans[:, phase.settings] += total
    for phase in area.phases:
        phase.here, phase.next = phase.next, phase.here


def turn_away(area, setting, year, plans, turned):
    """The share of each need turned away; False when it is nobody's."""
    stay = sum(np.add.reduce(p.here[:, :, p.stays_at(setting)], axis=0) for p in area.phases if setting in p.limited)
    room = np.maximum(area.places[year, setting] - stay.sum(axis=0), 0)
    asked = plans[:, setting] - stay
    full = False
    for needs in area.groups[setting]:
        wanted = asked[needs].sum(axis=0)
        placed = np.minimum(wanted, room)
        room -= placed
        np.divide(wanted - placed, wanted, out=wanted, where=wanted > 0)
        turned[needs] = wanted
        full = full or bool(wanted.max() > 0)
    return asked, full


def send_on(area, setting, turned, shares):
    for phase in area.phases:
        if setting in phase.limited:
            here = phase.here[:, :, phase.at(setting)]
            away = here - phase.here[:, :, phase.stays_at(setting)]
            away *= turned
            here -= away
            for to, share in shares.items():
                phase.here[:, :, phase.at(to)] += away * share


def places_year(area, year, plans, shares, turned_away):
    turned = np.zeros_like(plans[:, 0])
    for setting in area.order:
        asked, full = turn_away(area, setting, year, plans, turned)
        if not full:
            continue
        send_on(area, setting, turned, shares[setting])
        asked *= turned
        plans[:, setting] -= asked
        for to, share in shares[setting].items():
            plans[:, to] += asked * share
        turned_away[setting] = asked.sum(axis=0)


def begin(area):
    for phase in area.phases:
        phase.here[:, :, 1:phase.ins] = area.start[phase.ages][:, :, phase.settings, None]


def pupils(area, told):
    draws = told["learners"].size
    growth = np.maximum(1 + told["growth"], 0)
    growth[0] = 1
    new = np.cumprod(growth, axis=0) * told["incidence_by_need"]
    come = np.maximum(told["moves"], -1)
    shares = {s: natural.overflow_shares(told, s) for s in area.order}
    at_all = (area.new * area.by_phase[None, :, None] * (area.entry.sum(axis=2) > 0)).sum(axis=1)  # [year][need]
    out = {"plans": np.empty((area.years + 1, area.needs, area.settings, draws)),
           "turned_away": np.zeros((area.years + 1, area.settings, draws)),
           "new_plans": np.einsum("yk,ykd->yd", at_all, new), "ceased": np.zeros((area.years + 1, draws))}
    begin(area)
    out["plans"][0] = area.start.sum(axis=0)[:, :, None]
    for year in range(1, area.years + 1):
        grown = 1 + come[year]
        plans = out["plans"][year]
        flow(area, year, new[year] / grown, grown, np.minimum(grown, 1), plans)
        places_year(area, year, plans, shares, out["turned_away"][year])
    total = out["plans"].sum(axis=(1, 2))
    out["new_plans"][0] = 0
    out["ceased"][1:] = total[:-1] - (total[1:] - out["new_plans"][1:]) / (1 + come[1:])
    return out


def run(area, told):
    out = pupils(area, told)
    out.update(natural.pounds(area, told, out["plans"]))
    return out
