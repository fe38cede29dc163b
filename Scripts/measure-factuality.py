#!/usr/bin/env python3
"""Measure the status of predicates against graded factuality judgements.

    measure-factuality.py BINARY UDS_FOLDER EWT_FOLDER [dev|train]

UDS_FOLDER holds uds-factuality-PART.jsonl.gz, EWT_FOLDER en_ewt-ud-PART.conllu.gz with the
sentences.
Each sentence is read alone by `chancery status`. A status counts as the mean judgement of its
predicates in the train part, which is measured first; printed are Pearson's r, the mean absolute
error and the F1 of "it happened". Predicates that the reader does not tag as verbs are left out and counted.
"""
import gzip
import json
import math
import pathlib
import subprocess
import sys
from collections import defaultdict


def sentences(path):
    """Text and words of each sentence, by id."""
    found = {}
    for block in gzip.open(path, "rt", encoding="utf-8").read().split("\n\n"):
        lines = block.split("\n")
        comments = [line[2:] for line in lines if line.startswith("# ") and " = " in line]
        head = dict(comment.split(" = ", 1) for comment in comments)
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        words = [row[1] for row in rows if row[0].isdigit()]
        if "sent_id" in head:
            found[head["sent_id"]] = (head["text"], words)
    return found


def pairs(binary, uds, ewt, part, limit):
    texts = sentences(ewt / f"en_ewt-ud-{part}.conllu.gz")
    rows = [json.loads(line) for line in gzip.open(uds / f"uds-factuality-{part}.jsonl.gz", "rt")]
    rows = [r for r in rows if r["sent_id"] in texts][:limit]
    # One text: sentences as paragraphs; the readings are matched by form, in order.
    feed = "\n\n".join(texts[r["sent_id"]][0] for r in rows) + "\n"
    run = subprocess.run(
        [binary, "status", "-"], input=feed, capture_output=True, text=True, check=True)
    got = [line.split("\t") for line in run.stdout.splitlines()]
    words = [(n, i, w) for n, r in enumerate(rows) for i, w in enumerate(texts[r["sent_id"]][1])]
    status, at = {}, 0
    for _, _, form, value, *_ in got:
        place = next((k for k in range(at, min(at + 60, len(words))) if words[k][2] == form), None)
        if place is not None:
            status[words[place][:2]] = value
            at = place + 1
    result, missing = [], 0
    for n, row in enumerate(rows):
        for predicate in row["predicates"]:
            found = status.get((n, predicate["token"] - 1))
            if found is None:
                missing += 1
            else:
                result.append((predicate["factual"], found))
    return result, missing


def main():
    binary, uds, ewt = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    part = sys.argv[4] if len(sys.argv) > 4 else "dev"
    train, _ = pairs(binary, uds, ewt, "train", 2000)
    sums = defaultdict(list)
    for value, status in train:
        sums[status].append(value)
    means = {status: sum(v) / len(v) for status, v in sums.items()}
    tests, missing = pairs(binary, uds, ewt, part, None)
    xs = [means.get(status, 0) for _, status in tests]
    ys = [value for value, _ in tests]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    covariance = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    r = covariance / math.sqrt(sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys))
    happened = [status in ("occurred", "ongoing") for _, status in tests]
    right = sum(h and y > 0 for h, y in zip(happened, ys))
    f1 = 2 * right / (sum(happened) + sum(y > 0 for y in ys))
    print("means in train", {s: round(m, 2) for s, m in sorted(means.items())})
    print(f"predicates {len(tests)}  left out {missing}")
    error = sum(abs(x - y) for x, y in zip(xs, ys)) / len(xs)
    print(f"pearson {r:.3f}  mae {error:.3f}  f1 {f1:.3f}")


if __name__ == "__main__":
    main()
