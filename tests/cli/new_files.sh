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
