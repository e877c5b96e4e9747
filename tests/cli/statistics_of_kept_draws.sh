# Every statistic of the tidy table, and its standard error, is that of the draws that --keep writes; of differences too.
S=$TOP/scenarios
"$HNBSIM" compare --draws 230 --limit £20m --limit £45.5m --keep draws.csv --format csv -o rows.csv "$S"/{no-change,4b-one-satellite}.yaml 2>/dev/null
python3 - <<'END'
import csv
import math

with open("draws.csv", encoding="utf-8") as file:
    head, *draws = csv.reader(file)
column = {name: [float(row[c]) for row in draws] for c, name in enumerate(head)}
rows = {(r["scenario"], r["period"], r["measure"], r["statistic"]): float(r["value"])
        for r in csv.DictReader(open("rows.csv", encoding="utf-8")) if r["measure"] in ("in-year balance", "cumulative balance")}
n = len(draws)


def ranked(values, rank):
    return sorted(values)[min(max(int(rank), 1), n) - 1]


def statistics(x, limits):
    mean = math.fsum(x) / n
    s = math.sqrt(math.fsum((v - mean) ** 2 for v in x) / (n - 1))
    fourth = math.fsum((v - mean) ** 4 for v in x) / n
    told = {"mean": mean, "mean se": s / math.sqrt(n), "sd": s,
            "sd se": math.sqrt((fourth - s ** 4 * (n - 3) / (n - 1)) / n) / (2 * s) if s else 0}
    for p in 5, 10, 25, 50, 75, 90, 95:
        spread = math.sqrt(n * p * (100 - p)) / 100
        told[f"p{p:02}"] = ranked(x, math.ceil(n * p / 100 - 1e-9))
        told[f"p{p:02} se"] = (ranked(x, math.ceil(n * p / 100 + spread)) - ranked(x, math.floor(n * p / 100 - spread))) / 2
    for name, limit in limits.items():
        share = sum(v < limit for v in x) / n
        told |= {name: share, name + " se": math.sqrt(share * (1 - share) / n)}
    return told


checked, off = 0, []
for name in head[1:]:
    scenario, measure, period = name.split(" × ")
    deficits = {"P(<0)": 0}
    beyond = {"P(<-20000000)": -20e6, "P(<-45500000)": -45.5e6} if measure == "cumulative balance" else {}
    told = statistics(column[name], deficits | beyond)
    if scenario != "No change":
        less = column[f"No change × {measure} × {period}"]
        exact = [round(100 * a) - round(100 * b) for a, b in zip(column[name], less)]
        told |= {key + " difference": value / (1 if key.startswith("P(") else 100)
                 for key, value in statistics(exact, deficits).items()}
    for statistic, value in told.items():
        got = rows.pop((scenario, period, measure, statistic))
        checked += 1
        if abs(got - value) > (0.0051 if "P(" not in statistic else 2e-6) + 1e-9 * abs(value):
            off.append((name, statistic, got, value))
left = sorted({key[3] for key in rows})
print(checked, off[:3], left)
END
