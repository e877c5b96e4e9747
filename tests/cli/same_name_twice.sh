# Two scenarios of one name can be told apart.
"$HNBSIM" compare --format csv "$TOP"/scenarios/{no-change,no-change}.yaml 2>/dev/null | cut -d, -f1 | sort -u
