"""Our draws are those of the same model written again in numpy from docs/model.md, every output of each. TAP."""
import os
import subprocess
import sys
import tempfile

TOP = os.environ.get("TOP", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
TOLD = os.path.join(os.environ.get("BUILD", os.path.join(TOP, "build")), "bench", "told")
DEBIAN = "/usr/bin/python3"
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(TOP, "bench"))

try:
    import numpy as np
except ImportError:
    if os.path.exists(DEBIAN) and os.path.realpath(sys.executable) != os.path.realpath(DEBIAN):
        os.execv(DEBIAN, [DEBIAN, os.path.abspath(__file__)])
    print("1..1\nok 1 - draws and their peers # SKIP numpy is not here")
    sys.exit()

import best  # noqa: E402
import compare  # noqa: E402
import natural  # noqa: E402
import told  # noqa: E402

DRAWS = 16


def drawn(folder, scenario):
    path = os.path.join(folder, "told")
    with open(path, "wb") as file:
        subprocess.run([TOLD, os.path.join(TOP, scenario), str(DRAWS)], check=True, stdout=file)
    return told.read(path)


def differ(given):
    """Draws are not all the same one, and some pupils are turned away, or there is little to compare."""
    return np.ptp(given["our_cumulative"][-1]) > 0 and given["our_turned_away"].max() > 1


def main():
    with tempfile.TemporaryDirectory() as folder:
        area = drawn(folder, "scenarios/no-change.yaml")
        stirred = drawn(folder, "tests/areas/stirred.yaml")
    plainly = compare.wrong(compare.apart(area, natural.run(natural.Area(area), area)))
    quickly = compare.wrong(compare.apart(area, best.run(best.Area(area, DRAWS), area)))
    oddly = compare.wrong(compare.apart(stirred, natural.run(natural.Area(stirred), stirred)))
    points = (("draws differ, and turn pupils away", differ(area) and differ(stirred), ""),
              ("Cheshire West is the same in numpy as an analyst writes it", not plainly, plainly),
              ("and in matrices by phase", not quickly, quickly),
              ("so is an area with every rule at work", not oddly, oddly))
    print(f"1..{len(points)}")
    for number, (name, right, why) in enumerate(points, 1):
        print(f"{'ok' if right else 'not ok'} {number} - {name}")
        if not right:
            print(f"# {why}")


main()
