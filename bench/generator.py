"""As many trials as wanted, made from real ones: seeded, with their lengths, skew and shared points.

A made-up trial takes each module whole from a real record drawn at random, so that lengths and rare values
keep their frequency, and a number and a date of its own. Conditions, arms and MeSH terms come from one record
together, for they belong together; eligibility, sites, descriptions and results each from another.
"""

import datetime as dt
import json
import random
from collections.abc import Iterator
from pathlib import Path

from trialway.archive.files.open_file import open_file

SAMPLE = Path(__file__).parent.parent / "trialway" / "sample" / "sample.jsonl.zst"
_FIRST_DAY = dt.date(2005, 1, 1)
_TOGETHER = (
    "sponsorCollaboratorsModule",
    "conditionsModule",
    "designModule",
    "armsInterventionsModule",
    "outcomesModule",
    "oversightModule",
)


def read_studies(paths: list[Path]) -> list[dict]:
    """The real studies to make others from; the bundled sample when no path is given."""
    studies = []
    for path in paths or [SAMPLE]:
        stream, _ = open_file(path)
        with stream:
            studies += [json.loads(line) for line in stream if line.strip()]
    return studies


def generate(studies: list[dict], count: int, seed: int = 1) -> Iterator[bytes]:
    """``count`` raw studies, the same for the same studies and seed."""
    dice = random.Random(seed)
    parts = [_Parts(study) for study in studies]
    for number in range(1, count + 1):
        core, rules, places, words, results = (dice.choice(parts) for _ in range(5))
        day = (_FIRST_DAY + dt.timedelta(dice.randrange(7800))).isoformat()
        yield b"".join(
            (
                b'{"protocolSection":{"identificationModule":',
                core.about.replace(b"NCT00000000", b"NCT%08d" % (number + 10_000_000), 1),
                b',"statusModule":',
                core.status.replace(b'"0000-00-00"', f'"{day}"'.encode(), 1),
                core.together,
                rules.rules,
                places.places,
                words.words,
                b"}",
                results.results if dice.random() < core.results_share else b"",
                core.derived,
                b"}",
            )
        )


class _Parts:
    """The modules of one real study as JSON bytes, ready to be joined."""

    results_share = 0.14  # of the registry's studies; the bundled sample has more

    def __init__(self, study: dict) -> None:
        protocol = study["protocolSection"]
        about = {**protocol["identificationModule"], "nctId": "NCT00000000"}
        about.pop("nctIdAliases", None)
        status = {**protocol.get("statusModule", {}), "lastUpdatePostDateStruct": {"date": "0000-00-00"}}
        self.about = _bytes(about)
        self.status = _bytes(status)
        self.together = _members(protocol, *_TOGETHER)
        self.rules = _members(protocol, "eligibilityModule")
        self.places = _members(protocol, "contactsLocationsModule")
        self.words = _members(protocol, "descriptionModule", "referencesModule", "ipdSharingStatementModule")
        self.results = _members(study, "resultsSection")
        self.derived = _members(study, "derivedSection", "documentSection")


def _members(node: dict, *names: str) -> bytes:
    return b"".join(b',"%s":%s' % (name.encode(), _bytes(node[name])) for name in names if name in node)


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
