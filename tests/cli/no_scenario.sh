# What is given and is no scenario is said in a few words, each time with status 2.
cd "$TOP/scenarios"
"$HNBSIM" run considerations/3-outreach.yaml; echo $?
"$HNBSIM" compare no-change.yaml areas/cheshire-west-2019.yaml; echo $?
"$HNBSIM" run none.yaml; echo $?
"$HNBSIM" check none.yaml areas; echo $?
