"$HNBSIM" --help
for word in run compare merge check schema new; do "$HNBSIM" $word --help; done
