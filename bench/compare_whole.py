"""Whole pupils differ between peers draw by draw: are their means and spreads ours?"""
import numpy as np

FAR = 5  # standard errors; of the two dozen that are compared, one would be so far once in 70,000 times


def quantities(out, prefix=""):
    """A number a draw: of the last January, of all years, and of money."""
    plans = out[prefix + "plans"]
    last = plans[-1].sum(axis=0)
    rows = [("plans at the end", last.sum(axis=0))]
    rows += [(f"of them in setting {s}", last[s]) for s in range(last.shape[0]) if last[s].any()]
    return rows + [("ceased", out[prefix + "ceased"].sum(axis=0)), ("new plans", out[prefix + "new_plans"].sum(axis=0)),
                   ("turned away", out[prefix + "turned_away"].sum(axis=(0, 1))),
                   ("cumulative balance", out[prefix + "cumulative"][-1])]


def moments(x):
    """Mean and variance, and the squares of their standard errors."""
    centred = x - x.mean()
    variance = (centred ** 2).mean()
    return x.mean(), variance, variance / x.size, ((centred ** 4).mean() - variance ** 2) / x.size


def apart(expected, whole, peer):
    """[(what, mean, spread)] in standard errors, of how a draw differs from the expected one of the same numbers."""
    rows = []
    for (name, base), (_, ours), (_, theirs) in zip(quantities(expected, "our_"), quantities(whole, "our_"),
                                                    quantities(peer)):
        a, b = moments(ours - base), moments(theirs - base)
        rows.append((name, (b[0] - a[0]) / np.sqrt(a[2] + b[2]), (b[1] - a[1]) / np.sqrt(a[3] + b[3])))
    return rows


def wrong(rows):
    return [row for row in rows if not max(abs(row[1]), abs(row[2])) <= FAR]
