# On a terminal a deficit is red; with NO_COLOR nothing is.
script -qec true /dev/null >/dev/null 2>&1 || { echo "no pseudo-terminal can be opened" >&2; exit 77; }
run() { script -qec "$HNBSIM run '$TOP/scenarios/no-change.yaml'" /dev/null; }
run | grep -c $'\033\[31m-£' | grep -qv '^0$' && echo red
NO_COLOR=1 run | grep -c $'\033'
