"""Examples for the page of patterns; the registry's words in them are made up."""

from msgspec import Struct

from trialway.presenters.histogram import Histogram, histogram
from trialway.presenters.interpretation import (
    SOURCES,
    AlsoSearched,
    OfferLink,
    OtherWords,
    Taken,
    Understood,
)
from trialway.presenters.near_place import NearSite, WhereForm, where_form
from trialway.presenters.registry_text import (
    HeaderFact,
    LabelledRow,
    Prose,
    RegistryText,
)
from trialway.presenters.status import TONES, Tag
from trialway.presenters.value_lists import ListedFacet, found_facet
from trialway.registry_text import to_html
from trialway.sample import TRIAL
from trialway.search.engine.year_counts import YearCounts
from trialway.search.query.query import Query
from trialway.search.results.facet_options import FacetOption
from trialway.search.results.facet_value_search import FacetValueMatches
from trialway.vocabulary.status import STATUS

TEXT = "Inclusion criteria:\n\n1. Aged 18 or over\n2. One of:\n   * asthma\n   * COPD\n3. Able to consent"


class PatternsPage(Struct, frozen=True):
    tags: tuple[Tag, ...]
    facts: tuple[HeaderFact, ...]
    rows: tuple[LabelledRow, ...]
    prose: Prose
    chips: tuple[RegistryText, ...]
    understood: Understood
    offers: tuple[OfferLink, ...]
    years: Histogram | None
    values: ListedFacet
    where: WhereForm
    near: NearSite
    number: str = TRIAL


def patterns_page() -> PatternsPage:
    return PatternsPage(
        tags=tuple(
            Tag(RegistryText(label), TONES.get(code, "done")) for code, label in STATUS.labels.items()
        ),
        facts=(
            HeaderFact("Participants", RegistryText("96 people", note="actual")),
            HeaderFact("Start", RegistryText("June 2021", note="actual", iso="2021-06")),
            HeaderFact("Sites", RegistryText("51 sites", note="in 19 countries")),
        ),
        rows=(
            LabelledRow("Allocation", (RegistryText("Randomised"),)),
            LabelledRow(
                "Who does not know the group", (RegistryText("Participant"), RegistryText("Investigator"))
            ),
            LabelledRow(
                "A value that we do not know", (RegistryText("Some new value", "en", own_word=True),)
            ),
            LabelledRow("In the registry's words", prose=Prose(to_html(TEXT), TEXT, "en")),
        ),
        prose=Prose(to_html(TEXT), TEXT, "en"),
        where=where_form(Query()),
        near=NearSite(
            distance="8 km",
            name=RegistryText("Hospital of Oslo", "en"),
            place="Oslo, Norway",
            tag=Tag(RegistryText("Recruiting"), "open"),
            said="",
            as_of="as of June 2026, when the sponsor last checked",
            placed="",
        ),
        chips=(RegistryText("Asthma", "en"), RegistryText("Hypersensitivity", "en", note="D006967")),
        understood=Understood(
            taken=(Taken("for a 70 year old", "Age: 70 years"),),
            left_out=("clinical trials for",),
            words="heart AND attack",
            also=(AlsoSearched("heart attack", (_other_words("myocardial infarction"),)),),
            plain="?q=heart+attack&plain=yes",
            as_typed="?q=heart+attack&expand=no",
        ),
        offers=(
            OfferLink("spelling", "heart attack", "24 trials", "?q=heart+attack"),
            OfferLink("word", "Without the word “attak”", "2 trials", "?q=heart"),
        ),
        years=histogram(Query(), "start", YearCounts({2018: 12, 2019: 30, 2020: 96, 2022: 51}, unstated=3)),
        values=found_facet("glio", _found_values()),
    )


def _other_words(words: str) -> OtherWords:
    return OtherWords(words, SOURCES["lay"], "?q=heart+attack&not_also=myocardial+infarction")


def _found_values() -> FacetValueMatches:
    listed = (FacetOption("D005910", "Glioma", 12, True), FacetOption("D005909", "Glioblastoma", 3, False))
    return FacetValueMatches("condition", listed, found=2, elsewhere=5)
