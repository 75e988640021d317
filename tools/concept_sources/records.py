"""What records of ClinicalTrials.gov say themselves: their MeSH headings, other names and abbreviations
─▶ **rows**.

Records whose number's sha1 begins with c, d, e or f are kept for measuring and feed nothing.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import zstandard

from tools.concept_sources.rows import SourceRow
from trialway.concepts.words import name_key, plain_form

DRUG_TYPES = {"DRUG", "BIOLOGICAL", "DIETARY_SUPPLEMENT", "COMBINATION_PRODUCT", "GENETIC"}
SUBSTANCES = {
    "Inorganic Chemicals", "Organic Chemicals", "Heterocyclic Compounds", "Polycyclic Compounds", "Proteins",
    "Macromolecular Substances", "Hormones, Hormone Substitutes, and Hormone Antagonists",
    "Enzymes and Coenzymes",
    "Carbohydrates", "Lipids", "Amino Acids, Peptides, and Proteins",
    "Nucleic Acids, Nucleotides, and Nucleosides",
    "Complex Mixtures", "Biological Factors", "Pharmaceutical Preparations", "Chemical Actions and Uses",
    "Biological Products", "Biomedical and Dental Materials",
}  # fmt: skip
CARE = {
    "Therapeutics", "Behavioral Disciplines and Activities", "Surgical Procedures, Operative", "Diagnosis",
    "Human Activities", "Diagnostic Techniques and Procedures", "Patient Care",
}  # fmt: skip
_STEM = re.compile(
    r"[a-z]{3,}(?:mab|tinib|ciclib|parib|rafenib|metinib|sertib|lisib|degib|zomib|clax|stat|gliptin|gliflozin|glutide"
    r"|tide|sartan|pril|olol|dipine|statin|grel|gatran|xaban|vir|cycline|floxacin|conazole|fungin|cept|kinra|leucel"
    r"|vec|gene|mycin|caine|azepam|barbital|profen|coxib|setron|prazole|tidine|triptan|gepant|lukast|terol|tropium"
    r"|sone|olone|onide|platin|taxel|rubicin|bicin|trexate|citabine|tecan|vedotin|deruxtecan|govitecan|emtansine"
    r"|ersen|siran|meran|lipase|stim|poetin|fusp|ase|stigmine|curium|curonium|flurane|fentanil|orphan|nezumab)"
)  # fmt: skip
_CODE = re.compile(r"[A-Z]{1,6}[- ]?\d{2,6}[A-Z]{0,2}(?:-\d{1,4})?")
_SHORT = re.compile(r"([A-Za-z][^()\n]{4,90}?) ?\(([A-Za-z][A-Za-z0-9/-]{1,9})\)")
ENOUGH = 2


def own_fold(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Records that may feed the list."""
    for file in files:
        with zstandard.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if not for_measuring(number(record)):
                    yield record


def number(record: dict[str, Any]) -> str:
    found: str = record["protocolSection"]["identificationModule"]["nctId"]
    return found


def newest_day(records: list[dict[str, Any]]) -> str:
    """The newest day on which the registry processed one of the records."""
    days = [
        record.get("derivedSection", {}).get("miscInfoModule", {}).get("versionHolder", "")
        for record in records
    ]
    return max(days, default="")


def for_measuring(nct: str) -> bool:
    return hashlib.sha1(nct.encode()).hexdigest()[0] in "cdef"  # noqa: S324 - splits, protects nothing


def interventions(record: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (
        record["protocolSection"].get("armsInterventionsModule", {}).get("interventions", [])
    )
    return [each for each in found if each.get("name")]


def conditions(record: dict[str, Any]) -> list[str]:
    found: list[str] = record["protocolSection"].get("conditionsModule", {}).get("conditions", [])
    return found


def headings(records: list[dict[str, Any]]) -> list[SourceRow]:
    """MeSH headings that registries put on records, with those above them where a record has one heading."""
    rows: dict[str, SourceRow] = {}
    for record in records:
        for side, module in (
            ("condition", "conditionBrowseModule"),
            ("treatment", "interventionBrowseModule"),
        ):
            browse = record.get("derivedSection", {}).get(module, {})
            meshes = browse.get("meshes", [])
            above = {
                each["term"]: f"mesh:{each['id']}" for each in browse.get("ancestors", []) if "term" in each
            }
            for each in meshes:
                kind = side if side == "condition" else _kind(each["id"], above)
                own = f"mesh:{each['id']}"
                if len(meshes) > 1 and kind != "condition":
                    # Whose ancestors these are is not said; another record may have the heading alone.
                    kind = ""
                if own not in rows or (not rows[own].kind and kind):
                    rows[own] = SourceRow(own, kind, each["term"], [each["term"]], "records")
                if len(meshes) == 1:
                    rows[own].broader = sorted(above.values())
    return [rows[own] for own in sorted(rows) if rows[own].kind]


def _kind(heading: str, above: Mapping[str, str]) -> str:
    """Supplementary numbers (C…) are substances; of other headings those above say it, or nothing does."""
    if heading.startswith("C") or SUBSTANCES & above.keys():
        return "medicine"
    return "procedure" if CARE & above.keys() else ""


def treatment_headings(records: list[dict[str, Any]]) -> set[str]:
    return {
        f"mesh:{each['id']}"
        for record in records
        for each in record.get("derivedSection", {}).get("interventionBrowseModule", {}).get("meshes", [])
    }


def drug_names(records: list[dict[str, Any]]) -> set[str]:
    """Keys of all names and other names of drugs in the records."""
    return {
        key
        for record in records
        for each in interventions(record)
        if each.get("type") in DRUG_TYPES
        for name in (each["name"], *each.get("otherNames", ()))
        if (key := name_key(name))
    }


def new_medicines(records: list[dict[str, Any]]) -> list[SourceRow]:
    """Treatments that no list has yet: a name of one word with the ending of a class, or a code that a
    sponsor
    gave. Other names stand by a name when they are codes or end so too, too."""
    found: dict[str, SourceRow] = {}
    for record in records:
        for each in interventions(record):
            if each.get("type") not in {"DRUG", "BIOLOGICAL"}:
                continue
            name = each["name"].strip()
            if not is_medicine_name(name):
                continue
            row = found.setdefault(
                name_key(name), SourceRow(f"name:{name_key(name)}", "medicine", name, [], "records")
            )
            row.names += [name, *(other for other in each.get("otherNames", ()) if is_medicine_name(other))]
    return [found[key] for key in sorted(found)]


def is_medicine_name(name: str) -> bool:
    return bool(_CODE.fullmatch(name) or _STEM.fullmatch(name.lower()))


def abbreviations(records: list[dict[str, Any]]) -> dict[str, Counter[str]]:
    """``COPD`` → how many trials write it in brackets behind which words, whose initials it has."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        protocol = record["protocolSection"]
        texts = [
            protocol["identificationModule"].get("officialTitle", ""),
            protocol["identificationModule"].get("briefTitle", ""),
            protocol.get("descriptionModule", {}).get("briefSummary", ""),
            *conditions(record),
            *(each["name"] for each in interventions(record)),
            *protocol.get("conditionsModule", {}).get("keywords", []),
        ]
        pairs = {pair for text in texts for pair in _pairs(text)}
        for short, long in pairs:
            found[short][long] += 1
    return found


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for match in _SHORT.finditer(text):
        words, short = match[1].split(), match[2]
        if sum(map(str.isupper, short)) < 2:
            continue
        for count in range(1, min(len(words), len(short) + 3) + 1):
            long = " ".join(words[-count:])
            if spells(short, long):
                yield short, name_key(long)
                break


def spells(short: str, long: str) -> bool:
    """Whether the letters stand in the words in this order, the first at the beginning of the first, and
    capitals at beginnings of words or parts of words."""
    wanted = [char for char in short.lower() if char.isalnum()]
    letters = long.lower()
    if not letters or letters[0] != wanted[0]:
        return False
    at = 0
    for char in wanted:
        at = letters.find(char, at)
        if at < 0:
            return False
        at += 1
    starts = "".join(part[0] for part in re.findall(r"[^\W_]+", letters))
    common = sum(char in starts for char in wanted)
    return common >= max(2, len(wanted) - 1) or (len(wanted) <= 3 and common >= 1 and " " not in long)


def prose(record: dict[str, Any]) -> str:
    """The long texts of a record."""
    protocol = record["protocolSection"]
    description = protocol.get("descriptionModule", {})
    criteria = protocol.get("eligibilityModule", {}).get("eligibilityCriteria", "")
    return f"{description.get('briefSummary', '')} {description.get('detailedDescription', '')} {criteria}"


EVERYDAY_TRIALS = 3


def everyday_words(records: list[dict[str, Any]]) -> set[str]:
    """Forms of words that stand in small letters in the descriptions of so many trials."""
    trials: Counter[str] = Counter()
    for record in records:
        trials.update(
            {plain_form(word) for word in re.findall(r"(?<![\w-])[a-z]{3,}(?![\w-])", prose(record))}
        )
    return {word for word, count in trials.items() if count >= EVERYDAY_TRIALS}


def cases(records: list[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """Word of up to five letters, in small letters → how often it is written so, how often in capitals."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for record in records:
        for word in re.findall(r"(?<![\w-])[A-Za-z0-9]{2,6}(?![\w-])", prose(record)):
            if word.islower():
                small[word] += 1
            elif sum(map(str.isupper, word)) > 1:
                large[word.lower()] += 1
    return {word: (small[word], large[word]) for word in small.keys() | large.keys()}
