"""Is it open now, and how sure is that? TrialRecord ─▶ **the section ``open``**."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from trialway.plain.freshness import write_freshness
from trialway.plain.phrases import counted, line
from trialway.plain.prose import quotations, sentences_matching
from trialway.plain.prose_words import PROSE_WORDS
from trialway.plain.statement import (
    PlainSection,
    Statement,
    make_statement,
    name,
    quote,
)
from trialway.plain.tense import Voice, voice_of
from trialway.record import Site, TrialRecord
from trialway.vocabulary.dates import StatedDate, date_words
from trialway.vocabulary.status import STATUS

_SAID = {
    "not_yet_recruiting": "The trial is not open yet.",
    "recruiting": "The record says that the trial is open and looks for people to join.",
    "by_invitation": "The trial only takes people whom the team has asked to join.",
    "active_not_recruiting": "The trial is running, but it takes no new people.",
    "suspended": "The trial has been paused.",
    "terminated": "The trial is closed. It ended early.",
    "completed": "The trial is closed. It has ended.",
    "withdrawn": "The trial was called off before anyone joined.",
    "unknown": "No one has said for a long time if the trial is open.",
    "available": "This is a way to get a treatment outside a trial. It is open.",
    "temporarily_not_available": "This is a way to get a treatment outside a trial. It has been paused.",
    "no_longer_available": "This was a way to get a treatment outside a trial. It is closed.",
    "approved_for_marketing": (
        "This was a way to get a treatment before it could be sold. The treatment can now be sold."
    ),
    "withheld": "The registry does not show the details of this record.",
}
# "Research Site", "Local Institution - 0012": many places of one town may be called so.
_NAMELESS = re.compile(
    r"\b(?:site|institution|investigat\w+|facility|sponsor|study|research cent(?:re|er))\b"
)
_RUNNING = ("not_yet_recruiting", "recruiting", "by_invitation", "active_not_recruiting", "suspended")


def write_opening(record: TrialRecord, today: dt.date) -> PlainSection:
    voice = voice_of(record)
    return PlainSection(
        id="open",
        question="Is it open now?",
        statements=(
            *_status(record),
            *write_freshness(record, today),
            *_dates(record, today),
            *_people(record, voice),
            *_places(record, voice),
        ),
        quotations=()
        if record.sites
        else quotations(record, "places.named", title="Places that it may be about"),
    )


def _status(record: TrialRecord) -> Iterator[Statement]:
    status = record.recruitment.status
    place = ("recruitment.status",)
    if status is None:
        yield make_statement("status-missing", place, "The record does not say if the trial is open.")
    elif status.code is None:
        yield make_statement(
            "status-own",
            place,
            "The registry calls its status ",
            quote(STATUS.words(status)),
            ".",
            rests_on=(status.raw,),
        )
    else:
        for sentence in _SAID[status.code].split(". "):
            yield make_statement("status", place, sentence.removesuffix(".") + ".", rests_on=(status.raw,))
    last = record.recruitment.last_known
    if last is not None:
        words = STATUS.words(last).lower()
        yield make_statement(
            "status-last-known",
            ("recruitment.last_known",),
            f"Before that, the record said “{words}”.",
            rests_on=(last.raw,),
        )
    why = line(record.recruitment.why_stopped).rstrip(".")
    if why:
        yield make_statement(
            "why-stopped",
            ("recruitment.why_stopped",),
            "The record gives this reason: ",
            quote(why),
            ".",
            rests_on=(why,),
        )


def _dates(record: TrialRecord, today: dt.date) -> Iterator[Statement]:
    status = record.recruitment.status
    unheld = status is not None and status.code == "withdrawn"
    start, end = record.dates.start, record.dates.completion
    if start is not None:
        yield _date("start", "dates.start", start, today, "started", "start", unheld=unheld)
    if end is not None and not (unheld and end.first_day <= today):
        yield _date("end", "dates.completion", end, today, "ended", "end", unheld=unheld)
    if status is None or status.code not in _RUNNING:
        return
    if end is not None and end.last_day < today:
        state = "recruiting" if status.code == "recruiting" else "running"
        if status.code != "not_yet_recruiting":
            yield make_statement(
                "end-passed",
                ("dates.completion", "recruitment.status"),
                f"The record says that the trial is {state}, but its end date has passed.",
            )
    if start is not None and status.code == "not_yet_recruiting" and start.last_day < today:
        yield make_statement(
            "start-passed",
            ("dates.start", "recruitment.status"),
            "Its start date has passed, but the record says that it is not open.",
        )


def _date(
    which: str, field: str, date: StatedDate, today: dt.date, past: str, base: str, *, unheld: bool
) -> Statement:
    actual = date.kind is not None and date.kind.code == "actual"
    when = (_at(date), name(date_words(date)), ".")
    if actual and date.first_day <= today and not unheld:
        return make_statement(f"{which}-actual", (field,), f"It {past} ", *when, rests_on=(date.iso,))
    if date.kind is None and not unheld:
        return make_statement(
            f"{which}-stated",
            (field,),
            "The record gives ",
            name(date_words(date)),
            f" as its {base}.",
            rests_on=(date.iso,),
        )
    be = "was" if date.last_day < today or unheld else "is"
    return make_statement(
        f"{which}-planned", (field,), f"It {be} due to {base} ", *when, rests_on=(date.iso,)
    )


def _at(date: StatedDate) -> str:
    return "on " if date.precision in ("day", "minute") else "in "


def _people(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    enrolment = record.design.enrolment
    if enrolment is None or enrolment.count is None:
        return
    place, rests = ("design.enrolment.count",), (str(enrolment.count),)
    people = counted(enrolment.count, "person", "people")
    actual = enrolment.kind is not None and enrolment.kind.code == "actual"
    if enrolment.count == 0:
        yield make_statement("nobody", place, "Nobody took part.", rests_on=rests)
    elif actual:
        yield make_statement("people", place, f"In all, {people} took part.", rests_on=rests)
    elif enrolment.kind is None:
        words = f"The record gives {people} as its size."
        yield make_statement("people-stated", place, words, rests_on=rests)
    else:
        plan = "planned" if voice.tense in ("past", "unheld") else "plans"
        yield make_statement("people-planned", place, f"It {plan} to include {people}.", rests_on=rests)
        larger = max(_numbers_in_prose(record), default=0)
        if larger > enrolment.count:
            yield make_statement(
                "people-otherwise",
                ("brief_summary", "detailed_description"),
                f"Other words of the record speak of {larger:,} people.",
            )


def _numbers_in_prose(record: TrialRecord) -> Iterator[int]:
    for sentence in sentences_matching(record, PROSE_WORDS["people.number"]):
        for match in PROSE_WORDS["people.number"].finditer(sentence):
            yield int(match["number"].replace(",", ""))


def distinct_places(sites: Sequence[Site]) -> set[tuple[str, ...]]:
    """The sites by name and address, each once; those without a name of their own are all kept apart."""
    found: set[tuple[str, ...]] = set()
    for number, site in enumerate(sites):
        facility = line(site.facility).casefold()
        own = "" if facility and not _NAMELESS.search(facility) else str(number)
        town = (line(site.city).casefold(), line(site.postcode).casefold(), site.country or "")
        found.add((facility, *town, own))
    return found


def _places(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    sites = record.sites
    if not sites:
        yield make_statement(
            "no-places",
            ("sites.facility",),
            "The record has no list of places where you could go."
            if voice.reader
            else "The record has no list of places.",
        )
        return
    countries = {site.country for site in sites if site.country}
    places = counted(len(distinct_places(sites)), "place")
    where = f" in {counted(len(countries), 'country', 'countries')}" if len(countries) > 1 else ""
    yield make_statement(
        "places",
        ("sites.facility", "sites.country"),
        f"The record lists {places}{where}.",
        derivation="count",
    )
    recruiting = [site for site in sites if site.status is not None and site.status.code == "recruiting"]
    open_now = len(distinct_places(recruiting))
    if voice.reader and len(sites) > 1 and any(site.status for site in sites):
        be = "is" if open_now == 1 else "are"
        yield make_statement(
            "open-places",
            ("sites.status",),
            f"Of these, {counted(open_now, 'place')} {be} marked as open.",
            derivation="count",
        )
