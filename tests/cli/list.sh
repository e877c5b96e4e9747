# What there is to be named, with a sentence each; no measure of a run is left out.
cd "$TOP"
for what in effects 'needs scenarios/areas/cheshire-west-2019.yaml' 'settings scenarios/no-change.yaml' \
    'considerations scenarios/4b-two-satellites.yaml' 'scenarios scenarios/no-change.yaml scenarios/3-outreach.yaml'; do
    "$HNBSIM" list $what
done
"$HNBSIM" list lines scenarios/no-change.yaml -f json | python3 -c 'import json, sys; print(json.load(sys.stdin)["lines"][0])'
"$HNBSIM" list measures -f csv | cut -d, -f1 | sort >"$OLDPWD/told"
"$HNBSIM" run scenarios/review-package.yaml -f csv 2>/dev/null | tail -n +2 | cut -d, -f3 | sort -u >"$OLDPWD/there"
comm -13 "$OLDPWD/told" "$OLDPWD/there"
for wrong in seting settings 'effects a.yaml'; do "$HNBSIM" list $wrong 2>&1; echo "status $?"; done
