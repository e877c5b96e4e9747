# A bundle is the same bytes from anywhere, gives the same figures, and needs none of our programs to be read.
export TMPDIR=$PWD/tmp PYTHONPATH=$TOP/tests/cli
mkdir tmp
cp -r "$TOP/scenarios" .
words=(--draws 256 --limit £20m --pupils whole)
"$HNBSIM" bundle -q "${words[@]}" -o here.tar scenarios/no-change.yaml scenarios/4b-two-satellites.yaml; echo "bundle $?"
(cd scenarios/areas && "$HNBSIM" bundle -q --pupils whole --seed 1 --limit £20m -d 256 -t 1 -l base ../no-change.yaml \
    ../considerations/../4b-two-satellites.yaml >../../there.tar)
TZ=Pacific/Auckland LC_ALL=C.UTF-8 "$HNBSIM" bundle -q -d 2.56e2 "${words[@]:2}" -o later.tar scenarios/{no-change,4b-two-satellites}.yaml
cmp here.tar later.tar && echo "the same bytes later"
cmp here.tar there.tar && echo "the same bytes from another folder"
"$HNBSIM" verify here.tar | sed -n 1,2p
"$HNBSIM" verify - <here.tar | sed -n 1,2p
"$HNBSIM" verify -l base -t 1 -f json -o verdict.json here.tar; echo "verify $?"
"$HNBSIM" compare -q -f csv "${words[@]}" -o plain.csv scenarios/{no-change,4b-two-satellites}.yaml
mkdir out && tar xf here.tar -C out && cd out
sha256sum --quiet -c SHA256SUMS && echo "sha256sum agrees"
cmp results/table.csv ../plain.csv && echo "the figures of the plain command"
# What the page says, done by hand.
sed -n '/^    hnbsim compare/,$p' README.txt | sed "s|^ *hnbsim|\"\$HNBSIM\" -q|; s|-q compare|compare -q|" >../by-hand
(source ../by-hand | cmp - results/table.csv) && echo "the same by hand"
cd ..
python3 - <<'END'
import json
import os
import tarfile

import bundles

files = bundles.read("here.tar")
print(bundles.sums(files) == files[bundles.SUMS])
with tarfile.open("here.tar", "r:") as tar:
    entries = tar.getmembers()
print({(e.isreg(), e.mode, e.uid, e.gid, e.uname, e.gname, e.mtime, len(e.pax_headers)) for e in entries})
print([e.name for e in entries] == sorted(files))
for name, text in files.items():
    if name.startswith("inputs/"):
        with open("scenarios/" + name[7:], "rb") as file:
            assert file.read() == text, name
run = bundles.hnbsim("compare", "-f", "json", "-d", "256", "--limit", "£20m", "--pupils", "whole",
                     "scenarios/no-change.yaml", "scenarios/4b-two-satellites.yaml")
manifest = json.loads(files["manifest.json"])
print(manifest["format"], manifest["arguments"], manifest["digest"] == json.loads(run.stdout)["digest"])
print(bundles.hnbsim("--version").stdout.startswith(
    f"hnbsim {manifest['made by']['hnbsim']}\ncompiled by {manifest['made by']['compiler']}\n"))
with open("verdict.json", encoding="utf-8") as file:
    verdict = json.load(file)
rows = files["results/table.csv"].count(b"\n") - 1
print(verdict["same"], verdict["figures"] == rows, verdict["differing"], verdict["differences"],
      verdict["then"] == verdict["now"] == {**manifest["made by"], "digest": manifest["digest"]})
print(os.listdir("tmp"))
END
