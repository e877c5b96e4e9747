# Every run says that pupils and pounds balanced.
"$HNBSIM" run "$TOP/scenarios/no-change.yaml" | grep -o 'Pupils and pounds balanced'
"$HNBSIM" compare --format csv "$TOP"/scenarios/{no-change,review-package}.yaml 2>&1 >/dev/null | grep balanced
"$HNBSIM" run --format json "$TOP/scenarios/no-change.yaml" 2>/dev/null | grep balanced
