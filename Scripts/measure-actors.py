#!/usr/bin/env python3
"""Measures who is meant: one mention a sentence, with the state, sector and name that it has on a day.

    Scripts/measure-actors.py MENTIONS.csv [--program .build/release/chancery] [--misses]

MENTIONS.csv: id, context_sentence, mention, doc_date, expected_state, expected_org, expected_sector, expected_name,
is_actor_or_place; its README defines the rule. The program codes all sentences in one run.
"""
import argparse
import csv
import json
import re
import subprocess
import sys
import unicodedata


def words(text):
    plain = unicodedata.normalize("NFKD", text or "").lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"\w+", plain)


def covered(row, actor):
    """Share of the mention's words that a mention of the actor covers, and how exactly it fits."""
    text, mention = row["context_sentence"], row["mention"]
    start = text.lower().find(mention.lower())
    spans = [(m.start() + start, m.end() + start) for m in re.finditer(r"\w+", mention)]
    best = (0.0, 0)
    for a, b in actor.get("mentions", []):
        inside = sum(1 for x, y in spans if a <= x and y <= b)
        best = max(best, (inside / max(1, len(spans)), -abs((b - a) - len(mention))))
    return best


def name_fits(expected, got):
    wanted, found = words(expected), words(got)
    if not wanted:
        return True
    # One letter doubled or left out is another transliteration, not another person.
    if not any(w == wanted[-1] or (len(w) > 5 and w[:6] == wanted[-1][:6] and abs(len(w) - len(wanted[-1])) <= 1) for w in found):
        return False
    return len(wanted) == 1 or len(found) == 1 or any(w in found for w in wanted[:-1])


def country(program, row, touching):
    """Whether the place has the right country: as the record tells it, else as `chancery places` does."""
    if any(a.get("kind") == "place" and a.get("state") == row["expected_state"] for _, a in touching):
        return True
    done = subprocess.run([program, "places", "-"], input=row["context_sentence"], capture_output=True, text=True)
    return any(
        p.get("country") == row["expected_state"] and p.get("text", "") in row["mention"]
        for p in map(json.loads, done.stdout.splitlines()) if isinstance(p, dict)) if done.returncode == 0 else False


def judge(program, row, record):
    """(state right, all right, what was found)"""
    touching = [(covered(row, a), a) for a in record.get("actors", [])]
    touching = sorted((t for t in touching if t[0][0] >= 0.5), key=lambda t: t[0], reverse=True)
    if row["is_actor_or_place"] == "place":
        wrong = [a for _, a in touching if a.get("kind") != "place"]
        right = not wrong and country(program, row, touching)
        return right, right, [a.get("kind") for _, a in touching]
    if not touching:
        return False, False, "nothing"
    actor = touching[0][1]
    shown = {k: actor.get(k) for k in ("name", "kind", "state", "sector", "role")}
    if row["expected_org"]:
        org = row["expected_org"]
        state = actor.get("name") == org or org in (actor.get("role") or "").split()
    else:
        state = (actor.get("state") or "") == row["expected_state"]
    sectors = {"REB", "GOV"} if row["mention"].endswith("Taliban") and row["doc_date"] < "2001" else {row["expected_sector"]}
    full = state and actor.get("sector") in sectors
    expected = row["expected_name"]
    if full and expected and not (row["expected_org"] and expected != row["expected_org"]):
        full = name_fits(expected, actor.get("name"))
    elif full and expected:
        full = name_fits(expected, actor.get("name")) or actor.get("name") == row["expected_org"]
    return state, full, shown


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("mentions")
    parser.add_argument("--program", default=".build/release/chancery")
    parser.add_argument("--misses", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    try:
        rows = list(csv.DictReader(open(options.mentions, encoding="utf-8")))
    except OSError as error:
        sys.exit(f"measure-actors: skipped, {error}")
    lines = "".join(json.dumps({"id": r["id"], "text": r["context_sentence"], "published": r["doc_date"]}) + "\n" for r in rows)
    output = subprocess.run([options.program, "code", "--input", "jsonl", "-"], input=lines, capture_output=True, text=True, check=True).stdout
    records = {r["document"]["id"]: r for r in map(json.loads, output.splitlines())}
    states = full = 0
    for row in rows:
        state, whole, shown = judge(options.program, row, records[row["id"]])
        states += state
        full += whole
        if options.misses and not whole:
            print(row["id"], "state right" if state else "WRONG", repr(row["mention"]), row["doc_date"],
                  [row[k] for k in ("expected_state", "expected_org", "expected_sector", "expected_name")], "got", shown)
    print(f"mentions {len(rows)}")
    print(f"state_right {states / len(rows):.3f}")
    print(f"all_right {full / len(rows):.3f}")


if __name__ == "__main__":
    main()
