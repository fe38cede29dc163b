#!/usr/bin/env python3
"""Fits the weights of Data/Codebook/confidence.tsv and says how well the confidence holds.

    calibrate.py [--shared ../shared] [--chancery .build/release/chancery] [--write]

Codes the annotated articles (`evaluation/gold`, `gold-dev`) and the sentences of `benchmarks/plover-gsr`, asks which
events have the right type and the right parties, and fits a logistic model over the traits that `chancery code
--traits` tells. Prints, from a ten-fold division by document, the Brier score beside that of always giving the mean,
the expected calibration error, and for each band of confidence how many events are right. --write writes the table.
Standard library only; needs a built `chancery`; deterministic.
"""
import argparse
import json
import math
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PENALTY = 1.5
ROUNDS = 400


def run(options, arguments, feed=None):
    out = subprocess.run([options.chancery, "code", *arguments], input=feed, capture_output=True, text=True)
    if out.returncode:
        sys.exit(out.stderr)
    return out.stdout.splitlines()


def traits(options, arguments, feed=None):
    """Traits by document and event."""
    result = {}
    for line in run(options, [*arguments, "--traits"], feed):
        document, event, words = line.split("\t")
        result.setdefault(document, {})[event] = words.split()
    return result


def articles(options, score):
    """(document, traits, right) for the events of the annotated articles."""
    for gold, texts in (("gold", "seeds"), ("gold-dev", "corpus/dev")):
        files = sorted(str(p) for p in (options.shared / texts).glob("*.txt"))
        known = traits(options, files)
        records = {pathlib.PurePath(r["document"]["uri"]).name: r for r in map(json.loads, run(options, files))}
        for path in sorted((options.shared / "evaluation" / gold).glob("*.json")):
            g = json.loads(path.read_text(encoding="utf-8"))
            raw = records.get(pathlib.PurePath(g["document"]["uri"]).name)
            if raw is None:
                continue
            record = score.Record(raw)
            for e in g["events"]:
                e["_spans"] = [s for s in (score.locate(record.text, q) for q in e["evidence"]) if s]

            def weight(e, s):
                overlap = max((score.overlap(a, b) for a in e["_spans"] for b in record.spans(s)), default=0)
                if not overlap or e["type"] != s["type"]:
                    return 0
                same = lambda x: x
                want = [score.parties(None, e, side, same) for side in ("actors", "recipients")]
                got = [score.parties(record, s, side, record.person) for side in ("actors", "recipients")]
                fits = want == got if e["type"] in score.DIRECTED else want[0] | want[1] == got[0] | got[1]
                return overlap if fits else 0

            right = {j for _, j in score.pair(g["events"], raw["events"], weight)}
            for j, event in enumerate(raw["events"]):
                yield path.name, known[raw["document"]["id"]][event["id"]], j in right


def sentences(options, plover):
    """The same for the sentences, of which one event each is annotated: others that differ in type are left out."""
    file = options.shared / "benchmarks/plover-gsr/records.jsonl"
    gold = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    feed = "".join(json.dumps({"id": g["id"], "text": g["text"]}) + "\n" for g in gold)
    arguments = ["-", "--scope", "all"]
    known = traits(options, arguments, feed)
    records = {r["document"]["id"]: r for r in map(json.loads, run(options, arguments, feed))}
    for g in gold:
        record = records[g["id"]]
        source = {s.get("codeIso") or s["code"] for s in g["source"]}
        target = {t.get("codeIso") or t["code"] for t in g["target"]} or (source if len(g["source"]) > 1 else set())
        for event in record["events"]:
            if plover.strict_type(event) != g["event16"]:
                continue
            by, to = plover.sides(record, event)
            right = plover.meets(by, source) and (plover.meets(to, target) if target else True)
            yield g["id"], known[g["id"]][event["id"]], right


def chance(weights, names):
    return 1 / (1 + math.exp(-weights.get("base", 0) - sum(weights.get(n, 0) for n in names)))


def fit(rows):
    """Gradient ascent with a penalty on every weight but the base."""
    names = sorted({n for _, words, _ in rows for n in words})
    weights = dict.fromkeys(["base", *names], 0.0)
    for turn in range(ROUNDS):
        slope = dict.fromkeys(weights, 0.0)
        for _, words, right in rows:
            miss = right - chance(weights, words)
            slope["base"] += miss
            for n in words:
                slope[n] += miss
        for n in weights:
            slope[n] -= 0 if n == "base" else PENALTY * weights[n]
            weights[n] += slope[n] * 0.4 / math.sqrt(len(rows) * (1 + turn / 40))
    return weights


def report(rows):
    documents = sorted({d for d, _, _ in rows})
    fold = {d: i % 10 for i, d in enumerate(documents)}
    guesses = []
    for k in range(10):
        weights = fit([r for r in rows if fold[r[0]] != k])
        guesses += [(chance(weights, words), right) for d, words, right in rows if fold[d] == k]
    mean = sum(right for _, right in guesses) / len(guesses)
    brier = sum((p - right) ** 2 for p, right in guesses) / len(guesses)
    print(f"events {len(guesses)}  right {mean:.3f}  Brier {brier:.3f}  of the mean alone {mean * (1 - mean):.3f}")
    error = 0
    for low, high in ((0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        band = [(p, right) for p, right in guesses if low <= p < high]
        if band:
            told, true = (sum(x[i] for x in band) / len(band) for i in (0, 1))
            error += len(band) / len(guesses) * abs(told - true)
            print(f"  {low:.1f} to {min(high, 1):.1f}: {len(band):4d} events, told {told:.2f}, right {true:.2f}")
    print(f"expected calibration error {error:.3f}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    options.add_argument("--chancery", default=str(ROOT / ".build/release/chancery"))
    options.add_argument("--write", action="store_true")
    options = options.parse_args()
    if not (options.shared / "evaluation/score.py").exists():
        sys.exit(print(f"skipped: {options.shared} is absent") or 0)
    sys.path[:0] = [str(options.shared / "evaluation"), str(ROOT / "Scripts")]
    import importlib
    score, plover = importlib.import_module("score"), importlib.import_module("measure-plover")
    rows = [*articles(options, score), *sentences(options, plover)]
    report(rows)
    if options.write:
        weights = fit(rows)
        lines = ["# How likely type and parties of an event are right: weights of a logistic model over its traits (see",
                 "# `chancery explain`). Written by Scripts/calibrate.py, which also says how well it holds.",
                 "trait\tweight"]
        lines += [f"{name}\t{weight:.3f}" for name, weight in weights.items()]
        (ROOT / "Data/Codebook/confidence.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
