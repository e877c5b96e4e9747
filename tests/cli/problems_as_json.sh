# Mistakes as data: what the text says, of every case there is, in the same order; from every command.
cd "$TOP"
cat >"$OLDPWD/read.py" <<'PY'
import glob, json, os, re, subprocess, sys
import jsonschema
with open("docs/problems.schema.json") as file:
    schema = jsonschema.Draft7Validator(json.load(file))


def said(*words):
    done = subprocess.run([os.environ["HNBSIM"], *words], capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def read(text):
    """The problems of a document, which keeps to the schema."""
    problems = json.loads(text)
    schema.validate(problems)
    return problems


def as_text(p):
    """A problem as text has it, but for the line itself."""
    place = (p["file"] + (f":{p['line']}:{p['column']}" if p["line"] else "") + ": ") * bool(p["file"])
    return place + p["message"]


def heads(text):
    """The first line of each problem of a text, its caret and what is beside it."""
    found = []
    for line in text.split("\n"):
        caret = re.match(r"      \| \s*\^(~*) ?(.*)$", line)
        if caret:
            found[-1] += [len(caret[1]) + 1, caret[2]]
        elif re.match(r"    (?=[^ ])", line) and not re.match(r" *\d+ \| ", line):
            found[-1] += [None, line[4:]]
        elif line and not re.match(r" *\d+ \| ", line):
            found.append([line])
    return [(each + [None, ""])[:3] for each in found]


count = 0
for case in sorted(glob.glob("tests/cases/*.txt")):
    name = case[:-4] + ".yaml"
    status, out, err = said("check", "--format", "json", name)
    problems = read(out)
    text = heads(said("check", name)[2])
    assert status == 2 and not err, name
    assert [as_text(p) for p in problems] == [head for head, _, _ in text], name
    for p, (_, width, hint) in zip(problems, text):
        assert p["hint"] == hint, (name, p, hint)
        assert width in (None, max(p["length"], 1)), (name, p, width)
    count += len(problems)
print(count > 400, "problems alike")

good = "scenarios/no-change.yaml"
print("good:", said("check", "--format", "json", good, "scenarios/3-outreach.yaml"))
bad = "tests/cases/scenario-all-at-once.yaml"
wanted = read(said("check", "-f", "json", bad)[1])
for words in (["run", bad], ["compare", good, bad], ["diff", good, bad], ["assumptions", bad], ["explain", bad],
              ["list", "considerations", bad]):
    status, out, err = said(*words, "--format", "json")
    assert read(err) == wanted, words
    print(words[0], status, repr(out))
status, out, err = said("run", good, "--format", "json", "--require", "mean(pupil[2020-01]) > 5")
print(status, repr(out), read(err)[0]["file"], read(err)[0]["message"])
PY
python3 -W ignore "$OLDPWD/read.py"
cd "$OLDPWD"
"$HNBSIM" check -f json -o found.json "$TOP/tests/cases/yaml-tab.yaml"; echo $?
python3 -c 'import json; print(len(json.load(open("found.json"))))'
# Of what is beyond the most that are kept, a count.
{ echo 'consideration: 1'; seq -f 'k%g: 1' 250; } >many.yaml
"$HNBSIM" check -f json many.yaml | python3 -c 'import json, sys; p = json.load(sys.stdin); print(len(p), p[-1])'
"$HNBSIM" check -f csv many.yaml; echo $?
"$HNBSIM" check -f junit many.yaml; echo $?
"$HNBSIM" check -o found.json many.yaml; echo $?
