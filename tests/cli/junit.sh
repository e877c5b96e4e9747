# JUnit's XML is well-formed, of the elements and attributes that it may have, and says what the JSON says, whatever is in the names.
S=$TOP/scenarios
cat >strange.yaml <<END
scenario: "<Less> & \"more\"'s"
based_on: $S/repeated-mfg-cut.yaml
considerations:
  - {use: $S/considerations/3-outreach.yaml, as: "<3> & on"}
END
for format in junit json; do
    "$HNBSIM" compare --draws 300 --format $format -o out.$format "$S/no-change.yaml" strange.yaml \
        -r 'P(cumulative balance[2024-25] <= -5m) > 10%' -r "central(pupils[special, 2025-01]) < 1,000" 2>/dev/null
    echo $?
done
python3 - <<'END'
import json
import xml.etree.ElementTree as xml

MAY = {"testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
       "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"properties", "testcase"}),
       "properties": (set(), {"property"}), "property": ({"name", "value"}, set()),
       "testcase": ({"name", "classname"}, {"failure", "system-out"}),
       "failure": ({"message", "type"}, set()), "system-out": (set(), set())}


def strict(element):
    attributes, children = MAY[element.tag]
    assert set(element.attrib) == attributes and {child.tag for child in element} <= children, element.tag
    for child in element:
        strict(child)


root, report = xml.parse("out.junit").getroot(), json.load(open("out.json", encoding="utf-8"))
strict(root)
for part in root, *root:
    cases = list(part.iter("testcase"))
    assert int(part.get("tests")) == len(cases), part.attrib
    assert int(part.get("failures")) == sum(case.find("failure") is not None for case in cases), part.attrib
required, lawful, quoted = root
told = [(case.get("name"), case.get("classname"), "holds" if case.find("failure") is None else case.find("failure").get("type"),
         next(iter(case)).text) for case in required.iter("testcase")]
print(told == [tuple(each[key] for key in ("requirement", "scenario", "verdict", "why")) for each in report["requirements"]], len(told))
print([(case.get("classname"), case.find("failure") is None) for case in lawful.iter("testcase")]
      == [(each["name"], each["lawful"]) for each in report["scenarios"]], [each["lawful"] for each in report["scenarios"]])
print(lawful[1].get("classname"), lawful[1].find("failure").text.count("\n") == len(report["scenarios"][1]["findings"]))
# A figure that differs is told and is no failure.
figures = [(f"{each['consideration']} quotes {each['of']}", scenario["name"], f"{each['verdict']}: {each['text']}")
           for scenario in report["scenarios"] for each in scenario["quoted"]]
print([(case.get("name"), case.get("classname"), case.find("system-out").text) for case in quoted] == figures,
      quoted.get("failures"), sorted({text.split(":")[0] for _, _, text in figures}))
print({each.get("name"): each.get("value") for each in required.iter("property")} == {key: report[key] for key in ("hnbsim", "digest")})
END
