# The same seed gives the same bytes on any number of threads, at each of the processor's levels, and a scenario its figures in any company.
S=$TOP/scenarios
for threads in 1 2 3; do
    "$HNBSIM" compare --draws 300 --threads $threads --format csv -o $threads.csv "$S"/{no-change,3-outreach}.yaml 2>/dev/null
done
cmp 1.csv 2.csv
cmp 1.csv 3.csv
for level in base v3 v4; do
    "$HNBSIM" compare --draws 300 --level $level --format csv -o $level.csv "$S"/{no-change,3-outreach}.yaml 2>/dev/null
    [[ ! -f $level.csv ]] || cmp 1.csv $level.csv
done
[[ -f base.csv ]] || echo no base level
for level in base v3 v4; do
    "$HNBSIM" compare --draws 100 --pupils whole --level $level --format csv -o whole-$level.csv "$S"/{no-change,4b-one-satellite}.yaml 2>/dev/null
    [[ ! -f whole-$level.csv ]] || cmp whole-base.csv whole-$level.csv
done
"$HNBSIM" run --draws 300 --format csv -o alone.csv "$S/3-outreach.yaml" 2>/dev/null
grep '^3 Outreach,' 1.csv | grep -v difference >company.csv
grep '^3 Outreach,' alone.csv | diff - company.csv >/dev/null && echo the same alone
"$HNBSIM" compare --draws 100 --format csv -o shared.csv "$S"/{no-change,7-residential-partners}.yaml 2>/dev/null
"$HNBSIM" run --draws 100 --format csv -o partners.csv "$S/7-residential-partners.yaml" 2>/dev/null
grep '^7 ' shared.csv | grep -v difference | diff - <(grep '^7 ' partners.csv) >/dev/null && echo the same with pupils shared
"$HNBSIM" run --draws 300 --seed 2 --format csv -o other.csv "$S/3-outreach.yaml" 2>/dev/null
cmp -s alone.csv other.csv || echo another seed, other luck
"$HNBSIM" run --format csv -o central.csv "$S/3-outreach.yaml" 2>/dev/null
grep ',central,' alone.csv | diff - <(grep ',central,' central.csv) && echo central never moves
