# What differs between two scenarios is said in sentences, for whoever must sign and did not type them.
S=$TOP/scenarios
cat >a.yaml <<END
scenario: Signed
area: $S/areas/cheshire-west-2019.yaml
considerations:
  - use: $S/considerations/3-outreach.yaml
  - use: $S/considerations/4b-satellite.yaml
END
cat >b.yaml <<END
scenario: To be signed
area: $S/areas/cheshire-west-2019.yaml
pupils: whole
variants: [special_places_held]
considerations:
  - use: $S/considerations/4b-satellite.yaml
    set: {places: 12, from_special: 50%}
    starts: September 2021
    ends: August 2025
  - use: $S/considerations/5-support-without-a-plan.yaml
change:
  flows.growth.ASD: {normal: [6%, 2%]}
  lines.therapies.amount: £734k
  opening_balance: £0
END
"$HNBSIM" diff a.yaml b.yaml
echo "status $?"
"$HNBSIM" diff a.yaml b.yaml --format json | python3 -c "
import json, sys
rows = json.load(sys.stdin)['differences']
print(len(rows), rows[0])"
"$HNBSIM" diff a.yaml b.yaml --format csv | sed -n '1p;/Therapies\|therapies/p'
