# What the draws cannot tell is undecided, with the number that would; and so it is when nothing differs, or there are too few to say.
"$HNBSIM" run --draws 300 --format json -o some.json "$TOP/scenarios/no-change.yaml" --limit 25m 2>/dev/null
python3 - <<'END'
import csv
import json
import math
import os
import re
import subprocess


def run(draws, *required):
    words = [word for text in required for word in ("-r", text)]
    done = subprocess.run([os.environ["HNBSIM"], "run", "--draws", str(draws), "--format", "json", *words,
                           os.environ["TOP"] + "/scenarios/no-change.yaml"], capture_output=True, text=True, check=False)
    return done.returncode, json.loads(done.stdout)["requirements"]


rows = {row["statistic"]: row["value"] for row in json.load(open("some.json", encoding="utf-8"))["rows"]
        if (row["period"], row["measure"]) == ("2024-25", "cumulative balance")}
figure = "cumulative balance[2024-25]"
mean, error, below = rows["mean"], rows["mean se"], rows["P(<-25000000)"]
asked = {f"mean({figure}) >= {mean - error:.2f}": (1, error),
         f"P({figure} < -25m) >= {below - 0.02:.3f}": (0.02, None)}
status, said = run(300, *asked)
print(status, [each["verdict"] for each in said])
for (text, (distance, spread)), each in zip(asked.items(), said):
    if spread is None:
        bound = float(text.split()[-1])
        distance, spread = below - bound, math.sqrt(bound * (1 - bound) / 300)
    else:
        distance = spread
    needs = 300 * (1.96 * spread / distance) ** 2
    told = int(re.search(r"about ([\d,]+) draws would tell", each["why"])[1].replace(",", ""))
    digits = 10 ** (len(str(told)) - 2)
    print(needs <= told < needs + digits, told % digits)
status, said = run(20, f"mean({figure}) <= £1bn".replace("1bn", "1,000m"), f"P({figure} < 0) >= 0.9", f"P({figure} < 1000m) >= 99%",
                   f"P(pupils[2019-01] > 0) >= 0.5", "mean(pupils[2019-01]) > 5")
print(status, *(f"{each['verdict']}: {each['why']}" for each in said), sep="\n")
END
# A limit that a figure is at, and a figure that one scenario does not have, which is nought in each of its draws.
"$HNBSIM" compare --draws 300 --format json -o certain.json "$TOP"/scenarios/{no-change,5-and-6-support-and-grants}.yaml \
    -r 'P(pupils[2019-01] > 1857) of No change <= 0.5' -r 'P(pupils[2019-01] >= 1857) of No change >= 0.5' \
    -r 'P(pupils[2019-01] <= 1857) of No change >= 0.5' -r 'P(pupils[2019-01] < 1857) of No change <= 0.5' \
    -r 'P(saved[5, 2024-25] > 0) of No change <= 0.5' -r 'P(saved[5, 2024-25] >= 0) of No change >= 0.5' \
    -r 'P(saved[5, 2024-25] <= 0) of No change >= 0.5' -r 'P(saved[5, 2024-25] < 0) of No change <= 0.5' 2>/dev/null
echo $?
