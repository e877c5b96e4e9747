# Whoever reads may stop: nothing is said of that, and the status is 1. A full disk is said.
cat >closed.py <<'PY'
import os, subprocess, sys
here, there = os.pipe()
os.close(here)
done = subprocess.run(sys.argv[1:], stdout=there, stderr=subprocess.PIPE, text=True)
print(sys.argv[2].lstrip("-"), done.returncode, done.stderr, end="")
PY
tried() { python3 closed.py "$HNBSIM" "$@"; echo; "$HNBSIM" "$@" 2>&1 >/dev/full; echo " full $?"; }
S="$TOP/scenarios/no-change.yaml"
tried run "$S"
tried compare --format csv "$S" "$TOP/scenarios/3-outreach.yaml"
tried check --format json "$S"
tried diff "$S" "$TOP/scenarios/3-outreach.yaml"
tried assumptions "$S"
tried explain "$S" --line each
tried explain "$S" --format json
tried schema area
tried schema reference
tried new consideration c -o -
tried list effects
tried list lines "$S" --format json
tried help
tried --version
tried run --help
"$HNBSIM" run "$S" --draws 32 --shard 1/1 -o part
tried merge part --format csv
