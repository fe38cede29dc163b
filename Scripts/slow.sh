#!/usr/bin/env bash
# Checks that take longer than a commit should: tree accuracy, fact tables, hostile inputs.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${SHARED:-../shared}
python3 Scripts/facts-check.py
if [ -d "$shared/benchmarks/ud-english-ewt" ]; then
  swift build -c release --product chancery-train
  gzip -dc "$shared/benchmarks/ud-english-ewt/en_ewt-ud-test.conllu.gz" > .build/ewt-test.conllu
  .build/release/chancery-train evaluate --model Data/Model/english.model .build/ewt-test.conllu
fi
