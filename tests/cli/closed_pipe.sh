# Whoever reads may stop: that is said, and is a failure.
{ "$HNBSIM" compare --format csv "$TOP"/scenarios/{no-change,3-outreach}.yaml; echo $? >status; } | true
cat status
