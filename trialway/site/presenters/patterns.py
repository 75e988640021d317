"""Examples for the page of patterns; the registry's words in them are made up."""

from msgspec import Struct

from trialway.registry_text import to_html
from trialway.site.presenters.status import TONES, Tag
from trialway.site.presenters.words import Fact, Prose, Row, Words
from trialway.vocabulary.status import STATUS

TEXT = "Inclusion criteria:\n\n1. Aged 18 or over\n2. One of:\n   * asthma\n   * COPD\n3. Able to consent"


class PatternsPage(Struct, frozen=True):
    tags: tuple[Tag, ...]
    facts: tuple[Fact, ...]
    rows: tuple[Row, ...]
    prose: Prose
    chips: tuple[Words, ...]


def patterns_page() -> PatternsPage:
    return PatternsPage(
        tags=tuple(Tag(Words(label), TONES.get(code, "done")) for code, label in STATUS.labels.items()),
        facts=(
            Fact("Participants", Words("96 people", note="actual")),
            Fact("Start", Words("June 2021", note="actual", iso="2021-06")),
            Fact("Sites", Words("51 sites", note="in 19 countries")),
        ),
        rows=(
            Row("Allocation", (Words("Randomised"),)),
            Row("Who does not know the group", (Words("Participant"), Words("Investigator"))),
            Row("A value that we do not know", (Words("Some new value", "en", own_word=True),)),
            Row("In the registry's words", prose=Prose(to_html(TEXT), TEXT, "en")),
        ),
        prose=Prose(to_html(TEXT), TEXT, "en"),
        chips=(Words("Asthma", "en"), Words("Hypersensitivity", "en", note="D006967")),
    )
