# Seven more settings that nobody is in change no other figure: eleven serve an age, more than the year's step has a fixed width for.
cp -r "$TOP/tests/data/small" few
cp -r few many
for i in 1 2 3 4 5 6 7; do
    sed -i "0,/^  college:/s/^  college:/  hut$i:\n    title: Hut $i\n    serves: [primary, secondary]\n    prices: independent\n&/; s/^  independent: 50000/&\n  hut$i: 0/" many/area.yaml
    echo "hut$i,0" >>many/setting.csv
    echo "post_16,,hut$i,college,100%" >>many/transfer.csv
done
for mode in expected whole; do
    for which in few many; do
        "$HNBSIM" compare --draws 64 --pupils $mode --format csv -o $which.csv $which/no-change.yaml $which/satellites.yaml 2>said || cat said
        grep -v hut $which.csv >$which-$mode.csv
    done
    grep -c hut7 many.csv
    cmp few-$mode.csv many-$mode.csv && echo "$mode: the same"
done
