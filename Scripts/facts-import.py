#!/usr/bin/env python3
"""Writes the carried-over fact tables (Data/Facts/*-imported.tsv) from the collected source tables.

usage: facts-import.py [SOURCE_FOLDER]      (default: ../shared/facts beside the checkout)

The hand-written tables of Data/Facts are never touched. Running it twice gives the same bytes.
"""
import collections
import csv
import gzip
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "facts"
TARGET = ROOT / "Data" / "Facts"

ORIGIN = {
    "holders": "Wikidata (CC0), CIA World Factbook (public domain), REIGN (MIT), PETRARCH2/Phoenix (MIT)",
    "states": "country-codes (PDDL), CIA World Factbook (public domain), andybega/states (MIT)",
    "names": "CIA World Factbook (public domain), andybega/states (MIT)",
    "cities": "GeoNames (CC BY 4.0, geonames.org), Natural Earth (public domain)",
    "organizations": "compiled",
    "memberships": "CIA World Factbook (public domain)",
    "metonyms": "compiled",
}


def read(name):
    with open(SOURCE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(table, columns, rows):
    path = TARGET / f"{table}-imported.tsv"
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"# Written by Scripts/facts-import.py; do not edit. Source: {ORIGIN[table]}\n")
        file.write("\t".join(columns) + "\n")
        for row in rows:
            cells = [" ".join(str(row.get(c, "") or "").split()) for c in columns]
            file.write("\t".join(cells).rstrip("\t") + "\n")
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size} bytes")


SPECIAL = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss",
                         "þ": "th", "ð": "d", "ə": "a", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'"})


def fold(text):
    text = unicodedata.normalize("NFKD", text.lower().translate(SPECIAL))
    return "".join(c for c in text if not unicodedata.combining(c)).translate(SPECIAL)


def is_latin(text):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or ord(c) in (0x2BB, 0x2BC, 0x2019, 0x259)
               for c in text)


# --- persons ---------------------------------------------------------------------------------

HONORIFICS = re.compile(
    r"^(dr|mr|mrs|ms|sir|dame|lord|lady|gen|col|lt|maj|adm|hon|prof|sheikha|eng|ing|brig)\.? ", re.I)
TITLE_WORDS = re.compile(
    r"\b(president|minister|premier|king|queen|prince|princess|emperor|general|gen|colonel|sultan|chancellor"
    r"|leader|regime|government|emir|amir|pope|secretary|ambassador|chairman|marshal|shah|dictator|pm|sheikh|shaikh"
    r"|bundeskanzler|kanzler|presient|kpa|bibi|col|comrade|dr|mr|mrs|administration|former|gov|governor|senator|the"
    r"|brigade|brigades|jaish|jaysh|army|front|congressman|representative|justice|presidente|primeminister)\b", re.I)
PARTICLES = {"al", "el", "de", "da", "di", "do", "dos", "das", "del", "della", "van", "von", "der", "den",
             "bin", "ben", "ibn", "bint", "la", "le", "du", "ter", "ten", "zu", "af", "av", "ould", "ag"}
SUFFIXES = {"3d", "jr", "jr.", "sr", "sr.", "snr", "ii", "iii", "iv", "v", "vi", "junior", "filho", "neto"}
FAMILY_FIRST = {"CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "SGP"}
FAMILY_FIRST_KOREAN_CHINESE = re.compile(
    r"^(Xi|Li|Wang|Zhang|Liu|Chen|Yang|Zhao|Huang|Zhou|Wu|Xu|Sun|Hu|Zhu|Gao|Lin|He|Guo|Ma|Luo|Liang|Song|Zheng|Xie"
    r"|Han|Tang|Feng|Yu|Dong|Xiao|Cheng|Cao|Yuan|Deng|Fu|Shen|Zeng|Peng|Su|Lu|Jiang|Cai|Jia|Ding|Wei|Xue|Ye|Yan"
    r"|Pan|Du|Dai|Xia|Zhong|Tian|Ren|Fan|Fang|Shi|Yao|Tan|Liao|Zou|Xiong|Jin|Hao|Kong|Bai|Cui|Kang|Mao|Qiu|Qin"
    r"|Gu|Hou|Shao|Meng|Long|Wan|Duan|Qian|Yin|Yi|Chang|Qiao|Lai|Gong|Wen|Hong|Hua|Geng|Lee|Kim|Park|Choi|Choe"
    r"|Jung|Jeong|Chung|Cho|Jo|Yoon|Yun|Lim|Im|Oh|O|Seo|Shin|Sin|Kwon|Hwang|Ahn|An|Ryu|Yoo|Jeon|Ko|Moon|Mun|Son"
    r"|Bae|Baek|Heo|Nam|Sim|Noh|Ro|Roh|Ha|Kwak|Sung|Cha|Chu|Joo|Ri|Pak|Ban|Goh|Teo|Ng|Ong|Wong|Tan|Chan|Lam|Tsai"
    r"|Chiang|Ho|Hsieh|Hsu|Lien|Tsang|Tung|Leung|Chui|Chow|Yam|Yeh|Yen|Maeng|Chae|No|Thae|Paek|Hyon|Ra)$")
GIVEN_NAME_USED = {"ETH", "ERI", "MYS", "THA", "BTN", "IDN", "MMR", "SOM", "LAO", "MNG", "VNM", "KHM", "ISL"}
DYNASTIES = {"SAU", "ARE", "BHR", "KWT", "QAT", "OMN", "JOR", "BTN", "MAR", "BRN"}
# First and last words that many persons share: together they are no sign of the same person.
COMMON_FIRST = {"muhamad", "ahmad", "abdul", "abd", "sied", "mirza", "ali"}
COMMON_LAST = {"han", "sharif", "shah", "ali", "husain", "husein", "ahmad", "ahmed", "muhamad"}
SPANISH = {"ESP", "MEX", "ARG", "CHL", "COL", "PER", "VEN", "CUB", "ECU", "BOL", "PRY", "URY", "CRI", "PAN",
           "NIC", "HND", "SLV", "GTM", "DOM", "GNQ", "PHL"}


def regnal(name):
    """"Abdullah Ii" as one writes it; Iv, Vi and Xi are names."""
    return re.sub(r"(?<=[a-zé] )(Ii|Iii|Vii|Viii|Ix|Xii|Xiii|Xiv|Xv|Xvi)$", lambda m: m.group().upper(), name)


def clean_person(name):
    name = name.split(",")[0]
    name = re.sub(r"\s*\([^)]*\)", "", name)
    name = re.sub(r"\s*[\"“”][^\"“”]*[\"“”]", "", name)
    name = re.sub(r"\s+", " ", name).strip(" .-'")
    while HONORIFICS.match(name):
        name = HONORIFICS.sub("", name, count=1)
    return regnal(re.sub(r"\bA\.r\.", "A. R.", name))


def surnames(name, state, known=""):
    tokens = [t for t in name.split() if fold(t) not in SUFFIXES]
    found = []
    if known and fold(known) in fold(name) and " of the " not in name and " of " not in name:
        found.append(known)
    if len(tokens) >= 2 and " of " not in f" {name} ":
        if state in FAMILY_FIRST and len(tokens) <= 3 and FAMILY_FIRST_KOREAN_CHINESE.match(tokens[0]):
            found.append(tokens[0])
        else:
            last = len(tokens) - 1
            start = last
            while start > 1 and fold(tokens[start - 1]) in PARTICLES:
                start -= 1
            if start != last:
                found.append(" ".join(tokens[start:]))
            found.append(tokens[last])
            if state in SPANISH and len(tokens) >= 3 and fold(tokens[-2]) not in PARTICLES:
                found.append(tokens[-2] + " " + tokens[-1])
                if len(tokens) >= 4:
                    found.append(tokens[-2])
        if state in GIVEN_NAME_USED:
            found.append(tokens[0])
    elif len(tokens) == 1:
        found.append(tokens[0])
    else:
        found.append(name.split(" of ")[0])
    more = [re.sub(r"^(al|el|as|ash|ad|an|ar|at)[- ]", "", s, flags=re.I) for s in found]
    out = []
    for s in found + more:
        s = s.strip("-' ")
        if len(s) >= 2 and not re.search(r"[\d.]", s) and s[:1].isalpha() and s not in out and fold(s) not in {fold(o) for o in out}:
            out.append(s)
    return out


def skeleton(name, state):
    words = [re.sub(r"[^a-z]", "", w) for w in fold(name).replace("-", " ").split()]
    words = [w for w in words if w and w not in PARTICLES and w not in SUFFIXES]
    if len(words) < 2 or (state == "USA" and words[-1] in ("bush", "clinton")) or (
            state == "PHL" and words[-1] == "marcos"):
        return None
    def soft(w):
        for a, b in (("ks", "x"), ("ph", "f"), ("kh", "h"), ("ck", "k"), ("q", "k"), ("yu", "u"), ("yo", "o"),
                     ("ya", "a"), ("ye", "e"), ("ei", "i"), ("ey", "i"), ("ay", "ai"), ("iy", "i"), ("ij", "i"),
                     ("ii", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("w", "v"), ("dzh", "j"), ("mohammed", "muhammad"),
                     ("mohammad", "muhammad"), ("mohamed", "muhammad"), ("mohamad", "muhammad"), ("y", "i")):
            w = w.replace(a, b)
        return re.sub(r"(.)\1", r"\1", w)
    spelled = fold(name).replace("-", " ").split()
    common = len(words) >= 3 and soft(words[0]) in COMMON_FIRST and soft(words[-1]) in COMMON_LAST
    if common or state in FAMILY_FIRST or (len(words) >= 3 and ({"bin", "ibn", "bint"} & set(spelled) or state in DYNASTIES)):
        return (state,) + tuple(soft(w) for w in words)
    return (state, soft(words[0]), soft(words[-1]))


class Union:
    def __init__(self):
        self.parent = {}

    def find(self, a):
        self.parent.setdefault(a, a)
        while self.parent[a] != a:
            self.parent[a] = self.parent[self.parent[a]]
            a = self.parent[a]
        return a

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a != b:
            self.parent[max(a, b)] = min(a, b)


# Rows of the sources that are wrong: state, person, start -> cells to put right.
CORRECTIONS = {
    ("IND", "Subrahmanyam Jaishankar", "2015-01-29"): {"office": "foreign_secretary", "title": "Foreign Secretary"},
    ("PAK", "Muhammad Shehbaz Sharif", "2024-03-03"): {"person": "Shehbaz Sharif", "wikidata": "Q2096387"},
    ("BTN", "Lotay Tshering", "2018-11-07"): {"variants": [], "end": "2023-11-01", "last_seen": ""},
    ("CHN", "Li Keqiang", "2013-03-15"): {"variants": [], "end": "2023-03-11", "last_seen": ""},
    ("IRN", "Ali Khamenei", "1989-06-04"): {"end": "2026-02-28"},
    ("PHL", "Bongbong Marcos", "2022-06-30"): {"person": "Ferdinand Marcos Jr.", "variants": ["Bongbong Marcos"]},
    ("PHL", "Ferdinand \"BongBong\" Marcos, Jr.", "2022-06-30"): {
        "person": "Ferdinand Marcos Jr.", "variants": ["Bongbong Marcos"], "wikidata": "Q983324"},
    ("PRK", "Kim Jong-il", "2011-12-17"): {"person": "Kim Jong-un", "wikidata": "Q56226"},
    ("PRK", "Kim Jong-un", "2011-12-17"): {"end": ""},
}

ORGANIZATION_OF_TITLE = [
    (r"World Trade Organization", "WTO"), (r"EU High Rep|European (Union|Commission|Council|Parliament)", "EU"),
    (r"OSCE", "OSCE"), (r"NATO", "NATO"), (r"Atomic Energy", "IAEA"), (r"UNESCO", "UNESCO"),
    (r"High Commissioner for Refugees", "UNHCR"), (r"United Nations|\bUN\b", "UN"),
    (r"Monetary Fund", "IMF"), (r"World Bank", "WB"), (r"World Health", "WHO"), (r"Council of Europe", "COE"),
    (r"Commonwealth", "CW"), (r"African Union", "AU"), (r"Arab League", "AL"), (r"ASEAN", "ASEAN"),
]
SECTOR_CODES = {"GOV", "MIL", "SPY", "LEG", "OPP", "REB", "ELI", "IGO", "JUD", "COP", "PTY", "BUS", "CVL", "REF"}


def date_cell(text):
    return text if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text or "") else ""


def collect_holders():
    rows = []
    for x in read("leaders.csv"):
        source = x["source"]
        last = x["last_seen"]
        if not x["end"] and not last:
            last = "2021-08" if "REIGN" in source else "2022-07"
        variants = [v for v in x["variants"].split("|") if v and not TITLE_WORDS.search(v)]
        rows.append(dict(person=x["person"], known=x["surname"], variants=variants, state=x["state"],
                         office=x["office"], title=x["title"], sector="GOV", start=x["start"], end=x["end"],
                         last_seen=last, source=source.split(";")[0], wikidata=x["qid"]))
    for x in read("officials.csv"):
        last = x["last_seen"] or ("" if x["end"] else "2022-07")
        rows.append(dict(person=x["person"], known="", variants=[], state=x["state"], office=x["office"],
                         title=x["title"], sector=x["sector"], start=x["start"], end=x["end"], last_seen=last,
                         source=x["source"].split(";")[0], wikidata=x["qid"]))
    for x in read("officials_to_2014.csv"):
        if x["sector"] not in SECTOR_CODES or re.match(r"Jai?sh |Jaysh |Kpa ", x["person"]) or " Brigade" in x["variants"]:
            continue
        variants = [v for v in x["variants"].split("|") if v and not TITLE_WORDS.search(v) and " " in v]
        rows.append(dict(person=x["person"], known="", variants=variants, state=x["state"], office="official",
                         title="", sector=x["sector"], start=x["start"], end=x["end"],
                         last_seen="" if x["end"] else (x["start"] or "2014")[:7],
                         source="Phoenix", wikidata=""))
    return rows


def is_elsewhere(r, dependencies):
    """Whether the row makes the head of one state that of another as well: a dependency, a realm, Andorra."""
    name = fold(r["person"])
    if r["office"] not in ("head_of_state", "official"):
        return False
    if r["office"] == "head_of_state" and r["state"] in dependencies and r["state"] != "ESH":
        return True
    if r["state"] != "GBR" and re.match(r"(elizabeth ii|charles iii)\b", name):
        return True
    return r["state"] == "AND" and re.search(r"(macron|hollande|sarkozy|chirac|mitterrand|pompidou|de gaulle|giscard d.estaing)$", name)


def holders(states):
    dependencies = {x["state"] for x in read("states.csv") if x["independent"] == "no"}
    rows = [r for r in collect_holders() if is_latin(r["person"]) and not is_elsewhere(r, dependencies)]
    for r in rows:
        r.update(CORRECTIONS.get((r["state"], r["person"], r["start"]), {}))
        if r["person"] == "Kim Jong-il":
            r["variants"] = []
            r["last_seen"] = ""
        r["person"] = clean_person(r["person"])
        r["org"] = ""
        if r["state"] == "INT":
            r["org"] = next((code for pattern, code in ORGANIZATION_OF_TITLE if re.search(pattern, r["title"])), "")
            r["sector"] = "IGO"
    rows = [r for r in rows if len(r["person"]) > 1 and (r["state"] in states or r["org"])]
    state_of = {}
    for r in rows:
        if r["wikidata"] and r["state"] != "INT":
            state_of.setdefault(r["wikidata"], r["state"])
    for r in rows:
        if r["state"] == "INT":
            r["state"] = state_of.get(r["wikidata"], "")
    groups = Union()
    for i, r in enumerate(rows):
        key = ("row", i)
        if r["wikidata"] and r["state"]:
            groups.join(key, ("id", r["state"], r["wikidata"]))
        if " " in r["person"]:
            groups.join(key, ("name", r["state"], fold(r["person"])))
            for v in r["variants"]:
                if " " in v and r["state"] not in FAMILY_FIRST and r["state"] not in DYNASTIES:
                    groups.join(key, ("name", r["state"], fold(v)))
            s = skeleton(r["person"], r["state"])
            if s:
                groups.join(key, ("skeleton",) + s)
    clusters = collections.defaultdict(list)
    for i, r in enumerate(rows):
        clusters[groups.find(("row", i))].append(r)
    out = []
    for members in clusters.values():
        members.sort(key=lambda r: (r["start"] or "9", r["office"], r["title"], r["person"]))
        ranked = collections.Counter()
        for r in members:
            ranked[r["person"]] += 100 if r["source"] == "compiled" else 20 if r["source"].startswith("wikidata") else 10 if r["source"] != "Phoenix" else 1
        name = min(ranked, key=lambda n: (-ranked[n], len(n), n))
        spelling, variants = {fold(name)}, []
        for r in members:
            for v in [r["person"]] + r["variants"]:
                v = clean_person(v)
                if fold(v) not in spelling and is_latin(v) and " " in v:
                    spelling.add(fold(v))
                    variants.append(v)
        known = next((r["known"] for r in members if r["known"]), "")
        family = surnames(name, members[0]["state"], known)
        for v in variants:
            for s in surnames(v, members[0]["state"])[:1]:
                if fold(s) not in {fold(f) for f in family}:
                    family.append(s)
        wikidata = next((r["wikidata"] for r in members if r["wikidata"]), "")
        spans = {}
        leads = [r for r in members if r["office"] in ("head_of_state", "head_of_government")]
        for r in members:
            covered = r["office"] == "effective_leader" and any(
                l["start"][:7] <= r["start"][:7] and (not l["end"] or l["end"][:4] >= (r["end"] or "9")[:4]) for l in leads)
            doubled = r["source"] == "Phoenix" and r["office"] == "official" and any(
                o["source"] != "Phoenix" and o["start"][:4] <= r["start"][:4] and (o["end"] or "9")[:4] >= (r["end"] or r["start"])[:4]
                for o in members)
            key = (r["office"], r["org"], r["title"], r["start"])
            if not covered and not doubled and (key not in spans or (r["end"] and not spans[key]["end"])):
                spans[key] = r
        kept = sorted(spans.values(), key=lambda r: (r["start"], r["office"], r["title"]))
        for i, r in enumerate(kept):
            start, end = date_cell(r["start"]), date_cell(r["end"])
            width = min(len(start), len(end)) if end else 0
            if end and start[:width] > end[:width]:
                continue
            out.append(dict(r, person=name, surname="|".join(family) if i == 0 else "",
                            variants="|".join(variants) if i == 0 else "", start=start, end=end,
                            wikidata=wikidata if i == 0 else ""))
            if r["office"] == "official" and r["title"] == "" and r["source"] == "Phoenix":
                out[-1]["source"] = "Phoenix"
    # rows of one person stay together, their first row carries surname, variants and id
    block = {}
    for r in out:
        block.setdefault((r["state"], r["person"]), []).append(r)
    ordered = []
    for key in sorted(block, key=lambda k: (k[0], fold(k[1]), k[1])):
        ordered += block[key]
    seen, final = set(), []
    for r in ordered:
        key = (r["person"], r["state"], r["org"], r["office"], r["title"], r["start"])
        if key not in seen:
            seen.add(key)
            final.append(r)
    write("holders", ["person", "surname", "variants", "state", "org", "office", "title", "sector", "start", "end",
                      "last_seen", "source", "wikidata"], final)
    return final


# --- states and their names --------------------------------------------------------------------

def demonyms(cell, plural):
    cell = re.sub(r"\((US citizens|US nationals|colloquial|singular and plural|collective plural)\)", "", cell)
    cell = cell.split("; note")[0]
    found = []
    for part in re.split(r",| or |;|/", cell):
        part = part.strip()
        part = re.sub(r"\((singular|plural)\)", "", part).strip()
        m = re.fullmatch(r"(.+?)\((s|men|women)\)", part) or re.fullmatch(r"(.+?) \((men|women)\)", part)
        if m:
            one, ending = m.group(1).strip(), m.group(2)
            found.append((one, one + "s" if ending == "s" else one[:-len("man" if ending == "men" else "woman")] + ending))
        elif part and not part.startswith(("or ", "NA", "still")):
            found.append((part, part))
    return [pair[1] if plural else pair[0] for pair in found]


def states():
    rows, names = [], []
    seats = {(c["state"]): c for c in read("cities.csv") if c["role"] == "capital"}
    name_fix = {"DOM": "Dominican Republic", "FSM": "Micronesia", "MMR": "Myanmar", "CZE": "Czechia",
                "FLK": "Falkland Islands", "BES": "Caribbean Netherlands", "VIR": "United States Virgin Islands"}
    capital_fix = {"MDA": "Chisinau", "USA": "Washington", "IOT": "", "NRU": "Yaren", "GNQ": "Malabo", "BOL": "La Paz",
                   "MMR": "Naypyidaw", "TKL": "", "ESH": "Laayoune"}
    skip_demonym = {"BES", "HKG", "MAC", "SPM", "PRK", "KOR", "COD", "COG", "DMA", "BWA", "LSO", "SWZ", "ABW", "CUW",
                    "NZL", "SGP", "LUX", "LIE", "GIB", "FLK", "CXR", "NFK", "GGY", "JEY", "PHL", "GBR", "WLF", "ATG"}
    for x in read("states.csv"):
        key = x["state"]
        name = name_fix.get(key, x["name"])
        adjectives = demonyms(x["demonym_adj"], False)
        nouns = demonyms(x["demonym_noun"], False)
        capital = capital_fix.get(key, x["capital"])
        rows.append(dict(state=key, name=name, adjective=adjectives[0] if adjectives else "", iso2=x["iso2"],
                         cow=x["cow_num"], gw=x["gw_num"], fips=x["fips_gec"], wikidata=x["qid"], capital=capital,
                         region=x["region"], independent=x["independent"], **{"from": x["exists_from"], "to": x["exists_to"]},
                         successor=x["successor"], source=x["source"].split(";")[0]))
        def add(text, kind, begin="", end=""):
            if text and is_latin(text):
                names.append({"state": key, "name": text, "kind": kind, "from": begin, "to": end})
        add(name, "short")
        if key in skip_demonym:
            continue
        for a in adjectives:
            add(a, "adjective")
        for n in nouns:
            add(n, "noun")
        for n in demonyms(x["demonym_noun"], True):
            add(n, "noun")
    for x in read("state_names.csv"):
        if x["kind"] in ("short", "official") or (x["kind"] == "former" and "Republic" in x["name"]):
            text = re.sub(r"\s*[(;].*", "", x["name"]).strip()
            if text and is_latin(text) and text not in ("Netherlands", "The Dominican", "West Bank", "DRC"):
                names.append({"state": x["state"], "name": text, "kind": x["kind"], "from": x["from"], "to": x["to"]})
    capitals = {"state": "", "name": ""}
    for r in rows:
        if r["capital"] and r["independent"] in ("yes", "partly recognised", "former"):
            names.append({"state": r["state"], "name": r["capital"], "kind": "capital", "from": r["from"] if r["independent"] == "former" else "",
                          "to": r["to"]})
    seen, unique = set(), []
    taken = collections.defaultdict(set)
    drop = {("EGY", "United Arab Republic"), ("SYR", "United Arab Republic"), ("BES", "Kingdom of the Netherlands")}
    for n in names:
        k = (n["state"], fold(n["name"]), n["kind"] if n["kind"] not in ("official", "former") else "short")
        if k not in seen and (n["state"], n["name"]) not in drop:
            seen.add(k)
            unique.append(n)
            taken[fold(n["name"])].add(n["state"])
    write("states", ["state", "name", "adjective", "iso2", "cow", "gw", "fips", "wikidata", "capital", "region",
                     "independent", "from", "to", "successor", "source"], rows)
    write("names", ["state", "name", "kind", "from", "to"], sorted(unique, key=lambda n: (n["state"], n["kind"], n["name"])))
    return {r["state"] for r in rows}


# --- places -----------------------------------------------------------------------------------

def common_words():
    """Words that running English text writes in lower case (counts from the Universal Dependencies treebank)."""
    path = SOURCE.parent / "benchmarks" / "ud-english-ewt" / "en_ewt-ud-train.conllu.gz"
    counts = collections.Counter()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            cells = line.split("\t")
            if len(cells) > 3 and cells[3] not in ("PROPN", "X", "PUNCT", "SYM") and cells[1].islower():
                counts[fold(cells[1])] += 1
    return {w for w, n in counts.items() if n >= 2}


def cities(state_keys, persons):
    words = common_words()
    given, family = collections.Counter(), collections.Counter()
    for name in {r["person"] for r in persons}:
        tokens = fold(name).split()
        given[tokens[0]] += 1
        for t in tokens[1:]:
            family[t] += 1
    phoenix = collections.defaultdict(set)
    for x in read("state_names.csv"):
        if x["kind"] in ("place", "place_or_other", "capital"):
            phoenix[x["state"]].add(fold(x["name"]))
    state_words = {fold(x["name"]) for x in read("states.csv")}
    rows = []
    for c in read("cities.csv"):
        if c["state"] not in state_keys:
            continue
        population = int(c["population"] or 0)
        capital = c["role"] in ("capital", "capital_alt")
        seat = c["role"] == "admin1_seat"
        if population < 50_000 and not capital and population < 20_000:
            continue
        name, flag = c["name"], ""
        folded = fold(name)
        if len(folded) < 3 and not capital:
            continue
        if " " not in folded and not capital:
            used = given[folded] + family[folded]
            if folded in words and population < 1_500_000:
                continue
            if folded in state_words and population < 1_000_000:
                continue
            if used >= 6 and population < 500_000 and not seat:
                continue
            if folded in words or (used >= 2 and population < 1_500_000):
                flag = "weak"
        alternatives = []
        for alt in c["alt_names"].split("|"):
            f = fold(alt)
            if alt and is_latin(alt) and f != folded and len(f) >= 4 and f in phoenix[c["state"]] \
                    and f not in words and f not in state_words and family[f] + given[f] < 6:
                alternatives.append(alt)
        rows.append(dict(name=name, variants="|".join(alternatives[:6]), state=c["state"], admin1=c["admin1"],
                         latitude=c["lat"], longitude=c["lon"], population=population,
                         role={"admin1_seat": "seat"}.get(c["role"], c["role"]), flag=flag, wikidata=c["qid"]))
    rows.sort(key=lambda r: (r["state"], -r["population"], r["name"]))
    seen, unique = set(), []
    for r in rows:
        k = (r["state"], fold(r["name"]))
        if k not in seen:
            seen.add(k)
            unique.append(r)
    write("cities", ["name", "variants", "state", "admin1", "latitude", "longitude", "population", "role", "flag",
                     "wikidata"], unique)


# --- organisations ------------------------------------------------------------------------------

def organizations():
    rows = []
    for x in read("organizations.csv"):
        variants = [v for v in [x["abbr"]] + x["variants"].split("|") if v and v not in (
            "the alliance", "the bloc", "the Fund", "the Commonwealth", "TPP", "Red Cross", "EC", "Shanghai Five")]
        rows.append(dict(code=x["org"], name=x["name"], variants="|".join(dict.fromkeys(variants)), type=x["type"],
                         founded=x["founded"], dissolved=x["dissolved"], seat=x["seat"], source="compiled"))
    write("organizations", ["code", "name", "variants", "type", "founded", "dissolved", "seat", "source"], rows)


def memberships(state_keys):
    rows, seen = [], set()
    for x in read("memberships.csv"):
        status = x["status"].strip()
        status = {"partners": "partner", "nonregional members": "nonregional member"}.get(status, status)
        if x["state"] not in state_keys or status[:1].isdigit() or len(status) > 24:
            status = "observer" if x["state"] in state_keys else ""
        key = (x["org"], x["state"], x["start"])
        if status and key not in seen:
            seen.add(key)
            rows.append(dict(org=x["org"], state=x["state"], status=status, start=x["start"], end=x["end"],
                             source="compiled" if "compiled" in x["source"] else "factbook"))
    write("memberships", ["org", "state", "status", "start", "end", "source"],
          sorted(rows, key=lambda r: (r["org"], r["state"], r["start"])))


def metonyms():
    rows = []
    for x in read("metonyms.csv"):
        org = x["state"][4:] if x["state"].startswith("IGO:") else ""
        if x["mention"] == "Kandahar":
            continue
        rows.append(dict(name=re.sub("^the ", "", x["mention"]), state="" if org else x["state"], org=org, sector=x["sector"],
                         stands_for=x["stands_for"], **{"from": x["from"], "to": x["to"]}, source="compiled"))
    write("metonyms", ["name", "state", "org", "sector", "stands_for", "from", "to", "source"], rows)


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    keys = states()
    people = holders(keys)
    cities(keys, people)
    organizations()
    memberships(keys)
    metonyms()


if __name__ == "__main__":
    main()
