"""What --publish did to a table, by arithmetic that knows nothing of how: faults(plain, published)."""
import collections
import csv
from decimal import Decimal

ASKING = ("asked", "placed", "turned away", "shifted", "refused")
LEVELS = ("central", "mean", *(f"p{n}" for n in ("05", "10", "25", "50", "75", "90", "95")))
FIVE, HALF = Decimal(5), Decimal("2.5")


def read(name):
    """Values by key, in order: scenario, period, measure, by, item, ledger, statistic."""
    with open(name, encoding="utf-8", newline="") as file:
        return {tuple(row[:7]): (Decimal(row[7]), row[8]) for row in list(csv.reader(file))[1:]}


def is_level(key, unit):
    return unit == "pupils" and key[6] in LEVELS


def is_small(value):
    return 0 < value < FIVE


def family(key):
    """What is rounded together, in every scenario."""
    _, period, measure, by = key[:4]
    if measure in ASKING:
        return period, "asked"
    return period, measure, "age" if by == "phase" else by


def small_ones(plain):
    """Cells that are small somewhere, by (period, measure, by, item)."""
    return {key[1:5] for key, (value, unit) in plain.items() if is_level(key, unit) and is_small(value)}


def faults(plain, published):
    small = small_ones(plain)
    rounded = {family(("", *cell)) for cell in small}
    wrong, changed = [], collections.defaultdict(list)
    for key, (value, unit) in plain.items():
        now = published.get(key)
        if (now is None) != goes(key, unit, small, plain):
            wrong.append(f"{key} is {'gone' if now is None else 'still there'}")
        if now is None:
            continue
        now, level = now[0], is_level(key, unit)
        if now != value and unit != "pupils":
            wrong.append(f"{key} is no count of pupils, and has changed")
        if level and is_small(now):
            wrong.append(f"{key} is still {now}")
        if level and value == 0 != now:
            wrong.append(f"{key} was nought")
        if level and not key[3] and value >= FIVE and now != value:
            wrong.append(f"{key} is a total, and has changed")
        if level and family(key) in rounded and (now % FIVE or abs(now - value) > HALF):
            wrong.append(f"{key} {value} is not rounded to the nearest five: {now}")
        if level and family(key) not in rounded and now != value:
            wrong.append(f"{key} has changed, and nothing beside it is small")
        if level and now != value:
            changed[key[:4] + key[5:]].append(key)
    wrong += [f"{key} is new" for key in published if key not in plain]
    wrong += [f"{keys[0]} alone has changed, of what adds up" for group, keys in changed.items()
              if len(keys) == 1 and group[2] == "pupils" and group[3]]
    return wrong + differences(plain, published) + narrowed(plain, published, small)


def goes(key, unit, small, plain):
    """Spreads of what is small; and how full a small setting is."""
    scenario, period, measure, by, item, _, statistic = key
    if measure in ("empty places", "over-full"):
        capped = {cell[3] for cell in small if cell[:3] == (period, "pupils", "setting")
                  and (scenario, period, "empty places", "setting", cell[3], "", "central") in plain}
        return by == "setting" and item in capped or by == "consideration" and bool(capped) or \
            unit == "pupils" and key[1:5] in small and statistic not in LEVELS
    return unit == "pupils" and key[1:5] in small and statistic not in LEVELS and \
        statistic not in ("central difference", "mean difference")


def differences(plain, published):
    """Each is that of what is published, where that has changed; else as it was."""
    wrong, base = [], next(iter(plain))[0]
    base = next((key[0] for key in plain if key[2] == "pupils"), base)
    for key, (value, unit) in published.items():
        if key[6] not in ("central difference", "mean difference") or unit != "pupils":
            continue
        of = key[6].split()[0]
        own, first = ((scenario, *key[1:6], of) for scenario in (key[0], base))
        touched = any(published.get(each) != plain.get(each) for each in (own, first))
        expected = published.get(own, (0,))[0] - published.get(first, (0,))[0] if touched else plain[key][0]
        if abs(value - expected) > Decimal("0.000002") and \
                abs(value - (published.get(own, (0,))[0] - published.get(first, (0,))[0])) > Decimal("0.000002"):
            wrong.append(f"{key} is {value}, not {expected}")
    return wrong


def narrowed(plain, published, small):
    """Small ones of which the total and all else that is shown tell more than their own rounded figure."""
    groups, wrong = collections.defaultdict(list), []
    for key, (value, unit) in published.items():
        if key[2] == "pupils" and key[3] and key[6] in ("central", "mean"):
            groups[key[:4] + key[6:]].append((key, value))
    for (scenario, period, measure, by, statistic), cells in groups.items():
        total = published[(scenario, period, measure, "", "", "", statistic)][0]
        if not any(cell[0][1:5] in small for cell in cells) or total < FIVE:
            continue
        bounds = {key: (max(value - HALF, 0), value + HALF) for key, value in cells}
        for key, value in cells:
            if is_small(plain[key][0]):
                least = total - sum(high for each, (_, high) in bounds.items() if each != key)
                most = total - sum(low for each, (low, _) in bounds.items() if each != key)
                if least > bounds[key][0] or most < bounds[key][1]:
                    wrong.append(f"{key} {plain[key][0]} can be told to be {least} to {most}")
    return wrong
