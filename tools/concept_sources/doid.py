"""The Human Disease Ontology (CC0), tables and the OBO file of cancers given by hand ─▶ **rows**."""

import csv
import hashlib
import io
import re
from collections import Counter, defaultdict
from pathlib import Path

from tools.concept_sources.packages import checked
from tools.concept_sources.rows import SourceRead, SourceRow

# Of DiseaseOntology/HumanDiseaseOntology at commit 9fbefd6651b79526165453395d06c8fd4bfe4247.
VERSION, DATE = "9fbefd6651b7", "2026-08-19"
FILES = {
    "DOreports/HumanDO.tsv": "c862a3523b0308ae82df6ffd5b0781af83cc561a9e9aa2b25a3cee7e2b33452d",
    "DOreports/MESHinDO.tsv": "d4f522b788b3ed620c6ca3c174da9de30a26cf21597f76ccbc6321d2f5fa752b",
    "src/ontology/releases/subsets/DO_cancer_slim.obo": (
        "031af4f526edbb60978ed1d817e620f4ecbee57378e5e68819c6c95b64878a2a"
    ),
}
_SYNONYM = re.compile(r'^synonym: "(.+)" EXACT', re.MULTILINE)


def read(cache: Path) -> SourceRead:
    labels, mesh, cancers = (
        checked(cache / Path(path).name, digest).decode("utf-8") for path, digest in FILES.items()
    )
    parents: dict[str, list[str]] = defaultdict(list)
    ids: dict[str, str] = {}
    for row in csv.DictReader(io.StringIO(labels), delimiter="\t"):
        ids[row["label"]] = row["id"]
        parents[row["id"]].append(row["subClassOf"])
    same: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(mesh), delimiter="\t"):
        same[row["id"]] += re.findall(r"MESH:(D\d+)", row["xrefs"])
    synonyms = _synonyms(cancers)
    rows = []
    for label, number in sorted(ids.items(), key=lambda item: item[1]):
        rows.append(
            SourceRow(
                number.lower(),
                "condition",
                label,
                sorted({label, *synonyms[number]}),
                "DOID",
                broader=sorted(ids[up].lower() for up in parents[number] if up in ids),
                same_as=[f"mesh:{each}" for each in same[number]],
            )
        )
    counts = Counter(taken=len(rows), **{"names taken": sum(len(row.names) for row in rows)})
    digest = hashlib.sha256("".join(FILES.values()).encode()).hexdigest()
    return SourceRead("Human Disease Ontology", VERSION, DATE, "CC0", digest, rows, counts)


def _synonyms(obo: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for term in obo.split("[Term]\n")[1:]:
        number = term.split("\n", 1)[0].removeprefix("id: ")
        found[number] += _SYNONYM.findall(term)
    return found
