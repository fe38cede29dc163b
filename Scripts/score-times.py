#!/usr/bin/env python3
"""Scores `chancery times` on the development halves of MEANTIME (news) and WikiWars (histories).

Strict, relaxed and value F1 as the READMEs of the two sets define them: outermost expressions; strict counts equal
spans, relaxed any overlap (one to one), value those relaxed matches whose values are equal. MEANTIME counts the
first six sentences without the date line.

usage: Scripts/score-times.py [--errors] [PROGRAM [SHARED]]
"""
import gzip
import json
import os
import subprocess
import sys
import tempfile

SETS = (("meantime", "news"), ("wikiwars", "narrative"))


def outermost(expressions):
    kept = []
    for e in sorted(expressions, key=lambda e: (e["start"], -e["end"])):
        if not kept or e["end"] > kept[-1]["end"]:
            kept.append(e)
    return kept


def found(program, document, style, folder):
    path = os.path.join(folder, "text.txt")
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write(document["text"])
    command = [program, "times", "--style", style, path]
    if style == "news":
        command[2:2] = ["--published", document["dct"][:10]]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in lines.splitlines()]


def window(name, document):
    """The part of a document in which the annotation is complete."""
    if name != "meantime":
        return lambda e: True
    sentences = document["sentences"]
    end = sentences[min(5, len(sentences) - 1)][1]
    date_line = sentences[1] if len(sentences) > 1 else [0, 0]
    return lambda e: e["start"] < end and not date_line[0] <= e["start"] < date_line[1]


def pairs(gold, output):
    used, result = set(), {}
    tests = (
        lambda g, o: (g["start"], g["end"]) == (o["start"], o["end"]),
        lambda g, o: g["start"] < o["end"] and o["start"] < g["end"],
    )
    for test in tests:
        for i, g in enumerate(gold):
            if i in result:
                continue
            for j, o in enumerate(output):
                if j not in used and test(g, o):
                    used.add(j)
                    result[i] = j
                    break
    return result


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    show = "--errors" in sys.argv
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    program = arguments[0] if arguments else os.path.join(root, ".build", "release", "chancery")
    shared = arguments[1] if len(arguments) > 1 else os.path.join(root, "..", "shared")
    for name, style in SETS:
        path = os.path.join(shared, "benchmarks", name, f"{name}-dev.jsonl.gz")
        if not os.path.exists(path):
            print(f"{name}: skipped, {path} is not there")
            continue
        counts = dict(gold=0, found=0, strict=0, relaxed=0, value=0)
        with gzip.open(path, "rt", encoding="utf-8") as lines, tempfile.TemporaryDirectory() as folder:
            for document in map(json.loads, lines):
                inside = window(name, document)
                gold = [e for e in outermost(document["timexes"]) if inside(e)]
                output = [e for e in found(program, document, style, folder) if inside(e)]
                match = pairs(gold, output)
                counts["gold"] += len(gold)
                counts["found"] += len(output)
                counts["relaxed"] += len(match)
                for i, j in match.items():
                    g, o = gold[i], output[j]
                    counts["strict"] += (g["start"], g["end"]) == (o["start"], o["end"])
                    counts["value"] += g["value"] == o["value"]
                    if show and (g["value"] != o["value"] or g["text"] != o["text"]):
                        print(document["id"], repr(g["text"]), g["value"], repr(o["text"]), o["value"], sep="\t")
        total = max(1, counts["gold"] + counts["found"])
        scores = "  ".join(f"{k} {200 * counts[k] / total:.2f}" for k in ("strict", "relaxed", "value"))
        print(f"{name}  gold {counts['gold']}  found {counts['found']}  {scores}")


main()
