#!/bin/sh
# A text as a C array of its lines, each with its end, NULL last: embed.sh NAME FILE
set -eu
printf '/* Made from %s. */\n#include "engine/output/open_data.h"\n\nconst char *const %s[] = {\n' "${2##*/}" "$1"
sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/    "/' -e 's/$/\\n",/' "$2"
printf '    0,\n};\n'
