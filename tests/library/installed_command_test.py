"""An installed command needs nothing but its prefix, wherever that is, and finds its scenarios there. Prints TAP.

Each point is tried where it was installed, and again when all of it has been moved.
"""
import csv
import fnmatch
import glob
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile

from installed_copy import TOP, Copy, instrumented, tried

SCENARIOS = os.path.join(TOP, "scenarios")
# Below a prefix, from the repository: what an analyst edits, and what is read.
FROM_HERE = {"share/hnbsim/scenarios": ["*.yaml", "areas/*.yaml", "areas/cheshire-west-2019/*.csv", "considerations/*.yaml", "plans/*.csv",
                                        "schema/*.json"],
             "share/doc/hnbsim": ["README.md", "CHANGELOG.md", "LICENSE", "docs/*.md", "docs/*.json", "docs/*.svg", "docs/decisions/*.md",
                                  "docs/examples/*.c"]}
FROM_BUILD = ["bin/hnbsim", "include/hnbsim.h", "lib*/libhnbsim.so", "lib*/libhnbsim.so.*[0-9].*[0-9].*[0-9]",
              "lib*/libhnbsim.so.[0-9]", "lib*/libhnbsim.a", "lib*/pkgconfig/hnbsim.pc"]
# There when the build found what makes them.
PERHAPS = ["share/man/man1/hnbsim*.1", "share/man/man5/hnbsim-scenario.5", "share/bash-completion/completions/hnbsim",
           "share/zsh/site-functions/_hnbsim", "share/fish/vendor_completions.d/hnbsim.fish"]


class Elsewhere:
    """A folder with nothing in it, and no more of an environment than must be."""

    def __init__(self, copy):
        self.copy = copy
        self.folder = tempfile.mkdtemp(dir=os.path.dirname(copy.folder))
        self.home = tempfile.mkdtemp(dir=os.path.dirname(copy.folder))

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def done(self, *words, scenarios=None):
        environment = {"PATH": os.environ["PATH"], "HOME": self.home}
        if scenarios is not None:
            environment["HNBSIM_SCENARIOS"] = scenarios
        return subprocess.run([self.copy.command, *words], cwd=self.folder, env=environment,
                              capture_output=True, text=True, check=False)

    def says(self, *words, status=0, **kept):
        done = self.done(*words, **kept)
        assert done.returncode == status, (words, done.returncode, done.stderr)
        return done.stdout if status == 0 else done.stderr


def installed(copy):
    return os.path.dirname(copy.one("no-change.yaml"))


def figures(text):
    return list(csv.reader(io.StringIO(text)))


def squashed(text):
    """However its lines are broken."""
    return "".join(text.split())


def has_every_file_and_no_other(copy):
    prefix = copy.command[:-len("/bin/hnbsim")]
    there = {os.path.relpath(os.path.join(copy.folder, name), prefix) for name in copy.names}
    for folder, patterns in FROM_HERE.items():
        top = SCENARIOS if folder.endswith("scenarios") else TOP
        for pattern in patterns:
            names = [os.path.relpath(path, top) for path in glob.glob(os.path.join(top, pattern))]
            assert names, pattern
            missing = {f"{folder}/{name}" for name in names} - there
            assert not missing, missing
            there -= {f"{folder}/{name}" for name in names}
    for pattern in FROM_BUILD:
        found = fnmatch.filter(there, pattern)
        assert len(found) == 1, (pattern, found)
        there -= set(found)
    there -= {name for pattern in PERHAPS for name in fnmatch.filter(there, pattern)}
    assert not there, there


def finds_a_scenario_by_name_from_anywhere(copy):
    at = Elsewhere(copy)
    expected = at.says("run", os.path.join(SCENARIOS, "no-change.yaml"), "-f", "csv")
    assert len(figures(expected)) > 1000
    for name in ("no-change", "no-change.yaml", "scenarios/no-change", "scenarios/no-change.yaml"):
        assert at.says("run", name, "-f", "csv") == expected, name
    assert os.listdir(at.folder) == os.listdir(at.home) == []


def output_names_the_files_really_read(copy):
    at = Elsewhere(copy)
    sentence = f"No change is from {installed(copy)}: no-change.yaml, areas/cheshire-west-2019.yaml"
    assert sentence in json.loads(at.says("run", "no-change", "-f", "json"))["notes"]
    assert squashed(sentence) in squashed(at.says("run", "no-change"))
    assert squashed(f"({installed(copy)}/3-outreach.yaml)") in squashed(at.says("diff", "no-change", "3-outreach"))
    mine = at.write("mine.yaml", f"scenario: Mine\narea: {SCENARIOS}/areas/cheshire-west-2019.yaml\n")
    assert not [note for note in json.loads(at.says("run", mine, "-f", "json"))["notes"] if " is from " in note]


def never_puts_a_file_aside(copy):
    at = Elsewhere(copy)
    at.write("no-change.yaml", "scenario: Mine\nbased_on: scenarios/3-outreach.yaml\n")
    for name in ("no-change", "no-change.yaml"):
        assert figures(at.says("run", name, "-f", "csv"))[-1][0] == "Mine", name
    at.write("areas/cheshire-west-2019.yaml", "area: Spoilt\nbsae: 2019-01\n")
    at.write("own.yaml", "scenario: Own\narea: areas/cheshire-west-2019.yaml\n")
    assert "areas/cheshire-west-2019.yaml:2:1: unknown key 'bsae'" in at.says("check", "own.yaml", status=2)
    # Beside the file that names it, not where one stands.
    at.write("plans/own.yaml", "scenario: Own\narea: areas/cheshire-west-2019.yaml\n")
    at.says("check", "plans/own.yaml")
    # A folder is no file, and neither is a name that says where it is.
    os.mkdir(os.path.join(at.folder, "3-outreach"))
    at.says("check", "3-outreach")
    for name in ("./3-outreach.yaml", "../3-outreach.yaml", os.path.join(at.folder, "3-outreach.yaml"), "4-nothing", ""):
        assert "3-outreach is from" not in at.says("check", name, status=2), name


def own_scenario_may_use_what_is_installed(copy):
    at = Elsewhere(copy)
    by_path = at.write("by-path.yaml", f"scenario: Own\nbased_on: {SCENARIOS}/no-change.yaml\nconsiderations:\n"
                       f"  - use: {SCENARIOS}/considerations/6-innovation-grants.yaml\n    set: {{pot: £90k}}\n")
    by_name = at.write("plans/by-name.yaml", "scenario: Own\narea: areas/cheshire-west-2019.yaml\nconsiderations:\n"
                       "  - use: considerations/6-innovation-grants.yaml\n    set: {pot: £90k}\n")
    by_base = at.write("plans/by-base.yaml", "scenario: Own\nbased_on: no-change.yaml\nconsiderations:\n"
                       "  - use: scenarios/considerations/6-innovation-grants\n    set: {pot: £90k}\n")
    expected = at.says("run", by_path, "-f", "csv")
    assert at.says("run", by_name, "-f", "csv") == at.says("run", by_base, "-f", "csv") == expected


def every_word_that_reads_finds_them(copy):
    at = Elsewhere(copy)
    for words in (["check", "considerations/3-outreach", "areas/cheshire-west-2019", "no-change"],
                  ["compare", "no-change", "3-outreach"], ["assumptions", "no-change"],
                  ["explain", "no-change", "--line", "independent top-up", "--year", "2024-25"],
                  ["list", "settings", "areas/cheshire-west-2019.yaml"], ["list", "considerations", "3-outreach"]):
        assert bool(at.says(*words)) == (words[0] != "check"), words


def lists_what_is_installed(copy):
    at = Elsewhere(copy)
    rows = figures(at.says("list", "scenarios", "-f", "csv"))[1:]
    assert {row[0] for row in rows} == {os.path.join(installed(copy), os.path.basename(path))
                                       for path in glob.glob(os.path.join(SCENARIOS, "*.yaml"))}
    assert all(len(row) == 2 and len(row[1]) > 20 for row in rows), rows
    names = [os.path.basename(row[0])[:-len(".yaml")] for row in rows]
    at.says("check", *names)
    assert all(f"/{name}.yaml:" in squashed(at.says("list", "scenarios")) for name in names)


def new_files_pass_check_and_name_a_schema(copy):
    at = Elsewhere(copy)
    for kind in ("scenario", "consideration", "area"):
        at.says("new", kind, f"my-{kind}")
        at.says("check", f"my-{kind}.yaml")
        with open(os.path.join(at.folder, f"my-{kind}.yaml"), encoding="utf-8") as file:
            first = file.readline()
        assert first.startswith("# yaml-language-server: $schema="), first
        with open(first.split("=")[1].strip(), encoding="utf-8") as file:
            assert json.load(file)["title"], first
    assert not os.path.exists(os.path.join(at.folder, "areas"))
    at.says("run", "my-scenario")


def variable_says_otherwise(copy):
    at = Elsewhere(copy)
    at.write("others/no-change.yaml", f"scenario: Other\nbased_on: {SCENARIOS}/no-change.yaml\n")
    others = os.path.join(at.folder, "others")
    assert figures(at.says("run", "no-change", "-f", "csv", scenarios=others))[-1][0] == "Other"
    assert len(figures(at.says("list", "scenarios", "-f", "csv", scenarios=others))) == 2
    for nowhere in ("", os.path.join(at.folder, "nowhere")):
        at.says("run", "no-change", scenarios=nowhere, status=2)
        assert "HNBSIM_SCENARIOS" in at.says("list", "scenarios", scenarios=nowhere, status=2)


def twenty_lines_link_both_ways(copy):
    at = Elsewhere(copy)
    balance = {row[1]: row[7] for row in figures(at.says("run", "no-change", "-f", "csv")) if row[2] == "cumulative balance"}
    source = os.path.join(TOP, "tests", "library", "twenty_lines.c")
    folder, = copy.flags("--variable=scenarios")
    for compiled in (copy.compiled, copy.compiled_alone):
        program = compiled(source)
        for words in ([folder, "no-change"], [os.path.join(installed(copy), "no-change.yaml")]):
            assert copy.run(program, *words) == balance["2024-25"] + "\n", words
        copy.run(program, "no-change", status=1)
        os.remove(program)


POINTS = [has_every_file_and_no_other, finds_a_scenario_by_name_from_anywhere, output_names_the_files_really_read,
          never_puts_a_file_aside, own_scenario_may_use_what_is_installed, every_word_that_reads_finds_them,
          lists_what_is_installed, new_files_pass_check_and_name_a_schema, variable_says_otherwise,
          twenty_lines_link_both_ways]


def move(copy, folder):
    shutil.move(copy.folder, folder)
    copy.look(folder)


def main():
    if instrumented():
        print("1..1\nok 1 - installed # SKIP a plain program cannot use an instrumented library")
        return False
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(os.path.join(folder, "first"))
        points = [(point.__name__.replace("_", " "), lambda point=point: point(copy)) for point in POINTS]
        moved = [(f"{name}, moved", point) for name, point in points]
        return tried([*points, ("all of it is moved", lambda: move(copy, os.path.join(folder, "a second place"))), *moved])


sys.exit(main())
