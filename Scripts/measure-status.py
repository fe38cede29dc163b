#!/usr/bin/env python3
"""Code a set of the make of benchmarks/status and score it.

    measure-status.py BINARY FOLDER [NAME] [--out RECORDS] [OPTIONS OF score_status.py AND code ...]

FOLDER holds score_status.py and NAME.jsonl (default: dev). The rows are fed as JSON Lines with
`id`, `published` and `text`; the scorer's own figures are printed.  `--errors` and `--json` go to
the scorer, whatever stands behind `--` to `chancery code` (such as `--codebook DIR`).
"""
import json
import pathlib
import subprocess
import sys
import tempfile


def main():
    arguments = sys.argv[1:]
    coder = []
    if "--" in arguments:
        cut = arguments.index("--")
        arguments, coder = arguments[:cut], arguments[cut + 1:]
    out = None
    if "--out" in arguments:
        at = arguments.index("--out")
        out = arguments[at + 1]
        del arguments[at:at + 2]
    scorer = [a for a in arguments if a in ("--errors", "--json")]
    places = [a for a in arguments if a not in scorer]
    if len(places) not in (2, 3):
        sys.exit(__doc__)
    binary, folder = places[0], pathlib.Path(places[1])
    gold = folder / f"{places[2] if len(places) == 3 else 'dev'}.jsonl"

    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line]
    feed = "".join(
        json.dumps({key: row[key] for key in ("id", "published", "text")}) + "\n" for row in rows)
    with tempfile.TemporaryDirectory() as scratch:
        source = pathlib.Path(scratch, "feed.jsonl")
        records = pathlib.Path(out or pathlib.Path(scratch, "records.jsonl"))
        source.write_text(feed, encoding="utf-8")
        with records.open("wb") as sink:
            subprocess.run([binary, "code", *coder, str(source)], check=True, stdout=sink)
        subprocess.run(
            [sys.executable, str(folder / "score_status.py"), str(gold), str(records), *scorer],
            check=True)


if __name__ == "__main__":
    main()
