# -q leaves out what is no more than a note; what is wrong, and why a status is not 0, is said.
S="$TOP/scenarios/no-change.yaml"
said() { "$HNBSIM" "$@" 2>&1 >/dev/null; echo "status $?"; }
for q in '' -q; do
    echo "with '$q'"
    said run "$S" -f csv $q
    said compare "$S" "$TOP/scenarios/3-outreach.yaml" -f json $q
    said run "$S" -o table $q --require 'central(cumulative balance[2019-20]) <= 0'
    said run "$S" -f csv $q --require 'central(cumulative balance[2030-31]) >= 0'
    said run "$TOP/scenarios/repeated-mfg-cut.yaml" -f csv $q | tail -1
    "$HNBSIM" run "$S" --draws 32 --shard 1/1 -o part $q
    said merge part -f csv $q
    rm -f c.yaml; said new consideration c $q
    said explain "$TOP/scenarios/repeated-mfg-cut.yaml" -f json $q | tail -1
    said run none.yaml $q
done
"$HNBSIM" run -q "$S" -f csv >quiet 2>/dev/null; "$HNBSIM" run "$S" -f csv 2>/dev/null | cmp - quiet; echo $?
# On a terminal there is no bar, but that it was interrupted is said. (That there is a bar without -q:
# progress_on_a_terminal.)
cp -r "$TOP/tests/data/review" .
printf 'scenario: A\narea: review/area.yaml\nyears: 2019-20 to 2024-25\nchange:\n  top_up.special: {normal: [13600, 500]}\n' >a.yaml
python3 - "$HNBSIM" run -q --draws 1e12 --threads 1 a.yaml -o none <<'END2'
import os
import pty
import re
import signal
import subprocess
import sys
import time

main, other = pty.openpty()
run = subprocess.Popen(sys.argv[1:], stderr=other)
os.close(other)
time.sleep(1.5)
run.send_signal(signal.SIGINT)
said = b""
try:
    while more := os.read(main, 1000):
        said += more
except OSError:
    pass
print(run.wait())
print(re.sub(rb": [0-9,]* of", b": SOME of", said).decode().splitlines())
END2
