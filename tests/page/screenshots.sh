#!/bin/bash
# Pictures of a briefing to be looked at: on a phone, on a desk, on paper.
#   tests/page/screenshots.sh FOLDER [SCENARIO...]      (needs chromium; pdftoppm for paper)
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
hnbsim=${HNBSIM:-$top/build/hnbsim}
folder=${1:?needs a folder for the pictures}
shift
(($#)) || set -- "$top"/scenarios/{no-change,3-outreach,4b-one-satellite,review-package}.yaml
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

browser() { chromium --headless --no-sandbox --disable-background-networking --disable-gpu "$@" 2>/dev/null; }

"$hnbsim" report "$@" --limit 20m -o "$folder/page.html"
for size in phone:390 desktop:1200; do
    browser --hide-scrollbars --window-size="${size#*:},16000" --screenshot="$folder/${size%:*}.png" \
        "file://$folder/page.html"
done
browser --no-pdf-header-footer --print-to-pdf="$folder/page.pdf" "file://$folder/page.html"
if command -v pdftoppm >/dev/null; then
    pdftoppm -r 60 -png "$folder/page.pdf" "$folder/paper"
fi
ls "$folder"
