#!/usr/bin/env python3
"""Records made from the annotation of the merging set, so that merging can be scored by itself.

    merging-gold-records.py FOLDER [--noise none|some|much] [--seed N] > records.jsonl

FOLDER holds gold.json and articles.jsonl. Each annotated report becomes an event of its article's
record, with the annotated words as evidence. The annotation knows one day, place and set of actors
for an entry, a text seldom tells them all; so `some` (the usual choice) and `much` make days vaguer or
unknown, leave places and modes out and name states instead of people, by a seeded draw.
"""
import argparse, json, pathlib, random, re, sys
from datetime import date, timedelta

LEVELS = {"none": 0.0, "some": 1.0, "much": 1.7}


def locate(text, snippet):
    found = re.search(r"\s+".join(map(re.escape, snippet.split())), text)
    return [found.start(), found.end()] if found else None


def month(day):
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first, last


def when(entry, report, published, draw, level):
    """The day as a text of that day might tell it."""
    told = next((v["value"] for c in entry["conflicts"] if c["field"] == "when" for v in c["values"]
                 if report["article"] in v["articles"]), None)
    if told:
        return {"start": told, "end": told, "basis": "expression"}
    start, end = (date.fromisoformat(entry["when"][k]) for k in ("start", "end"))
    chance = draw.random() / level if level else 1
    if chance < 0.15:
        return None
    if chance < 0.3:
        near = abs((published - start).days) <= 7 and report["status"] == "occurred"
        return near and {"start": str(published - timedelta(days=1)), "end": str(published),
                         "basis": "published"} or None
    if chance < 0.45:
        first, last = month(start)
        return {"start": str(first), "end": str(max(last, end)), "basis": "expression"}
    return {"start": str(start), "end": str(end), "basis": "expression"}


def where(entry, report, draw, level):
    told = next((v["value"] for c in entry["conflicts"] if c["field"] == "where" for v in c["values"]
                 if report["article"] in v["articles"]), None)
    place = entry["where"]
    if told:
        return {"name": told, "country": place["country"]}
    if not place or draw.random() < 0.35 * level:
        return None
    return {k: v for k, v in place.items() if v is not None}


class Maker:
    def __init__(self, article):
        self.article, self.actors, self.events, self.figures = article, [], [], []

    def actor(self, name, state, kind):
        for known in self.actors:
            if known["name"] == name and known.get("state") == state:
                return known["id"]
        made = {"id": f"a{len(self.actors) + 1}", "name": name, "kind": kind, "mentions": []}
        if state:
            made["state"] = state
        self.actors.append(made)
        return made["id"]

    def side(self, entry, report, side, draw, level):
        ids = []
        people = {v["value"] for c in entry["conflicts"] if c["field"] == "actors" for v in c["values"]}
        told = next((v["value"] for c in entry["conflicts"] if c["field"] == "actors" for v in c["values"]
                     if report["article"] in v["articles"]), None)
        for party in entry[side]:
            name, state = party["name"], party.get("state")
            if told and name in people:
                name = told
            person = state and " " in name and party.get("kind", "person") == "person" and name not in STATES
            if person and not told and draw.random() < 0.3 * level:
                person, name = False, state
            one = self.actor(name, state, "person" if person else "state" if state else "organization")
            if one not in ids:
                ids.append(one)
        return ids

    def add(self, entry, report, draw, level):
        spans = [s for s in (locate(self.article["text"], t) for t in [report["evidence"]] + report.get("also", [])) if s]
        number = f"e{len(self.events) + 1}"
        published = date.fromisoformat(self.article["published"][:10])
        event = {"id": number, "type": entry["type"], "contexts": [], "status": report["status"], "voice": "article",
                 "actors": self.side(entry, report, "actors", draw, level),
                 "recipients": self.side(entry, report, "recipients", draw, level),
                 "score": 0, "confidence": 1, "trigger": [spans[0][0], spans[0][0] + 1], "evidence": spans}
        if entry["mode"] and draw.random() >= 0.15 * level:
            event["mode"] = entry["mode"]
        for key, value in (("when", when(entry, report, published, draw, level)), ("where", where(entry, report, draw, level))):
            if value:
                event[key] = value
        self.events.append(event)
        for conflict in entry["conflicts"]:
            for value in conflict["values"] if conflict["field"] == "figure" else []:
                if report["article"] in value["articles"]:
                    self.figures.append({"id": f"f{len(self.figures) + 1}", "measure": "quantity", "value": float(value["value"]),
                                         "unit": "people", "text": spans[0], "evidence": spans[:1]})

    def record(self):
        a = self.article
        return {"document": {"id": a["id"], "uri": a["url"], "title": a["title"], "outlet": a["outlet"], "language": "en",
                             "published": {"start": a["published"][:10], "end": a["published"][:10], "basis": "given"},
                             "text": a["text"], "body": [[0, len(a["text"])]]},
                "actors": self.actors, "events": self.events, "statements": [], "figures": self.figures, "claims": [],
                "coder": {"name": "annotation", "version": "1", "codebook": "1"}}


STATES = {"United States", "United Kingdom", "Czech Republic", "Soviet Union", "South Korea", "North Korea", "Saudi Arabia",
          "South Africa", "New Zealand", "Sri Lanka", "China Coast Guard", "European Union"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--noise", choices=LEVELS, default="some")
    parser.add_argument("--seed", type=int, default=1)
    o = parser.parse_args()
    gold = json.loads((o.folder / "gold.json").read_text(encoding="utf-8"))
    lines = (o.folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    makers = {a["id"]: Maker(a) for a in map(json.loads, lines)}
    for entry in gold["entries"]:
        for report in entry["reports"]:
            draw = random.Random(f"{o.seed} {entry['id']} {report['article']}")
            makers[report["article"]].add(entry, report, draw, LEVELS[o.noise])
    for maker in makers.values():
        print(json.dumps(maker.record(), ensure_ascii=False))


if __name__ == "__main__":
    main()
