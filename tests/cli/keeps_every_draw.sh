# Every draw of each scenario's balances, as CSV and for NumPy: the mean of a column is the mean that is told.
cp -r "$TOP/tests/data/review" .
for name in "It's =so, \"x\"" Other; do
    printf "scenario: '%s'\narea: review/area.yaml\nyears: 2019-20 to 2021-22\nchange:\n  top_up.special: {normal: [13600, 500]}\n" \
        "${name//\'/\'\'}" >"${name##* }.yaml"
done
mv '"x".yaml' a.yaml
words=(compare --draws 300 a.yaml Other.yaml)
"$HNBSIM" "${words[@]}" --keep draws.csv --format csv -o rows.csv 2>/dev/null; echo $?
"$HNBSIM" "${words[@]}" --keep draws.npy -o table 2>/dev/null; echo $?
"$HNBSIM" "${words[@]}" --shard 2/3 -o part --keep some.csv; echo $?
python3 - <<'END2'
import ast
import csv
import struct

head, *rows = csv.reader(open("draws.csv", encoding="utf-8"))
print(len(rows), head[:3], len(head))
print([row[0] for row in rows] == [str(n) for n in range(1, 301)])
told = {f"{r['scenario']} × {r['measure']} × {r['period']}": float(r["value"])
        for r in csv.DictReader(open("rows.csv", encoding="utf-8")) if r["statistic"] == "mean"}
told = {name.lstrip("'"): value for name, value in told.items()}
print(all(abs(sum(float(row[c]) for row in rows) / 300 - told[head[c]]) < 0.006 for c in range(1, len(head))))

data = open("draws.npy", "rb").read()
print(data[:8], struct.unpack("<I", data[8:12])[0] % 64 == 52)
size = 12 + struct.unpack("<I", data[8:12])[0]
said = ast.literal_eval(data[12:size].decode("utf-8"))
print(said["shape"], said["fortran_order"], [name for name, _ in said["descr"]] == head)
record = struct.Struct("<q" + "d" * (len(head) - 1))
print([code for _, code in said["descr"][:2]], len(data) == size + 300 * record.size)
print(all(list(values) == [float(cell) for cell in row] for values, row in zip(record.iter_unpack(data[size:]), rows)))

part = list(csv.reader(open("some.csv", encoding="utf-8")))
print(part[0] == head, part[1:] == rows[64:192])
END2
(ulimit -f 8; "$HNBSIM" "${words[@]}" --keep large.csv -o none; echo $?)
cp a.yaml a.csv
"$HNBSIM" run --draws 10 --keep a.csv a.csv; echo $?
ls
