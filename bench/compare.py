"""Are a peer's results ours? Pupils to rounding, every entry of money but for a penny that rounding may turn."""
import numpy as np

PUPILS = ("plans", "turned_away", "ceased", "new_plans")
ENTRIES = ("places", "schools_block", "top_up", "lines", "support")
NEAR = 1e-12


def high_needs(told, out, prefix=""):
    """Spend of the high needs block, by year and draw."""
    lines = out[prefix + "lines"][:, told["line_of_high_needs"] > 0]
    return (out[prefix + "places"].sum(axis=1) + out[prefix + "top_up"].sum(axis=1) + lines.sum(axis=1)
            + out[prefix + "support"])


def apart(told, peer):
    """[(what, how far apart, how far it may be)] of every output.

    Pupils relative to the most there are of their kind in any draw. Money in pence: an entry is rounded
    once, so that a sum on the other side of half a penny makes one penny; a balance may be away by what
    its entries are, and by a penny a year for the allocation.
    """
    rows = []
    for name in PUPILS:
        ours, theirs = told["our_" + name], peer[name]
        most = np.abs(told["our_plans"]).sum(axis=(1, 2)).max() if name == "turned_away" else np.abs(ours).max()
        rows.append((name, float(np.abs(ours - theirs).max() / most), NEAR))
    for name in ENTRIES:
        rows.append((name, float(np.abs(told["our_" + name] - peer[name]).max()), 1))
    turned = told["our_in_year"] + high_needs(told, told, "our_") - peer["in_year"] - high_needs(told, peer)
    rows.append(("income", float(np.abs(turned).max()), 1))
    carried = np.cumsum(told["our_in_year"] - peer["in_year"], axis=0)
    rows.append(("cumulative", float(np.abs(told["our_cumulative"] - peer["cumulative"] - carried).max()), 0))
    return rows


def wrong(rows):
    """Not `>`, so that what is not a number is wrong too."""
    return [row for row in rows if not row[1] <= row[2]]


def from_scalar(told, path):
    """What bench/scalar wrote, a draw after another, as arrays with the draw last."""
    years, draws = int(told["years"][0]), int(told["draws"][0])
    needs, _, settings = told["caseload"].shape
    lines, room = told["line_prices"].size, 16
    parts = (("plans", (years + 1, needs, settings)), ("turned_away", (years + 1, settings)),
             ("ceased", (years + 1,)), ("new_plans", (years + 1,)), ("places", (years, settings)),
             ("schools_block", (years, settings)), ("top_up", (years, settings)), ("lines", (years, room)),
             ("support", (years,)), ("in_year", (years,)), ("cumulative", (years,)))
    flat = np.fromfile(path).reshape(draws, -1)
    out, at = {}, 0
    for name, shape in parts:
        size = int(np.prod(shape))
        out[name] = np.moveaxis(flat[:, at:at + size].reshape(draws, *shape), 0, -1)
        at += size
    out["lines"] = out["lines"][:, :lines]
    return out
