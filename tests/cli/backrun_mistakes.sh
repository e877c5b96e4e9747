# What cannot be looked back on is said, with status 2, and nothing is written.
try() { "$HNBSIM" backrun "$@" -o out; echo "status $?"; }
cd "$TOP" || exit
cp -r tests/data/small scenarios/areas/cheshire-west-2019.yaml scenarios/areas/cheshire-west-2019 "$OLDPWD"
cd "$OLDPWD" || exit
exec 2>&1
area=cheshire-west-2019.yaml
try $area
try $area --from last
try $area --from 2013
try $area --from 2019
try small/area.yaml --from 2017
try small/no-change.yaml --from 2017
try nothing.yaml --from 2017
try $area $area --from 2017
try $area --from 2017 --format junit
try $area --from 2017 --draws 10
try $area --form 2017
sed -i '/^  left_mainstream:/d; /^  conversions:/d; /^  endings:/,/others:/d' $area
try $area --from 2017 --published-moves
try $area --from 2015 --published-endings
"$HNBSIM" backrun $area --from 2015 | tail -2
sed -i '/^2016/d' cheshire-west-2019/history-age.csv
try $area --from 2017
ls
