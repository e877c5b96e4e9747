"""An installed copy has what a program needs, and docs/library.md says what is so. Prints TAP.

The examples are the manual's, word for word; they are compiled against the installed library, and must
say what the command says.
"""
import contextlib
import csv
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile

from installed_copy import TOP, Copy, instrumented, said, tried

COMMAND = os.environ["HNBSIM"]
EXAMPLES = os.path.join(TOP, "docs", "examples")
NO_CHANGE = os.path.join(TOP, "scenarios", "no-change.yaml")


def text_of(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


MANUAL = text_of(TOP, "docs", "library.md")


def balances(*options):
    rows = csv.DictReader(io.StringIO(said(COMMAND, "run", "--format", "csv", *options)))
    return {(row["period"], row["statistic"]): row["value"] for row in rows if row["measure"] == "cumulative balance"}


def shows_public_names_alone(copy):
    for words in (["nm", "-D", "--defined-only", copy.one("libhnbsim.so")],
                  ["nm", "-g", "--defined-only", copy.one("libhnbsim.a")]):
        names = {line.split()[2] for line in said(*words).splitlines() if len(line.split()) == 3}
        declared = set(re.findall(r"\b(hnb_\w+)\(", text_of(TOP, "include", "hnbsim.h")))
        assert names == declared, names ^ declared


def asks_nothing_of_the_process(copy):
    called = {line.split()[-1].split("@")[0] for line in said("nm", "-D", "-u", copy.one("libhnbsim.so")).splitlines()}
    assert "malloc" in called
    hosts = {"stdout", "stderr", "stdin", "printf", "puts", "putchar", "perror", "exit", "_exit", "getenv",
             "secure_getenv", "setenv", "signal", "sigaction", "setlocale", "chdir", "gsl_set_error_handler",
             "gsl_set_error_handler_off"}
    assert not called & hosts, called & hosts


def needs_no_more_than_it_says(copy):
    needed = re.findall(r"Shared library: \[(\w+)", said("readelf", "-d", copy.one("libhnbsim.so")))
    extra = set(needed) - {"libgsl", "libgslcblas", "libyaml", "libmd", "libm", "libc", "ld"}
    assert not extra, extra


def manual_has_the_examples_word_for_word(_):
    for name in sorted(os.listdir(EXAMPLES)):
        assert f"```c\n{text_of(EXAMPLES, name)}```\n" in MANUAL, name


def manual_names_every_function(_):
    for name in set(re.findall(r"\b(hnb_\w+)\(", text_of(TOP, "include", "hnbsim.h"))):
        assert f"`{name}" in MANUAL, name


def run_says_what_the_command_says(copy):
    theirs = balances("--draws", "640", NO_CHANGE)
    lines = copy.run(copy.compiled(os.path.join(EXAMPLES, "run.c")), NO_CHANGE).splitlines()
    assert len(lines) == 12
    for line in lines:
        period, central, mean = line.split()
        assert (central, mean) == (theirs[period, "central"], theirs[period, "mean"]), line


def what_if_says_what_the_command_says(copy):
    lines = copy.run(copy.compiled(os.path.join(EXAMPLES, "what_if.c")), NO_CHANGE).splitlines()
    assert len({line.split()[1] for line in lines}) == 6, lines
    changed = os.path.join(copy.folder, "four.yaml")
    with open(changed, "w", encoding="utf-8") as file:
        file.write(f"scenario: Four\nbased_on: {NO_CHANGE}\nchange: {{flows.growth.ASD: 4%}}\n")
    assert lines[2] == f"4% {balances(changed)['2024-25', 'central']}", lines


def problems_says_what_the_command_says(copy):
    program = copy.compiled(os.path.join(EXAMPLES, "problems.c"))
    assert copy.run(program, NO_CHANGE) == ""
    wrong = os.path.join(copy.folder, "wrong.yaml")
    with open(wrong, "w", encoding="utf-8") as file:
        file.write(f"scenario: Wrong\nbased_on: {NO_CHANGE}\nyaers: 2019-20 to 2024-25\n"
                   "change: {flows.growth.ASD: six, flows.grwoth.ASD: 6%}\nvariants: [nix]\nscenari: x\n")
    for name in (wrong, os.path.join(TOP, "tests", "cases", "scenario-variant-unknown.yaml")):
        check = subprocess.run([COMMAND, "check", name], capture_output=True, text=True, check=False).stderr
        theirs = [line for line in check.splitlines() if re.match(r"\S+:\d+:\d+: |[^ ].*: ", line)]
        ours = [line for line in copy.run(program, name, status=1).splitlines() if not line.startswith(" ")]
        assert theirs and ours == theirs, (ours, theirs)


def static_library_links_alone(copy):
    program = copy.compiled_alone(os.path.join(EXAMPLES, "run.c"))
    assert len(copy.run(program, NO_CHANGE).splitlines()) == 12


def header_is_cpp_too(copy):
    if not shutil.which("c++"):
        return "there is no c++"
    source = os.path.join(copy.folder, "host.cc")
    with open(source, "w", encoding="utf-8") as file:
        file.write("#include <hnbsim.h>\nint main() { return hnb_version()[0] ? 0 : 1; }\n")
    copy.run(copy.compiled(source, compiler="c++", standard="-std=c++17"))
    return None


def python_of_the_manual_runs(copy):
    with open(os.path.join(copy.folder, "results.csv"), "w", encoding="utf-8") as file:
        file.write(said(COMMAND, "run", "--format", "csv", "--draws", "640", NO_CHANGE))
    snippets = re.findall(r"```python\n(.*?)```", MANUAL, re.DOTALL)
    assert snippets
    theirs = balances("--draws", "640", NO_CHANGE)["2024-25", "central"]
    for snippet in snippets:
        out = io.StringIO()
        before = os.getcwd()
        os.chdir(copy.folder)
        try:
            with contextlib.redirect_stdout(out):
                exec(compile(snippet, "library.md", "exec"), {})
        finally:
            os.chdir(before)
        assert f"2024-25 {theirs}" in out.getvalue(), out.getvalue()


POINTS = [
    shows_public_names_alone, asks_nothing_of_the_process, needs_no_more_than_it_says, manual_has_the_examples_word_for_word,
    manual_names_every_function, run_says_what_the_command_says, what_if_says_what_the_command_says,
    problems_says_what_the_command_says, static_library_links_alone, header_is_cpp_too, python_of_the_manual_runs]


def main():
    if instrumented():
        print("1..1\nok 1 - installed # SKIP a plain program cannot use an instrumented library")
        return False
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(folder)
        return tried([(point.__name__.replace("_", " "), lambda point=point: point(copy)) for point in POINTS])


sys.exit(main())
