"""What the trial measures first: outcomes ─▶ **plain words for the common ones, quotes for the rest**."""

from collections.abc import Iterator, Sequence

from trialway.plain.outcome_measure_rules import OUTCOME_MEASURES, OUTCOME_MEASURES_ROWS
from trialway.plain.phrases import counted, line
from trialway.plain.statement import Quotation, Statement, make_statement, quote
from trialway.plain.tense import Voice
from trialway.record import Outcome, TrialRecord
from trialway.registry_text import repair

MOST = 3
MOST_IN_FULL = 40
LONGEST = 160
# Only where the measure is nothing but these words.
_TABLE = tuple((OUTCOME_MEASURES[row.id], row.words) for row in OUTCOME_MEASURES_ROWS)


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


def measures_in_full(record: TrialRecord) -> tuple[Quotation, ...]:
    """The main measures as the record describes them, where it says more than their names."""
    main = _each_once(record.outcomes.primary)[:MOST_IN_FULL]
    if not any(line(one.description) or len(line(one.measure)) > LONGEST for one in main):
        return ()
    each = (": ".join(filter(None, (line(one.measure), repair(one.description or "")))) for one in main)
    field = "outcomes.primary.description"
    return (Quotation(title="Its main measures, in the record's words", text="\n\n".join(each), field=field),)


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
