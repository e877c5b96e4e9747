# What is missing, there twice, of another run or no part at all is refused by name, and nothing is written.
cp -r "$TOP/tests/data/small" .
shard() { "$HNBSIM" run --draws 512 "${@:3}" --shard "$1" -o "$2" small/no-change.yaml; }
for i in 1 2 3 4; do shard $i/4 part$i; done
shard 1/2 half
shard 2/4 seed --seed 2
shard 2/4 draws --draws 640
merge() { "$HNBSIM" merge -o none "$@"; echo $?; }
merge part1 part3
merge part4 part1 part2 part3 half
merge part1 part2 part2 part3 part4
merge part1 seed part3 part4
merge part1 draws part3 part4
merge part1 small/no-change.yaml
merge part1 nowhere
merge nowhere
head -c 4000 part2 >short
merge part1 short part3 part4
merge --draws 5 part1
merge --shard 1/2 part1
echo '# as it was' >>small/no-change.yaml
merge part1 part2 part3 part4
ls none 2>/dev/null
for words in "--shard 1/4" "--draws 512 --shard 1/4" "--draws 512 --shard 5/4 -o x" "--draws 512 --shard 1/4 -o x --format csv" \
    "--keep x.csv" "--draws 512 --keep x.txt" "--checkpoint x"; do
    "$HNBSIM" run $words small/no-change.yaml; echo $?
done
