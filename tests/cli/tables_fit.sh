# No line of a table is wider than 80 characters, and none has colour in a file.
for scenario in "$TOP"/scenarios/*.yaml; do
    "$HNBSIM" run "$scenario"
    "$HNBSIM" compare "$TOP/scenarios/no-change.yaml" "$scenario" "$scenario" "$scenario" "$scenario"
    "$HNBSIM" run --draws 64 --limit £20m "$scenario"
done >all
python3 - <<'END'
lines = open("all", encoding="utf-8").read().splitlines()
print(len(lines) > 500, [line for line in lines if len(line) > 80][:3], any("\033" in line for line in lines))
END
