#!/usr/bin/env python3
"""The numpy peers as programs.

Usage: numpy_peer.py time natural|best|whole BATCH FILE   answers numbers of draws as bench/clock.h does
       numpy_peer.py check FILE [SCALAR...]         compares every peer's results with ours; FILE is what
                                                    bench/told wrote, SCALAR what bench/scalar did
       numpy_peer.py whole EXPECTED WHOLE GSL       the same of means and spreads: what bench/told wrote of
                                                    either kind of pupils, and bench/gsl_cells of EXPECTED
       numpy_peer.py count FILE                     multiply-adds a draw
       numpy_peer.py about                          versions, and the kernel that multiplies matrices
"""
import os
import sys
import time

sys.dont_write_bytecode = True
os.environ.pop("OPENBLAS_CORETYPE", None)  # a kernel chosen for us would be slower
os.environ.pop("OPENBLAS_L2_SIZE", None)
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402

import best  # noqa: E402
import compare  # noqa: E402
import compare_whole  # noqa: E402
import natural  # noqa: E402
import natural_whole  # noqa: E402
import told  # noqa: E402


LUCK = np.random.default_rng(20190131)


def runner(which, given, batch):
    if which == "best":
        area = best.Area(given, batch)
        return lambda: best.run(area, given)
    area = natural.Area(given)
    if which == "whole":
        return lambda: natural_whole.run(area, given, LUCK)
    return lambda: natural.run(area, given)


def serve(which, batch, path):
    run = runner(which, told.some(told.read(path), 0, batch), batch)
    for line in sys.stdin:
        batches = -(-int(line) // batch)
        began, total = time.process_time(), 0.0
        for _ in range(batches):
            total += run()["cumulative"][-1].sum()
        took = (time.process_time() - began) * int(line) / (batches * batch)
        print(f"{took:.9f} {total:.17g}", flush=True)


def check(path, scalars):
    given = told.read(path)
    draws = int(given["draws"][0])
    peers = [("numpy, natural", natural.run(natural.Area(given), given)),
             ("numpy, best", best.run(best.Area(given, draws), given))]
    peers += [(os.path.basename(name), compare.from_scalar(given, name)) for name in scalars]
    bad = []
    for name, out in peers:
        rows = compare.apart(given, out)
        print(f"{name}: pupils {max(d for what, d, _ in rows if what in compare.PUPILS):.1e} apart, "
              f"money {max(d for what, d, _ in rows if what not in compare.PUPILS):.0f} pence")
        bad += [(name, row) for row in compare.wrong(rows)]
    for name, (what, far, may) in bad:
        print(f"{name}: {what} is {far:g} apart, more than {may:g}")
    return 1 if bad else 0


def in_batches(which, given, batch):
    """Results of all draws, a batch at a time, since a batch takes much memory."""
    every = int(given["draws"][0])
    outs = [runner(which, told.some(given, at, at + batch), batch)() for at in range(0, every, batch)]
    return {name: np.concatenate([out[name] for out in outs], axis=-1) for name in outs[0]}


def whole(expected_path, whole_path, gsl_path):
    expected, ours = told.read(expected_path), told.read(whole_path)
    peers = [("numpy", in_batches("whole", expected, 128)),
             ("GSL, a cell at a time", compare.from_scalar(expected, gsl_path))]
    bad = []
    for name, out in peers:
        rows = compare_whole.apart(expected, ours, out)
        print(f"{name}: of {len(rows)} quantities, means at most {max(abs(m) for _, m, _ in rows):.1f} standard errors "
              f"apart, spreads {max(abs(v) for _, _, v in rows):.1f}")
        bad += [(name, row) for row in compare_whole.wrong(rows)]
    for name, (what, mean, spread) in bad:
        print(f"{name}: {what}: {mean:.1f} and {spread:.1f} standard errors apart")
    return 1 if bad else 0


def count(path):
    """Multiply-adds that the equations need in a draw, and those that a dense table would make."""
    given = told.read(path)
    area = natural.Area(given)
    serving = area.serves.sum(axis=1)
    cells = area.needs * int(serving.sum())
    dense = area.needs * int((serving[:-1] * serving[1:]).sum())
    moves = int((area.ways > 0).sum())
    rows = (("transfers, were they a dense table of the settings that serve", area.years * dense),
            ("transfers that the area has", area.years * moves),
            ("one each a cell for ceasing, entry, moves in, asking, placing, and two for counting",
             area.years * cells * 7))
    for name, number in rows:
        print(f"{name} {number}")


def about():
    kernel = "BLAS unknown"
    try:
        import threadpoolctl
        kernel = ", ".join(f"{i['internal_api']} {i['version']} ({i.get('architecture')}, "
                           f"{i['num_threads']} thread)" for i in threadpoolctl.threadpool_info())
    except ImportError:
        pass
    print(f"Python {sys.version.split()[0]}, numpy {np.__version__}, {kernel or 'reference BLAS'}")


if sys.argv[1:2] == ["time"]:
    serve(sys.argv[2], int(sys.argv[3]), sys.argv[4])
elif sys.argv[1:2] == ["check"]:
    sys.exit(check(sys.argv[2], sys.argv[3:]))
elif sys.argv[1:2] == ["whole"]:
    sys.exit(whole(*sys.argv[2:5]))
elif sys.argv[1:2] == ["count"]:
    count(sys.argv[2])
elif sys.argv[1:2] == ["about"]:
    about()
else:
    sys.exit(__doc__)
