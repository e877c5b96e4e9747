"""Run each NAME.sh of this folder in an empty folder of its own, and compare what it says and its status.

NAME.exit holds the status (0 without it); NAME.stdout.exact, NAME.stdout.glob, NAME.stderr.exact and
NAME.stderr.glob what it prints. exact is exact; in a glob, * stands for anything, lines included, and
there is no other special character. A stream without a file must be empty. A script that ends in status 77 is skipped; its standard
error says why. Scripts see $HNBSIM, the command, and $TOP, the repository. Prints TAP.
As many run at a time as there are processors.
"""
import os
import re
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

SKIPPED, SECONDS = 77, 240
HERE = os.path.dirname(os.path.abspath(__file__))


def read(name):
    path = os.path.join(HERE, name)
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def stream_fault(name, stream, said):
    exact, glob = read(f"{name}.{stream}.exact"), read(f"{name}.{stream}.glob")
    if exact is None and glob is None:
        exact = ""
    if exact is not None and said != exact:
        return f"{stream} is not\n{exact}"
    if glob is not None:
        pattern = ".*".join(re.escape(part) for part in glob.rstrip("\n").split("*"))
        if not re.fullmatch(pattern, said.rstrip("\n"), re.DOTALL):
            return f"{stream} does not match\n{glob}"
    return None


def look(name):
    """What is wrong with one script's run, or None; and why it was skipped, or None."""
    status = int(read(f"{name}.exit") or 0)
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.Popen(["bash", "-u", os.path.join(HERE, f"{name}.sh")], cwd=folder, start_new_session=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            said = done.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(done.pid, signal.SIGKILL)  # what it began too, which would write into the folder
            done.communicate()
            return f"it took longer than {SECONDS} seconds", None
    out, err = (text.decode("utf-8", "replace") for text in said)
    if done.returncode == SKIPPED:
        return None, " ".join(err.split()) or "it does not say why"
    faults = [stream_fault(name, "stdout", out), stream_fault(name, "stderr", err)]
    if done.returncode != status:
        faults.append(f"status is {done.returncode}, not {status}")
    faults = [each for each in faults if each]
    return "\n".join(faults + ["stdout was", out, "stderr was", err]) if faults else None, None


def main():
    names = sorted(name[:-3] for name in os.listdir(HERE) if name.endswith(".sh"))
    print(f"1..{len(names)}")
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as several:
        for number, (name, (wrong, skipped)) in enumerate(zip(names, several.map(look, names)), 1):
            print(f"{'not ok' if wrong else 'ok'} {number} - {name}" + f" # SKIP {skipped}" * bool(skipped),
                  flush=True)
            for line in (wrong or "").splitlines():
                print(f"# {line}")
            failed += bool(wrong)
    return 1 if failed or not names else 0


sys.exit(main())
