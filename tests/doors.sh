#!/bin/bash
# Who may include whom, and what a year's step may call. Prints TAP. $TOP is the repository, $BUILD its build.
set -uo pipefail
cd "${TOP:-$(dirname "$0")/..}" || exit 1
number=0 failed=0

# say WHAT WRONG: a point, failed when there is something wrong to show
say() {
    number=$((number + 1))
    if [[ -z $2 ]]; then
        echo "ok $number - $1"
    else
        failed=1
        echo "not ok $number - $1"
        # shellcheck disable=SC2001 # a # before every line
        sed 's/^/# /' <<<"$2"
    fi
}

# shut ROOM DOOR: no file of the room includes what the pattern says
shut() {
    say "$1 does not include $2" \
        "$(grep -rnE --include='*.[ch]' "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($2)" "$1")"
}

shut engine 'models/|library/|report/|cli/|.*hnbsim\.h'
shut engine/base 'engine/(chance|yaml|run|study|output|input)/|gsl/|yaml\.h'
shut engine/chance 'engine/(yaml|run|study|output)/|yaml\.h'
shut engine/yaml 'engine/(run|study|output)/|gsl/'
[[ -d engine/run ]] && shut engine/run 'engine/(yaml|study|output)/|yaml\.h|gsl/'
[[ -d engine/study ]] && shut engine/study 'engine/yaml/|yaml\.h'
shut engine/output 'engine/(yaml|chance)/|yaml\.h|gsl/'
shut engine/input 'engine/(chance|yaml|run|study|output)/|yaml\.h|gsl/'
shut models 'library/|report/|cli/|engine/(run|study|output)/|gsl/|yaml\.h|stdio\.h|pthread\.h'
shut library 'cli/|report/|engine/output/|gsl/|yaml\.h|mpi\.h|stdio\.h|signal\.h'
shut report 'cli/|engine/(yaml|run|chance)/|gsl/|yaml\.h|mpi\.h'
shut docs/examples '[a-z]*/'
shut cli 'gsl/|yaml\.h|mpi\.h'
say "only engine/run/ranks.c includes mpi.h" \
    "$(grep -rlE --include='*.[ch]' '#[[:space:]]*include[[:space:]]*<mpi\.h>' engine models library | grep -vx engine/run/ranks.c)"

say "only engine/output/workbook_write.c includes xlsxwriter.h" \
    "$(grep -rlE --include='*.[ch]' '#[[:space:]]*include[[:space:]]*<xlsxwriter' engine models library report cli | grep -vx engine/output/workbook_write.c)"

# The step calls ours alone, and of ours nothing that allocates or notes a problem: so it cannot print,
# allocate or spawn. memcpy and memset are the compiler's own; __* a sanitizer's or the coverage's.
mapfile -t steps < <(sed -n '/^year_sources/,/)/p' models/meson.build | grep -o '[a-z_]*\.c' |
    grep -vx draw.c) # draw.c makes the room for a batch, before its first year
((${#steps[@]})) || say "models/meson.build lists the sources of a year" "none in year_sources"
objects=${BUILD:-build}/models/libmodels.a.p
ours=$(nm --defined-only -g "${BUILD:-build}"/{engine/{base,chance},models}/lib*.a.p/*.o 2>/dev/null |
    awk 'NF == 3 { print $3 }' | grep -vE '^(arena_|problem|file_)')
for step in "${steps[@]}"; do
    if ! called=$(nm -u "$objects/$step.o" 2>&1); then
        say "models/$step was compiled" "$called"
        continue
    fi
    say "models/$step calls our own alone" "$(awk '{ print $2 }' <<<"$called" |
        grep -vE '^(|memcpy|memset|_GLOBAL_OFFSET_TABLE_|__(stack_chk_fail|asan|ubsan|gcov|sanitizer|odr_asan|start|stop|sancov)_.*)$' |
        grep -vxF "$ours")"
done

# A level's names all end in its own, and it calls none of another level's: the widths of their lanes differ.
for level in v3 v4; do
    library=${BUILD:-build}/models/libdraw_$level.a
    [[ -f $library ]] || continue
    say "each name of level $level is its own" \
        "$(nm -g --defined-only "$library" 2>/dev/null | awk 'NF == 3 { print $3 }' | grep -vE "_$level\$|^__|\.")"
    say "level $level calls nothing that has lanes but its own" \
        "$(nm -u "$library" | awk '$1 == "U" { print $2 }' | sort -u |
            grep -vE "_$level\$|^(arena_(alloc|free|guard|new)|calloc|free|mem(cpy|set)|sobol_numbers|_GLOBAL_OFFSET_TABLE_|__(stack_chk_fail|asan|ubsan|gcov|sanitizer|odr_asan|start|stop|sancov)_?.*)\$")"
done

echo "1..$number"
exit "$failed"
