#!/usr/bin/env python3
"""Codes the `matches` and `rejects` sentences of the frames and lists those that come out otherwise.

    frames-examples.py [FILE.frames …]      needs a built `chancery`, or its path in CHANCERY; standard library only
"""
import json, os, pathlib, re, subprocess, sys
from collections import Counter

root = pathlib.Path(__file__).resolve().parent.parent
files = [pathlib.Path(f) for f in sys.argv[1:]] or sorted((root / "Data/Codebook/frames").glob("*.frames"))
cases = []
for f in files:
    frame = type_ = scope = None
    for n, line in enumerate(f.read_text(encoding="utf-8").splitlines(), 1):
        key, _, value = line.strip().partition(" ")
        if key == "frame": frame, scope = value.strip(), "interstate"
        elif key == "scope": scope = value.strip()
        elif key == "type": type_ = value.strip()
        elif key in ("matches", "rejects"):
            m = re.match(r'\s*"(.*)"\s*(.*)$', value)
            left, _, right = m.group(2).partition(">")
            words = right.replace(",", " ").split()
            status = words.pop() if words and words[-1] in ("occurred", "ongoing", "planned", "possible", "cancelled", "denied") else "occurred"
            cases.append((f.name, n, frame, type_, key, m.group(1), set(left.replace(",", " ").split()), set(words), status, scope))
lines = []
for scope in ("interstate", "all"):
    feed = "".join(json.dumps({"id": str(i), "text": c[5]}) + "\n" for i, c in enumerate(cases) if c[9] == scope)
    command = [os.environ.get("CHANCERY", str(root / ".build/release/chancery")), "code", "-", "--scope", scope, "--codebook", str(root / "Data/Codebook")]
    lines += subprocess.run(command, input=feed, capture_output=True, text=True, check=True).stdout.splitlines()
good, bad = Counter(), Counter()
for line in lines:
    r = json.loads(line)
    file, n, frame, type_, key, text, left, right, status, _ = cases[int(r["document"]["id"])]
    actor = {a["id"]: a for a in r["actors"]}
    party = lambda ids: {actor[i].get("state") or actor[i]["name"] for i in ids}
    got = [(e["type"] + ("/" + e["mode"] if e.get("mode") else ""), party(e["actors"]), party(e["recipients"]), e["status"]) for e in r["events"]]
    fine = (type_, left, right, status) in got if key == "matches" else not any(g[0] == type_ for g in got)
    (good if fine else bad)[key] += 1
    if not fine:
        show = "; ".join(f"{t} {','.join(sorted(a))} > {','.join(sorted(b))} {s}" for t, a, b, s in got) or "nothing"
        want = f"{type_} {','.join(sorted(left))} > {','.join(sorted(right))} {status}" if key == "matches" else "no " + type_
        print(f"{file}:{n}: {text}\n    want {want}\n    got  {show}")
for key in ("matches", "rejects"):
    print(f"{key}: {good[key]} of {good[key] + bad[key]} as written")
sys.exit(bool(bad))
