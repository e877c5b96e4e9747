# A mistake in one of two scenarios: status 2, and no file.
cat >bad.yaml <<END
scenario: Bad
area: $TOP/scenarios/areas/cheshire-west-2019.yaml
consideratons: []
END
"$HNBSIM" compare --format csv -o results.csv "$TOP/scenarios/no-change.yaml" bad.yaml; echo $?
ls
