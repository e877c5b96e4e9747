#!/bin/bash
# Static libraries put into one, which shows the names of its public header alone: archive.sh OUT LIBRARY...
set -euo pipefail
out=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ld -r -o "$work/hnbsim.o" --whole-archive "$@"
objcopy --localize-hidden "$work/hnbsim.o"
rm -f "$out"
ar rcsD "$out" "$work/hnbsim.o"
