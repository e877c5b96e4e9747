# Whatever is altered in a bundle is named, all of it at once; nothing that was cut off passes.
export PYTHONPATH=$TOP/tests/cli
"$HNBSIM" bundle -q -d 64 -o b.tar "$TOP/tests/data/small/no-change.yaml"
python3 - <<'END'
import json

import bundles

good = bundles.read("b.tar")


def shows(title, files, summed=False):
    bundles.write("x.tar", files, summed)
    print(f"{title}:", *bundles.verify("x.tar"))


def altered(name, at=-2):
    text = bytearray(good[name])
    text[at] ^= 1
    return {**good, name: bytes(text)}


def without(name):
    return {key: text for key, text in good.items() if key != name}


for name in ("inputs/area.yaml", "results/table.csv", "manifest.json", "README.txt"):
    shows("altered", altered(name, 40))
shows("a sum", altered(bundles.SUMS, 5))
shows("no sum", altered(bundles.SUMS, 64))
shows("twice", {**good, bundles.SUMS: good[bundles.SUMS] + good[bundles.SUMS].splitlines(True)[1]})
shows("many", {**altered("inputs/age.csv"), "inputs/more.csv": b"x", "manifest.json": b"{}"})
for name in ("inputs/age.csv", "manifest.json", bundles.SUMS, "results/table.csv"):
    shows("missing", without(name))
# With sums that are right.
for name in ("manifest.json", "results/table.csv"):
    shows("never there", without(name), summed=True)
print("as data:", json.loads(bundles.hnbsim("verify", "-f", "json", "x.tar").stderr)[0]["message"])
# Cut off between files and within them, and in all parts of the end.
with open("b.tar", "rb") as file:
    whole = file.read()
passed = set()
for length in [*range(0, len(whole), 10240 + 512), *range(len(whole) - 2048, len(whole), 13),
               *range(len(whole) - 32, len(whole)), 1, 511, 513, 1023]:
    with open("cut.tar", "wb") as file:
        file.write(whole[:length])
    status, said = bundles.verify("cut.tar")
    if status != 2 or not said.startswith("cut.tar: "):
        passed.add((length, status, said))
print("cut off and not noticed:", passed)
END
