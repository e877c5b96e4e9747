"""Import each typed plan of plan_files.py: status 2, exactly the text of plans/NAME.txt, nothing written. Prints TAP.

With --write, writes the texts instead, to be read before they are kept.
"""
import os
import subprocess
import sys
import tempfile
import warnings

warnings.simplefilter("ignore", UserWarning)  # a part that is there twice is what a case is about
import plan_files  # noqa: E402

TOP = os.environ.get("TOP", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
HNBSIM = os.environ.get("HNBSIM", os.path.join(TOP, "build", "hnbsim"))
HERE = os.path.join(TOP, "tests", "cases", "plans")


def run(name):
    """Status, what is said, and what is there afterwards beside what was there."""
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(os.path.join(TOP, "scenarios"), os.path.join(folder, "scenarios"))
        with open(os.path.join(folder, name), "wb") as file:
            file.write(plan_files.CASES[name])
        done = subprocess.run([HNBSIM, "import", "plan", name, "--area", "scenarios/no-change.yaml", "-o", "out.yaml"],
                              cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        written = set(os.listdir(folder)) - {"scenarios", name}
    return done.returncode, done.stdout + done.stderr, written


def fault(name):
    status, said, written = run(name)
    with open(os.path.join(HERE, name + ".txt"), "rb") as file:
        expected = file.read()
    if said != expected:
        return f"it says\n{said.decode('utf-8', 'replace')}and not\n{expected.decode('utf-8', 'replace')}"
    return f"it wrote {written}" if written else None if status == 2 else f"status is {status}, not 2"


def main():
    if "--write" in sys.argv:
        for name in plan_files.CASES:
            with open(os.path.join(HERE, name + ".txt"), "wb") as file:
                file.write(run(name)[1])
        return 0
    print(f"1..{len(plan_files.CASES)}")
    failed = 0
    for number, name in enumerate(plan_files.CASES, 1):
        wrong = fault(name)
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}", flush=True)
        for line in (wrong or "").splitlines():
            print(f"# {line}")
        failed += bool(wrong)
    return 1 if failed else 0


sys.exit(main())
