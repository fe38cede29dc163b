#!/usr/bin/env python3
"""Measures names of office holders against journeys and visits: does a title and name lead to the right state?

    Scripts/measure-travels.py TRAVELS.jsonl [--program .build/release/chancery] [--since 1945] [--misses N]

TRAVELS.jsonl: one object a line; `kind` visit with `office`, `name`, `from`, or trip with `holders` (title, name)
and `country`; both with `start`. The program answers each title and name on the day in one batch. A visit is right
where the first candidate has the visitor's state; a holder met on a trip is right where the first candidate has the
country of the trip - a lower bound, since holders from third countries are met too ("any" counts the country among
the candidates). Where the list names a state's successor (DEU for the Federal Republic before 1990), the state is
right too. Shares are given by decade and in all.
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile


def questions(path, since):
    with open(path, encoding="utf-8") as f:
        for line in f:
            fact = json.loads(line)
            if int(fact["start"][:4]) < since:
                continue
            if fact["kind"] == "visit":
                if fact.get("office") and fact.get("name") and fact.get("from"):
                    yield "visit", f"{fact['office']} {fact['name']}", fact["start"], fact["from"], fact["id"]
            else:
                for holder in fact["holders"]:
                    yield "trip", f"{holder['title']} {holder['name']}", fact["start"], fact["country"], fact["id"]


def ask(program, facts):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as f:
        for _, name, day, _, _ in facts:
            f.write(json.dumps({"name": name, "on": day}) + "\n")
    try:
        command = [program, "facts", "--batch", f.name, "--limit", "5"]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    finally:
        os.unlink(f.name)
    return [json.loads(line)["candidates"] for line in lines]


def successors():
    """Key of each former state with the keys that followed it."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Data", "Facts", "states-imported.tsv")
    with open(path, encoding="utf-8") as f:
        lines = [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")]
    rows = [dict(zip(lines[0], cells)) for cells in lines[1:]]
    return {row["state"]: row.get("successor", "").split("|") for row in rows if row.get("successor")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("travels")
    parser.add_argument("--program", default=".build/release/chancery")
    parser.add_argument("--since", type=int, default=1945, help="first year counted")
    parser.add_argument("--misses", type=int, default=0, help="misses to print")
    options = parser.parse_args()
    facts = list(questions(options.travels, options.since))
    later = successors()
    tally, misses = collections.defaultdict(collections.Counter), []
    for (kind, name, day, state, key), found in zip(facts, ask(options.program, facts)):
        states = [state if state in later.get(s, []) else s for s in (c.get("state") for c in found)]
        for group in ((kind, day[:3] + "0s"), (kind, "all")):
            tally[group]["asked"] += 1
            tally[group]["first"] += states[:1] == [state]
            tally[group]["any"] += state in states
            tally[group]["none"] += not states
        if states[:1] != [state]:
            first = f"{found[0]['name']} {states[0]}" if found else "nothing"
            misses.append(f"{key}\t{day}\t{name}\t{state}\t{first}\t{' '.join(str(s) for s in states)}")
    print("kind\tdecade\tasked\tfirst\tany\tnone")
    for (kind, decade), n in sorted(tally.items()):
        share = lambda key: f"{n[key] / n['asked']:.3f}"
        print(f"{kind}\t{decade}\t{n['asked']}\t{share('first')}\t{share('any')}\t{share('none')}")
    print("\n".join(misses[: options.misses]), file=sys.stderr)


if __name__ == "__main__":
    main()
