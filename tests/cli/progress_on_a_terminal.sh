# On a terminal a bar says how far the draws are, and is wiped away; anywhere else there is none.
cp -r "$TOP/tests/data/review" .
printf 'scenario: A\narea: review/area.yaml\nyears: 2019-20 to 2024-25\nchange:\n  top_up.special: {normal: [13600, 500]}\n' >a.yaml
python3 - "$HNBSIM" run --draws 1e12 --threads 1 a.yaml -o none <<'END2'
import os
import pty
import re
import signal
import subprocess
import sys

main, other = pty.openpty()
run = subprocess.Popen(sys.argv[1:], stderr=other)
os.close(other)
said = b""
while said.count(b"%") < 3:
    said += os.read(main, 1000)
run.send_signal(signal.SIGINT)
try:
    while more := os.read(main, 1000):
        said += more
except OSError:
    pass
print(run.wait())
bars = re.findall(rb"\r\x1b\[K(\[[#-]{20}\]  *\d+%[^\r]*)", said)
print(len(bars) >= 3, max(map(len, bars)) < 80, any(b"left  " in bar and b" a second" in bar for bar in bars))
print(re.sub(rb": [0-9,]* of", b": SOME of", said[said.rindex(b"\x1b[K") + 3:]).decode().splitlines())
END2
