#!/usr/bin/env python3
"""Score `chancery places` on GeoVirus.

    measure-places.py geovirus-dev.jsonl.gz [--chancery PATH] [--errors]

A place is right where its words overlap an annotated place, one to one, and it lies within 161 km of it. Prints the
F1 of words alone (span), of words and distance (end to end), and the share of found places that lie near. The
annotation is under the GPL: a test set only. Python 3.9+, standard library only.
"""
import argparse
import collections
import gzip
import json
import math
import subprocess

NEAR = 161.0


def distance(a, b, c, d):
    """Kilometres between two points on the sphere."""
    r = math.pi / 180
    x = math.sin((c - a) * r / 2) ** 2 + math.cos(a * r) * math.cos(c * r) * math.sin((d - b) * r / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(x)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmark")
    parser.add_argument("--chancery", default=".build/release/chancery")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    gold = found = spans = right = 0
    errors = collections.Counter()
    with gzip.open(options.benchmark, "rt", encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    for document in documents:
        run = subprocess.run([options.chancery, "places", "-"], input=document["text"].encode(), capture_output=True,
                             check=True)
        got = [json.loads(line) for line in run.stdout.decode().splitlines()]
        gold += len(document["locations"])
        found += len(got)
        used = set()
        for place in document["locations"]:
            hit = next((i for i, g in enumerate(got) if i not in used and g["start"] < place["end"]
                        and place["start"] < g["end"]), None)
            if hit is None:
                errors["missed", place["name"]] += 1
                continue
            used.add(hit)
            spans += 1
            if distance(place["lat"], place["lon"], got[hit]["lat"], got[hit]["lon"]) <= NEAR:
                right += 1
            else:
                errors["elsewhere", place["name"], got[hit].get("country")] += 1
        for i, g in enumerate(got):
            if i not in used:
                errors["spurious", g["text"]] += 1
    print(f"documents {len(documents)}  gold {gold}  found {found}")
    print(f"span_f1 {2 * spans / (gold + found):.3f}  near_acc {right / max(1, spans):.3f}  "
          f"end_to_end_f1 {2 * right / (gold + found):.3f}")
    if options.errors:
        for error, count in errors.most_common():
            print(count, *error)


main()
