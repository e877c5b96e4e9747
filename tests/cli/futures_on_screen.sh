# What the screen says of futures is the tidy table, rounded, within 80 characters; a dash says how many draws it would need.
S=$TOP/scenarios
set -- --limit £20m --limit £1.5m "$S"/{no-change,3-outreach,4b-one-satellite,review-package,4b-three-satellites}.yaml
"$HNBSIM" compare --draws 300 --format csv -o rows.csv "$@" 2>/dev/null
"$HNBSIM" compare --draws 300 -o table.txt "$@" 2>/dev/null
python3 - <<'END'
import csv
import re

rows = {(r["scenario"], r["period"], r["measure"], r["statistic"]): float(r["value"])
        for r in csv.DictReader(open("rows.csv", encoding="utf-8"))}
lines = open("table.txt", encoding="utf-8").read().splitlines()
print(max(map(len, lines)) <= 80)
heading, period, seen, off = "", "", 0, []


def near(text, value, scale, places):
    number = float(re.sub(r"[±£mk%,+]", "", text))
    return abs(number - value / scale) <= 0.5 * 10 ** -places + 1e-6 * abs(number) + 1e-9


for line in lines:
    if line.startswith(("High needs balance carried, in", "Against the first, in", "In how many")):
        heading = line
    elif match := re.fullmatch(r"By March (\d+)", line):
        period = f"{int(match[1]) - 1}-{match[1][2:]}"
    elif not line.strip():
        heading = heading if "─" in line else ""
    elif heading[:2] in ("Hi", "Ag") and line.startswith("  ") and period and "£" in line:
        name, *figures = re.split(r"  +", line.strip())
        suffix = " difference" if heading[:2] == "Ag" else ""
        scale, places = (1e3, 0) if suffix else (1e6, 2)
        for statistic, text in zip(("mean", "mean se", "p10", "p50", "p90"), figures):
            value = rows[name, period, "cumulative balance", statistic + suffix]
            off += [] if near(text, value, scale, places) else [(line, statistic, value)]
        below = rows[name, period, "cumulative balance", "P(<0)" + suffix]
        off += [] if near(figures[5], 100 * below, 1, 1) else [(line, below)]
        seen += 1
print(seen, off)
for limit in "£20,000,000", "£1,500,000":
    start = lines.index("In how many futures the deficit carried is over " + limit)
    table = [line for line in lines[start:start + 20] if re.match("  March 20", line)][:12]
    told = [re.findall(r"([\d.]+%) ±([\d.]+)", line) for line in table]
    names = ("No change", "3 Outreach", "One satellite", "Review package")
    statistic = f"P(<-{limit[1:].replace(',', '')})"
    good = [near(share, 100 * rows[name, f"{2019 + y}-{20 + y}", "cumulative balance", statistic], 1, 1)
            and near(error, 100 * rows[name, f"{2019 + y}-{20 + y}", "cumulative balance", statistic + " se"], 1, 1)
            for y, row in enumerate(told) for name, (share, error) in zip(names, row)]
    print(limit, len(good), all(good))
text = " ".join(lines)
deficit, broken = rows["No change", "2024-25", "cumulative balance", "P(<0)"], rows["No change", "2030-31", "broken even", "mean"]
print(f"In {100 * deficit:.0f} of 100 futures the block is in deficit by March 2025 (No change)." in text,
      f"In {10 * broken:.0f} of 10 futures it breaks even in some year after 2019-20, by March 2031; at central values it does not." in text)
END
for draws in 1 30; do
    "$HNBSIM" run --draws $draws "$S/no-change.yaml" 2>/dev/null | grep -A1 -e ' -  ' -e 'dash'
done
