# A plan as people type it comes to the same pounds however they write them; what cannot be is told.
cp -r "$TOP/scenarios" .
area=scenarios/no-change.yaml
plain() {
    printf '%s\n' ',,,2019-20,2020-21' ",,,$1" 'Special,spend.special,,1234.5,-5' 'Other,spend.other,,0,1000' \
        ',income.allocation,,1000,2000' ',income.transfers,,0,-50' ',balance.carried,-100,,'
}
plain '' >plain.csv
"$HNBSIM" import plan -q plain.csv --area $area | grep -A99 planned_special | grep -v ' title:\| source:\|planned_'
# A byte order mark, lines of Windows, pounds, brackets, a dash for nought, a year's stroke, empty columns.
{
    printf '\xef\xbb\xbf'
    printf '%s\r\n' ',,,2019/20,2020/21,,' ',,,,,,' 'Special,Spend.Special,," £1,234.50 ",(£5.00),,' \
        'Other,spend.other,,£ -,"£1,000",,' ',income.allocation,,"1,000","£2,000.00",,' \
        $',income.transfers,,-,\xe2\x88\x92£\xc2\xa050,,' ',balance.carried,£-100,,,,'
} >typed.csv
diff <("$HNBSIM" import plan -q plain.csv --area $area | grep -v '\.csv') \
    <("$HNBSIM" import plan -q typed.csv --area $area | grep -v '\.csv') && echo the same
"$HNBSIM" import plan -q - --area $area <typed.csv | grep -c 1234.50
# Years before the area's are in its opening balance; the year after 2019-20 must be there.
sed '1s/2019-20,2020-21/2018-19,2019-20/' plain.csv >sooner.csv
"$HNBSIM" import plan sooner.csv --area $area | grep '^years\|opening'
# Whole pounds are as near as rounding lets them, and that is told.
printf '%s\n' ',,,2019-20' ',spend.special,,10' ',spend.other,,11' ',spend,,22' ',income.allocation,,21' \
    ',balance.carried,-3,-4' >pounds.csv
"$HNBSIM" import plan pounds.csv --area $area | grep 'planned_special' -A4 | grep amount
# Others contribute: that takes two files, both or neither.
sed 's/transfers/contributions/' plain.csv >others.csv
"$HNBSIM" import plan others.csv --area $area; echo $?
"$HNBSIM" import plan others.csv --area $area -o nowhere/plan.yaml; echo $?
"$HNBSIM" import plan others.csv --area $area -o others.csv; echo $?
"$HNBSIM" import plan others.csv --area $area -o scenarios/others.yaml; echo $?
"$HNBSIM" check scenarios/others.yaml; echo $?
ls others* scenarios/others*
# A formula for later years has nothing to say of a plan's.
sed 's/^  growth: {mean: 2.7.*/&\n  formula: {settings: [special], basic_entitlement: 4660}/' \
    scenarios/areas/cheshire-west-2019.yaml >scenarios/areas/formula.yaml
"$HNBSIM" import plan plain.csv --area scenarios/areas/formula.yaml | grep -c 'amount: {'
# What a sheet says is text: it ends no quotes and begins no key.
sed 's/^Special,/"x"": 1, {y: ""\\n"",",/' plain.csv >quotes.csv
"$HNBSIM" import plan -q quotes.csv --area $area -o scenarios/quotes.yaml; echo $?
grep -cF 'title: "x\": 1, {y: \"\\n\",' scenarios/quotes.yaml
"$HNBSIM" import plan plain.csv; echo $?
"$HNBSIM" import plna plain.csv --area $area; echo $?
"$HNBSIM" import plan none.csv --area none.yaml; echo $?
