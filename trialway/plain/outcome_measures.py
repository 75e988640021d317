"""What the trial measures first: outcomes ─▶ **plain words for the common ones, quotes for the rest**."""

import re
from collections.abc import Iterator, Sequence

from trialway.plain.phrases import counted, line
from trialway.plain.statement import Statement, make_statement, quote
from trialway.plain.tense import Voice
from trialway.record import Outcome, TrialRecord

MOST = 3
LONGEST = 160
# Only where the measure is nothing but these words: a closed table, never a guess.
_PLAIN = (
    (
        r"progression[- ]free survival(?: \(?pfs\)?)?",
        "how long people live without the illness getting worse",
    ),
    (r"overall survival(?: \(?os\)?)?", "how long people live"),
    (r"disease[- ]free survival(?: \(?i?dfs\)?)?", "how long people live without the illness coming back"),
    (r"event[- ]free survival(?: \(?efs\)?)?", "how long people live without certain problems"),
    (r"(?:objective|overall) response rate(?: \(?orr\)?)?", "in how many people the cancer shrinks"),
    (r"(?:treatment[- ]emergent )?adverse events?(?: \(?t?eaes?\)?)?", "unwanted effects"),
    (
        (
            r"(?:number|incidence|percentage|proportion) of (?:participants|"
            r"patients|subjects) with (?:treatment[- ]emergent )?adverse "
            r"events?(?: \(?t?eaes?\)?)?"
        ),
        "how many people have unwanted effects",
    ),
    (r"dose[- ]limiting toxicit(?:y|ies)(?: \(?dlts?\)?)?", "side effects that are too strong to give more"),
    (r"maximum tolerated dose(?: \(?mtd\)?)?", "the highest dose that people can bear"),
    (
        r"(?:health[- ]related )?quality of life(?: \(?(?:hr)?qol\)?)?",
        "how people feel and get on with daily life",
    ),
    (r"all[- ]cause mortality|mortality|death(?: from any cause)?", "how many people die"),
    (r"body weight|weight", "body weight"),
    (r"blood pressure", "blood pressure"),
    (r"pain(?: score| intensity)?", "pain"),
)
_TABLE = tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in _PLAIN)


def plain_measure(measure: str) -> str:
    """Our words for a measure that the table knows completely; empty otherwise."""
    bare = line(measure).strip(" .")
    return next((words for pattern, words in _TABLE if pattern.fullmatch(bare)), "")


def write_measures(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    main = _each_once(record.outcomes.primary)
    shown = [outcome for outcome in main if _can_be_shown(outcome)][:MOST] or main[:1]
    for outcome in shown:
        yield from _statements(outcome, voice)
    if len(main) > len(shown):
        more = counted(len(main) - len(shown), "more main measure")
        yield make_statement(
            "more-measures", ("outcomes.primary.measure",), f"The record lists {more}.", derivation="count"
        )


def _each_once(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The measures without repeats for another time or part."""
    once: dict[str, Outcome] = {}
    for outcome in outcomes:
        once.setdefault(line(outcome.measure).rstrip(".").casefold(), outcome)
    return list(once.values())


def _can_be_shown(outcome: Outcome) -> bool:
    words = line(outcome.measure)
    return bool(words) and (bool(plain_measure(words)) or len(words) <= LONGEST)


def _statements(outcome: Outcome, voice: Voice) -> Iterator[Statement]:
    measure, field = line(outcome.measure).rstrip("."), ("outcomes.primary.measure",)
    if not measure:
        return
    verb = voice.active("measure", "measured", many=False)
    words = plain_measure(measure)
    if words:
        yield make_statement("measure", field, f"It {verb} {words}.", rests_on=(measure,))
    elif len(measure) <= LONGEST:
        yield make_statement("measure-own", field, f"It {verb} ", quote(measure), ".", rests_on=(measure,))
    else:
        yield make_statement(
            "measure-long",
            field,
            f"It {verb} something that the record describes at length.",
            rests_on=(measure,),
        )
