# The rows of JSON are the rows of CSV, and it is JSON as the standard has it.
for format in csv json; do
    "$HNBSIM" compare --format $format -o rows.$format "$TOP"/scenarios/{no-change,repeated-mfg-cut}.yaml 2>/dev/null
    echo $?
done
python3 - <<'END'
import csv
import json


def never(name):
    raise ValueError(name)


rows = list(csv.DictReader(open("rows.csv", encoding="utf-8")))
document = json.load(open("rows.json", encoding="utf-8"), parse_constant=never, parse_float=str, parse_int=str)
assert document["rows"] == rows
print([each["lawful"] for each in document["scenarios"]], len(document["digest"]), len(rows) > 1000)
END
