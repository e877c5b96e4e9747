"""Check each NAME.yaml of this folder: status 2, and exactly the text of NAME.txt. Prints TAP.

With names, only those. With --write, writes the texts instead, to be read before they are kept.
A NAME.yaml without a NAME.txt is there for others to name.
"""
import os
import subprocess
import sys

TOP = os.environ.get("TOP", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
HNBSIM = os.environ.get("HNBSIM", os.path.join(TOP, "build", "hnbsim"))
HERE = os.path.join("tests", "cases")


def check(name):
    """Status, standard output and standard error, with the status a signal gives as it is."""
    done = subprocess.run([HNBSIM, "check", os.path.join(HERE, name + ".yaml")], cwd=TOP,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    return done.returncode, *(text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))


def fault(name):
    status, out, err = check(name)
    with open(os.path.join(TOP, HERE, name + ".txt"), encoding="utf-8", newline="") as file:
        expected = file.read()
    if err != expected:
        return f"it says\n{err}and not\n{expected}"
    if out:
        return f"it prints\n{out}"
    return None if status == 2 else f"status is {status}, not 2"


def main():
    words = sys.argv[1:]
    write = "--write" in words
    names = [word for word in words if word != "--write"]
    files = os.listdir(os.path.join(TOP, HERE))
    if not names:
        names = sorted(file[:-4] for file in files if file.endswith(".txt"))
    if write:
        for name in names:
            with open(os.path.join(TOP, HERE, name + ".txt"), "w", encoding="utf-8", newline="") as file:
                file.write(check(name)[2])
        return 0
    print(f"1..{len(names)}")
    failed = 0
    for number, name in enumerate(names, 1):
        wrong = fault(name)
        print(f"{'not ok' if wrong else 'ok'} {number} - {name}", flush=True)
        for line in (wrong or "").splitlines():
            print(f"# {line}")
        failed += bool(wrong)
    return 1 if failed or not names else 0


sys.exit(main())
