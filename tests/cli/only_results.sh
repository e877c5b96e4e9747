# On the standard output stands the result and nothing else: as JSON and CSV a program can read it, and
# when there are mistakes it is empty. Every command is tried.
S="$TOP/scenarios/no-change.yaml"
"$HNBSIM" run "$S" --draws 32 --shard 1/1 -o part
cat >tried.py <<'PY'
import csv, io, json, os, subprocess, sys
S = sys.argv[1]
OTHER = os.path.join(os.path.dirname(S), "repeated-mfg-cut.yaml")
GOOD = {"run": [S], "compare": [S, OTHER], "merge": ["part"], "check": [S], "diff": [S, OTHER],
        "assumptions": [S], "explain": [OTHER, "--line", "each"], "schema": ["area"],
        "new": ["scenario", "x", "-o", "-"], "list": ["lines", S],
        "import": ["plan", os.path.join(os.path.dirname(S), "plans/invented.csv"), "--area", S]}
BAD = {"run": ["none.yaml"], "compare": [S, "none.yaml"], "merge": ["none"], "check": ["none.yaml"],
       "diff": [S, "none.yaml"], "assumptions": ["none.yaml"], "explain": [S, "--line", "none"], "schema": ["none"],
       "new": ["none", "x", "-o", "-"], "list": ["lines", "none.yaml"],
       "import": ["plan", "none.csv", "--area", S]}


def said(*words):
    done = subprocess.run([os.environ["HNBSIM"], *words], capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


there = {line.split()[1] for line in said("help")[1].splitlines()
         if line.startswith("  hnbsim ") and line.split()[1].islower()}
print("not tried:", sorted(there - set(GOOD)), sorted(there - set(BAD)))
os.mkdir("areas")
open("areas/a.yaml", "w").close()
for word, rest in GOOD.items():
    for form in ([] if word in ("schema", "new", "import") else ["json"] if word == "check" else ["json", "csv", "junit"]):
        if form == "junit" and word not in ("run", "compare", "merge"):
            continue
        status, out, _ = said(word, *rest, "-f", form)
        assert status in (0, 3), (word, form, status)
        if form == "json":
            json.loads(out)
        elif form == "csv":
            rows = list(csv.reader(io.StringIO(out)))
            assert len(rows) > 1 and len({len(row) for row in rows}) == 1, word
        else:
            assert out.startswith("<?xml") and out.endswith("</testsuites>\n"), word
    if word == "schema":
        json.loads(said(word, *rest)[1])
    if word in ("new", "import"):
        assert said(word, *rest)[1].startswith("#")
    status, out, err = said(word, *BAD[word])
    assert status == 2 and not out and err, (word, status, out)
    status, out, err = said(word, "--help")
    assert status == 0 and not err and word in out, word
    print(word, "alone")
for words in (["--version"], ["help"], ["--help"]):
    status, out, err = said(*words)
    print(*words, status, bool(out), repr(err))
for words in ([], ["none"], ["run", "--none", S], ["run"]):
    status, out, err = said(*words)
    print(words[:2], status, repr(out), bool(err))
PY
python3 tried.py "$S"
