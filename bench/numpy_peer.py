#!/usr/bin/env python3
"""The numpy peers as programs.

Usage: numpy_peer.py time natural|best BATCH FILE   answers numbers of draws as bench/clock.h does
       numpy_peer.py check FILE [SCALAR...]         compares every peer's results with ours; FILE is what
                                                    bench/told wrote, SCALAR what bench/scalar did
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
import natural  # noqa: E402
import told  # noqa: E402


def serve(which, batch, path):
    given = told.some(told.read(path), 0, batch)
    area = best.Area(given, batch) if which == "best" else natural.Area(given)
    run = best.run if which == "best" else natural.run
    for line in sys.stdin:
        began, total = time.perf_counter(), 0.0
        for _ in range(-(-int(line) // batch)):
            total += run(area, given)["cumulative"][-1].sum()
        took = (time.perf_counter() - began) * int(line) / (-(-int(line) // batch) * batch)
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
elif sys.argv[1:2] == ["about"]:
    about()
else:
    sys.exit(__doc__)
