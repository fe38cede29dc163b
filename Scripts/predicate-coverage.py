#!/usr/bin/env python3
"""Tells which predicates of the codebook ever tell an event.

    predicate-coverage.py [--shared ../shared] [--never] [--type ASSAULT] [--cache FILE]

Codes the raw corpus and the frames' own `matches` lines (with --scope all, which reads every frame) and counts the
predicates that fired on real text, only on their own `matches`, and never. --never lists the last by file and line.
--cache keeps what fired on the corpus from one call to the next. Standard library only; needs a built `chancery`.
"""
import argparse
import collections
import gzip
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FRAMES = ROOT / "Data/Codebook/frames"


def fired(options, items):
    """(frame, predicate) pairs that told an event of the texts, with the id of the text."""
    feed = "".join(json.dumps(item) + "\n" for item in items)
    command = [options.chancery, "code", "--frames", "--scope", "all", "--codebook", str(ROOT / "Data/Codebook"), "-"]
    out = subprocess.run(command, input=feed, capture_output=True, text=True)
    if out.returncode:
        sys.exit(out.stderr)
    for line in out.stdout.splitlines():
        document, _, frame, predicate = line.split("\t")
        yield document, frame, " ".join(predicate.split())


def corpus(shared):
    for name in ("current-events", "state-releases"):
        path = shared / f"corpus/raw/{name}.jsonl.gz"
        if not path.exists():
            sys.exit(print(f"skipped: {path} is absent") or 0)
        for number, line in enumerate(gzip.open(path, "rt", encoding="utf-8")):
            entry = json.loads(line)
            yield {"id": f"{name}{number}", "published": entry.get("date"), "text": entry["text"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", default="../shared", type=pathlib.Path)
    parser.add_argument("--chancery", default=".build/release/chancery")
    parser.add_argument("--never", action="store_true", help="list the predicates that never fired")
    parser.add_argument("--type", help="only this type")
    parser.add_argument("--cache", type=pathlib.Path, help="file with what fired on the corpus")
    options = parser.parse_args()
    predicates, examples, frame, type_ = {}, [], None, None
    for path in sorted(FRAMES.glob("*.frames")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            key, _, value = line.strip().partition(" ")
            if key == "frame":
                frame = value.strip()
            elif key == "type":
                type_ = value.strip().split("/")[0]
            elif key in ("verb", "noun", "adj"):
                for item in value.split(","):
                    predicates[frame, " ".join([key, *item.split()])] = (type_, f"{path.name}:{number}")
            elif key == "matches":
                text = re.match(r'\s*"(.*)"', value).group(1)
                examples.append({"id": f"{frame}#{number}", "text": text})
    if options.cache and options.cache.exists():
        real = {tuple(line.split("\t")) for line in options.cache.read_text(encoding="utf-8").splitlines()}
    else:
        real = {(f, p) for _, f, p in fired(options, corpus(options.shared))}
        if options.cache:
            options.cache.write_text("".join(f"{f}\t{p}\n" for f, p in sorted(real)), encoding="utf-8")
    own = {(f, p) for d, f, p in fired(options, examples) if d.split("#")[0] == f}
    rows = collections.defaultdict(collections.Counter)
    for key, (type_, place) in predicates.items():
        state = "real" if key in real else "own" if key in own else "never"
        for row in (type_, "total"):
            rows[row][state] += 1
        if options.never and state == "never" and options.type in (None, type_):
            print(f"{place}: {key[0]}: {key[1]}")
    for name, row in rows.items():
        print(f"{name:10s} {row['real']:5d} on real text {row['own']:5d} on their matches only {row['never']:5d} never; "
              f"{row['real'] + row['own']} of {sum(row.values())} count")


main()
