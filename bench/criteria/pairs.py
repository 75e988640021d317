"""Verdicts on single criteria against those of experts: pairs of a patient's note and a criterion."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import zstandard

from bench.criteria.notes import facts
from trialway.criteria import read_text
from trialway.criteria.evaluate import meets

# What the experts' words mean for the criterion: met, not met, open.
EXPERTS = {
    "included": "meets",
    "not excluded": "meets",
    "not included": "fails",
    "excluded": "fails",
    "not enough information": "unknown",
    "not applicable": "unknown",
}


def judge(file: Path) -> tuple[Counter[tuple[str, str]], list[dict[str, Any]]]:
    """Counts of (our verdict, the experts'), and every pair where we say "fails" and they do not."""
    packed = zstandard.ZstdDecompressor().decompress(file.read_bytes(), max_output_size=1 << 28)
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[dict[str, Any]] = []
    for pair in json.loads(packed):
        criterion = read_text(pair["criterion_text"], pair["criterion_type"])
        value = meets(criterion, facts(pair["note"]))
        ours = "unknown" if value is None else "meets" if value else "fails"
        theirs = EXPERTS[pair["expert_eligibility"]]
        counts[ours, theirs] += 1
        if ours == "fails" and theirs != "fails":
            wrong.append(
                {
                    "criterion": pair["criterion_text"],
                    "side": pair["criterion_type"],
                    "experts": pair["expert_eligibility"],
                    "answers": facts(pair["note"]),
                }
            )
    return counts, wrong
