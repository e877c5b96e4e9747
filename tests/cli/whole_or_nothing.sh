# -o writes the whole file, replaces an old one, and leaves nothing else behind.
echo old >results.csv
"$HNBSIM" run --format csv -o results.csv "$TOP/scenarios/no-change.yaml" 2>/dev/null; echo $?
head -1 results.csv
ls
# A file that may not grow: the old one stays.
cp results.csv kept.csv
(ulimit -f 8; "$HNBSIM" run --format csv -o results.csv "$TOP/scenarios/3-outreach.yaml"); echo $?
cmp results.csv kept.csv && ls
"$HNBSIM" run --format csv -o nowhere/results.csv "$TOP/scenarios/no-change.yaml"; echo $?
"$HNBSIM" run -o /dev/full "$TOP/scenarios/no-change.yaml"; echo $?
"$HNBSIM" run "$TOP/scenarios/no-change.yaml" >/dev/full; echo $?
