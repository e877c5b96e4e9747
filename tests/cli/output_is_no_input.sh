# Results never take the place of what they were made from, by whatever name.
cp -r "$TOP/scenarios" .
ln -s scenarios/no-change.yaml link.yaml
for file in scenarios/no-change.yaml link.yaml scenarios/areas/cheshire-west-2019/age.csv; do
    "$HNBSIM" run -o $file scenarios/no-change.yaml
    echo $?
done
diff -r scenarios "$TOP/scenarios" && echo untouched
