# Correlated and however it is sampled, a draw has the same bytes on any number of threads, in shards and at each of the processor's levels.
cp -r "$TOP/tests/data/review" .
cat >groups.yaml <<END
scenario: Groups
area: review/area.yaml
years: 2019-20 to 2022-23
change:
  top_up.special: {normal: [13600, 500], correlated: fees}
  top_up.independent: {pert: [45000, 50000, 60000], correlated: fees}
  prices.special: {mean: 1%, sd: 1%, persistence: 0.5, correlated: prices}
  prices.independent: {mean: 1%, sd: 2%, persistence: 0.5, correlated: prices}
  prices.pay: {mean: 1%, sd: 1%, persistence: 0.5, correlated: prices}
  correlations:
    fees: {rho: 0.7}
    prices: {rho: 0.3, pairs: [{of: [prices.special, prices.pay], rho: 0.8}]}
END
for sampling in plain latin sobol; do
    for how in "--threads 1" "--threads 3" "--level base" "--level v3" "--level v4"; do
        "$HNBSIM" run --draws 208 --sampling $sampling $how --format csv -o "$how.csv" groups.yaml 2>/dev/null
        [[ ! -f "$how.csv" ]] || cmp -- "--threads 1.csv" "$how.csv"
    done
    for shard in 1 2 3; do
        "$HNBSIM" run --draws 208 --sampling $sampling --shard $shard/3 -o $sampling$shard groups.yaml 2>/dev/null
    done
    "$HNBSIM" merge --format csv -o merged.csv ${sampling}{2,3,1} 2>/dev/null
    cmp -- "--threads 1.csv" merged.csv
    mv -- "--threads 1.csv" $sampling.csv
    rm -f -- --*.csv
done
grep -h ',central,' latin.csv sobol.csv | sort -u | diff - <(grep ',central,' plain.csv | sort) && echo central never moves
cmp -s plain.csv latin.csv || cmp -s latin.csv sobol.csv || echo three samplings
"$HNBSIM" merge -o mixed.csv latin1 sobol{2,3} 2>/dev/null; echo $?
