# What README.md and docs/scenarios.md quote is what the command prints today.
python3 "$TOP/docs/refresh.py" --check
