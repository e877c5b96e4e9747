"$HNBSIM" --help
for word in run compare merge check; do "$HNBSIM" $word --help; done
