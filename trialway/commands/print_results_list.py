"""An Answer on a terminal: Answer ─▶ **listing** ─▶ stdout."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from trialway.commands.print_sites import place_lines, site_line
from trialway.commands.terminal import CleanConsole
from trialway.search.document.result_summary import ResultSummary
from trialway.search.query.query import SORTS
from trialway.search.results.answer import Answer, Result
from trialway.search.results.facet_options import FacetAnswer
from trialway.search.results.snippets import Snippet
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.status import STATUS

# Title and conditions are there to be seen; repeating them would only lengthen the list.
SEEN_ANYWAY = {"title"}
MOST_CHOICES = 8


def print_answer(found: Answer) -> None:
    """Problems and total first, then the hits, then the facets with their counts."""
    # Lines are only broken for a person's terminal; a pipe gets one line a thing.
    console = CleanConsole()
    console.soft_wrap = not console.is_terminal
    for problem in found.problems:
        console.print(Text(problem.sentence, style="yellow"))
    console.print(Text(headline(found), style="bold"))
    for sentence in (*understood(found), *found.guidance, *place_lines(found), *others(found)):
        console.print(sentence)
    first = (found.query.page - 1) * found.query.per_page + 1
    for place, hit in enumerate(found.hits, first):
        console.print()
        print_hit(console, place, hit, found.query.near.unit if found.query.near else "km")
    if found.total:
        console.print()
        for facet in found.facets:
            console.print(counts(facet))


def headline(found: Answer) -> str:
    """``63 trials for breast AND cancer, best match first, page 1 of 4``."""
    trials = {0: "No trials", 1: "1 trial"}.get(found.total, f"{found.total:,} trials")
    parts = [f"{trials} for {found.query.words}" if found.query.words else trials]
    if found.total > 1:
        parts.append(SORTS[found.query.order].lower())
    if found.pages > 1:
        parts.append(f"page {found.query.page} of {found.pages}")
    return ", ".join(parts)


def understood(found: Answer) -> Iterator[str]:
    """What was read out of a sentence, and which other words were searched for too."""
    for reading in found.readings:
        meaning = f"{reading.parameter} {', '.join(reading.codes)}" if reading.parameter else "nothing"
        yield f"‘{reading.words}’ was read as {meaning}; --plain takes it as words."
    for added in found.added:
        yield f"Also searched for {added.typed}: {', '.join(added.forms)}"
    if found.unknown_numbers:
        yield f"Not here: {', '.join(found.unknown_numbers)}"


def others(found: Answer) -> Iterator[str]:
    """Other searches when next to nothing was found."""
    for offer in found.offers:
        trials = "1 trial" if offer.trials == 1 else f"{offer.trials:,} trials"
        if offer.kind == "spelling":
            yield f"Did you mean ‘{offer.what}’? {trials}"
        else:
            yield f"Without {offer.what}: {trials}"


def print_hit(console: Console, place: int, hit: Result, unit: str) -> None:
    card = hit.card
    head = Text(f"{place:>3}. ").append(card.slug, "bold").append(f"  {' · '.join(tags(card))}")
    console.print(head)
    near = [Text(site_line(hit, unit), "bold")] if hit.site else []
    for line in (Text(card.title), *near, Text(" · ".join(facts(card)), "dim"), *excerpts(hit)):
        console.print(Padding(line, (0, 0, 0, 5)) if console.is_terminal else Text("     ").append(line))


def tags(card: ResultSummary) -> Iterator[str]:
    if card.status:
        yield STATUS.words(card.status)
    yield from (PHASE.words(phase) for phase in card.phases)
    if card.results:
        yield "With results"


def facts(card: ResultSummary) -> Iterator[str]:
    if card.conditions:
        yield "; ".join(card.conditions[:3]) + (" …" if len(card.conditions) > 3 else "")
    if card.sponsor:
        yield card.sponsor
    if card.sites:
        sites = "1 site" if card.sites == 1 else f"{card.sites:,} sites"
        countries = "1 country" if card.countries == 1 else f"{card.countries} countries"
        yield f"{sites} in {countries}" if card.countries else sites
    if card.updated:
        yield f"updated {card.updated.iso}"


def excerpts(hit: Result) -> Iterator[Text]:
    for excerpt in hit.why:
        if excerpt.area not in SEEN_ANYWAY:
            yield marked(excerpt)


def marked(excerpt: Snippet) -> Text:
    line = Text(f"{excerpt.label}: ", "dim")
    for segment in excerpt.segments:
        line.append(segment.text, "bold" if segment.matched else "")
    return line


def counts(facet: FacetAnswer) -> Text:
    line = Text(f"{facet.label}: ", "bold")
    shown = [choice for choice in facet.choices if choice.count or choice.chosen]
    for place, choice in enumerate(shown[:MOST_CHOICES]):
        line.append(" · " if place else "").append(choice.label, "underline" if choice.chosen else "")
        line.append(f" ({choice.count:,})")
    return line.append(" …" if len(shown) > MOST_CHOICES else "")
