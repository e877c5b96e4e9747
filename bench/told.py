"""What bench/told wrote: a dictionary of arrays, those of ours beginning with `our_`."""
import numpy as np


def read(path):
    arrays = {}
    with open(path, "rb") as file:
        while line := file.readline():
            name, *sizes = line.decode("ascii").split()
            shape = tuple(map(int, sizes))
            count = int(np.prod(shape))
            arrays[name] = np.frombuffer(file.read(8 * count)).reshape(shape)
    return arrays


def some(arrays, first, last):
    """The same with draws first to last - 1 of what differs between draws, drawn again from the start when
    there are not so many."""
    every = int(arrays["draws"][0])
    pick = np.arange(first, last) % every
    fixed = {"years", "draws", "first_age", "phase_of", "serves", "caseload", "cease", "transfer", "people",
             "refused", "incidence", "entry", "capped", "places", "held", "group_of", "overflow_to",
             "overflow_rest", "funded_per_place", "top_up_of", "prices_of", "protected", "floor_known",
             "line_of_high_needs", "line_prices", "published"}
    return {name: x if name in fixed else np.ascontiguousarray(x[..., pick]) for name, x in arrays.items()}
