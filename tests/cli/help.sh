# Help fits a screen, is the same however it is asked for, and gives a letter one meaning in every command.
python3 - <<'END'
import os
import re
import subprocess

HNBSIM = os.environ["HNBSIM"]


def said(*words):
    done = subprocess.run([HNBSIM, *words], capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        print(words, done.returncode, done.stderr)
    return done.stdout


overview = said("--help")
commands = re.findall(r"^  ([a-z]+) ", overview, re.MULTILINE)
pages = {name: said("help", name) for name in commands}
print(len(commands) >= 12, {"run", "explain", "list", "completion", "help"} <= set(commands))
for words in (["help"], ["-h"], ["help", "help", "--help"]):
    if said(*words) != (pages["help"] if len(words) > 1 else overview):
        print(words, "is something else")
letters = {}
for name, page in pages.items():
    for words in ([name, "--help"], [name, "-h"]):
        if said(*words) != page:
            print(words, "is something else")
    if not page.startswith(f"Usage: hnbsim {name} [OPTION...] "):
        print(name, "does not say how it is used")
    for part in ("\nGeneral:\n", "\nExamples, ", "\nExit status:\n  0    done\n"):
        if page.count(part) != 1:
            print(name, "has not one", part.strip())
    for letter, option in re.findall(r"^  -(\w), (--\S+(?: [A-Z/]+)?)", page, re.MULTILINE):
        letters.setdefault(letter, set()).add(option)
for letter, options in letters.items():
    if len(options) != 1:
        print(f"-{letter} is", sorted(options))
for name, page in {"": overview, **pages}.items():
    for line in page.splitlines():
        if len(line) > 80 or "\t" in line or line != line.rstrip():
            print(name, "is too wide:", line)
END
# A name that is not known, and one too many.
"$HNBSIM" help rnu; echo $?
"$HNBSIM" help run list; echo $?
