# Requirements of a run in shards are judged by whoever merges them, as of one run; what shards do not keep is refused.
S=$TOP/scenarios/no-change.yaml
"$HNBSIM" run --draws 256 --shard 1/2 -o one "$S" -r 'mean(pupils[2025-01]) > 5'; echo $?
for shard in 1 2; do
    "$HNBSIM" run --draws 256 --shard $shard/2 -o part$shard "$S" 2>/dev/null; echo $?
done
set -- --limit £20m -r 'P(cumulative balance[2024-25] >= -£20m) >= 0.8' -r 'mean(pupils[2025-01]) > 5' -r 'p10(in-year balance[2024-25]) < £5m'
"$HNBSIM" merge part1 part2 "$@" -f json -o merged.json 2>/dev/null; echo $?
"$HNBSIM" run --draws 256 "$S" "$@" -f json -o whole.json 2>/dev/null; echo $?
cmp merged.json whole.json
"$HNBSIM" merge part1 part2 -r 'P(pupils[2025-01] > 5) > 0.5' -o none; echo $?
"$HNBSIM" run --draws 256 --checkpoint none --require 'median(pupils[2025-01]) > 5' "$S" -o none; echo $?
ls none one 2>/dev/null
true
