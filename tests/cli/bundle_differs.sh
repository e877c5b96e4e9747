# Figures that are no longer the same are named, the largest first, with status 4; another version is no mistake.
export PYTHONPATH=$TOP/tests/cli
"$HNBSIM" bundle -q -o b.tar "$TOP/tests/data/small/satellites.yaml"
python3 - <<'END'
import csv
import io
import json

import bundles

good = bundles.read("b.tar")
HEAD = good["results/table.csv"].decode().splitlines()[0].split(",")
rows = list(csv.DictReader(io.StringIO(good["results/table.csv"].decode())))


def bundled(rows, **changes):
    out = io.StringIO()
    writer = csv.DictWriter(out, HEAD, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    manifest = {**json.loads(good["manifest.json"]), **changes}
    bundles.write("x.tar", {**good, "results/table.csv": out.getvalue().encode(), "manifest.json": json.dumps(manifest).encode()})


def changed(**by):
    """The rows with the value of some, by number, put in place of their own."""
    return [{**row, "value": by.get(f"r{i}", row["value"])} for i, row in enumerate(rows)]


def first(unit, after=0):
    return next(i for i, row in enumerate(rows) if row["unit"] == unit and i > after and float(row["value"]))


# Its own figures in another order, with another number of decimals, are the same.
bundled([{**row, "value": row["value"] + "0"} if row["unit"] != "£" else row for row in reversed(rows)])
status, said = bundles.verify("x.tar")
print(status, said.splitlines()[:2])

pounds, more, pupils = first("£"), first("£", first("£")), first("pupils")
then = {f"r{pounds}": "-1234567.89", f"r{more}": f"{float(rows[more]['value']) + 5000:.2f}",
        f"r{pupils}": f"{float(rows[pupils]['value']) + 9e6:.6f}"}
bundled(changed(**then) + [{**rows[pounds], "measure": "no more", "item": '"=quoted", it'}],
        **{"made by": {"hnbsim": "0.0.9", "compiler": "gcc 11", "GSL": "2.6"}, "digest": "0" * 64})
status, said = bundles.verify("x.tar")
now = json.loads(good["manifest.json"])
made = now["made by"]
print(status)
print(said.replace(now["digest"], "NOW").replace(f"hnbsim {made['hnbsim']}, {made['compiler']}, GSL {made['GSL']}", "THIS"))
status, said = bundles.verify("x.tar", "--format", "json")
verdict = json.loads(said)
print(status, {key: value for key, value in verdict.items() if key not in ("differences", "now")})
print(verdict["now"] == {**made, "digest": now["digest"]})
for place, (number, change) in enumerate(zip((pounds, more, pupils), verdict["differences"])):
    row = rows[number]
    print(all(change[key] == row[key] for key in HEAD if key != "value"), change["now"] == row["value"],
          change["then"] == then[f"r{number}"],
          abs(float(change["difference"]) - (float(row["value"]) - float(then[f"r{number}"]))) < 1e-6)
print(verdict["differences"][3]["measure"], verdict["differences"][3]["item"], "now" in verdict["differences"][3])
status, said = bundles.verify("x.tar", "--format", "csv")
table = list(csv.DictReader(io.StringIO(said)))
print(status, [change["then"] for change in table] == [change["then"] for change in verdict["differences"]])

# Figures that a version tells beside those that were there change none of them.
bundled(rows[:pounds] + rows[pounds + 2:])
status, said = bundles.verify("x.tar")
print(status, said.splitlines()[:3])
# Eleven: ten are shown, and all of them are data.
many = [i for i, row in enumerate(rows) if row["unit"] == "£"][:11]
bundled(changed(**{f"r{i}": f"{float(rows[i]['value']) + 100 + i:.2f}" for i in many}))
status, said = bundles.verify("x.tar")
print(status, said.splitlines()[1], said.count("Two"))
status, said = bundles.verify("x.tar", "-f", "json")
sizes = [-float(change["difference"]) for change in json.loads(said)["differences"]]
print(status, sizes == sorted((100 + i for i in many), reverse=True))
# An input that is another, with a sum of its own, gives other figures.
bundles.write("x.tar", {**good, "inputs/area.yaml": good["inputs/area.yaml"].replace(b"{2019: 145", b"{2019: 100")})
status, said = bundles.verify("x.tar")
print(status, said.splitlines()[0])
END
