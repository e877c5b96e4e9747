# Eight shards on one, two and three threads, merged in any order, are the run: in every format, and every draw.
S=$TOP/scenarios
words=(--draws 1,000 --seed 7 "$S/no-change.yaml" "$S/3-outreach.yaml")
for i in 1 2 3 4 5 6 7 8; do
    "$HNBSIM" compare "${words[@]}" --threads $((i % 3 + 1)) --shard $i/8 -o part$i || echo shard $i: $?
done
for format in table csv json; do
    "$HNBSIM" compare "${words[@]}" --format $format -o whole.$format --keep whole-$format.npy 2>/dev/null; echo $?
    "$HNBSIM" merge part{5,1,8,2,7,3,6,4} --format $format -o merged.$format --keep merged-$format.npy 2>/dev/null; echo $?
    cmp whole.$format merged.$format && cmp whole-$format.npy merged-$format.npy && echo the same
done
"$HNBSIM" compare "${words[@]}" >whole
"$HNBSIM" merge part* >merged
cmp whole merged && echo the same
"$HNBSIM" compare "${words[@]}" --shard 1/1 -o one && "$HNBSIM" merge one | cmp whole && echo one of one
