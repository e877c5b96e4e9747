# Status 4 when something required fails or is undecided, above 3; 3 when all holds; in each format it is said which and by how much.
S=$TOP/scenarios
holds='central(share in mainstream[2031-01]) > 40%'
fails='central(cumulative balance[2030-31]) >= -£20m'
for required in "$holds" "$fails"; do
    for scenario in no-change repeated-mfg-cut; do
        "$HNBSIM" run --format json -o $scenario.json "$S/$scenario.yaml" -r "$required" 2>/dev/null
        echo $scenario $?
    done
done
"$HNBSIM" run -o table.txt "$S/no-change.yaml" -r "$fails" -r "$holds" 2>/dev/null
grep -A2 'fails in' table.txt
"$HNBSIM" run "$S/no-change.yaml" --require="$holds" 2>/dev/null | grep 'holds in'
"$HNBSIM" run --format csv -o rows.csv "$S/no-change.yaml" -r "$holds" 2>&1 | head -1
python3 - <<'END'
import json

print(json.load(open("repeated-mfg-cut.json", encoding="utf-8"))["requirements"])
END
# Items by their own name, their ledger's and their dimension's; a figure that a scenario does not have is nought there.
"$HNBSIM" compare --format csv -o rows.csv "$S"/{no-change,5-and-6-support-and-grants}.yaml \
    -r 'central(spend[2024-25]) > £40m' -r 'central(spend[Schools Block, 2024-25]) >= 0' -r "central(spend['special places', 2024-25]) > 6m" \
    -r 'central(empty places[setting, satellite, 2025-01]) <= 0' -r 'central(overflow share[special × independent, 2025-01]) > 0.2' \
    -r 'central(Pupils[Further Education, 2025-01]) > 500' -r 'central difference(spend[2024-25]) > 0' -r 'central(saved[5, 2024-25]) <= 0' 2>said
echo $?
grep -c '^holds' said; grep -A1 '^fails' said
true
