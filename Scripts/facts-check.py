#!/usr/bin/env python3
"""Checks the tables of Data/Facts: columns, codes, dates, sectors, repeated rows.

    Scripts/facts-check.py            every table of Data/Facts
    Scripts/facts-check.py a.tsv …    these tables, against the states and organisations of Data/Facts

Prints one line `file:line: column: what is wrong` for each error; exit status 1 if there is any.
"""
import calendar
import os
import re
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Data", "Facts")
SECTORS = {"GOV", "MIL", "LEG", "OPP", "REB", "SPY", "IGO", "BUS", "JRN", "PTY", "CVL", "COP", "JUD", "REL",
           "NGO", "ELI", "MNC", "UAF", "CRM", "EDU", "LAB", "MED", "HLH", "AGR", "ENV", "SET", "UNK", "ELT",
           "RAD", "UIS", "INT", "PRM", "REF"}
# kind: columns that must hold a value, columns of states, of organisations, of dates (first, last), of numbers
KINDS = {
    "states": (["state", "name"], [], [], ("from", "to"), []),
    "organizations": (["code", "name"], [], [], ("founded", "dissolved"), []),
    "names": (["state", "name", "kind"], ["state"], [], ("from", "to"), []),
    "titles": (["title", "office", "sector"], ["state"], [], None, []),
    "offices": (["office", "weight"], [], [], None, ["weight"]),
    "cities": (["name", "state"], ["state"], [], None, ["latitude", "longitude", "population"]),
    "regions": (["name", "kind"], ["state", "claimants"], [], None, ["latitude", "longitude"]),
    "places": (["kind", "latitude", "longitude"], ["state"], [], None, ["latitude", "longitude", "population"]),
    "metonyms": (["name", "sector"], ["state"], ["org"], ("from", "to"), []),
    "groups": (["name", "sector"], ["state"], [], ("from", "to"), []),
    "media": (["name", "state"], ["state"], [], None, []),
    "initiatives": (["name", "kind"], [], [], ("from", "to"), []),
    "memberships": (["org", "state", "status"], ["state"], ["org"], ("start", "end"), []),
    "holders": (["person", "office", "sector"], ["state"], ["org"], ("start", "end"), []),
}
NAME_KINDS = {"short", "official", "former", "local", "variant", "adjective", "noun", "capital"}
# What makes two rows of a kind the same; None: the whole row.
KEYS = {
    "states": ["state"], "organizations": ["code"], "offices": ["office"], "initiatives": ["name"],
    "cities": ["name", "state", "admin1", "latitude"], "holders": ["person", "state", "org", "office", "title", "start"],
    "memberships": ["org", "state", "start"], "titles": ["title", "state", "office"],
}


class Table:
    def __init__(self, path):
        self.path = path
        self.file = os.path.relpath(path)
        self.kind = re.split(r"[-.]", os.path.basename(path))[0]
        self.header, self.rows, self.errors = None, [], []
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate(f, 1):
                self.read(number, line.rstrip("\n"))

    def error(self, number, column, text):
        place = f"{self.file}:{number}" + (f": {column}" if column else "")
        self.errors.append((self.file, number, f"{place}: {text}"))

    def read(self, number, line):
        if line != line.rstrip("\r"):
            self.error(number, None, "the line ends with a carriage return")
        if not line or line.startswith("#"):
            return
        cells = line.split("\t")
        if self.header is None:
            self.header = cells
            return
        if len(cells) > len(self.header):
            self.error(number, None, f"{len(cells)} cells in a table of {len(self.header)} columns")
        row = dict.fromkeys(self.header, "")
        row.update(zip(self.header, cells))
        for column, cell in row.items():
            if cell != cell.strip() or "  " in cell:
                self.error(number, column, f"spaces around or doubled in '{cell}'")
            if "||" in cell or cell.startswith("|") or cell.endswith("|"):
                self.error(number, column, f"an empty part in the list '{cell}'")
        self.rows.append((number, row))


def days(text):
    """First and last day of a date, as comparable strings; None if it is no date."""
    m = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    if not m:
        return None
    year, month, day = int(m[1]), m[2] and int(m[2]), m[3] and int(m[3])
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= calendar.monthrange(max(year, 1), month)[1]:
        return None
    last = day or calendar.monthrange(max(year, 1), month or 12)[1]
    return f"{year:04}-{month or 1:02}-{day or 1:02}", f"{year:04}-{month or 12:02}-{last:02}"


def check_dates(table, number, row, columns):
    found = []
    for column in list(columns) + (["last_seen"] if "last_seen" in row else []):
        text = row.get(column, "")
        value = days(text) if text else None
        if text and value is None:
            table.error(number, column, f"'{text}' is no date; expected YYYY, YYYY-MM or YYYY-MM-DD")
        found.append(value)
    start, end = found[:2]
    if start and end and end[1] < start[0]:
        table.error(number, columns[1], f"the end {row[columns[1]]} lies before the start {row[columns[0]]}")


def check_row(table, number, row, states, organizations):
    required, state_columns, org_columns, dates, numbers = KINDS[table.kind]
    for column in required:
        if not row.get(column):
            table.error(number, column, "the cell is empty; this column needs a value in every row")
    for column in state_columns:
        for key in filter(None, row.get(column, "").split("|") if column == "claimants" else [row.get(column)]):
            if key not in states:
                table.error(number, column, f"no state has the key '{key}'")
    for column in org_columns:
        if row.get(column) and row[column] not in organizations:
            table.error(number, column, f"no organisation has the code '{row[column]}'")
    if row.get("sector") and row["sector"] not in SECTORS:
        table.error(number, "sector", f"'{row['sector']}' is no sector")
    if table.kind == "names" and row["kind"] not in NAME_KINDS:
        table.error(number, "kind", f"'{row['kind']}' is none of {', '.join(sorted(NAME_KINDS))}")
    if table.kind in ("metonyms", "holders") and not (row.get("state") or row.get("org")):
        table.error(number, "state", "neither state nor organisation")
    for column in numbers:
        if row.get(column) and not re.fullmatch(r"-?\d+(\.\d+)?", row[column]):
            table.error(number, column, f"'{row[column]}' is no number")
    if dates:
        check_dates(table, number, row, dates)


def check_parties(table, states, organizations):
    for number, row in table.rows:
        for party in filter(None, row.get("parties", "").split("|")):
            if party not in states and party not in organizations:
                table.error(number, "parties", f"'{party}' is neither a state nor an organisation")
        for successor in filter(None, row.get("successor", "").split("|")):
            if successor not in states:
                table.error(number, "successor", f"no state has the key '{successor}'")


def check_repeats(table):
    seen = {}
    for number, row in table.rows:
        columns = KEYS.get(table.kind) or table.header
        key = tuple(row.get(c, "") for c in columns)
        if key in seen:
            table.error(number, None, f"the same {', '.join(columns)} as line {seen[key]}")
        seen.setdefault(key, number)


def keys(tables, kind, column):
    return {row[column] for t in tables if t.kind == kind for _, row in t.rows if row.get(column)}


def main():
    known = [Table(os.path.join(FOLDER, f)) for f in sorted(os.listdir(FOLDER)) if f.endswith(".tsv")]
    tables = [Table(p) for p in sys.argv[1:]] or known
    states = keys(known + tables, "states", "state")
    organizations = keys(known + tables, "organizations", "code") | keys(known + tables, "groups", "code")
    for table in tables:
        if table.kind not in KINDS:
            table.error(1, None, f"no kind of fact table; expected one of {', '.join(sorted(KINDS))}")
        elif table.header is None:
            table.error(1, None, "the table has no header line")
        else:
            for column in KINDS[table.kind][0]:
                if column not in table.header:
                    table.error(1, None, f"column '{column}' is missing")
            for number, row in table.rows:
                check_row(table, number, row, states, organizations)
            check_parties(table, states, organizations)
            check_repeats(table)
    errors = sorted({e for t in tables for e in t.errors})
    for _, _, text in errors:
        print(text)
    print(f"{sum(len(t.rows) for t in tables)} rows in {len(tables)} tables, {len(errors)} errors", file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
