# What a screen draws in characters is what its figures say: a strip's median and ends lie where the quantiles do, and a
# trend rises and falls as the setting does. In 80 columns, and the same in a pipe.
S=$TOP/scenarios
"$HNBSIM" compare --quiet --draws 400 "$S"/{no-change,3-outreach,review-package}.yaml >screen.txt
"$HNBSIM" compare --quiet --draws 400 -f csv -o table.csv "$S"/{no-change,3-outreach,review-package}.yaml
"$HNBSIM" run --quiet "$S/review-package.yaml" >one.txt
"$HNBSIM" run --quiet -f csv -o one.csv "$S/review-package.yaml"
python3 - <<'END'
import csv
import re


def rows(name):
    with open(name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def strips(difference):
    """What each strip's marks say, against the quantiles, in columns."""
    of = {(row["scenario"], row["statistic"]): float(row["value"]) for row in rows("table.csv")
          if row["measure"] == "cumulative balance" and row["ledger"] == "high_needs" and row["period"] == "2024-25"}
    end = " difference" if difference else ""
    names = [name for name, statistic in of if statistic == "p50" + end]
    at = {name: [of[name, q + end] for q in ("p10", "p25", "p50", "p75", "p90")] for name in names}
    low, high = (pick([0] + [value[i] for value in at.values()]) for pick, i in ((min, 0), (max, 4)))
    text = open("screen.txt", encoding="utf-8").read().split("╋ the median")[1].split("\nIn ")[0]
    text = text.split("and against the first")[difference]
    wrong = []
    for name, (p10, p25, p50, p75, p90) in at.items():
        strip = re.search(rf"^ +{name} +([·│─━╋]+)$", text, re.M)[1]
        column = [min(int((value - low) / (high - low) * len(strip)), len(strip) - 1) for value in (p10, p25, p50, p75, p90)]
        drawn = [m.start() for m in (re.search(r"[─━╋]", strip), re.search(r"[━╋]", strip), re.search("╋", strip))]
        drawn += [len(strip) - 1 - re.search(r"[━╋]", strip[::-1]).start(), len(strip) - 1 - re.search(r"[─━╋]", strip[::-1]).start()]
        wrong += [(name, column, drawn)] if column != drawn else []
    return len(at), wrong


print(strips(False), strips(True))
trends, wrong = 0, []
for line in open("one.txt", encoding="utf-8"):
    found = re.match(r"(\S.*?)  +[\d,. ]+?  ([▁-█]+)$", line)
    if found:
        item = "" if found[1] == "all plans" else found[1].replace(" ", "_")
        each = [float(row["value"]) for row in rows("one.csv") if row["measure"] == "pupils" and row["item"] == item and
                row["by"] == ("setting" if item else "") and row["statistic"] == "central"]
        low, high = min(each), max(each)
        # A value on the edge of two heights is in either, by less than is printed of it.
        heights = [{"▁▂▃▄▅▆▇█"[max(0, min(int((v + off - low) / (high - low) * 8), 7))] for off in (-1e-5, 1e-5)} for v in each]
        trends += 1
        wrong += [(found[1], found[2])] if not all(drawn in may for drawn, may in zip(found[2], heights, strict=True)) else []
print(trends, wrong)
print(max(len(line.rstrip("\n")) for name in ("screen.txt", "one.txt") for line in open(name, encoding="utf-8")) <= 80)
END
