#!/usr/bin/env python3
"""Share of dated one-sentence news entries in which the coder finds what it should.

    measure-entries.py [--shared ../shared] [--codebook DIR] [--scope all] [--misses N] [--sports-hits N]
                       [--armed] [--armed-misses N] [--armed-hits N]

Codes the entries of category "International relations" with at least two linked states and counts those with an
event that has two of them as parties; codes the "Sports" entries and counts those with any event. With --armed also the "Armed conflicts and attacks" entries:
the share with any event.
Standard library only; needs a built `chancery`.
"""
import argparse, csv, gzip, json, pathlib, subprocess, sys

ap = argparse.ArgumentParser()
ap.add_argument("--shared", default="../shared")
ap.add_argument("--chancery", default=".build/release/chancery")
ap.add_argument("--misses", type=int, default=0)
ap.add_argument("--sports-hits", type=int, default=0)
ap.add_argument("--codebook")
ap.add_argument("--scope", default="interstate", choices=["interstate", "all"])
ap.add_argument("--armed", action="store_true")
ap.add_argument("--armed-misses", type=int, default=0)
ap.add_argument("--armed-hits", type=int, default=0)
o = ap.parse_args()
shared = pathlib.Path(o.shared)
raw = shared / "corpus/raw/current-events.jsonl.gz"
if not raw.exists():
    sys.exit(print(f"skipped: {raw} is absent") or 0)

names = {}
with open(shared / "facts/state_names.csv", encoding="utf-8") as f:
    for row in csv.DictReader(f):
        names.setdefault(row["name"].lower(), set()).add(row["state"])

def linked(d):
    found = set()
    for start, end, title in d["links"]:
        for word in (title, d["text"][start:end]):
            found |= names.get(word.lower(), set())
    return found

entries = []
for n, line in enumerate(gzip.open(raw, "rt", encoding="utf-8")):
    d = json.loads(line)
    armed = d["category"] == "Armed conflicts and attacks"
    if d["category"] in ("International relations", "Sports") or armed and o.armed:
        entries.append((f"{n}", d, linked(d)))
feed = "".join(json.dumps({"id": i, "published": d["date"], "text": d["text"]}) + "\n" for i, d, _ in entries)
command = [o.chancery, "code", "-"]
if o.codebook: command += ["--codebook", o.codebook]
if o.scope != "interstate": command += ["--scope", o.scope]
out = subprocess.run(command, input=feed, capture_output=True, text=True)
if out.returncode: sys.exit(out.stderr)
records = {r["document"]["id"]: r for r in map(json.loads, out.stdout.splitlines())}

def n_th(n):
    return n % 9 == 0

hit = total = sports = sports_hit = events = armed = armed_hit = armed_events = 0
def show(r):
    actor = {a["id"]: a for a in r["actors"]}
    side = lambda ids: ",".join(sorted({actor[a].get("state") or actor[a]["name"] for a in ids}))
    return [(e["type"] + "/" + (e.get("mode") or ""), r["document"]["text"][e["trigger"][0]:e["trigger"][1]], side(e["actors"]) + " > " + side(e["recipients"]), e["status"]) for e in r["events"]]
for i, d, states in entries:
    r = records.get(i)
    if r is None:
        continue
    actor = {a["id"]: a for a in r["actors"]}
    if d["category"] == "Sports":
        sports += 1
        sports_hit += bool(r["events"])
        if r["events"] and o.sports_hits > 0:
            o.sports_hits -= 1
            print("SPORTS", d["text"][:200], [(e["type"], r["document"]["text"][e["trigger"][0]:e["trigger"][1]]) for e in r["events"]])
    elif d["category"] == "Armed conflicts and attacks":
        armed += 1
        armed_hit += bool(r["events"])
        armed_events += len(r["events"])
        if not r["events"] and n_th(armed) and o.armed_misses > 0:
            o.armed_misses -= 1
            print("ARMED MISS", d["text"][:260])
        if r["events"] and n_th(armed) and o.armed_hits > 0:
            o.armed_hits -= 1
            print("ARMED HIT", d["text"][:260], show(r))
    elif len(states) >= 2:
        total += 1
        events += len(r["events"])
        found = any(len({actor[a].get("state") for a in e["actors"] + e["recipients"]} & states) >= 2 for e in r["events"])
        hit += found
        if not found and o.misses > 0:
            o.misses -= 1
            print("MISS", sorted(states), d["text"][:260], [(e["type"], r["document"]["text"][e["trigger"][0]:e["trigger"][1]], [actor[a].get("state") for a in e["actors"]], [actor[a].get("state") for a in e["recipients"]]) for e in r["events"]])
print(f"International relations: {hit}/{total} = {hit / max(1, total):.3f} with an event between two linked states; {events / max(1, total):.2f} events an entry")
if armed:
    print(f"Armed conflicts: {armed_hit}/{armed} = {armed_hit / armed:.3f} with any event; {armed_events / armed:.2f} events an entry")
print(f"Sports: {sports_hit}/{sports} = {sports_hit / max(1, sports):.3f} with any event")
