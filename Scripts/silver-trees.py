#!/usr/bin/env python3
"""Machine-made trees without their texts: the stand-off file that training reads beside the treebanks.

    silver-trees.py pack TREES.conllu OUT.xz             keeps tags, heads and relations, and a hash of the words
    silver-trees.py text TEXTS.jsonl.gz ... > TEXT       the running text of the raw corpora, to be tokenised
    silver-trees.py join TREES.xz TOKENS.conllu > OUT    gives the words of TOKENS.conllu their trees back

Texts of others are not kept in this project; whoever has them can train again. TOKENS.conllu is what
`chancery-train parse` writes for the text. A sentence finds its tree by the hash of its words; one that is split or
tokenised otherwise today has none and is left out. Standard library only.

File: xz; a JSON line {"tags": [...], "deprels": [...]}, then for each sentence 8 bytes of hash, one byte n (words), and
n bytes each of tag number, head (0 the root, else its distance + 128) and relation number.
"""
import gzip, hashlib, json, lzma, sys


def sentences(path):
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield rows
                rows = []
            elif line[0] != "#":
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
    if rows:
        yield rows


def fingerprint(rows):
    return hashlib.sha256("\t".join(r[1] for r in rows).encode()).digest()[:8]


def pack(trees, out):
    tags, deprels, body = {}, {}, bytearray()
    count = words = 0
    for rows in sentences(trees):
        heads = [0 if r[6] == "0" else int(r[6]) - i - 1 + 128 for i, r in enumerate(rows)]
        if len(rows) > 120 or any(h < 0 or h > 255 for h in heads):
            continue
        body += fingerprint(rows) + bytes([len(rows)])
        body += bytes(tags.setdefault(f"{r[3]} {r[4]}", len(tags)) for r in rows)
        body += bytes(heads)
        body += bytes(deprels.setdefault(r[7], len(deprels)) for r in rows)
        count += 1
        words += len(rows)
    head = json.dumps({"tags": list(tags), "deprels": list(deprels)}) + "\n"
    with lzma.open(out, "wb", preset=9 | lzma.PRESET_EXTREME) as file:
        file.write(head.encode() + bytes(body))
    print(f"{count} sentences, {words} words", file=sys.stderr)


def text(paths):
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                print(json.loads(line)["text"] + "\n")


def join(trees, tokens):
    with lzma.open(trees) as file:
        head, body = json.loads(file.readline()), file.read()
    tags = [t.split(" ") for t in head["tags"]]
    found, at = {}, 0
    while at < len(body):
        n = body[at + 8]
        found[body[at:at + 8]] = body[at + 9:at + 9 + 3 * n]
        at += 9 + 3 * n
    seen, words = set(), 0
    for rows in sentences(tokens):
        key = fingerprint(rows)
        tree, n = found.get(key), len(rows)
        if tree is None or len(tree) != 3 * n or key in seen:
            continue
        seen.add(key)
        words += n
        for i, row in enumerate(rows):
            upos, xpos = tags[tree[i]]
            distance = tree[n + i]
            parent = 0 if distance == 0 else i + 1 + distance - 128
            print(i + 1, row[1], "_", upos, xpos, "_", parent, head["deprels"][tree[2 * n + i]], "_", "_", sep="\t")
        print()
    print(f"{len(seen)} of {len(found)} trees, {words} words", file=sys.stderr)


commands = {"pack": pack, "text": lambda *paths: text(paths), "join": join}
if len(sys.argv) < 3 or sys.argv[1] not in commands:
    sys.exit(__doc__)
commands[sys.argv[1]](*sys.argv[2:])
