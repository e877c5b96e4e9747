"$HNBSIM" --version
