# Done, but not lawful as drawn: status 3, and the rule, the year and the pounds come first.
"$HNBSIM" run "$TOP/scenarios/repeated-mfg-cut.yaml" >table; echo $?
head -2 table
"$HNBSIM" run --format csv "$TOP/scenarios/repeated-mfg-cut.yaml" >rows 2>said; echo $?
head -30 rows | grep 'not lawful' | head -1
head -1 said
"$HNBSIM" run --format json -o json "$TOP/scenarios/repeated-mfg-cut.yaml" 2>/dev/null; echo $?
grep -o '"lawful":false' json
