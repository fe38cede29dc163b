#!/usr/bin/env python3
"""Recognition and relations from the Guide to the History of U.S. Recognition: type and year.

    measure-rdcr.py [--shared ../shared] [--chancery BIN] [--codebook DIR] [--misses N]

Each paragraph is coded without its heading and without a publication date. The answer is the first
SUPPORT or SANCTION with the United States as a party; none is a miss. Prints the macro-F1 over the
types of the headings, and the share of right types whose `when` meets year..year_end as well.
Standard library only; needs a built `chancery`.
"""
import argparse, json, pathlib, subprocess, sys

ap = argparse.ArgumentParser()
ap.add_argument("--shared", default="../shared")
ap.add_argument("--chancery", default=".build/release/chancery")
ap.add_argument("--codebook", default=None)
ap.add_argument("--misses", type=int, default=0)
o = ap.parse_args()
path = pathlib.Path(o.shared) / "benchmarks/rdcr/dev.jsonl"
if not path.exists():
    sys.exit(print(f"skipped: {path} is absent") or 0)

items = [json.loads(line) for line in open(path, encoding="utf-8")]
feed = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in items)
command = [o.chancery, "code", "-"] + (["--codebook", o.codebook] if o.codebook else [])
out = subprocess.run(command, input=feed, capture_output=True, text=True)
records = {r["document"]["id"]: r for r in map(json.loads, out.stdout.splitlines())}


def answer(record):
    """The first SUPPORT or SANCTION, in text order, in which the United States take part."""
    actor = {a["id"]: a for a in record["actors"]}
    for e in record["events"]:
        if e["type"] in ("SUPPORT", "SANCTION") and any(
            actor[a].get("state") == "USA" for a in e["actors"] + e["recipients"]
        ):
            return e
    return None


gold, got, right, dated = {}, {}, {}, 0
for d in items:
    r = records.get(d["id"])
    e = answer(r) if r else None
    gold[d["type"]] = gold.get(d["type"], 0) + 1
    kind = e["type"] if e else None
    if kind:
        got[kind] = got.get(kind, 0) + 1
    when = (e or {}).get("when") or {}
    meets = bool(when.get("start")) and int(when["start"][:4]) <= d["year_end"] and d["year"] <= int(when["end"][:4])
    dated += meets
    if kind == d["type"]:
        right[kind] = right.get(kind, 0) + 1
    if o.misses > 0 and (kind != d["type"] or not meets):
        o.misses -= 1
        text = r["document"]["text"]
        told = [(x["type"], text[x["trigger"][0]:x["trigger"][1]], (x.get("when") or {}).get("start")) for x in r["events"]]
        print("MISS", "type" if kind != d["type"] else "when", d["type"], d["heading"], "|", d["text"][:330].replace("\n", " "), "|", told)

scores = []
for kind in sorted(gold):
    f = 2 * right.get(kind, 0) / (gold[kind] + got.get(kind, 0))
    scores.append(f)
    print(f"{kind}: gold {gold[kind]}, answered {got.get(kind, 0)}, right {right.get(kind, 0)}, F1 {f:.3f}")
print(f"macro-F1 {sum(scores) / len(scores):.3f}; when meets the years {dated}/{len(items)} = {dated / len(items):.3f}")
