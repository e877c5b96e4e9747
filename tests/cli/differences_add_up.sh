# In the tidy table each difference is what it says, to the penny, and no figure is there twice.
"$HNBSIM" compare --format csv "$TOP"/scenarios/{no-change,review-package,3-outreach}.yaml 2>/dev/null >rows.csv
python3 - <<'END'
import csv
from decimal import Decimal

rows = list(csv.DictReader(open("rows.csv", encoding="utf-8")))
key = lambda r: tuple(r[c] for c in ("period", "measure", "by", "item", "ledger"))
central, difference, quoted = {}, {}, set()
for row in rows:
    if row["measure"] == "rule":
        continue
    if row["measure"] == "quoted":
        name = row["scenario"], row["statistic"], *key(row)
        assert name not in quoted, ("twice", row)
        quoted.add(name)
        continue
    to = difference if row["statistic"] == "central difference" else central
    scenario = to.setdefault(row["scenario"], {})
    assert key(row) not in scenario, ("twice", row)
    scenario[key(row)] = Decimal(row["value"])
base, *others = central
for other in others:
    keys = central[base].keys() | central[other].keys()
    assert difference[other].keys() == keys, keys ^ difference[other].keys()
    for k in keys:
        want = central[other].get(k, Decimal(0)) - central[base].get(k, Decimal(0))
        slack = 0 if k[1] in ("spend", "income", "cumulative balance") else Decimal("0.000002")
        assert abs(difference[other][k] - want) <= slack, (other, k, difference[other][k], want)
print(len(others), "scenarios")
END
