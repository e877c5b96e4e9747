# The workflow of docs/ci.md is YAML, and each command in it does what it is there for.
python3 -c 'import yaml' 2>/dev/null || { echo "there is no yaml for python3" >&2; exit 77; }
ln -s "$TOP/scenarios" .
mkdir build
ln -s "$HNBSIM" build/hnbsim
# Building again is no part of this: the word must be one that ./dev knows.
printf '#!/bin/bash\nfor word; do grep -q "^$word)" "%s/dev" || exit 1; done\n' "$TOP" >dev
chmod +x dev
python3 - <<'END'
import os
import re
import subprocess
import xml.etree.ElementTree as xml

import yaml

page = open(os.path.join(os.environ["TOP"], "docs", "ci.md"), encoding="utf-8").read()
workflow = yaml.safe_load(re.search(r"<!-- workflow -->\n```yaml\n(.*?)```", page, re.DOTALL)[1])
steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
for step in steps:
    if "run" in step:
        done = subprocess.run(["bash", "-e", "-c", step["run"]], capture_output=True, text=True, check=False)
        print(step["name"], done.returncode, done.stderr if done.returncode else "")
kept = [step["with"]["path"] for step in steps if "with" in step]
for path in kept:
    cases = list(xml.parse(path).getroot().iter("testcase"))
    print(path, len(cases), sum(case.find("failure") is not None for case in cases))
END
