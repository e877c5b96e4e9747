# Two runs of the same inputs are the same bytes; the digest is of what was read, not of where it is.
for format in table csv json; do
    for n in 1 2; do
        "$HNBSIM" compare --format $format -o $format.$n "$TOP"/scenarios/{no-change,3-outreach}.yaml 2>/dev/null
    done
    cmp $format.1 $format.2
done
cp -r "$TOP/scenarios" .
"$HNBSIM" compare --format json -o moved scenarios/{no-change,3-outreach}.yaml 2>/dev/null
cmp json.1 moved
sed -i 's/^scenario: .*/scenario: Renamed/' scenarios/3-outreach.yaml
"$HNBSIM" compare --format json -o changed scenarios/{no-change,3-outreach}.yaml 2>/dev/null
[[ $(grep digest changed) != "$(grep digest json.1)" ]] && echo another digest
