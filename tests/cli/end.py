"""Start a run, wait for its checkpoint, end it with a signal; print how it ended and what it said."""
import os
import signal
import subprocess
import sys
import time

how, checkpoint, *words = sys.argv[1:]


def written():
    """When the checkpoint was last, or nothing."""
    return os.stat(checkpoint).st_mtime_ns if os.path.exists(checkpoint) else None


before = written()
run = subprocess.Popen(words, env={**os.environ, "HNBSIM_CHECKPOINT_SECONDS": "0.001"}, stderr=subprocess.PIPE, text=True)
while written() == before and run.poll() is None:
    time.sleep(0.005)
run.send_signal(getattr(signal, how))
said = run.communicate()[1]
print(how, run.returncode, said.strip(), file=sys.stderr)
