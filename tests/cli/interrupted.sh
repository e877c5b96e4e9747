# A run that is ended, by Ctrl-C or at once, goes on from its checkpoint to the bytes of one that was not.
cp -r "$TOP/tests/data/review" .
printf 'scenario: A\narea: review/area.yaml\nyears: 2019-20 to 2024-25\nchange:\n  top_up.special: {normal: [13600, 500]}\n' >a.yaml
"$HNBSIM" run --draws 40,000 --format csv -o whole.csv a.yaml 2>/dev/null
for how in SIGKILL SIGINT; do
    run=("$HNBSIM" run --draws 40,000 --threads 1 --format csv -o $how.csv --checkpoint $how a.yaml)
    python3 "$TOP/tests/cli/end.py" $how $how "${run[@]}" 2>said; sed 's/: [0-9,]* of/: SOME of/' said
    [[ -s $how.csv ]] && echo results of what was done
    "${run[@]}" 2>/dev/null; echo $?
    cmp whole.csv $how.csv && echo the same
done
"${run[@]}" 2>/dev/null && cmp whole.csv SIGINT.csv && echo nothing left to do
"${run[@]}" --seed 2; echo $?
"$HNBSIM" run --draws 100 --checkpoint a.yaml a.yaml; echo $?
for i in 1 2; do
    python3 "$TOP/tests/cli/end.py" SIGTERM large "$HNBSIM" run --draws 1e12 --checkpoint large --format json -o $i.json a.yaml 2>&1 |
        sed 's/: [0-9,]* of/: SOME of/'
done
python3 - <<'END2'
import json

one, two = (json.load(open(f"{i}.json", encoding="utf-8")) for i in (1, 2))
print([note.replace(note.split(" of ")[0], "SOME") if " of 1,0" in note else note for note in one["notes"]])
done = [int(r["notes"][2].split()[1].replace(",", "")) for r in (one, two)]
print(done[0] % 64, done[1] % 64, 0 < done[0] < done[1], one["digest"] != two["digest"])
print(any(row["statistic"] == "p50" for row in two["rows"]))
END2
