"""Whole pupils as an analyst would write them in numpy: a batch of draws at once, np.random for every cell.

By docs/model.md 3.8, and natural.py for all that is not chance. Its numbers are other ones than ours: only
means and spreads can be compared.
"""
import numpy as np

import natural


def begin(area, draws, rng):
    """The base in whole pupils, setting by setting, so that each keeps its total."""
    flat = area.start.transpose(2, 1, 0).reshape(area.settings, -1)      # [setting][need and age]
    edges = np.floor(np.cumsum(flat, axis=1)[None] + rng.random((draws, area.settings, 1)))
    whole = np.diff(edges, axis=2, prepend=0)
    whole = whole.reshape(draws, area.settings, area.needs, area.ages).transpose(0, 3, 2, 1)
    return np.ascontiguousarray(whole).astype(np.int64)


def turn_away(asked, room, those, rng):
    """3.7: who of a group of needs finds no place, [draw][age][need]: drawn by lot, cell by cell."""
    cells = asked[:, :, those]
    left = cells.sum(axis=(1, 2))
    placed = np.minimum(left, room)
    away = left - placed
    gone = np.zeros_like(cells)
    for age in range(cells.shape[1]):
        for need in range(cells.shape[2]):
            here = cells[:, age, need]
            if away.any() and here.any():
                gone[:, age, need] = rng.hypergeometric(here, left - here, away)
            away = away - gone[:, age, need]
            left = left - here
    return gone, room - placed


def places_year(area, told, year, continuing, arriving, shares, rng, out):
    for setting in area.order:
        room = np.rint(told["places"][year, setting] - told["held"][year, setting]).astype(np.int64)
        room = np.maximum(room - continuing[..., setting].sum(axis=(1, 2)), 0)
        away = np.zeros_like(arriving[..., setting])
        for group in np.unique(told["group_of"][setting]):
            those = np.flatnonzero(told["group_of"][setting] == group)
            away[:, :, those], room = turn_away(arriving[..., setting], room, those, rng)
        out["turned_away"][year, setting] = away.sum(axis=(1, 2))
        arriving[..., setting] -= away
        to = list(shares[setting])
        weights = np.stack([shares[setting][s] for s in to], axis=-1)[:, None, None, :]
        arriving[..., to] += rng.multinomial(away, np.broadcast_to(weights, away.shape + (len(to),)))


def pupils(area, told, rng):
    draws = told["learners"].size
    now = begin(area, draws, rng)
    scale = np.minimum(told["transfer_by_boundary"], area.most[:, None])[area.boundary].T
    scale = np.where(area.serves[:, None, :], scale[:, :, None, None], 1)
    ends_by_setting = told["cease_by_setting"].T[:, None, None, :]
    keep = 1 - np.minimum(area.cease[None, :, :, None] * ends_by_setting, 1)
    index = np.cumprod(np.maximum(1 + told["growth"], 0), axis=0) / np.maximum(1 + told["growth"][:1], 0)
    multiplier = told["incidence_by_phase"][area.phase].T[:, :, None] * told["incidence_by_need"].T[:, None, :]
    shares = {s: natural.overflow_shares(told, s) for s in area.order}
    entry = area.entry / np.maximum(area.entry.sum(axis=-1, keepdims=True), 1e-300)
    stay = np.maximum(1 - area.ways.sum(axis=-1) * scale, 0) * area.serves[:, None, :]
    to = area.ways * scale[..., None]                                    # [draw][age][need][from][to]
    here = np.arange(area.settings)
    to[..., here, here] = stay
    to /= np.maximum(to.sum(axis=-1, keepdims=True), 1e-300)
    out = {"plans": np.zeros((area.years + 1, area.needs, area.settings, draws)),
           "turned_away": np.zeros((area.years + 1, area.settings, draws)),
           "ceased": np.zeros((area.years + 1, draws)), "new_plans": np.zeros((area.years + 1, draws))}
    out["plans"][0] = now.sum(axis=1).transpose(1, 2, 0)

    for year in range(1, area.years + 1):
        older = np.zeros_like(now)
        older[:, 1:] = now[:, :-1]
        survivors = rng.binomial(older, keep)
        out["ceased"][year] = (older - survivors).sum(axis=(1, 2, 3)) + now[:, -1].sum(axis=(1, 2))
        goes = rng.multinomial(survivors, to)
        continuing = goes[..., here, here]
        arriving = goes.sum(axis=3) - continuing

        mean = area.new[year] * index[year].T[:, None, :] * multiplier
        new = rng.poisson(mean)
        out["new_plans"][year] = new.sum(axis=(1, 2))
        entrants = rng.multinomial(new, np.broadcast_to(entry, new.shape + (area.settings,)))

        come = np.maximum(told["moves"][year], -1)[:, None, None, None]
        came = rng.binomial(continuing + arriving, np.maximum(come, 0))
        continuing = continuing - rng.binomial(continuing, np.maximum(-come, 0))
        arriving = arriving - rng.binomial(arriving, np.maximum(-come, 0)) + entrants + came
        places_year(area, told, year, continuing, arriving, shares, rng, out)
        now = continuing + arriving
        out["plans"][year] = now.sum(axis=1).transpose(1, 2, 0)
    return out


def run(area, told, rng):
    out = pupils(area, told, rng)
    out.update(natural.pounds(area, told, out["plans"]))
    return out
