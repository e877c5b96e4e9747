# '-' is the standard input wherever a file is read: the same bytes come of it, digest and all.
cd "$TOP/scenarios"
F=$OLDPWD
same() { [ -s "$F/file" ] && cmp "$F/file" "$F/input" && echo "$1: the same"; }
S=4b-two-satellites.yaml
"$HNBSIM" run -q --draws 32 $S >"$F/file"; "$HNBSIM" run -q --draws 32 - <$S >"$F/input"; same run
grep -c '^digest' "$F/input"
"$HNBSIM" compare -q -f csv no-change.yaml $S >"$F/file"
"$HNBSIM" compare -q -f csv no-change.yaml - <$S >"$F/input"; same compare
"$HNBSIM" explain $S --line 'satellite top-up' >"$F/file"
"$HNBSIM" explain - --line 'satellite top-up' <$S >"$F/input"; same explain
"$HNBSIM" diff -f csv no-change.yaml $S >"$F/file"
"$HNBSIM" diff -f csv no-change.yaml - <$S >"$F/input"; same diff
"$HNBSIM" assumptions $S >"$F/file"; "$HNBSIM" assumptions - <$S >"$F/input"; same assumptions
"$HNBSIM" list considerations $S >"$F/file"; "$HNBSIM" list considerations - <$S >"$F/input"; same list
(cd areas; "$HNBSIM" backrun - --from 2017 <cheshire-west-2019.yaml) >"$F/input"
"$HNBSIM" backrun areas/cheshire-west-2019.yaml --from 2017 >"$F/file"; same 'backrun of an area'
"$HNBSIM" backrun $S -f csv --from 2018 >"$F/file"; "$HNBSIM" backrun - -f csv --from 2018 <$S >"$F/input"
same 'backrun of a scenario'
(cd areas; "$HNBSIM" list needs - <cheshire-west-2019.yaml) >"$F/input"
"$HNBSIM" list needs areas/cheshire-west-2019.yaml >"$F/file"; same 'list of an area'
(cd considerations; "$HNBSIM" check - <3-outreach.yaml); echo "check $?"
(cd areas; "$HNBSIM" check - <cheshire-west-2019.yaml); echo "check $?"
# With a byte order mark too. A word more is another run.
{ printf '\xef\xbb\xbf'; cat $S; } | "$HNBSIM" check -; echo "check $?"
{ cat $S; echo '# more'; } | "$HNBSIM" run -q - | grep '^digest' >"$F/more"
"$HNBSIM" run $S | grep '^digest' | cmp -s - "$F/more"; echo "another digest: $?"
# Mistakes are in it by name, and what it names is looked for from here.
sed 's/^years.*/years: 2019/' no-change.yaml | "$HNBSIM" check -; echo "check $?"
cd "$F"
"$HNBSIM" run - <"$TOP/scenarios/$S" 2>&1 | head -1
# What it cannot be.
"$HNBSIM" check - </dev/null; echo $?
"$HNBSIM" check - <"$TOP"; echo $?
head -c 4194305 /dev/zero | tr '\0' '#' | "$HNBSIM" check -; echo $?
printf 'a: \0' | "$HNBSIM" check -; echo $?
S=own.yaml
sed "s|areas/|$TOP/scenarios/&|" "$TOP/scenarios/no-change.yaml" >$S
"$HNBSIM" compare - - <$S; echo $?
"$HNBSIM" run - --draws 32 --shard 1/2 -o part <$S; echo $?
"$HNBSIM" run - -o $S <$S; echo $?
"$HNBSIM" merge - </dev/null; echo $?
"$HNBSIM" run $S --draws 32 --checkpoint -; echo $?
"$HNBSIM" run $S --draws 32 --keep -; echo $?
# A checkpoint goes on from it, as it has its text.
"$HNBSIM" run -q - --draws 32 --checkpoint at <$S | grep '^digest' >once
"$HNBSIM" run -q - --draws 32 --checkpoint at <$S | grep '^digest' | cmp - once; echo $?
echo '# more' >>$S
"$HNBSIM" run -q - --draws 32 --checkpoint at <$S 2>&1 | head -c 32; echo
