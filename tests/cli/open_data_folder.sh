# A folder appears whole or not at all, and never in place of what is there.
S=$TOP/scenarios/no-change.yaml
"$HNBSIM" run --quiet -o one/ "$S"; echo "new $?"
mkdir two; "$HNBSIM" run --quiet -o two/// "$S"; echo "empty $?"
"$HNBSIM" run --quiet -o "$PWD/three/" "$S"; echo "by its whole name $?"
diff -r one two && diff -r one three && echo "the same bytes"
"$HNBSIM" run --quiet -f csv "$S" | cmp - one/table.csv && echo "as --format csv"
"$HNBSIM" run --quiet -f json "$S" | cmp - one/results.json && echo "as --format json"
echo mine >one/mine.txt; before=$(cat one/* | md5sum)
"$HNBSIM" run -o one/ "$S"; echo "not empty $?"
[ "$(cat one/* | md5sum)" = "$before" ] && echo "as it was"
"$HNBSIM" run -o one/mine.txt/ "$S"; echo "a file $?"
"$HNBSIM" run --quiet -o none/four/ "$S"; echo "in no folder $?"
"$HNBSIM" run -f csv -o five/ "$S"; echo $?
"$HNBSIM" explain -o five/ "$S"; echo $?
"$HNBSIM" run -d 64 --shard 1/2 -o five/ "$S"; echo $?
# A disk that is full half way: files of 64 KiB at most.
(ulimit -f 64; trap '' XFSZ; "$HNBSIM" run --quiet -o six/ "$S"; echo "no room $?")
# An unlawful plan has its folder too, and its status.
"$HNBSIM" run --quiet -o seven/ "$TOP/scenarios/repeated-mfg-cut.yaml" 2>said.txt; echo "not lawful $?"
ls
