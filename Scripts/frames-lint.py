#!/usr/bin/env python3
"""Check the frames of the codebook against the format of Data/Codebook/README.md.

    frames-lint.py [FILE.frames ...] [--count]

Without files, all of Data/Codebook/frames. Prints file:line: message for everything wrong and
exits 1 if there was something. --count also prints how many frames, predicates and tests a file
has. Python 3.9+, standard library only.
"""
import argparse
import pathlib
import re
import sys

CODEBOOK = pathlib.Path(__file__).resolve().parent.parent / "Data" / "Codebook"
KEYS = set(
    "frame type context cameo tier actor recipient scheme verb noun adj needs status complement "
    "foreign domestic scope matches rejects wish".split())
ONCE = KEYS - {"verb", "noun", "adj", "matches", "rejects", "wish"}
VALUES = {
    "tier": {"core", "soft"},
    "scheme": {"mutual", "visit", "directed"},
    "needs": {"both", "actor", "recipient"},
    "scope": {"interstate", "all"},
    "complement": {"absorbs", "yields", "both"},
    "status": {"occurred", "ongoing", "planned", "possible", "cancelled", "denied"},
}
CONTEXTS = set(
    "military intelligence executive legislative election political_institutions pro_democracy "
    "pro_autocracy economic legal reparations human_rights rights_freedoms repression "
    "human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping "
    "health asylum migration disasters natural_resource environment technology terrorism cbrn "
    "cyber misinformation crime corruption illegal_drugs trafficking".split())
KINDS = {"party", "state", "org", "group", "person", "force", "place", "name"}
SYNTACTIC = {"subj", "obj", "iobj", "xcomp", "ccomp", "poss", "mod", "prt", "when", "adv", "victim", "purpose"}
PREPOSITIONS = set(
    "about above across after against along alongside amid amidst among amongst around as at "
    "before behind below beneath beside besides between beyond by concerning despite down during "
    "following for from in inside into like near of off on onto opposite out outside over past "
    "per regarding since than through throughout till to together toward towards under until "
    "unto up upon versus via with within without".split())
EXAMPLE = re.compile(r'^"([^"]+)"\s*(.*)$')
CODE = re.compile(r"^[A-Z][A-Za-z0-9]{1,8}$")


def read_modes():
    """Types and the names of their modes, from modes.tsv."""
    modes = {}
    for line in (CODEBOOK / "modes.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or cells[0] == "type" or len(cells) < 2:
            continue
        modes.setdefault(cells[0], set()).add(cells[1])
    return modes


def read_sets(problems, phrases):
    """The names of the lists in sets*.txt; into `phrases` where a list has words with blanks."""
    names = set()
    for path in sorted(CODEBOOK.glob("sets*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            name, sign, words = line.partition("=")
            if not sign:
                problems.append((path, number, "a list is written: name = word | word"))
                continue
            items = [word.strip() for word in words.split("|")]
            if "" in items:
                problems.append((path, number, f"empty word in list '{name.strip()}'"))
            for word in items:
                if word.startswith("$") and word[1:] not in names:
                    problems.append((path, number, f"list '{word}' is not defined above"))
                if " " in word:
                    phrases.setdefault(name.strip(), (path, number, word))
            names.add(name.strip())
    return names


class Frame:
    def __init__(self, name, line):
        self.name, self.line = name, line
        self.type = None
        self.seen = {}
        self.predicates = 0
        self.matches = 0
        self.rejects = 0


class File:
    """One .frames file, checked line by line."""

    def __init__(self, path, modes, sets, phrases, problems):
        self.path, self.modes, self.sets, self.problems = path, modes, sets, problems
        self.phrases = phrases
        self.frames, self.words = [], {}

    def report(self, line, message):
        self.problems.append((self.path, line, message))

    def check(self, names):
        text = self.path.read_text(encoding="utf-8")
        for number, raw in enumerate(text.splitlines(), 1):
            line = raw.strip()
            if not line or line.startswith("#"):
                continue
            key, _, value = line.partition(" ")
            value = value.strip()
            if key == "frame":
                if value in names:
                    self.report(number, f"frame '{value}' is already at {names[value]}")
                names[value] = f"{self.path.name}:{number}"
                self.frames.append(Frame(value, number))
            elif key not in KEYS:
                self.report(number, f"unknown key '{key}'")
            elif not self.frames:
                self.report(number, f"'{key}' before the first frame")
            else:
                self.line(self.frames[-1], key, value, number)
        for frame in self.frames:
            self.close(frame)

    def line(self, frame, key, value, number):
        if key in ONCE and key in frame.seen:
            self.report(number, f"'{key}' twice in frame '{frame.name}'")
        frame.seen[key] = number
        if not value and key not in ("foreign", "domestic"):
            self.report(number, f"'{key}' without a value")
        elif key == "type":
            self.type(frame, value, number)
        elif key in VALUES and value not in VALUES[key]:
            self.report(number, f"{key} '{value}' is none of {', '.join(sorted(VALUES[key]))}")
        elif key == "context":
            for context in value.split():
                if context not in CONTEXTS:
                    self.report(number, f"unknown context '{context}'")
        elif key == "cameo" and not re.fullmatch(r"\d{2,4}", value):
            self.report(number, f"'{value}' is no CAMEO code")
        elif key in ("actor", "recipient"):
            self.role(value, number)
        elif key in ("verb", "noun", "adj"):
            self.predicates(frame, key, value, number)
        elif key in ("matches", "rejects", "wish"):
            self.example(frame, key, value, number)

    def type(self, frame, value, number):
        kind, _, mode = value.partition("/")
        frame.type = kind
        if kind not in self.modes:
            self.report(number, f"unknown type '{kind}'")
        elif mode not in self.modes[kind]:
            known = ", ".join(sorted(self.modes[kind] - {""})) or "none"
            self.report(number, f"{kind} has no mode '{mode}'; it has: {known}")

    def role(self, value, number):
        if value == "-":
            return
        if "|" in value and "+" in value:
            self.report(number, "a role has either | or +, not both")
        for slot in re.split(r"[|+]", value):
            self.slot(slot.strip(), number)

    def slot(self, name, number):
        first = name.split("_")[0]
        if not re.fullmatch(r"[a-z_]+", name):
            self.report(number, f"'{name}' is no slot")
        elif name not in SYNTACTIC and name not in PREPOSITIONS and first not in PREPOSITIONS \
                and name not in ("because_of", "due_to", "thanks_to", "according_to"):
            self.report(number, f"unknown slot '{name}'")

    def predicates(self, frame, part, value, number):
        for item in value.split(","):
            words = item.split()
            if not words:
                self.report(number, "empty predicate (a comma too many)")
                continue
            frame.predicates += 1
            lemma, conditions = words[0], words[1:]
            if not re.fullmatch(r"[^\W\d_]+(['-][^\W\d_]+)*", lemma):
                self.report(number, f"'{lemma}' is no lemma")
            elif lemma != lemma.lower():
                self.report(number, f"lemma '{lemma}' has capitals")
            for condition in conditions:
                self.condition(condition, number)
            key = (frame.name, part, lemma, tuple(sorted(conditions)))
            if key in self.words:
                self.report(number, f"'{item.strip()}' again; it stands in line {self.words[key]}")
            self.words[key] = number

    def condition(self, word, number):
        if word[0] in "+-":
            return self.slot(word[1:], number)
        match = re.fullmatch(r"([a-z_]+)(!?=|!?:)(\S+)", word)
        if not match:
            return self.report(number, f"'{word}' is no condition")
        slot, sign, value = match.groups()
        self.slot(slot, number)
        if sign.endswith(":"):
            if value not in KINDS:
                self.report(number, f"unknown kind '{value}'")
            return None
        for item in value.split("|"):
            if not item:
                self.report(number, f"empty word in '{word}'")
            elif item.startswith("$") and item[1:] not in self.sets:
                self.report(number, f"list '{item}' is not defined in sets*.txt")
            elif item[1:] in self.phrases and item.startswith("$"):
                word = self.phrases[item[1:]][2]
                self.report(number, f"list '{item}' has '{word}'; conditions test single words")
        return None

    def example(self, frame, key, value, number):
        match = EXAMPLE.match(value)
        if not match:
            return self.report(number, "a test sentence stands between two straight quotes")
        rest = match.group(2)
        if key == "rejects":
            frame.rejects += 1
            if rest:
                self.report(number, "nothing may follow a rejected sentence")
            return None
        if key == "matches":
            frame.matches += 1
        if rest.count(">") != 1:
            return self.report(number, "expected: ACTORS > RECIPIENTS status")
        left, right = rest.split(">")
        actors = re.split(r"[,\s]+", left.strip()) if left.strip() else []
        recipients = re.split(r"[,\s]+", right.strip()) if right.strip() else []
        if recipients and recipients[-1] in VALUES["status"]:
            recipients.pop()
        for code in actors + recipients:
            if not CODE.match(code):
                self.report(number, f"'{code}' is no state or organisation code")
        if not actors and not recipients:
            self.report(number, "nobody takes part")
        return None

    def close(self, frame):
        if frame.type is None:
            self.report(frame.line, f"frame '{frame.name}' has no type")
        if not frame.predicates:
            self.report(frame.line, f"frame '{frame.name}' has no predicate")
        if frame.matches < 2:
            self.report(frame.line, f"frame '{frame.name}' has fewer than two matches")
        if "scheme" in frame.seen and {"actor", "recipient"} <= set(frame.seen):
            self.report(frame.line, f"frame '{frame.name}' has a scheme and both roles")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--count", action="store_true", help="print the numbers of each file")
    options = parser.parse_args()
    problems = []
    phrases = {}
    modes, sets, names = read_modes(), read_sets(problems, phrases), {}
    total = [0, 0, 0, 0]
    for path in options.files or sorted((CODEBOOK / "frames").glob("*.frames")):
        file = File(path, modes, sets, phrases, problems)
        file.check(names)
        row = [
            len(file.frames), sum(f.predicates for f in file.frames),
            sum(f.matches for f in file.frames), sum(f.rejects for f in file.frames)]
        total = [a + b for a, b in zip(total, row)]
        if options.count:
            print("%-18s %3d frames %4d predicates %3d matches %3d rejects" % (path.name, *row))
    if options.count:
        print("%-18s %3d frames %4d predicates %3d matches %3d rejects" % ("total", *total))
    for path, line, message in problems:
        print(f"{path}:{line}: {message}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
