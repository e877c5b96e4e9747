# A scenario differs in nothing from itself, nor from itself written otherwise; and no other is told as no change,
# but the one that leaves all as it is.
cd "$TOP/scenarios"
for one in *.yaml; do
    "$HNBSIM" diff "$one" "$one" -f csv | tail -n +2
    [ "$("$HNBSIM" diff no-change.yaml "$one" -f csv | wc -l)" -gt 1 ] || echo "$one is told as no change"
done
cat >"$OLDPWD/written.yaml" <<END
scenario: No change, written otherwise
based_on: $TOP/scenarios/no-change.yaml
change: {top_up.mainstream: £10.3k, opening_balance: {value: £0, status: published, note: nought after all}}
END
"$HNBSIM" diff no-change.yaml "$OLDPWD/written.yaml" | tail -1
