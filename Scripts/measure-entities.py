#!/usr/bin/env python3
"""Score `chancery entities` on UNER English EWT (exact) and re3d (relaxed).

    measure-entities.py uner DEV.iob2.gz TREEBANK.conllu.gz [--chancery PATH] [--errors]
    measure-entities.py re3d re3d-dev.jsonl.gz [--chancery PATH] [--errors]

uner: PER, ORG, LOC with the same first and last letter; the text is `# text` of the same sent_id. re3d, which marks
descriptions and pronouns too (--mentions): Person, Organisation, Location, Nationality of confidence 0.5 and more,
outermost, any overlap with the same kind, one to one.
Both are test sets. Python 3.9+, standard library only.
"""
import argparse
import collections
import gzip
import json
import subprocess

KINDS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NAT"}


def sentences(path):
    """(comments, rows) of each sentence of a tab-separated file."""
    comments, rows = {}, []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip()
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = {}, []
    if rows:
        yield comments, rows


def uner(path, treebank):
    """Documents: text and (start, end, kind) of each name; sentences stand in paragraphs of their own."""
    texts = {c["sent_id"]: c["text"] for c, _ in sentences(treebank)}
    for comments, rows in sentences(path):
        text = texts[comments["sent_id"]]
        names, position, open_name = [], 0, None
        for row in rows:
            start = text.find(row[1], position)
            if start < 0:
                start = position
            position = start + len(row[1])
            label = row[2] if row[2][2:] in ("PER", "ORG", "LOC") else "O"
            if label.startswith("I-") and open_name and open_name[2] == label[2:]:
                open_name[1] = position
            elif label != "O":
                open_name = [start, position, label[2:]]
                names.append(open_name)
            else:
                open_name = None
        yield text, [tuple(n) for n in names]


def re3d(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            names = [(e["start"], e["end"], KINDS[e["type"]]) for e in document["entities"]
                     if e["type"] in KINDS and e["confidence"] >= 0.5]
            names = sorted(set(names), key=lambda n: (n[0], -n[1]))
            outer = [n for n in names if not any(o != n and o[0] <= n[0] and n[1] <= o[1] and o[1] - o[0] > n[1] - n[0]
                                                 for o in names)]
            yield document["text"], outer


def answers(chancery, text, *options):
    run = subprocess.run([chancery, "entities", *options, "-"], input=text.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=["uner", "re3d"])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--chancery", default=".build/release/chancery")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    gold = found = right = 0
    kinds, errors = collections.Counter(), collections.Counter()
    if options.set == "uner":
        documents = list(uner(*options.files))
        # One run for all: sentences in paragraphs of their own.
        whole = "\n\n".join(text for text, _ in documents)
        everything, offset, got = answers(options.chancery, whole), 0, []
        place = 0
        for text, _ in documents:
            mine = []
            while place < len(everything) and everything[place]["start"] < offset + len(text):
                answer = everything[place]
                mine.append((answer["start"] - offset, answer["end"] - offset, answer["kind"]))
                place += 1
            got.append([m for m in mine if m[2] != "NAT"])
            offset += len(text) + 2
    else:
        documents = list(re3d(*options.files))
        found_in = [answers(options.chancery, text, "--mentions") for text, _ in documents]
        got = [[(a["start"], a["end"], a["kind"]) for a in lines] for lines in found_in]
    for (text, names), mine in zip(documents, got):
        gold += len(names)
        found += len(mine)
        used = set()
        for name in names:
            if options.set == "uner":
                hit = next((i for i, m in enumerate(mine) if i not in used and m == name), None)
            else:
                hit = next((i for i, m in enumerate(mine) if i not in used and m[2] == name[2] and m[0] < name[1]
                            and name[0] < m[1]), None)
            kinds["gold", name[2]] += 1
            if hit is None:
                errors["missed", name[2], text[name[0]:name[1]]] += 1
                continue
            used.add(hit)
            right += 1
            kinds["right", name[2]] += 1
        for i, m in enumerate(mine):
            kinds["found", m[2]] += 1
            if i not in used:
                errors["spurious", m[2], text[m[0]:m[1]]] += 1
    print(f"gold {gold}  found {found}  right {right}  f1 {2 * right / max(1, gold + found):.3f}")
    for kind in sorted({k for _, k in kinds}):
        f1 = 2 * kinds["right", kind] / max(1, kinds["gold", kind] + kinds["found", kind])
        print(f"{kind}  gold {kinds['gold', kind]}  found {kinds['found', kind]}  f1 {f1:.3f}")
    if options.errors:
        for error, count in errors.most_common():
            print(count, *error)


main()
