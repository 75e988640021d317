"""One page to take to the doctor: the trial, who can join, whom to ask, and questions worth asking."""

import datetime as dt

from msgspec import Struct

from trialway.plain.statement import PatientText
from trialway.plain.text import patient_text
from trialway.presenters.dates import date_words, day_words
from trialway.presenters.disagreeing import weighty
from trialway.presenters.expert.header import header_title
from trialway.presenters.registry_text import counted
from trialway.presenters.sources import source_line
from trialway.registry_text import repair
from trialway.trial import Trial
from trialway.trial_sites import sites_of
from trialway.vocabulary.status import STATUS

MOST_RULES = 10
MOST_CONTACTS = 3

# General: no record states them.
QUESTIONS = (
    "Could this trial be right for me? Which rules might I not meet?",
    "What would happen with my treatment if I did not join?",
    "What are the possible harms, and how likely are they?",
    "How often would I have to travel, and who pays for it?",
    "Which tests would I need, and would they be done anyway?",
    "Can I stop at any time, and what happens then?",
)


class Sheet(Struct, frozen=True):
    """Everything as plain text, for a page and for a PDF. ``number`` names every record, ``address`` and
    ``fresh`` are those of the leading one."""

    slug: str
    number: str
    address: str
    title: str
    registry_title: str
    status: str
    fresh: str
    summary: str
    rules: tuple[str, ...]
    places: str
    contacts: tuple[str, ...]
    disagreements: tuple[str, ...]
    questions: tuple[str, ...]
    printed: str


def sheet(trial: Trial, today: dt.date) -> Sheet:
    """Rules are the patient text's own; a contact is a line of the record's contacts for the whole study."""
    text = patient_text(trial, today)
    updated = trial.main.dates.last_update_posted
    status = trial.value(lambda record: record.recruitment.status)
    return Sheet(
        slug=trial.slug,
        number=", ".join(source.record.record_id for source in trial.sources),
        address=source_line(trial.lead).url or "",
        title=text.title.text,
        registry_title=header_title(trial).text,
        status=STATUS.words(status) if status else "Status not stated",
        fresh=f"The registry's record was updated {date_words(updated)}." if updated else "",
        summary=text.summary.text,
        rules=_rules(text),
        places=_places(trial),
        contacts=_contacts(trial),
        disagreements=tuple(one.text for one in weighty(trial)),
        questions=QUESTIONS,
        printed=f"Printed on {day_words(today)}. Ask the trial team whether all of this still holds.",
    )


def _rules(text: PatientText) -> tuple[str, ...]:
    """The sentences that answer "can I take part?", the most important first."""
    joining = [section for section in text.sections if section.id == "join"]
    return tuple(each.text for section in joining for each in section.every if not each.general)[:MOST_RULES]


def _places(trial: Trial) -> str:
    sites = sites_of(trial)
    countries = {site.country_code or site.country for site in sites} - {None}
    if not sites:
        return "The record names no place."
    return f"{counted(len(sites), 'place')} in {counted(len(countries), 'country', 'countries')}."


def _contacts(trial: Trial) -> tuple[str, ...]:
    contacts = [claim.value for claim in trial.every(lambda record: record.central_contacts)]
    lines = (
        ", ".join(filter(None, (contact.name, contact.phone, contact.phone_extension, contact.email)))
        for contact in contacts
    )
    return tuple(repair(line) for line in lines if line)[:MOST_CONTACTS]
