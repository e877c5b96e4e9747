# A quantile that the draws cannot support is left out, and the number that would is said; one draw says of nothing how sure it is.
for draws in 1 20 60 200; do
    "$HNBSIM" run --draws $draws --format json -o $draws.json "$TOP/scenarios/no-change.yaml" 2>/dev/null
    python3 - $draws <<'END'
import json
import sys

report = json.load(open(f"{sys.argv[1]}.json", encoding="utf-8"))
print(sys.argv[1], report["notes"][2:])
print(*sorted({row["statistic"] for row in report["rows"] if row["measure"] == "in-year balance"}))
END
done
