# What bundle and verify end in: as the run does, whole or not at all, and with nothing left behind.
export TMPDIR=$PWD/tmp PYTHONPATH=$TOP/tests/cli
mkdir tmp
cp -r "$TOP/tests/data/small" "$TOP/tests/data/review" .
cp -r "$TOP/scenarios" .
ends() { "$@" >said 2>&1; echo "$?: $(head -1 said)"; }
echo "not lawful as drawn:"
ends "$HNBSIM" bundle -q -o unlawful.tar scenarios/repeated-mfg-cut.yaml
ends "$HNBSIM" verify unlawful.tar
echo "not known as well as was asked:"
printf 'scenario: A\narea: review/area.yaml\nyears: 2019-20 to 2024-25\nchange:\n  top_up.special: {normal: [13600, 500]}\n' >a.yaml
ends "$HNBSIM" bundle -q --until-se £1 -d 2,000 -o unknown.tar a.yaml
ends "$HNBSIM" verify unknown.tar
echo "known:"
ends "$HNBSIM" bundle -q --until-se £100k -o known.tar a.yaml
ends "$HNBSIM" verify known.tar
echo "mistakes:"
sed 's/13600/many/' a.yaml >b.yaml
ends "$HNBSIM" bundle -o none.tar a.yaml b.yaml
printf 'scenario: B\narea: review/area.yaml\nyears: 2024-25 to 2019-20\n' >b.yaml
ends "$HNBSIM" bundle -o none.tar a.yaml b.yaml
ends "$HNBSIM" verify none.tar
ends "$HNBSIM" verify known.tar -f junit
ends "$HNBSIM" verify known.tar -o nowhere/verdict
ends "$HNBSIM" verify
echo "interrupted:"
many=("$HNBSIM" bundle --draws 40,000 --threads 1)
"${many[@]}" -q -o whole.tar a.yaml
python3 "$TOP/tests/cli/end.py" SIGINT at "${many[@]}" --checkpoint at -o none.tar a.yaml 2>&1 | sed 's/: [0-9,]* of/: SOME of/'
ls none.tar 2>/dev/null
"${many[@]}" -q --checkpoint at -o none.tar a.yaml; echo $?
cmp none.tar whole.tar && echo "the same as one that was not"
python3 - <<'END'
import json

import bundles

files = bundles.read("whole.tar")
manifest = json.loads(files["manifest.json"])
words = ["--draws=1000000000000" if word.startswith("--draws") else word for word in manifest["arguments"]]
bundles.write("endless.tar", {**files, "manifest.json": json.dumps({**manifest, "arguments": words}).encode()})
END
python3 "$TOP/tests/cli/end.py" SIGTERM far "$HNBSIM" verify -t 1 --checkpoint far -o verdict endless.tar 2>&1 | sed 's/: [0-9,]* of/: SOME of/'
ls verdict 2>/dev/null
ls -A tmp
