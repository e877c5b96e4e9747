# Each mistake in what is required is shown at its place, with what was meant or is allowed; nothing is written.
S=$TOP/scenarios
"$HNBSIM" compare --draws 100 -o none "$S"/{no-change,3-outreach}.yaml \
    -r 'P(cumulative balanc[2024-25] >= -20m) >= 0.8' \
    -r 'P(cumulative balance[2039-40] < 0) > 95%' \
    -r 'mean(pupils[specal, 2025-01]) <= 1200' \
    -r 'p05(cumulative balance[2024-25]) >= -£80m' \
    -r 'mean difference(cumulative balance[2030-31]) of No change >= 0' \
    -r 'central(share in mainstream[2031-01]) >= 50' \
    -r 'P(cumulative balance[2030-31] > 0) of "3 outrech" >= 0.9' \
    -r 'maen(in-year balance[2023-24]) <= -11.3m' \
    -r 'sd(in-year balance[2023-24] <= 8m)' \
    -r 'mean(broken even) >= 10%' \
    -r 'mean(in-year balance[2023-24]) == 0' \
    -r 'P(in-year balance[2023-24] >= £-5m) >= 0.5' \
    -r 'P(in-year balance[2023-24] >= 0) >= 1' \
    -r 'P(in-year balance[2023-24] >= 0) >= £0.5' \
    -r 'mean(pupils[2025-01]) > £5' \
    -r 'mean(pupils[2025-01]) > 5%' \
    -r 'nonsense' \
    -r '' \
    -r 'mean(pupils[2024-25]) > 5' \
    -r 'mean(pupils[' \
    -r 'mean(pupils[2025-01' \
    -r 'mean(pupils["special, 2025-01]) > 5' \
    -r 'mean() > 5' \
    -r '(pupils[2025-01]) > 5' \
    -r 'mean(pupils[2025-01]) of 3 Outreach' \
    -r 'mean(pupils[a, b, c, d, 2025-01]) > 5' \
    -r 'mean(first year of break-even[2030-31]) > 5' \
    -r 'mean(empty places[2030-01]) < 5' \
    -r 'P(in-year balance[2023-24] >= 1e20) >= 0.5' \
    -r 'mean(über[2023-24]) > 5'
echo $?
"$HNBSIM" run -o none "$S/no-change.yaml" -r 'mean(in-year balance[2023-24]) >= 0' -r 'central difference(spend[2023-24]) > 0' -r $'central(pupils[2025-01]) > 5\xff'
echo $?
"$HNBSIM" run -o none --limit 20m "$S/no-change.yaml"
echo $?
"$HNBSIM" run -o none --draws 100 --limit -20m --limit 5% "$S/no-change.yaml"
echo $?
ls none 2>/dev/null
true
