# Three ranks of an MPI job are the run, drawn, kept and as far as --until-se asks; the first alone speaks.
if ! command -v mpirun >/dev/null || ! ldd "$HNBSIM" | grep -q libmpi; then
    echo "built without MPI" >&2
    exit 77
fi
export NO_COLOR=1 OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_rmaps_base_oversubscribe=1
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0
cp -r "$TOP/tests/data/review" .
printf 'scenario: A\narea: review/area.yaml\nyears: 2019-20 to 2021-22\nchange:\n  top_up.special: {normal: [13600, 500]}\n' >a.yaml
sed 's/A$/B/; s/500/900/' a.yaml >b.yaml
words=(compare --draws 1,000 --format json a.yaml b.yaml)
"$HNBSIM" "${words[@]}" -o one.json --keep one.csv 2>/dev/null; echo $?
mpirun -n 3 "$HNBSIM" "${words[@]}" -o three.json --keep three.csv 2>said; echo $?
cat said
cmp one.json three.json && cmp one.csv three.csv && echo the same
words=(run --until-se £40k --format json a.yaml)
"$HNBSIM" "${words[@]}" >one.json 2>/dev/null; echo $?
mpirun -n 2 "$HNBSIM" "${words[@]}" >two.json 2>/dev/null; echo $?
cmp one.json two.json && echo the same
for i in 1 2; do mpirun -n 2 "$HNBSIM" run --draws 500 --shard $i/2 -o part$i a.yaml; done
mpirun -n 2 "$HNBSIM" merge part1 part2 >merged; "$HNBSIM" run --draws 500 a.yaml | cmp - merged && echo the same
mpirun -n 2 "$HNBSIM" run nowhere.yaml 2>&1 | grep -c nowhere
mpirun -n 2 "$HNBSIM" run --draws 10 --checkpoint x a.yaml 2>&1 | grep checkpoint
