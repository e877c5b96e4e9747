# What a result rests on, worst-founded first; what is overdue on a day comes before all, and each thing once.
S=$TOP/scenarios
cat >signed.yaml <<END
scenario: Signed
area: $S/areas/cheshire-west-2019.yaml
considerations:
  - use: $S/considerations/6-innovation-grants.yaml
    set: {pot: {value: £90k, status: assumed, source: cabinet, owner: Head of SEND, agreed: 12 April 2019, review by: April 2020}}
change:
  prices.pay: {mean: 2%, sd: 0.8%, persistence: 0.5, status: assumed, owner: Finance, review by: 2020-03-31}
  funding.schools_block_transfer: {2019-20: {value: 0, status: derived, agreed: 2019-01-05}}
END
for day in 2020-03-31 2020-04-01 '30 April 2020' 'May 2020'; do
    echo "on $day"
    "$HNBSIM" assumptions signed.yaml --on "$day" -f csv | cut -d, -f1-2,6-8 | grep '^overdue'
done
# Without a day nothing depends on the clock.
"$HNBSIM" assumptions signed.yaml -f csv | cut -d, -f1 | uniq -c
"$HNBSIM" assumptions signed.yaml signed.yaml "$S/no-change.yaml" -f csv | cut -d, -f2- | sort | uniq -d
"$HNBSIM" assumptions signed.yaml -f json | python3 -c "
import json, sys
rows = json.load(sys.stdin)['assumptions']
print([row for row in rows if 'owner' in row])"
"$HNBSIM" assumptions signed.yaml --on 'May 2020' | sed -n 1,9p
# Under the tables of run and compare is the same list, of all their scenarios.
for files in signed.yaml "signed.yaml $S/review-package.yaml"; do
    word=run; [[ $files == *' '* ]] && word=compare
    # shellcheck disable=SC2086 # a list of files
    "$HNBSIM" assumptions $files -o list
    # shellcheck disable=SC2086
    "$HNBSIM" $word --assumptions $files -o tables 2>/dev/null
    python3 -c 'import sys; print(sys.argv[1], open("list").read() in open("tables").read())' "$word"
done
"$HNBSIM" assumptions signed.yaml --on tomorrow; echo "status $?"
