# A folder is one more output of the same run, beside files, whole or not at all.
report() { "$HNBSIM" report --quiet --draws 64 --by 2024-25 "$TOP/scenarios/no-change.yaml" "$@"; echo $?; }
report -o x.html -o one/ -o x.csv
cmp one/table.csv x.csv && ls one
"$HNBSIM" run --quiet --draws 64 -o run/ "$TOP/scenarios/no-change.yaml"
cmp run/table.csv one/table.csv && cmp run/results.json one/results.json && echo "as run writes it"
report -o one/ -o y.html
report -o y.html -o one/
"$HNBSIM" chart fan "$TOP/scenarios/no-change.yaml" -o two/; echo $?
ls
