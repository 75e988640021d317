"""Drugs of `drug-named-entity-recognition` (MeSH, DrugBank's open vocabulary, MedlinePlus) ─▶ **rows**.

The package's parts have several licences, and it says the origin of a drug, not of a name. A drug that has no
other id than those of Wikipedia or the NHS is dropped; a name is taken only when MeSH, the FDA or the records
have it too (``shared_names``), or when it is the drug's own canonical name in MeSH or DrugBank (CC0).
"""

import bz2
from collections import Counter, defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from tools.concept_sources.packages import member, pins
from tools.concept_sources.rows import SourceRead, SourceRow
from tools.concept_sources.unpickling import plain_data
from trialway.concepts.words import name_key

PACKAGE = "drug-named-entity-recognition"
CLASSES = ("D27",)


def load(cache: Path) -> dict[str, Any]:
    path = "drug_named_entity_recognition/drug_ner_dictionary.pkl.bz2"
    return plain_data(bz2.decompress(member(cache, PACKAGE, path)))


def canonical_keys(data: dict[str, Any]) -> set[str]:
    """Keys of drugs that are medicines for sure: MedlinePlus or DrugBank has them."""
    drugs = data["drug_canonical_to_data"].items()
    return {name_key(key) for key, each in drugs if "medline_plus_id" in each or "drugbank_id" in each}


def read(
    data: dict[str, Any],
    numbers: Mapping[str, str],
    shared_names: AbstractSet[str],
    asked_for: AbstractSet[str],
) -> SourceRead:
    """``numbers``: heading of MeSH → id; ``shared_names``: keys that sources free to use have too.
    ``asked_for``: ids of MeSH that records give for
    a treatment: so a protein is told from a medicine."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, canonical in data["drug_variant_to_canonical"].items():
        names[canonical[0]].append(name)
    counts: Counter[str] = Counter()
    rows = []
    for key, each in data["drug_canonical_to_data"].items():
        if why := _no_medicine(key, each, numbers.get(key, ""), shared_names, asked_for):
            counts[why] += 1
            continue
        variants = [name for name in {key, *names[key]} if name == key or name_key(name) in shared_names]
        counts["names of unknown origin"] += len({key, *names[key]}) - len(variants)
        ids = [numbers[key]] if key in numbers else []
        ids += [f"drugbank:{each['drugbank_id']}"] if "drugbank_id" in each else []
        ids += [f"medlineplus:{each['medline_plus_id']}"] if "medline_plus_id" in each else []
        trees = sorted(each.get("mesh_tree", ()))
        kind = "class" if trees and all(tree.startswith(CLASSES) for tree in trees) else "medicine"
        source = "MeSH" if "mesh_id" in each else "DrugBank" if "drugbank_id" in each else "MedlinePlus"
        rows.append(
            SourceRow(
                ids[0], kind, each.get("name", key), sorted(variants), source, same_as=ids[1:], trees=trees
            )
        )
        counts["taken"] += 1
        counts["names taken"] += len(variants)
    version, digest = pins()[PACKAGE]
    licence = (
        "rows of MeSH (NLM), DrugBank open vocabulary (CC0), MedlinePlus (NLM); "
        "names that MeSH, FDA or records have too"
    )
    return SourceRead("Drug names", f"{PACKAGE} {version}", "2025-07-15", licence, digest, rows, counts)


def _no_medicine(
    key: str, each: dict[str, Any], heading: str, shared_names: AbstractSet[str], asked_for: AbstractSet[str]
) -> str:
    if not {"mesh_id", "drugbank_id", "medline_plus_id"} & each.keys():
        return "drugs with an id of Wikipedia or the NHS alone"
    if "drugbank_id" in each or "medline_plus_id" in each or heading in asked_for:
        return ""
    if not heading:
        return "headings that MeSH no longer has"
    if all(tree.startswith(CLASSES) for tree in each["mesh_tree"]):
        return ""
    return (
        ""
        if name_key(key) in shared_names
        else "headings of chemicals and proteins that no list of medicines has"
    )
