# Files keep their places beside one another, wherever they are; what could not be found from there is refused.
export TMPDIR=$PWD/tmp PYTHONPATH=$TOP/tests/cli
mkdir -p tmp "home/Jo's plans/new ideas" lent
cp -r "$TOP/tests/data/small" "home/Jo's plans/área"
cd home
plans="Jo's plans"
printf '8\n12\n13\n' | sed '1i value' >"$plans/new ideas/places.csv"
printf "scenario: One\nbased_on: ../área/no-change.yaml\nchange:\n  top_up.special: {samples: places.csv}\n" >"$plans/new ideas/one plan.yaml"
sed -i 's/8$/8000/; s/12$/12000/; s/13$/13000/' "$plans/new ideas/places.csv"
names() { tar tf "$1" | grep / | grep -v results | grep -v 'área/[a-z]*\.csv'; }
same() { "$HNBSIM" verify "$1" | head -1; }

echo "below the deepest folder:"
"$HNBSIM" bundle -q -d 64 -o ../a.tar "$plans/new ideas/one plan.yaml" "$plans/área/satellites.yaml"; echo $?
names ../a.tar; same ../a.tar
tar xOf ../a.tar README.txt | tail -2
echo "in two trees:"
cp -r "$TOP/tests/data/small" ../lent/
"$HNBSIM" bundle -q -o ../b.tar "$PWD/$plans/área/no-change.yaml" ../lent/small/satellites.yaml; echo $?
names ../b.tar | grep no-change; same ../b.tar
echo "by way of links:"
ln -s "$PWD/$plans" ../link
ln -s "../../Jo's plans/área/no-change.yaml" "$plans/área/linked.yaml"
"$HNBSIM" bundle -q -o ../c.tar "../link/new ideas/../área/linked.yaml"; echo $?
names ../c.tar; same ../c.tar
echo "from the standard input:"
(cd "$plans/new ideas" && cp "one plan.yaml" standard-input.yaml &&
    { printf '\xef\xbb\xbf'; cat "one plan.yaml"; } | "$HNBSIM" bundle -q -o ../../d.tar - standard-input.yaml; echo $?)
names d.tar; same d.tar
tar xOf d.tar "inputs/new ideas/standard-input-2.yaml" | head -c 3 | od -An -tx1
echo "among the installed:"
export HNBSIM_SCENARIOS=../lent/small
printf "scenario: Own\nbased_on: no-change\nconsiderations:\n  - use: outreach\n" >own.yaml
"$HNBSIM" bundle -q -d 64 -o ../e.tar own.yaml satellites; echo $?
names ../e.tar | grep -v csv
# Those of whoever verifies are not looked at.
HNBSIM_SCENARIOS=$TOP/scenarios same ../e.tar; HNBSIM_SCENARIOS= same ../e.tar
mkdir ../e && tar xf ../e.tar -C ../e
(cd ../e && HNBSIM_SCENARIOS=installed "$HNBSIM" compare -q -f csv -d 64 inputs/own.yaml installed/satellites.yaml | cmp - results/table.csv)
tar xOf ../e.tar README.txt | grep -e installed/ -e HNBSIM
sed -i 's/use: outreach/use: nowhere/' own.yaml
"$HNBSIM" bundle own.yaml 2>&1 >none | sed "s|$TOP|TOP|g"
unset HNBSIM_SCENARIOS

cd "$plans/new ideas"
echo "refused:"
bundle() { "$HNBSIM" bundle -q -o none.tar "$@" 2>&1 | sed "s|$TOP|TOP|g; s|^.*home/Jo|home/Jo|"; echo "${PIPESTATUS[0]}"; ls none.tar 2>/dev/null; }
printf "scenario: Two\narea: $TOP/tests/data/small/area.yaml\n" >two.yaml; bundle two.yaml
printf "scenario: Three\nbased_on: ../new ideas/three-base.yaml\n" >three.yaml
(cd ../área; tar cf - area.yaml *.csv) | tar xf -
printf "scenario: Base\narea: area.yaml\n" >three-base.yaml; bundle three.yaml
cp three-base.yaml 'back\slash.yaml'; bundle 'back\slash.yaml'
bundle nowhere.yaml
bundle -d many three-base.yaml
bundle three-base.yaml -o three-base.yaml
bundle three-base.yaml -o places.csv/x
python3 - <<'END'
import os
import pty

# A terminal is no place for an archive.
child, terminal = pty.fork()
if child == 0:
    os.execl(os.environ["HNBSIM"], "hnbsim", "bundle", "three-base.yaml")
print(os.read(terminal, 1000).decode().strip(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
END
TMPDIR=$PWD/nowhere "$HNBSIM" bundle -q -o none.tar three-base.yaml 2>&1 | sed "s|$PWD|HERE|"
"$HNBSIM" bundle -q three-base.yaml 2>&1 >/dev/full; echo $?
ls none.tar 2>/dev/null; ls -A "$TMPDIR"
head -1 three-base.yaml
