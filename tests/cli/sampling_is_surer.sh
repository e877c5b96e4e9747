# The mean balance is known twice as well and more by as many draws that are spread evenly, and the means agree.
for sampling in plain latin sobol; do
    "$HNBSIM" run --draws 512 --sampling $sampling --format csv -o $sampling.csv "$TOP/scenarios/no-change.yaml" 2>/dev/null
done
python3 - <<'END'
import csv

def said(sampling, statistic):
    return next(float(r["value"]) for r in csv.DictReader(open(f"{sampling}.csv", encoding="utf-8"))
                if (r["period"], r["measure"], r["statistic"]) == ("2024-25", "cumulative balance", statistic))

plain = said("plain", "mean"), said("plain", "mean se")
for sampling in ("latin", "sobol"):
    mean, se = said(sampling, "mean"), said(sampling, "mean se")
    print(sampling, se < plain[1] / 2, abs(mean - plain[0]) < 5 * (se ** 2 + plain[1] ** 2) ** 0.5)
END
