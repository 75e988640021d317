"""The trial in a few plain words, and in one sentence: TrialRecord ─▶ **title, summary**."""

from trialway.plain.design_conflicts import has_steps, randomisation_conflicts
from trialway.plain.phrases import (
    join_list,
    line,
    noun_of,
)
from trialway.plain.statement import Statement, TextPiece, make_statement
from trialway.plain.subject import conditions, in_title, is_narrowed, tested, title_says_more
from trialway.plain.tense import voice_of
from trialway.record import TrialRecord

PURPOSES = {
    "treatment": "ways to treat an illness or its effects",
    "prevention": "ways to prevent an illness or a problem",
    "diagnostic": "ways to find out what is wrong",
    "educational": "teaching, advice or training",
    "supportive_care": "ways to ease the effects of an illness or its treatment",
    "screening": "ways to find an illness early",
    "health_services": "ways in which care is given",
    "basic_science": "how the body or an illness works",
    "device_feasibility": "whether a new device can be used",
}


def plain_title(record: TrialRecord) -> Statement:
    """``A trial of Atezolizumab in Breast Cancer`` where the registry's short title says no more than that;
    else that title itself, which keeps what it compares and for whom it is."""
    what = [name for name in tested(record) if in_title(name, record)]
    where = [name for name in conditions(record) if in_title(name, record) and not is_narrowed(name, record)]
    words = line(record.brief_title or record.official_title)
    kind = _kind(record)
    of = "with" if noun_of(record) == "programme" else "of"
    if 0 < len(what) <= 2 and len(where) == 1 and not title_says_more(words, (*what[:2], where[0])):
        return make_statement(
            "title",
            ("interventions.name", "conditions"),
            f"{kind} {of} ",
            join_list(what, most=2),
            " in ",
            join_list(where, most=1),
        )
    if words:
        return make_statement(
            "title-own",
            ("brief_title" if record.brief_title else "official_title",),
            TextPiece(words, theirs=True, quoted=True),
        )
    return _without_title(record, kind, of)


def _without_title(record: TrialRecord, kind: str, of: str) -> Statement:
    what, where = tested(record), conditions(record)
    if what and where:
        names = (f"{kind} {of} ", join_list(what, most=2), " in ", join_list(where, most=1))
        return make_statement("title", ("interventions.name", "conditions"), *names)
    if where:
        return make_statement("title-condition", ("conditions",), f"{kind} in ", join_list(where, most=1))
    if what:
        return make_statement(
            "title-intervention", ("interventions.name",), f"{kind} {of} ", join_list(what, most=2)
        )
    return make_statement("title-number", ("record_id",), "Trial ", TextPiece(record.record_id, theirs=True))


def summary(record: TrialRecord) -> Statement:
    """What the trial looks at, in its tense; the title has said with what, and in which condition."""
    purpose = record.design.purpose
    words = PURPOSES.get(purpose.code or "") if purpose else None
    where = conditions(record)
    looks = voice_of(record).active("look at", "looked at", many=False)
    noun = noun_of(record)
    be = "was" if voice_of(record).tense in ("past", "unheld") else "is"
    what = tested(record)
    if noun == "programme" and what:
        return make_statement(
            "summary-programme",
            ("design.study_type", "interventions.name"),
            f"This {be} a way to get ",
            join_list(what, most=2),
            " outside a trial.",
        )
    if purpose and words:
        groups = _compared(record)
        return make_statement(
            "summary",
            ("design.purpose", "arms.label") if groups else ("design.purpose",),
            f"This {noun} {looks} {words}.{groups}",
            rests_on=(purpose.raw,),
            derivation="count" if groups else "",
        )
    if noun == "study":
        return make_statement(
            "summary-observational", ("design.study_type",), "The registry lists it as a study that watches."
        )
    if where:
        shown = where[:2]
        return make_statement(
            "summary-condition", ("conditions",), f"This {noun} {looks} ", join_list(shown), "."
        )
    return make_statement(
        "summary-number", ("record_id",), f"This is {noun} ", TextPiece(record.record_id, theirs=True), "."
    )


def _compared(record: TrialRecord) -> str:
    """`` It compares 2 groups of people.``, of groups that run side by side."""
    model = record.design.intervention_model
    if len(record.arms) < 2 or model is None or model.code not in ("parallel", "factorial"):
        return ""
    if randomisation_conflicts(record) or has_steps(record):
        return ""
    compares = voice_of(record).active("compare", "compared", many=False)
    return f" It {compares} {len(record.arms)} groups of people."


def _kind(record: TrialRecord) -> str:
    return {"programme": "A programme to get treatment", "study": "A study"}.get(noun_of(record), "A trial")
