"""python -m bench.concepts [--records FILE...] [--ictrp FILE] [--criteria TAR] [--draw KIND SEED
OUT.tsv]: what the
list knows.

Share of condition and treatment strings that map, of the own and of the measuring fold; share of annotated
conditions and drugs in criteria that a name touches; memory and milliseconds a trial. ``--draw`` writes 200
mapped strings of the own fold (``conditions``, ``drugs``, ``treatments``, ``criteria-conditions``,
``criteria-drugs``) for readers to judge; strings of the measuring fold are drawn for outside readers alone
(``--fold measuring``) and never looked at by whoever writes rules.
"""

import argparse
import csv
import random
import time
from collections import Counter
from pathlib import Path

from bench.concepts.samples import FOLDS, Strings, of_other_registries, strings_of
from bench.leaf_annotations import entities
from trialway.concepts.concept import Kind, Mention
from trialway.concepts.concept_list import OF_CONDITIONS, OF_TREATMENTS, Concepts

DRAWN = 200
MEASURED = {
    "conditions": OF_CONDITIONS,
    "drugs": OF_TREATMENTS,
    "treatments": OF_TREATMENTS,
    "keywords": None,
}
# Of so many passes the fastest counts: the machine has other work.
PASSES = 5


def main() -> None:
    options = _options()
    if options.draw:
        _draw(options)
        return
    strings = strings_of(options.records)
    before = _memory()
    began = time.process_time()
    concepts = Concepts()
    concepts.find("asthma")
    opened = time.process_time() - began
    print(f"{len(concepts):,} concepts with {concepts.name_count:,} names opened in {opened * 1000:.0f} ms")
    for fold in FOLDS:
        _report(concepts, fold, strings[fold])
    if options.ictrp:
        _report_share(concepts, "ICTRP", "conditions", of_other_registries(options.ictrp), OF_CONDITIONS)
    after = _memory()
    own, mapped = (after[name] - before[name] for name in ("RssAnon", "RssFile"))
    print(f"memory: {own:.1f} MB of a worker's own, {mapped:.1f} MB of the mapped file")
    if options.criteria:
        for label, kinds in (("Condition-Name", OF_CONDITIONS), ("Drug-Name", OF_TREATMENTS)):
            touched, all_of = _touched(concepts, options.criteria, label, kinds)
            print(f"criteria, {label}: {touched:,} of {all_of:,} touched, {touched / all_of:.1%}")


def _memory() -> dict[str, float]:
    """Megabytes of this process: its own (RssAnon) and those of files that it shares with others
    (RssFile)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines if line.startswith("Rss")}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", nargs="+", type=Path, default=[])
    parser.add_argument("--criteria", type=Path)
    parser.add_argument("--ictrp", type=Path)
    parser.add_argument("--draw", nargs=3, metavar=("KIND", "SEED", "OUT"))
    parser.add_argument("--fold", choices=FOLDS, default="own")
    parser.add_argument("--missing", action="store_true")
    return parser.parse_args()


def _report(concepts: Concepts, fold: str, strings: Strings) -> None:
    for name, kinds in MEASURED.items():
        _report_share(concepts, fold, name, getattr(strings, name), kinds)
    took = min(_pass(concepts, strings) for _ in range(PASSES)) / len(strings.trials)
    print(
        f"{fold}: {took * 1000:.3f} ms a trial to find names in titles, conditions, treatments and keywords"
    )


def _report_share(
    concepts: Concepts, fold: str, name: str, counted: Counter[str], kinds: frozenset[Kind] | None
) -> None:
    how = Counter[str]()
    uses = 0
    for text, times in counted.items():
        found = concepts.of_name(text, kinds)
        how[found[0].how if found else "none"] += 1
        uses += times if found else 0
    share = 1 - how["none"] / len(counted)
    parts = ", ".join(f"{each} {how[each]:,}" for each in ("exact", "within", "about"))
    of_uses = uses / counted.total()
    print(f"{fold}, {name}: {len(counted):,} strings, {share:.1%} map ({parts}); {of_uses:.1%} of all uses")


def _pass(concepts: Concepts, strings: Strings) -> float:
    began = time.process_time()
    for texts in strings.trials:
        concepts.find("\n".join(texts))
    return time.process_time() - began


def _touched(concepts: Concepts, archive: Path, label: str, kinds) -> tuple[int, int]:
    touched = all_of = 0
    found: dict[str, list[tuple[int, int]]] = {}
    for entity in entities(archive, label):
        if entity.text not in found:
            found[entity.text] = [(each.start, each.end) for each in concepts.find(entity.text, kinds)]
        all_of += 1
        touched += any(first < entity.end and entity.start < last for first, last in found[entity.text])
    return touched, all_of


def _draw(options: argparse.Namespace) -> None:
    kind, seed, out = options.draw
    concepts = Concepts()
    if kind.startswith("criteria-"):
        rows = _criteria_rows(concepts, options.criteria, kind)
    else:
        rows = _string_rows(
            concepts, getattr(strings_of(options.records)[options.fold], kind), kind, options.missing
        )
    drawn = random.Random(int(seed)).sample(rows, min(DRAWN, len(rows)))
    with open(out, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(("text", "concept", "kind", "lay path", "how", "verdict"))
        writer.writerows((*row, "") for row in drawn)
    print(f"{len(drawn)} of {len(rows):,} rows in {out}")


def _string_rows(
    concepts: Concepts, counted: Counter[str], kind: str, missing: bool
) -> list[tuple[str, ...]]:
    kinds = OF_CONDITIONS if kind == "conditions" else OF_TREATMENTS
    rows = []
    for text in sorted(counted):
        found = concepts.of_name(text, kinds)
        if missing:
            rows += [] if found else [(text, "", "", "", "")]
        elif found:
            rows.append(_row(concepts, text, found))
    return rows


def _row(concepts: Concepts, text: str, found) -> tuple[str, ...]:
    return (
        text,
        " + ".join(each.concept.preferred for each in found),
        " + ".join(each.concept.kind for each in found),
        " + ".join(concepts.lay_path(each.concept) for each in found),
        " + ".join(each.how for each in found),
    )


def _criteria_rows(concepts: Concepts, archive: Path, kind: str) -> list[tuple[str, ...]]:
    kinds = {"condition", "symptom"} if kind.endswith("conditions") else {"medicine", "class"}
    texts = dict.fromkeys(entity.text for entity in entities(archive, "Condition-Name", "Drug-Name"))
    return [
        (_marked(text, each), each.concept.preferred, each.concept.kind, concepts.lay_path(each.concept), "")
        for text in texts
        for each in concepts.find(text, kinds)
    ]


def _marked(text: str, each: Mention) -> str:
    """The name with what stands around it."""
    before, behind = text[max(0, each.start - 50) : each.start], text[each.end : each.end + 30]
    return " ".join(f"{before}⟦{text[each.start : each.end]}⟧{behind}".split())


if __name__ == "__main__":
    main()
