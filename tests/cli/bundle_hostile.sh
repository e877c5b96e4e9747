# A bundle of anyone's cannot reach beyond itself: what is no plain file below it is refused before anything is laid out.
export PYTHONPATH=$TOP/tests/cli TMPDIR=$PWD/tmp
mkdir tmp
"$HNBSIM" bundle -q -d 64 -o b.tar "$TOP/tests/data/small/no-change.yaml"
python3 - <<'END'
import gzip
import json
import os
import tarfile

import bundles
from bundles import entry

good = bundles.read("b.tar")


def shows(title, path="x.tar"):
    status, said = bundles.verify(path)
    print(f"{title}:", status, said.replace(os.environ["TOP"], "TOP"))


def more(title, info, text=b""):
    info.size = info.size or len(text)
    bundles.write("x.tar", good, extra=[(info, text)])
    shows(title)


def manifest(title, **changes):
    bundles.write("x.tar", {**good, "manifest.json": json.dumps({**json.loads(good["manifest.json"]), **changes}).encode()})
    shows(title)


for name in ("../x", "/etc/x", "inputs/../../x", "inputs//x", "./x", "inputs/x/", "a\\b", "a\x1b[2Jb", "a\x9b2Jb", "x" * 1001):
    more(ascii(name[:20]), entry(name), b"text")
more("link", entry("inputs/x", type=tarfile.SYMTYPE, linkname="/etc/passwd"))
more("hard link", entry("inputs/x", type=tarfile.LNKTYPE, linkname="manifest.json"))
more("device", entry("inputs/x", type=tarfile.CHRTYPE))
more("pipe", entry("inputs/x", type=tarfile.FIFOTYPE))
more("folder", entry("inputs/x", type=tarfile.DIRTYPE))
more("twice", entry("manifest.json"), good["manifest.json"])
more("below a file", entry("inputs/age.csv/x"), b"text")
more("a folder of a file", entry("inputs"), b"text")
with open("b.tar", "rb") as file:
    whole = file.read()


def raw(title, text):
    with open("x.tar", "wb") as file:
        file.write(text)
    shows(title)


def head(size):
    info = entry("inputs/huge", 0)
    info.size = size
    return info.tobuf(tarfile.GNU_FORMAT)


raw("huge", head(10 ** 12) + whole)
raw("too large", head(257 << 20) + whole)
raw("a size beyond the end", head(9 << 20) + whole)
raw("a header altered", whole[:110] + b"7" + whole[111:])
raw("empty", b"")
raw("zeros", bytes(10240))
raw("text", b"scenario: a\n" * 512)
raw("gzip", gzip.compress(whole, mtime=0) + bytes(10240))
shows("not there", "nowhere.tar")
shows("a folder", ".")
bundles.write("x.tar", {f"inputs/{i}": b"" for i in range(10001)}, summed=False)
shows("many")
bundles.write("x.tar", {"a": b"text"}, summed=False)
shows("another tar")
# A manifest may say what is drawn, and no more.
manifest("format", format=7)
manifest("no format", format="1")
manifest("no maker", **{"made by": {}})
manifest("a maker that steers", **{"made by": {"hnbsim": "\x1b[2J", "compiler": "a", "GSL": "b"}})
manifest("no digest", digest=5)
manifest("no arguments", arguments=[])
for words in (["-o", "taken"], ["--output=taken"], ["--checkpoint=taken"], ["--threads=7"], ["--quiet"], ["--help"]):
    manifest(" ".join(words), arguments=[*words, "--", "inputs/no-change.yaml"])
for words in (["--draws=many"], ["--drows=1"], ["--sampling=sobol", "--draws=70"]):
    manifest(" ".join(words), arguments=[*words, "inputs/no-change.yaml"])
for name in ("-", "inputs/../manifest.json", "/etc/passwd", "inputs/elsewhere.yaml", "no-change.yaml", "manifest.json", ""):
    manifest(f"of {name!r}", arguments=["--", name])
manifest("a word that steers", arguments=["--\x1b[2J"])
manifest("of nothing", arguments=["--draws=64"])
bundles.write("x.tar", {**good, "manifest.json": good["manifest.json"] + b"{}"})
shows("two manifests")
bundles.write("x.tar", {**good, "manifest.json": b"[" * 100000})
shows("a deep one")
# What a scenario names is in the bundle, or the figures are not its own.
area = os.path.join(os.environ["TOP"], "tests/data/small/area.yaml")
bundles.write("x.tar", {**good, "inputs/no-change.yaml": f"scenario: A\narea: {area}\n".encode()})
shows("an area outside")
bundles.write("x.tar", {**good, "inputs/no-change.yaml": b"scenario: A\narea: nowhere.yaml\n"})
shows("no area")
bundles.write("x.tar", {**good, "results/table.csv": b"scenario,value\nA,1\n"})
shows("no table")
bundles.write("x.tar", {**good, "results/table.csv": good["results/table.csv"] + b"A,1\n"})
shows("no line of a table")
print("left behind:", os.listdir("tmp"), os.path.exists("taken"))
END
