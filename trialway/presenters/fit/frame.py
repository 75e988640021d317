"""What stands around every screen of the check: where it looks, how many are left, and what travels with
it."""

from msgspec import Struct

from trialway.presenters.expert.header import header_title
from trialway.presenters.registry_text import RegistryText, counted, number
from trialway.screening.form import Form
from trialway.screening.step import ScreeningStep
from trialway.screening.trial_selection import MOST_TRIALS, TrialSelection
from trialway.search.query.query import Query


class Around(Struct, frozen=True):
    """``address`` is what follows ``/fit``; ``said`` are the hidden fields that bring back what was said.
    ``recruiting`` is the address of the same for trials that are open, "" when only those are looked at."""

    address: str
    slug: str
    name: RegistryText
    search: str
    count: str
    notes: tuple[str, ...]
    recruiting: str
    said: tuple[str, ...]
    further: bool
    numbers: bool


def around(looked: TrialSelection, screen: ScreeningStep, form: Form) -> Around:
    query = looked.query
    return Around(
        address=f"?trial={looked.slug}" if looked.slug else f"?{query.query_string()}",
        slug=looked.slug,
        name=_name(looked),
        search="" if looked.slug else f"?{query.query_string()}",
        count="" if looked.slug else count_words(screen.left, len(looked.trials)),
        notes=(*looked.problems, *_notes(looked, screen.left)),
        recruiting=_recruiting(query) if not looked.slug else "",
        said=tuple(each.text for each in screen.said),
        further=form.further or form.do == "more",
        numbers=form.numbers or form.do == "numbers",
    )


def count_words(left: int, total: int) -> str:
    """``27 of 43 trials are not ruled out``"""
    if total and not left:
        return f"{'The one trial is' if total == 1 else f'All {number(total)} trials are'} set aside"
    return f"{number(left)} of {counted(total, 'trial')} {'is' if left == 1 else 'are'} not ruled out"


def _name(looked: TrialSelection) -> RegistryText:
    if looked.trial:
        return header_title(looked.trial)
    typed = looked.query.text.typed
    return RegistryText(f"“{typed}”" if typed else "all trials")


def _notes(looked: TrialSelection, left: int) -> list[str]:
    notes = []
    if not looked.slug and looked.numbers and not left:
        notes.append(
            "See which answer set most aside, and take it back if it was not right; or search again."
        )
    if not looked.slug and not looked.total:
        notes.append("The search finds no trial, so there is nothing to check; search with other words.")
    if looked.total > MOST_TRIALS:
        notes.append(
            f"The search finds {counted(looked.total, 'trial')}. Only the first {number(MOST_TRIALS)} are "
            "looked at; a more exact search gives fewer."
        )
    if looked.unread:
        notes.append(
            f"The rules of {counted(looked.unread, 'more trial')} have not been read yet. "
            "Some are read with each step."
        )
    return notes


def _recruiting(query: Query) -> str:
    if query.chosen("status"):
        return ""
    return f"?{query.with_filter('status', 'recruiting').query_string()}"
