# A draw of more new plans than can be drawn one by one ends the run with a word, soon; expected pupils take any number.
cat >wild.yaml <<END
scenario: Wild
area: $TOP/tests/data/small/area.yaml
years: 2019-20 to 2021-22
change:
  flows.incidence_by_need: {ASD: {lognormal: [0.01, 4.7]}}
END
"$HNBSIM" run --draws 4,096 --threads 1 --pupils whole --format csv -o whole.csv wild.yaml; echo $?
"$HNBSIM" run --draws 4,096 --pupils expected --format csv -o expected.csv wild.yaml 2>/dev/null; echo $?
ls ./*.csv
