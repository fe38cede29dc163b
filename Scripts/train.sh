#!/usr/bin/env bash
# Trains the language model: train.sh SHARED OUT. Needs the treebanks and raw texts below SHARED and built programs.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=$1
out=$2
work=.build/training
mkdir -p "$work"
ewt=$shared/benchmarks/ud-english-ewt/en_ewt-ud
gum=$shared/benchmarks/ud-english-gum-open/en_gum_open-ud
raw=$shared/corpus/raw
python3 Scripts/silver-trees.py text "$raw/current-events.jsonl.gz" "$raw/state-releases.jsonl.gz" > "$work/raw.txt"
.build/release/chancery parse "$work/raw.txt" > "$work/raw.conllu"
python3 Scripts/silver-trees.py join Training/english-silver.xz "$work/raw.conllu" > "$work/silver.conllu"
.build/release/chancery-train train --train "$ewt-train.conllu.gz" "$gum-train.conllu.gz" \
  --silver "$work/silver.conllu" --dev "$ewt-dev.conllu.gz" "$gum-dev.conllu.gz" --out "$out"
