"""One year of pupils in plain Python: docs/model.md section 3, at central values.

It reads the area's tables as the simulator does, and shares no code with it, so that each
checks the other.
"""

import csv
import os

NEEDS = "ASD HI MLD MSI OTH PD PMLD SEMH SLCN SLD SPLD VI".split()
PHASES = {"early_years": (0, 4), "primary": (5, 10), "secondary": (11, 15),
          "post_16": (16, 18), "post_19": (19, 25)}
SERVES = {  # setting: first and last age
    "mainstream": (0, 18), "resourced_provision": (0, 15), "satellite": (11, 15),
    "special": (0, 18), "independent": (0, 18), "alternative_provision": (5, 15),
    "further_education": (16, 25), "specialist_post_16": (16, 25), "other": (0, 25)}
SETTINGS = list(SERVES)
AGES = range(26)


def phase_of(age):
    return next(p for p, (first, last) in PHASES.items() if first <= age <= last)


def boundary_of(age):
    """The phase entered at this age, or within."""
    phase = phase_of(age)
    return phase if age and age == PHASES[phase][0] else "within"


def serves(setting, age):
    return SERVES[setting][0] <= age <= SERVES[setting][1]


def fit(weights, margins, rounds=2000, close=1e-11):
    """Iterative proportional fitting.

    weights: {cell: weight}; margins: [(key of a cell, {key: total})]. A cell whose key has no
    total is left alone by that margin.
    """
    cells = {c: w for c, w in weights.items() if w > 0}
    for _ in range(rounds):
        worst = 0.0
        for key, totals in margins:
            sums = dict.fromkeys(totals, 0.0)
            for cell, weight in cells.items():
                if key(cell) in sums:
                    sums[key(cell)] += weight
            for k, total in totals.items():
                if total and not sums[k]:
                    raise SystemExit(f"no cell can hold the {total} of {k}")
            worst = max([worst] + [abs(sums[k] - t) for k, t in totals.items()])
            for cell in cells:
                k = key(cell)
                if k in sums and sums[k]:
                    cells[cell] *= totals[k] / sums[k]
        if worst < close:
            return cells
    raise SystemExit(f"the margins do not fit: still {worst:.2g} apart")


class Tables:
    """The area's tables, read back from their files."""

    def __init__(self, folder):
        def rows(name):
            with open(os.path.join(folder, name + ".csv"), newline="", encoding="utf-8") as file:
                return list(csv.DictReader(file))

        self.population = {(int(r["year"]), int(r["age"])): float(r["persons"])
                           for r in rows("population")}
        self.cease = {a: float(r["rate"]) for r in rows("cease") for a in ages(r["age"])}
        self.incidence = {(int(r["age"]), r["need"]): float(r["rate"]) for r in rows("incidence")}
        self.entry = {}
        for r in rows("entry"):
            self.entry.setdefault((r["need"], r["phase"]), {})[r["setting"]] = float(r["share"])
        self.transfer = {}
        for r in rows("transfer"):
            for need in [r["need"]] if r["need"] else NEEDS:
                self.transfer.setdefault((r["boundary"], need, r["from"]), {})[r["to"]] = \
                    float(r["share"])
        self.margins = [{r["age"]: float(r["plans"]) for r in rows("age")},
                        {r["setting"]: float(r["plans"]) for r in rows("setting")},
                        {r["need"]: float(r["plans"]) for r in rows("need-a")}]
        self.seed = {(int(r["age"]), r["need"], r["setting"]): float(r["weight"])
                     for r in rows("seed")}

    def caseload(self):
        band = {a: text for text in self.margins[0] for a in ages(text)}
        return fit(self.seed, [(lambda c: band[c[0]], self.margins[0]),
                               (lambda c: c[2], self.margins[1]),
                               (lambda c: c[1], self.margins[2])])


def ages(text):
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def step(tables, now, new, ends, capped=None):
    """From one January to the next: age, cease, transfer, new plans, places.

    now:    {(age, need, setting): pupils}
    new:    {(age, need): new plans}, at the age reached
    ends:   the chance that a plan ends, of (age reached, need, setting)
    capped: {setting: (places, groups of needs in order, {overflow setting: weight})}, in the
            order in which they are filled; None where nothing is capped
    Returns the next January, and {setting: (asked, turned away)}.
    """
    stay, arrive = {}, {}
    for (age, need, setting), pupils in now.items():
        if age < max(AGES):
            cell = (age + 1, need, setting)
            move(tables, cell, pupils * (1 - min(1.0, ends(cell))), stay, arrive)
    for (age, need), plans in new.items():
        for setting, share in tables.entry[need, phase_of(age)].items():
            add(arrive, (age, need, setting), plans * share)
    said = {setting: fill(setting, *rules, stay, arrive)
            for setting, rules in (capped or {}).items()}
    for cell, pupils in arrive.items():
        add(stay, cell, pupils)
    return stay, said


def add(cells, cell, pupils):
    cells[cell] = cells.get(cell, 0.0) + pupils


def move(tables, cell, pupils, stay, arrive):
    """Survivors move by the matrix of the boundary crossed; who cannot, stays."""
    age, need, setting = cell
    rest = pupils
    for to, share in tables.transfer.get((boundary_of(age), need, setting), {}).items():
        if serves(to, age):
            add(arrive, (age, need, to), pupils * share)
            rest -= pupils * share
    if rest > 1e-9 * max(pupils, 1.0):
        if not serves(setting, age):
            raise SystemExit(f"{setting} does not serve age {age}, and {rest:.3f} pupils stay there")
        add(stay, cell, rest)


def fill(setting, limit, order, overflow, stay, arrive):
    """Give out the places left, group by group, pro rata; the rest ask where it overflows to."""
    room = max(0.0, limit - sum(p for c, p in stay.items() if c[2] == setting))
    listed = [need for group in order for need in group]
    asked = refused = 0.0
    for group in list(order) + [[n for n in NEEDS if n not in listed]]:
        cells = [c for c in arrive if c[2] == setting and c[1] in group]
        wanted = sum(arrive[c] for c in cells)
        share = min(1.0, room / wanted) if wanted else 1.0
        for age, need, _ in cells:
            pupils = arrive.pop((age, need, setting))
            add(stay, (age, need, setting), pupils * share)
            for to, weight in overflow.items():
                add(arrive, (age, need, to), pupils * (1 - share) * weight)
        room -= wanted * share
        asked, refused = asked + wanted, refused + wanted * (1 - share)
    return asked, refused


def by(cells, key):
    totals = {}
    for cell, plans in cells.items():
        totals[key(cell)] = totals.get(key(cell), 0.0) + plans
    return totals
