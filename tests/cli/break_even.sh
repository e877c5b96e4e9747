# Broken even: some year after the base's without a deficit, by then; and the first such year, from the shares of futures.
"$HNBSIM" compare --draws 400 --format csv -o rows.csv "$TOP"/scenarios/{no-change,4b-three-satellites}.yaml 2>/dev/null 
cat >easier.yaml <<END
scenario: Easier
based_on: $TOP/scenarios/no-change.yaml
considerations:
  - use: more.yaml
END
cat >more.yaml <<END
consideration: More
title: £16m more
source: none
starts: April 2024
effects:
  - income: {line: more, ledger: high_needs, payer: schools_block, amount: £16m}
END
"$HNBSIM" run --draws 400 --format csv -o easier.csv easier.yaml 2>/dev/null 
python3 - <<'END'
import csv


def read(name):
    return {(r["scenario"], r["period"], r["measure"], r["statistic"]): float(r["value"])
            for r in csv.DictReader(open(name, encoding="utf-8")) if not r["by"] and r["ledger"] in ("", "high_needs")}


for name in "rows.csv", "easier.csv":
    rows = read(name)
    for scenario in sorted({key[0] for key in rows}):
        periods = sorted({key[1] for key in rows if key[0] == scenario and key[2] == "broken even"})
        share = [rows[scenario, p, "broken even", "mean"] for p in periods]
        without = [1 - rows[scenario, p, "in-year balance", "P(<0)"] for p in periods]
        central = [rows[scenario, p, "broken even", "central"] for p in periods]
        balance = [rows[scenario, p, "in-year balance", "central"] for p in periods]
        print(scenario, periods[0], periods[-1])
        print("the first year's", abs(share[0] - without[0]) < 2e-6, "never fewer", share == sorted(share),
              "at least the year's own", all(a >= b - 2e-6 for a, b in zip(share, without)),
              "at most all years' own", all(a <= sum(without[:i + 1]) + 2e-5 for i, a in enumerate(share)),
              "central", all((c == 1) == any(b >= 0 for b in balance[:i + 1]) for i, c in enumerate(central)))
        first = {key[3]: value for key, value in rows.items() if key[0] == scenario and key[2].startswith("first year")}
        years = [int(p[:4]) for p in periods]
        expected = {}
        for q in 5, 10, 25, 50, 75, 90, 95:
            def when(errors):
                return next((y for y, p, s in zip(years, periods, share)
                             if s + errors * rows[scenario, p, "broken even", "mean se"] >= q / 100 - 1e-6), None)
            if when(0):
                expected[f"p{q:02}"] = when(0)
            if when(0) and when(-1):
                expected[f"p{q:02} se"] = (when(-1) - when(1)) / 2
        if 1 in central:
            expected["central"] = years[central.index(1)]
        print("first years", first == expected, len(first))
END
