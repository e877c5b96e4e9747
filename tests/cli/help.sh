"$HNBSIM" --help
for word in run compare check; do "$HNBSIM" $word --help; done
