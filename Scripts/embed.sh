#!/usr/bin/env bash
# Writes Sources/ChanceryData/Resources.c: one #embed for each file of Data/, in path order.
# Run it after adding or removing a data file; a test compares the list with the folder.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
out=Sources/ChanceryData/Resources.c
mapfile -t files < <(cd Data && find . -type f ! -name '*.md' ! -name '.*' | sed 's|^\./||' | sort)
{
  echo '// Written by Scripts/embed.sh; do not edit.'
  echo '#include "ChanceryData.h"'
  echo '#pragma clang diagnostic ignored "-Wc23-extensions"'
  i=0
  for f in "${files[@]}"; do
    printf 'static const unsigned char resource_%d[] = {\n#embed "../../Data/%s" suffix(,)\n    0};\n' "$i" "$f"
    i=$((i + 1))
  done
  echo 'static const chancery_resource list[] = {'
  i=0
  for f in "${files[@]}"; do
    printf '    {"%s", resource_%d, sizeof resource_%d - 1},\n' "$f" "$i" "$i"
    i=$((i + 1))
  done
  echo '    {"", (const unsigned char *)"", 0}};'
  echo 'const chancery_resource *chancery_resource_list(void) { return list; }'
  echo "const size_t chancery_resource_count = ${#files[@]};"
} > "$out"
