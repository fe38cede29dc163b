#!/usr/bin/env python3
"""Speed of reading (tokens, tags, lemmas, trees) on one core, beside UDPipe 1 in the same run.

    benchmark-parser.py [--shared ../shared] [--rounds 5] [--work .build/parser-benchmark]

Text: the running text of the EWT test set. Ours reads it from the bytes; the peer gets it with words and sentences
given, which spares it a step. The two take turns; medians and the median of the paired ratios are printed. UDPipe's
speed depends on the size of its network, not on how long it was trained, so its model learns from 2,500 sentences
for one pass. Needs the treebank, `pip` for ufal.udpipe (into a folder of its own), and a built `chancery-train`.
"""
import argparse, gzip, pathlib, re, statistics, subprocess, sys, time

ap = argparse.ArgumentParser()
ap.add_argument("--shared", default="../shared")
ap.add_argument("--rounds", type=int, default=5)
ap.add_argument("--work", default=".build/parser-benchmark")
ap.add_argument("--program", default=".build/release/chancery-train")
ap.add_argument("--model", default="Data/Model/english.model")
o = ap.parse_args()
bank = pathlib.Path(o.shared) / "benchmarks/ud-english-ewt"
if not bank.exists():
    sys.exit(print(f"skipped: {bank} is absent") or 0)
work = pathlib.Path(o.work)
work.mkdir(parents=True, exist_ok=True)
if not (work / "lib").exists():
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--target", str(work / "lib"), "ufal.udpipe"], check=True)
sys.path.insert(0, str(work / "lib"))
from ufal.udpipe import InputFormat, Model, Sentence, Trainer, Sentences, ProcessingError  # noqa: E402


def read(name):
    return gzip.open(bank / name, "rt", encoding="utf-8").read()


def parsed(conllu):
    reader = InputFormat.newConlluInputFormat()
    reader.setText(conllu)
    error, sentence, result = ProcessingError(), Sentence(), Sentences()
    while reader.nextSentence(sentence, error):
        result.append(sentence)
        sentence = Sentence()
    return result


peer = work / "peer.udpipe"
if not peer.exists():
    first = "\n\n".join(read("en_ewt-ud-train.conllu.gz").split("\n\n")[:2500]) + "\n\n"
    made = Trainer.train(
        "morphodita_parsito", parsed(first), Sentences(), "none", "iterations=1", "iterations=1", ProcessingError())
    peer.write_bytes(made if isinstance(made, bytes) else made.encode("latin-1"))
model = Model.load(str(peer))
test = read("en_ewt-ud-test.conllu.gz")
text = re.sub(r"(?m)^(?!# text = |# newpar).*\n?", "", test)
text = re.sub(r"(?m)^# newpar.*\n", "\n", text).replace("# text = ", "").replace("\n\n", "\0").replace("\n", " ")
(work / "test.txt").write_text(text.replace("\0", "\n\n"), encoding="utf-8")


def theirs():
    sentences = list(parsed(test))
    words = sum(len(s.words) - 1 for s in sentences)
    start = time.process_time()
    for s in sentences:
        model.tag(s, Model.DEFAULT)
        model.parse(s, Model.DEFAULT)
    return words / (time.process_time() - start)


def ours(mode):
    out = subprocess.run(
        [o.program, "benchmark", "--model", o.model, "--mode", mode, "--passes", "3", str(work / "test.txt")],
        check=True, capture_output=True, text=True).stdout
    return float(re.search(r"tokens; (\d+) tokens/s", out).group(1)), out.strip()


rows = []
for _ in range(o.rounds):
    rows.append((ours("fast")[0], ours("thorough")[0], theirs()))
print(ours("fast")[1])
for name, column in (("fast", 0), ("thorough", 1), ("UDPipe 1", 2)):
    print(f"{name:10} {statistics.median(r[column] for r in rows):9.0f} tokens/s")
print(f"fast / UDPipe 1      {statistics.median(r[0] / r[2] for r in rows):5.1f}")
print(f"thorough / UDPipe 1  {statistics.median(r[1] / r[2] for r in rows):5.1f}")
