#!/usr/bin/env python3
"""Score the statements of a coder against the attributions of `benchmarks/gum-layers`.

    measure-attributions.py CHANCERY SHARED [--genres news,interview,speech] [--errors]

Codes every document of the train and dev parts with CHANCERY. A statement is right if it and an attribution of the
document share their words: `quote` and the content, the speaker's mention nearest to `cue` and the source, each by at
least half of the union of the two spans (`strict`), or by half of the shorter of the two (`lenient`: a name within a
description, a clause within a quotation of several). Each attribution and statement counts once. Attributions without
a source span cannot be matched and are left out; their statements are not. Python 3.9+, standard library only.
"""
import argparse, gzip, json, pathlib, subprocess
from collections import Counter


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def share(gold, got, lenient):
    """How much of some spans and a span is common to both."""
    both = sum(overlap(span, got) for span in gold)
    a, b = sum(end - start for start, end in gold), got[1] - got[0]
    return both / min(a, b) if lenient else both / (a + b - both)


def speaker(record, statement):
    """The speaker's mention nearest to the cue, or to the quotation where no cue is told."""
    actor = {a["id"]: a for a in record["actors"]}.get(statement.get("speaker"))
    if actor is None or not actor.get("mentions"):
        return None
    at = statement.get("cue") or statement["quote"]
    distance = lambda m: max(at[0] - m[1], m[0] - at[1], 0)
    return min(actor["mentions"], key=distance)


def code(chancery, documents):
    """The record of each document, by id."""
    lines = "".join(json.dumps({k: d[k] for k in ("id", "title", "text")}) + "\n" for d in documents)
    run = subprocess.run([chancery, "code", "-"], input=lines, capture_output=True, text=True)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    return {r["document"]["id"]: r for r in records}


def matches(golds, statements, record, lenient):
    """Pairs of attribution and statement, one to one, best first."""
    found = []
    for i, gold in enumerate(golds):
        for j, statement in enumerate(statements):
            who = speaker(record, statement)
            if who is None:
                continue
            what = share(gold["content"], statement["quote"], lenient)
            if what >= 0.5 and share([gold["source"]], who, lenient) >= 0.5:
                found.append((what, i, j))
    pairs, left, right = [], set(), set()
    for what, i, j in sorted(found, key=lambda f: (-f[0], f[1], f[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("chancery")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--genres", default="news,interview,speech")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    genres = options.genres.split(",")
    documents = []
    for part in ("train", "dev"):
        path = options.shared / "benchmarks/gum-layers" / f"gum-layers-{part}.jsonl.gz"
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            documents += [d for d in map(json.loads, lines) if d["genre"] in genres]
    records = code(options.chancery, documents)
    totals = {name: Counter() for name in genres + ["all"]}
    for document in documents:
        record = records[document["id"]]
        golds = [a for a in document["attributions"] if a.get("source") and a["content"]]
        statements = [s for s in record["statements"] if s.get("quote")]
        strict = matches(golds, statements, record, lenient=False)
        lenient = matches(golds, statements, record, lenient=True)
        for name in (document["genre"], "all"):
            totals[name]["gold"] += len(golds)
            totals[name]["got"] += len(statements)
            totals[name]["strict"] += len(strict)
            totals[name]["lenient"] += len(lenient)
        if options.errors:
            show(document, record, golds, statements, lenient)
    print("genre       gold   got  strict-f1  lenient-f1  precision  recall")
    for name, t in totals.items():
        f1 = lambda key: 2 * t[key] / (t["gold"] + t["got"] or 1)
        print(
            f"{name:10} {t['gold']:5d} {t['got']:5d} {f1('strict'):10.3f} {f1('lenient'):11.3f}"
            f" {t['lenient'] / (t['got'] or 1):10.3f} {t['lenient'] / (t['gold'] or 1):7.3f}"
        )


def show(document, record, golds, statements, pairs):
    """Prints what was missed and what nobody annotated."""
    text = document["text"]
    line = lambda span: " ".join(text[span[0]:span[1]].split())
    for i, gold in enumerate(golds):
        if i not in {p[0] for p in pairs}:
            content = (gold["content"][0][0], gold["content"][-1][1])
            print("MISSED", document["id"], "|", line(gold["attribution"]), "|", line(content))
    for j, statement in enumerate(statements):
        if j not in {p[1] for p in pairs}:
            who = speaker(record, statement)
            cue = line(statement["cue"]) if statement.get("cue") else "-"
            print(
                "SPURIOUS", document["id"], "|", line(who) if who else "?", cue, "|",
                line(statement["quote"]))


if __name__ == "__main__":
    main()
