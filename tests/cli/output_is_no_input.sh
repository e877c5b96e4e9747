# Results never take the place of what they were made from, by whatever name and command.
cp -r "$TOP/scenarios" .
ln -s scenarios/no-change.yaml link.yaml
for file in scenarios/no-change.yaml link.yaml scenarios/areas/cheshire-west-2019/age.csv; do
    "$HNBSIM" run -o $file scenarios/no-change.yaml
    echo $?
done
cd scenarios
ln -s no-change.yaml link.yaml
ln no-change.yaml hard.yaml
sed 's/^years.*/years: 2019/' no-change.yaml >wrong.yaml
cp -r . ../before
S=3-outreach.yaml A=areas/cheshire-west-2019.yaml C=considerations/3-outreach.yaml
refuses() { "$HNBSIM" "$@" 2>../said; echo "$1 $?: $(sed 's/^hnbsim: //' ../said)"; }
refuses compare link.yaml $S -f csv -o $C
refuses explain $S -o $C
refuses diff link.yaml $S -o hard.yaml
refuses diff link.yaml $S -f json -o $S
refuses assumptions $S -o $A
refuses assumptions - -f csv -o $S <$S
refuses backrun $A --from 2017 -o $A
refuses list considerations $S -o $C
refuses list lines $S -o $A
refuses list scenarios link.yaml -o hard.yaml
refuses check $S $C -f json -o $C
refuses check wrong.yaml -f json -o wrong.yaml
refuses new scenario mine -o $S
"$HNBSIM" run --draws 64 --shard 1/2 -o ../1.part link.yaml
"$HNBSIM" run --draws 64 --shard 2/2 -o ../2.part link.yaml
cp ../2.part ../second
refuses merge ../1.part ../2.part -o ../2.part
refuses run --draws 64 --checkpoint link.yaml link.yaml
cmp ../second ../2.part && diff -r . ../before && echo untouched
