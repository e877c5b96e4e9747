# Figures that sources give are derived again in every run, and every output says whether they agree.
S=$TOP/scenarios
for places in 12 6; do
    cat >satellite-$places.yaml <<YAML
scenario: $places places
area: $S/areas/cheshire-west-2019.yaml
considerations:
  - use: $S/considerations/4b-satellite.yaml
    set: {places: $places}
YAML
done
cat >shifted.yaml <<YAML
scenario: To college
area: $S/areas/cheshire-west-2019.yaml
considerations:
  - use: $S/considerations/8-post-16-offer.yaml
    set: {from_specialist: 10%}
YAML

# the figures that differ, the one furthest off for all of a consideration; what is shared is said once
"$HNBSIM" compare "$S/no-change.yaml" "$S/4b-one-satellite.yaml" "$S/4b-two-satellites.yaml" satellite-12.yaml \
    satellite-6.yaml shifted.yaml |
    tee table | sed -n '/^What considerations say/,/^$/p'
python3 -c 'print(max(map(len, open("table", encoding="utf-8").read().splitlines())) <= 80)'

# 24 places at £10,000, and £6,911 more for each, in both of the forms that programs read
for format in csv json; do
    "$HNBSIM" compare --format $format -o out.$format satellite-12.yaml shifted.yaml "$S/4b-one-satellite.yaml" 2>/dev/null
done
grep ',quoted,' out.csv
python3 - <<'PYTHON'
import json

for scenario in json.load(open("out.json", encoding="utf-8"))["scenarios"]:
    for each in scenario["quoted"]:
        print(scenario["name"], each["of"], each["verdict"], each["quoted"], each.get("derived"), each["source"], sep=" | ")
PYTHON

# a run without any says nothing, and merged parts say what the run said
"$HNBSIM" run "$S/no-change.yaml" | grep -c 'say of themselves'
for n in 1 2; do
    "$HNBSIM" run --draws 64 --shard $n/2 -o part$n satellite-12.yaml
done
"$HNBSIM" merge part1 part2 | sed -n '/^What considerations say/,/^$/p' >merged
"$HNBSIM" run satellite-12.yaml | sed -n '/^What considerations say/,/^$/p' | cmp - merged && wc -l <merged
