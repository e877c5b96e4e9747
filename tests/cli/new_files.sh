# Each kind of new file passes check, alone and together; its effects do too, once their # is taken away.
for kind in area consideration scenario; do "$HNBSIM" new $kind first-$kind; echo $?; done
"$HNBSIM" check first-*.yaml; echo $?
"$HNBSIM" new area areas/other; echo $?
mkdir schema; touch schema/scenario.json
"$HNBSIM" new scenario second.yaml; head -1 second.yaml
sed 's/^# considerations:/considerations:/; s/^#   - use: .*/  - use: first-consideration.yaml/
    s/^# change:/change:/; s/^#   \(prices\|funding\)/  \1/' second.yaml >tried.yaml
sed -i 's/^# \(- [a-z]*: {\)/  \1/; s/^#       /       /' first-consideration.yaml
grep -c '^  - ' first-consideration.yaml
"$HNBSIM" check tried.yaml; echo $?
"$HNBSIM" run --format csv tried.yaml | grep -c outreach
# So do what a source quotes, which the effects agree with, and a history, once its tables are made.
sed 's/^# \(quoted:\)/\1/; s/^# \(  - {figure\)/\1/' first-consideration.yaml >quotes.yaml
sed 's/first-/quotes-/; s/quotes-consideration/quotes/' tried.yaml >quoting.yaml
"$HNBSIM" check quotes.yaml; echo $?
"$HNBSIM" run quoting.yaml | grep 'figures quoted'
sed '/^# history/,$s/^# //' first-area.yaml >history.yaml
while read -r table columns; do
    echo "$columns" >"$table"
    case $columns in
        january,setting*) printf '2018,%s\n' mainstream,150 special,130 independent,15 college,55 ;;
        january,age*) printf '2018,%s\n' 5-10,140 11-15,155 16-18,55 ;;
        during*) printf '2018,%s\n' 5-10,45 11-15,5 16-18,2 ;;
    esac >>"$table"
done < <(sed -n 's/^#   [a-z_]*: \(.*\) # \(.*\)/\1 \2/p' first-area.yaml)
"$HNBSIM" check history.yaml; echo $?
"$HNBSIM" backrun history.yaml --from 2018 | grep 'all plans'
rm -r quot* history.yaml first-area/history-*
# Nothing is written over.
cksum *.yaml >before
for kind in area consideration scenario; do "$HNBSIM" new $kind first-$kind; echo $?; done
cksum *.yaml | diff before - && echo unchanged
"$HNBSIM" new scenaro third; echo $?
"$HNBSIM" new scenario 'a: b'; echo $?
"$HNBSIM" new scenario nowhere/third; echo $?
find . | sort
# With -o it goes there, and '-' is the standard output.
mkdir elsewhere kept && cd elsewhere
"$HNBSIM" new consideration tried -o - >tried.yaml; "$HNBSIM" check tried.yaml; echo $?
"$HNBSIM" new consideration tried -o ../kept/other.yaml; grep '^consideration:' ../kept/other.yaml
"$HNBSIM" new consideration tried -o ../kept/other.yaml; echo $?
"$HNBSIM" new scenario tried -o -; echo $?
"$HNBSIM" new scenario tried -o kept.yaml; "$HNBSIM" check kept.yaml; echo $?
"$HNBSIM" new scenario tried -o - | cmp - kept.yaml; echo $?
"$HNBSIM" new area tried -o -; echo $?
"$HNBSIM" new area tried -o tried-area.yaml; echo $?
"$HNBSIM" new scenario -; echo $?
"$HNBSIM" new scenario tried -o nowhere/x.yaml; echo $?
find . | sort
