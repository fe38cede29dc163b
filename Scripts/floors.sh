#!/usr/bin/env bash
# Codes the annotated articles and compares the scores with Tests/floors.tsv. Skips where they are absent.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${SHARED:-../shared}
if [ ! -d "$shared/evaluation" ]; then
  echo "floors: skipped, no annotated articles in $shared"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chancery=.build/release/chancery
"$chancery" code "$shared"/seeds/*.txt > "$work/seeds.jsonl"
"$chancery" code "$shared"/corpus/dev/*.txt > "$work/gold-dev.jsonl"
"$chancery" code --jobs 1 "$shared"/seeds/*.txt | cmp - "$work/seeds.jsonl"
failed=0
for set in seeds gold-dev; do
  gold=$shared/evaluation/$([ $set = seeds ] && echo gold || echo gold-dev)
  python3 "$shared/evaluation/score.py" "$gold" "$work/$set.jsonl" > "$work/$set.txt"
  echo "== $set"; grep -E '^(score|event_|whole|status|when|where|voice|name|quote|statement|figure_f1|claim|title|published|body|noise)' "$work/$set.txt"
  while IFS=$'\t' read -r name measure floor; do
    [ "$name" = "$set" ] || continue
    value=$(awk -v m="$measure" '$1 == m {print $2}' "$work/$set.txt")
    if awk -v v="$value" -v f="$floor" 'BEGIN {exit !(v + 0 < f + 0)}'; then
      echo "floors: $set $measure is $value, below its floor $floor"
      failed=1
    fi
  done < Tests/floors.tsv
done
exit $failed
