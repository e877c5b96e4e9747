# What is made for publication has no figure of fewer than five pupils, by arithmetic on the table with and without;
# and it says so, in every format.
S=$TOP/scenarios
for made in "" --publish; do
    "$HNBSIM" compare --quiet $made --draws 400 -f csv -o drawn$made.csv "$S"/{no-change,4b-one-satellite,review-package}.yaml
    "$HNBSIM" run --quiet $made --draws 64 --pupils whole -f csv -o whole$made.csv "$S/review-package.yaml"
    "$HNBSIM" compare --quiet $made -f csv -o central$made.csv "$S"/{3-outreach,review-package}.yaml
done
"$HNBSIM" compare --publish --draws 400 -f csv "$S"/{no-change,4b-one-satellite,review-package}.yaml 2>said.txt | cmp - drawn--publish.csv && echo "the same bytes again"
"$HNBSIM" compare --quiet --publish --draws 400 -o folder/ "$S"/{no-change,4b-one-satellite,review-package}.yaml
cmp folder/table.csv drawn--publish.csv && echo "and in a folder"
for made in "" --publish; do "$HNBSIM" run $made "$S/no-change.yaml" >screen$made.txt; done
"$HNBSIM" run --quiet --publish -f csv -o screen.csv "$S/no-change.yaml"
"$HNBSIM" compare --publish "$S"/{no-change,review-package}.yaml | grep '^Made' | sed 's/[0-9][0-9]*/N/'
cat >read.py <<'PY'
import json
import re

import open_data
import publish

for name in ("drawn", "whole", "central"):
    plain, made = publish.read(name + ".csv"), publish.read(name + "--publish.csv")
    wrong = publish.faults(plain, made)
    changed = sum(made[key] != plain[key] for key in made)
    print(name, wrong[:3], len(publish.small_ones(plain)) > 20, changed > 100)
    if name == "drawn":
        counts = changed, len(plain) - len(made)

document = json.load(open("folder/results.json", encoding="utf-8"))
print("JSON counts them:", document["published"] == {"rounded": counts[0], "left_out": counts[1]})
schema = json.load(open("folder/results.schema.json", encoding="utf-8"))
document["rows"] = document["rows"][::200]
print("and keeps to its schema:", open_data.schema_faults(json.dumps(document), schema))
document["published"]["rounded"] = "many"
print("which looks at that:", len(open_data.schema_faults(json.dumps(document), schema)))
about = json.load(open("folder/table.csv-metadata.json", encoding="utf-8"))
print("metadata:", about["rdfs:comment"] == f"made for publication: so that none is of fewer than five pupils, {counts[0]} figures "
      f"are rounded to fives and {counts[1]} left out", "--publish" in about["dc:source"], open_data.metadata_faults(about))
print("standard error:", about["rdfs:comment"] in open("said.txt").read())

# The table on a screen has the published figures, and nothing else has moved.
shown = publish.read("screen.csv")
lines = {name: open(name + ".txt", encoding="utf-8").read() for name in ("screen", "screen--publish")}
table = lines["screen--publish"].split("Pupils with a plan\n")[1].split("\n\n")[0].splitlines()
years = re.findall(r"20\d\d", "".join(table[:2]))
met = 0
for line in table:
    found = re.match(r"(\S.*?)  +([\d,. ]+?)  [▁-█]+$", line)
    if not found or found[1] in ("all plans", "Setting"):
        continue
    for year, value in zip(years, found[2].split()):
        key = ("No change", f"{year}-01", "pupils", "setting", found[1].replace(" ", "_"), "", "central")
        met += f"{shown[key][0]:,.1f}" == value
print("on the screen:", met, "of", 4 * sum(key[2:4] == ("pupils", "setting") and key[1] == "2019-01" for key in shown))
digests = {re.search(r"digest (\w+)", text)[1] for text in lines.values()}
pounds = [re.findall(r"[-+]?£[\d,.]+m?", text) for text in lines.values()]
print("one digest:", len(digests), "the same pounds:", pounds[0] == pounds[1] != [])
PY
PYTHONPATH=$TOP/tests/cli python3 -W ignore read.py
# Where it cannot hold.
"$HNBSIM" run --publish --draws 1000 -r 'mean(pupils[2020-01]) > 5' "$S/no-change.yaml"; echo $?
"$HNBSIM" run --publish --assumptions "$S/no-change.yaml"; echo $?
"$HNBSIM" run --publish -f junit "$S/no-change.yaml"; echo $?
"$HNBSIM" run --publish --draws 64 --shard 1/2 -o part "$S/no-change.yaml"; echo $?
"$HNBSIM" explain --publish "$S/no-change.yaml"; echo $?
# Whoever merges says whether it is for publication.
for i in 1 2; do "$HNBSIM" run --quiet --draws 200 --shard $i/2 -o part$i "$S/no-change.yaml"; done
"$HNBSIM" merge --quiet --publish -f csv part1 part2 >merged.csv
"$HNBSIM" run --quiet --publish --draws 200 -f csv "$S/no-change.yaml" | cmp - merged.csv && echo "merged"
