"""Makes the list of illnesses and medicines that the package carries: sources ─▶ trialway/concepts/data.

python -m tools.make_concepts CACHE RECORDS.jsonl.zst...

CACHE is a folder for what is downloaded, each package by version and hash; the tables of the Human Disease
Ontology are laid there by hand (docs/concepts.md). Same sources, records and tables: same bytes.
"""

import hashlib
import re
import sys
from collections import Counter
from pathlib import Path

from tools.concept_sources import (
    doid,
    drug_dictionary,
    icd10cm,
    mesh_diseases,
    mesh_headings,
    packages,
    records,
    unii,
    writing,
)
from tools.concept_sources.merging import LIKE, SHORTEST_KEY, Entry, Merged, natural_order
from tools.concept_sources.placing import Places
from tools.concept_sources.rows import SourceRead, SourceRow
from trialway.concepts.concept import KINDS
from trialway.concepts.own_tables import TABLES, context_rules, own_concepts, stop_names
from trialway.concepts.words import name_key
from trialway.vocabulary.lay_words import lay_lines

OUT = Path(__file__).parent.parent / "trialway" / "concepts" / "data"
# An abbreviation is taken when so many trials explain it, this share of them in the same way.
ABBREVIATION_TRIALS, ABBREVIATION_SHARE = 2, 0.8


def main() -> None:
    cache, files = Path(sys.argv[1]), list(map(Path, sys.argv[2:]))
    cache.mkdir(parents=True, exist_ok=True)
    packages.download(cache)
    make(OUT, read_sources(cache, files))


def read_sources(cache: Path, files: list[Path]) -> tuple[list[SourceRead], list[dict]]:
    """All sources in the order of trust, and the records that may feed the list."""
    own = list(records.own_fold(files))
    drugs = drug_dictionary.load(cache)
    asked = records.drug_names(own)
    substances = unii.read(cache, asked | drug_dictionary.canonical_keys(drugs), records.everyday_words(own))
    headings = records.headings(own)
    shared = {name_key(name) for row in substances.rows for name in row.names} | asked
    shared |= {name_key(row.preferred) for row in headings}
    read = [
        mesh_headings.read(cache),
        mesh_diseases.read(cache),
        drug_dictionary.read(drugs, mesh_headings.numbers(cache), shared, records.treatment_headings(own)),
        substances,
        _of_records("MeSH headings of records", headings, files, own),
        doid.read(cache),
        icd10cm.read(cache),
        _of_records("New medicines of records", records.new_medicines(own), files, own),
    ]
    return read, own


def _of_records(name: str, rows: list[SourceRow], files: list[Path], own: list[dict]) -> SourceRead:
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    licence = "public records of a U.S. register, National Library of Medicine"
    version = f"{len(own):,} records of {', '.join(file.name for file in files)}"
    counts = Counter(taken=len(rows))
    return SourceRead(name, version, records.newest_day(own), licence, digest, rows, counts)


def make(out: Path, sources: tuple[list[SourceRead], list[dict]]) -> None:
    """Joins what was read and writes the file and its manifest."""
    read, own = sources
    as_typed: dict[str, frozenset[str]] = {}
    for rule in context_rules():
        if rule.rule == "as_typed":
            kinds = frozenset(each.partition(":")[0] for each in rule.only_for or KINDS)
            as_typed[name_key(rule.name)] = kinds | as_typed.get(name_key(rule.name), frozenset())
    merged = Merged(stop_names(), as_typed)
    merged.add(_own_rows())
    for each in read:
        merged.add(each.rows)
    headings = Counter(
        f"mesh:{each['id']}"
        for record in own
        for each in record.get("derivedSection", {}).get("conditionBrowseModule", {}).get("meshes", [])
    )
    merged.add_members(_own_rows())
    add_lay_words(merged)
    add_abbreviations(merged, records.abbreviations(own))
    for entry in merged.entries:
        entry.lay = lay_name(entry)
    places = Places(merged, headings)
    numbers = places.numbers
    ups = [places.above(entry) for entry in merged.entries]
    areas = [places.area(entry) for entry in merged.entries]
    capitals = in_capitals(merged, records.cases(own), numbers)
    writing.write(out / "concepts.bin", merged.entries, ups, areas, capitals)
    totals = {
        "concepts": dict(sorted(Counter(entry.kind for entry in merged.entries).items())),
        "names": sum(len(entry.keys) for entry in merged.entries),
        "names in capitals alone": sum(capitals.values()),
        "tables": {
            path.name: _sha256(path) for path in sorted(TABLES.glob("*.tsv")) if path.name != "context.tsv"
        },
    }
    writing.write_manifest(
        out / "manifest.json", [_manifest_row(each) for each in read], merged.counts, totals
    )
    size = (out / "concepts.bin").stat().st_size
    print(f"{len(merged.entries):,} concepts, {totals['names']:,} names, {size:,} bytes")


def _own_rows() -> list[SourceRow]:
    return [
        SourceRow(
            own.id,
            own.kind,
            own.preferred,
            [name for name in (own.preferred, *own.names, own.lay) if name],
            "Trialway",
            lay=own.lay,
            broader=list(own.broader),
            members=own.members,
        )
        for own in own_concepts()
    ]


def add_lay_words(merged: Merged) -> None:
    """Lines of the shipped dictionary that give names of one thing; the first is what people say."""
    for line in lay_lines():
        found = {
            id(entry): entry
            for form in line.forms
            for like in set(LIKE.values())
            if (entry := merged.named(form, like))
        }
        if not line.both_ways or len(found) != 1:
            continue
        (entry,) = found.values()
        for form in line.forms:
            merged.give(entry, form)
        if not entry.lay and not any(map(str.isupper, line.forms[0])):
            entry.lay = line.forms[0]


def add_abbreviations(merged: Merged, found: dict[str, Counter[str]]) -> None:
    """Abbreviations that records explain, of one meaning in nearly all; one that a source has, and that
    records
    explain otherwise, is taken away from it."""
    for short in sorted(found):
        if len(key := name_key(short)) < SHORTEST_KEY and key not in merged.as_typed:
            continue
        meanings: Counter[int] = Counter()
        entries: dict[int, Entry] = {}
        for long, trials in found[short].items():
            hits = [
                entry
                for like in ("illness", "medicine", "procedure", "gene", "marker")
                if (entry := merged.by_key.get((long, like)))
            ]
            at = id(hits[0]) if len(hits) == 1 else 0
            entries.update({at: hits[0]} if at else {})
            meanings[at] += trials
        _take_from_others(merged, short, meanings)
        at, trials = max(meanings.items(), key=lambda item: item[1])
        agreed = at and trials >= ABBREVIATION_TRIALS and trials / meanings.total() >= ABBREVIATION_SHARE
        if agreed and merged.give(entries[at], short):
            merged.counts["abbreviations that records explain"] += 1


def _take_from_others(merged: Merged, short: str, meanings: Counter[int]) -> None:
    key = name_key(short)
    for like in sorted(set(LIKE.values())):
        entry = merged.by_key.get((key, like))
        if entry is None or entry.source == "Trialway" or meanings.total() < ABBREVIATION_TRIALS:
            continue
        if (
            meanings[id(entry)] / meanings.total() < 1 - ABBREVIATION_SHARE
            and key in entry.keys
            and key != name_key(entry.preferred)
        ):
            del entry.keys[key], merged.by_key[key, like]
            merged.counts["abbreviations that records explain otherwise"] += 1


_NEOPLASM = re.compile(r"^(.+) neoplasms?$", re.IGNORECASE)


def lay_name(entry: Entry) -> str:
    """What people say, without commas: from the tables and the dictionary; ``X neoplasms`` is X cancer where
    the source has that name; else the preferred name in its natural order."""
    natural = natural_order(entry.preferred) or entry.preferred.replace(", ", " ")
    found = entry.lay or natural
    if (match := _NEOPLASM.match(natural)) and not entry.lay and name_key(f"{match[1]} cancer") in entry.keys:
        found = f"{match[1]} cancer"
    return sentence_case(found.replace(",", ""))


EPONYMS = frozenset(
    {
        "Addison", "Alzheimer", "Barrett", "Bell", "Burkitt", "Crohn", "Cushing", "Down", "Duchenne",
        "Ewing", "Fabry",
        "Gaucher", "Graves", "Guillain-Barre", "Hashimoto", "Hodgkin", "Huntington", "Kaposi", "Kawasaki",
        "Lewy",
        "Marfan", "Merkel", "Paget", "Parkinson", "Pompe", "Raynaud", "Sjogren", "Tourette", "Turner",
        "Waldenstrom",
        "Wilms", "Wilson", "Gilbert", "Lynch", "Asian", "African", "Japanese", "Chagas", "Ebola", "Zika",
    }
)  # fmt: skip


def sentence_case(name: str) -> str:
    """``Heart Failure`` → ``Heart failure``; names of people and abbreviations keep their capitals."""
    words = [_small(word) for word in name.split(" ")]
    joined = " ".join(words)
    return joined[:1].upper() + joined[1:] if joined[:2].islower() or joined[1:2] in {" ", "-"} else joined


def _small(word: str) -> str:
    bare = word.removesuffix("'s").removesuffix("’s").removeprefix("Non-")
    if bare in EPONYMS or not word.istitle() or any(map(str.isdigit, word)):
        return word
    return f"{word[0]}{word[1:].lower()}" if word[1:2] == "-" or len(word) == 1 else word.lower()


LONGEST_ABBREVIATION = 6
# An abbreviation that is a word, too: of its uses so many are in small letters.
WORD_SHARE = 0.05


def in_capitals(
    merged: Merged, cases: dict[str, tuple[int, int]], numbers: dict[int, int]
) -> dict[tuple[str, int], bool]:
    """Names of one short word that count in capitals alone: all of up to three letters that texts do not
    write in small ones for the most part ("flu"), and longer ones that are initials and a word ("AIDS")."""
    found = {}
    for entry in merged.entries:
        for key in entry.keys:
            if " " in key or not key.isalpha() or len(key) > LONGEST_ABBREVIATION:
                continue
            small, large = cases.get(key, (0, 0))
            initials = any(records.spells(key, other) for other in entry.keys if " " in other)
            short = len(key) <= 3 and (small <= large or initials)
            if short or (initials and small > WORD_SHARE * large):
                found[key, numbers[id(entry)]] = True
    return found


def _manifest_row(read: SourceRead) -> dict[str, object]:
    return {
        "source": read.name, "version": read.version, "date": read.date, "licence": read.licence,
        "sha256": read.sha256, "rows": dict(sorted(read.counts.items())),
    }  # fmt: skip


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
