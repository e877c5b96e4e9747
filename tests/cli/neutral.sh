# A consideration that its own file calls neutral, and that changes nothing, is called so in every output; one that
# is made to change something is not.
S=$TOP/scenarios
for cost in 0 50000; do
    cat >kitemark-$cost.yaml <<YAML
scenario: Kitemark of £$cost
area: $S/areas/cheshire-west-2019.yaml
considerations:
  - use: $S/considerations/9-professional-development.yaml
    set: {accreditation: $cost}
  - use: $S/considerations/10-steering-group.yaml
YAML
done
both=(kitemark-0.yaml kitemark-50000.yaml)

"$HNBSIM" run kitemark-0.yaml | grep -i neutral
"$HNBSIM" run kitemark-50000.yaml | grep -i neutral
echo "beside no change:"
"$HNBSIM" compare "$S/no-change.yaml" "${both[@]}" | grep -i neutral
for n in 1 2; do
    "$HNBSIM" compare --draws 64 --shard $n/2 -o part$n "$S/no-change.yaml" kitemark-0.yaml
done
"$HNBSIM" merge part1 part2 | grep -i neutral

for format in csv json junit; do
    "$HNBSIM" compare --format $format -o out.$format "${both[@]}" 2>/dev/null
done
echo "for programs:"
grep ',2030-31,rule,.*× Consideration' out.csv
python3 - <<'PYTHON'
import json
import xml.etree.ElementTree as xml

for scenario in json.load(open("out.json", encoding="utf-8"))["scenarios"]:
    for found in scenario["findings"]:
        if found["rule"] == "Consideration":
            print(scenario["name"], found["severity"], found["item"], found["period"], found["text"], sep=" | ")
for case in xml.parse("out.junit").getroot().iter("testcase"):
    print(case.get("classname"), *(line for line in case.find("system-out").text.splitlines() if "neutral" in line), sep="\n")
PYTHON
