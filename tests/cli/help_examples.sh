# Every example of every help page does what it says, from the top of the repository: each page in a folder of its own.
python3 - <<'END'
import os
import re
import shutil
import subprocess

HNBSIM, TOP = os.environ["HNBSIM"], os.environ["TOP"]
os.mkdir("bin")
os.symlink(HNBSIM, "bin/hnbsim")
os.environ["PATH"] = os.path.abspath("bin") + ":" + os.environ["PATH"]


def said(*words):
    return subprocess.run([HNBSIM, *words], capture_output=True, text=True, check=True).stdout


def examples(page):
    """What each says it does, the lines to type, and the status they end in."""
    part = re.search(r"^Examples, .*?:\n(.*?)^$", page, re.DOTALL | re.MULTILINE)[1]
    for title, lines in re.findall(r"^  (\S.*):\n((?:    .*\n)+)", part, re.MULTILINE):
        status = re.search(r" \(status (\d+)\)$", title)
        yield title, lines, int(status[1]) if status else 0


names = re.findall(r"^  ([a-z]+) ", said("--help"), re.MULTILINE)
tried = 0
for name in names:
    shutil.copytree(os.path.join(TOP, "scenarios"), f"{name}/scenarios")
    own = 0
    for title, lines, status in examples(said("help", name)):
        done = subprocess.run(["bash", "-c", lines], cwd=name, capture_output=True, text=True, check=False)
        if done.returncode != status:
            print(name, title, "ended in", done.returncode, done.stderr)
        own += re.search(rf"\bhnbsim {name}\b", lines) is not None
        tried += 1
    if own == 0:
        print(name, "has no example")
print(tried >= 2 * len(names))
END
