#!/usr/bin/env python3
"""Writes Training/english-inflections.tsv from the inflections of the SPECIALIST Lexicon (U.S. National Library of
Medicine, free of charge with acknowledgement) as the package lemminflect (MIT licence) carries them.

    inflection-table.py infl_lu.csv.gz > Training/english-inflections.tsv

Verbs and nouns in small letters; alternatives are parted by "/", "-" stands for none.
"""
import csv, gzip, re, sys

print("# Inflections of English verbs and nouns. Source: SPECIALIST Lexicon, U.S. National Library of Medicine, by way of")
print("# lemminflect 0.2.3 (MIT); see Scripts/inflection-table.py. Forms: of a verb past, participle, -ing, -s; of a noun the plural.")
print("lemma\tpos\tforms")
plain = re.compile(r"[a-z]+(-[a-z]+)*$")
for lemma, pos, *forms in csv.reader(gzip.open(sys.argv[1], "rt", encoding="utf-8")):
    if pos not in ("verb", "noun") or not plain.match(lemma) or len(lemma) < 2:
        continue
    if pos == "verb":
        past, participle, ing, s = (forms + [""] * 4)[:4]
        forms = [past, participle or past, ing, s]
    else:
        forms = ["/".join(f for f in forms[0].split("/") if f != lemma)]
    forms = ["/".join(f for f in cell.split("/") if plain.match(f)) or "-" for cell in forms]
    if any(f != "-" for f in forms):
        print(f"{lemma}\t{pos}\t{' '.join(forms)}")
