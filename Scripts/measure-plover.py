#!/usr/bin/env python3
"""Scores the coder on the hand-coded PLOVER and CAMEO sentences of shared/benchmarks.

    measure-plover.py [--shared ../shared] [--scope all] [--misses TYPE|ALL] [--codebook DIR]

`plover-gsr`: type, source, target and whole event right under the rule of its README, on the strict-PLOVER mapping
(planned or possible CONSULT, SUPPORT, COOPERATE, AID are AGREE, planned RETREAT is CONCEDE, denied events
drop out), and events a record. `petrarch`, part udp-gsr: source country, target country and CAMEO root of each
expected event, and records that expect none and got none. Standard library only; needs a built `chancery`.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

AHEAD = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE",
         "RETREAT": "CONCEDE"}
STATELESS = {"IGO", "NGO", "IMG", "ISM"}


def code(options, items):
    """The records of texts, by id."""
    feed = "".join(json.dumps(item) + "\n" for item in items)
    command = [options.chancery, "code", "-"]
    if options.scope != "interstate":
        command += ["--scope", options.scope]
    if options.codebook:
        command += ["--codebook", options.codebook]
    out = subprocess.run(command, input=feed, capture_output=True, text=True)
    if out.returncode:
        sys.exit(out.stderr)
    return {r["document"]["id"]: r for r in map(json.loads, out.stdout.splitlines())}


def strict_type(event):
    """The type in strict PLOVER; None where the event drops out."""
    if event["status"] == "denied":
        return None
    ahead = event["status"] == "planned" or \
        event["status"] == "possible" and event["type"] != "RETREAT"
    return AHEAD.get(event["type"], event["type"]) if ahead else event["type"]


def sides(record, event):
    """Codes of the actors and of the recipients, None for a participant without a state."""
    actors = {a["id"]: a for a in record["actors"]}

    def codes(ids):
        return {actors[i].get("state") for i in ids}

    source, target = codes(event["actors"]), codes(event["recipients"])
    if not event["recipients"] and len(event["actors"]) > 1:
        target = source
    return source, target


def meets(coded, gold):
    return bool(coded & gold) or (None in coded and bool(gold & STATELESS))


def plover(options, path):
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    records = code(options, [{"id": g["id"], "text": g["text"]} for g in gold])
    total, events = collections.Counter(), 0
    types = collections.defaultdict(collections.Counter)
    for g in gold:
        record = records[g["id"]]
        source = {s.get("codeIso") or s["code"] for s in g["source"]}
        target = {t.get("codeIso") or t["code"] for t in g["target"]}
        if not target and len(g["source"]) > 1:
            target = source
        right = dict.fromkeys(("type", "source", "target", "whole"), False)
        shown = []
        for event in record["events"]:
            kind = strict_type(event)
            if kind is None:
                continue
            events += 1
            by, to = sides(record, event)
            t, s = kind == g["event16"], meets(by, source)
            r = meets(to, target) if target else True
            shown.append((kind, event["status"], sorted(map(str, by)), sorted(map(str, to)),
                          record["document"]["text"][slice(*event["trigger"])]))
            for name, value in (("type", t), ("source", s), ("target", r), ("whole", t and s and r)):
                right[name] = right[name] or value
        for name, value in right.items():
            total[name] += value
            types[g["event16"]][name] += value
        types[g["event16"]]["n"] += 1
        if options.misses in (g["event16"], "ALL") and not right["whole"]:
            print("TYPE " if not right["type"] else "ROLES", g["event16"], "|", g["text"].strip(), "|",
                  g["eventText"], "|", sorted(source), ">", sorted(target), "|", shown)
    n = len(gold)
    for kind, row in sorted(types.items(), key=lambda item: -item[1]["n"]):
        print(f"  {kind:10s} {row['n']:3d} type {row['type'] / row['n']:.2f} whole {row['whole'] / row['n']:.2f}")
    print(f"plover-gsr ({options.scope}): type {total['type'] / n:.3f} source {total['source'] / n:.3f} "
          f"target {total['target'] / n:.3f} whole {total['whole'] / n:.3f}; {events / n:.2f} events a record")


def petrarch(options, path):
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = [g for g in gold if g["set"] == "udp-gsr" and g["scored"]]
    records = code(options, [{"id": g["id"], "text": g["text"]} for g in gold])
    found, expected, none, none_right = collections.Counter(), 0, 0, 0
    for g in gold:
        record = records[g["id"]]
        if not g["events"]:
            none += 1
            none_right += not record["events"]
            continue
        for want in g["events"]:
            expected += 1
            best = (0, (False, False, False))
            for event in record["events"]:
                by, to = sides(record, event)
                cells = (want["source"][:3] in by or want["source"][:3] not in STATES and None in by,
                         want["target"][:3] in to or want["target"][:3] not in STATES and None in to,
                         (event.get("cameo") or "")[:2] == want["code"][:2])
                best = max(best, (sum(cells), cells))
            for name, value in zip(("source", "target", "root"), best[1]):
                found[name] += value
            found["all"] += best[0] == 3
            if options.misses in ("PETRARCH", "ALL") and best[0] < 3:
                print("PETRARCH", want, best[1], "|", g["text"].strip()[:260], "|",
                      [(e["type"], e.get("cameo"), *map(sorted, [map(str, x) for x in sides(record, e)]))
                       for e in record["events"]])
    print(f"petrarch udp-gsr ({options.scope}): source {found['source'] / expected:.3f} target "
          f"{found['target'] / expected:.3f} CAMEO root {found['root'] / expected:.3f} all three "
          f"{found['all'] / expected:.3f} of {expected}; none expected and none found {none_right}/{none}")


STATES = set()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", default="../shared", type=pathlib.Path)
    parser.add_argument("--chancery", default=".build/release/chancery")
    parser.add_argument("--scope", default="all", choices=["all", "interstate"])
    parser.add_argument("--codebook", help="a folder that overrides the built-in codebook")
    parser.add_argument("--misses", help="list what is not whole: a type, PETRARCH or ALL")
    options = parser.parse_args()
    folder = options.shared / "benchmarks"
    if not folder.exists():
        print(f"skipped: {folder} is absent")
        return
    with open(options.shared / "facts/state_names.csv", encoding="utf-8") as file:
        STATES.update(line.split(",")[0] for line in file)
    plover(options, folder / "plover-gsr/records.jsonl")
    petrarch(options, folder / "petrarch/records.jsonl")


if __name__ == "__main__":
    main()
