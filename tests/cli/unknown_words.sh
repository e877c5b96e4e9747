# The nearest name is offered, and the status is 2 for each.
"$HNBSIM" comapre a b; echo $?
"$HNBSIM" zzz; echo $?
"$HNBSIM" run --fromat csv a; echo $?
"$HNBSIM" run --format cvs a; echo $?
"$HNBSIM" run --pupils hole a; echo $?
"$HNBSIM" run --help=yes a; echo $?
"$HNBSIM" run --sampling lattin a; echo $?
"$HNBSIM" run --sampling sobol --draws 1000 a; echo $?
"$HNBSIM" run -x a; echo $?
"$HNBSIM" schema --output a b; echo $?
"$HNBSIM" run -o; echo $?
"$HNBSIM" run; echo $?
"$HNBSIM" run a b; echo $?
"$HNBSIM" compare a; echo $?
"$HNBSIM" run $'\e[31m.yaml'; echo $?
"$HNBSIM" run a.yaml --draws $'\xe2\x80\xae'; echo $?
