"""Add up what every test printed, show failures in full, and end in one line: N passed, N failed.

usage: count.py TESTLOG.json [FOLDER of what sanitizers wrote]
"""
import json
import os
import re
import sys

POINT = re.compile(r"^\s*(not )?ok\b(.*)$", re.MULTILINE)
PLAN = re.compile(r"^1\.\.(\d+)", re.MULTILINE)


def count(test):
    """Of one entry of meson's log: points passed, failed and skipped; why it is a failure as a whole."""
    text = test.get("stdout", "")
    passed = failed = 0
    skipped = []
    for match in POINT.finditer(text):
        if match[1]:
            failed += 1
        elif "# skip" in match[2].lower():
            skipped.append(match[2].strip())
        else:
            passed += 1
    plan = PLAN.search(text)
    seen = passed + failed + len(skipped)
    if plan is None:
        why = "it printed no plan"
    elif int(plan[1]) != seen:
        why = f"it planned {plan[1]} and ran {seen}"
    elif seen == 0:
        why = "it ran nothing"
    elif test["result"] not in ("OK", "SKIP") and failed == 0:
        why = f"{test['result']}, status {test['returncode']}"
    else:
        return passed, failed, skipped, None
    return passed, failed + 1, skipped, why


def show(title, *texts):
    print(f"\n== {title}")
    for text in texts:
        if text and text.strip():
            print(text.rstrip("\n"))


def main():
    tests = []
    if os.path.exists(sys.argv[1]):
        with open(sys.argv[1], encoding="utf-8") as log:
            tests = [json.loads(line) for line in log if line.strip()]
    passed = failed = 0
    for test in tests:
        good, bad, skipped, why = count(test)
        passed, failed = passed + good, failed + bad
        if bad:
            show(f"{test['name']}: {why or 'failed'}", test.get("stdout"), test.get("stderr"))
        if skipped:
            show(f"{test['name']}: skipped", *skipped)
    if not tests:
        show("no test was run")
        failed += 1
    for folder in sys.argv[2:]:
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as log:
                show(f"sanitizer: {name}", log.read())
            failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
