"""`trialway search`: the search page for a terminal, as JSON or CSV: words, options ─▶ Query ─▶ Answer."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from trialway import data_folder, environment
from trialway.commands.common import DataOption, JsonOption
from trialway.commands.print_results_list import print_answer
from trialway.errors import SettingError
from trialway.interop.csv import csv_lines
from trialway.search.document.facets import FACETS
from trialway.search.engine.base import Engine
from trialway.search.engine.reader import open_index
from trialway.search.interpretation.interpret_request import InterpretedQuery, interpret_parameters
from trialway.search.query.query import PER_PAGE
from trialway.search.results.answer import Answer, answer, every_summary
from trialway.search.results.facet_options import code_of

EXAMPLES = (
    'trialway search "breast cancer"',
    "trialway search asthma --status recruiting --country FR --sort newest",
    "trialway search '\"heart failure\" -child' --phase 3 --page 2",
    "trialway search asthma --near Lyon --within 100km --open-here",
    "trialway search title:her2 --csv > trials.csv",
)
MOST = 1000

WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS…",
        help='Words that must all be there; "a phrase", OR, NOT or -word, ( ); title:word looks there alone.',
        show_default=False,
    ),
]


def _filter(example: str, *names: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        *names, help=f"Such as {example}; may be given several times.", show_default=False
    )
    return option


StatusOption = Annotated[list[str] | None, _filter("recruiting")]
PhaseOption = Annotated[list[str] | None, _filter("3")]
TypeOption = Annotated[list[str] | None, _filter("interventional", "--type")]
CountryOption = Annotated[list[str] | None, _filter("FR or France")]
SponsorOption = Annotated[list[str] | None, _filter("industry")]
ConditionOption = Annotated[list[str] | None, _filter("Asthma")]
ResultsOption = Annotated[list[str] | None, _filter("yes")]
AgeOption = Annotated[str, typer.Option(metavar="YEARS", help="Trials that take somebody of this age.")]
ExpandOption = Annotated[
    bool, typer.Option("--expand/--no-expand", help="Search for other words for the same thing too.")
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="Take every word as a word, none as a status, a place or an age.")
]
NearOption = Annotated[
    str, typer.Option(metavar="PLACE", help='A town, a postcode or "45.76, 4.83".', show_default=False)
]
WithinOption = Annotated[
    str,
    typer.Option(metavar="DISTANCE", help="Such as 100km, 60mi or any; 100km.", show_default=False),
]
OpenHereOption = Annotated[
    bool, typer.Option("--open-here", help="Only trials with a place there that says it is recruiting.")
]
SortOption = Annotated[str, typer.Option(help="nearest, relevance, newest or updated.")]
PageOption = Annotated[str, typer.Option(metavar="N", help="Which page of the hits.")]
LimitOption = Annotated[
    int | None,
    typer.Option(metavar="N", help="How many hits on a page; 20, for --csv all.", show_default=False),
]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print CSV for spreadsheets.")]


def command(
    words: WordsArgument = None,
    status: StatusOption = None,
    phase: PhaseOption = None,
    type_: TypeOption = None,
    country: CountryOption = None,
    sponsor_class: SponsorOption = None,
    condition: ConditionOption = None,
    results: ResultsOption = None,
    age: AgeOption = "",
    expand: ExpandOption = True,
    plain: PlainOption = False,
    near: NearOption = "",
    within: WithinOption = "",
    open_here: OpenHereOption = False,
    sort: SortOption = "",
    page: PageOption = "",
    limit: LimitOption = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Search the loaded trials. Several values of one option widen the search, further options narrow it.

    Ends with 1 when nothing was found.
    """
    engine = open_index(chosen(data).index)
    given = {"status": status, "phase": phase, "type": type_, "country": country, "results": results}
    given |= {"sponsor_class": sponsor_class, "condition": condition}
    given["site_status"] = ["recruiting"] if open_here else []
    rest = [("near", near), ("within", within), ("sort", sort), ("page", page), ("age", age)]
    rest += [("expand", "" if expand else "no"), ("plain", "yes" if plain else "")]
    understood = understand(engine, words or [], {facet: codes or [] for facet, codes in given.items()}, rest)
    if as_csv:
        print_csv(engine, understood, limit)
        return
    found = answer(
        engine,
        understood.query,
        per_page=checked(limit) or PER_PAGE,
        problems=understood.problems,
        readings=understood.readings,
        where=understood.where,
    )
    show(found, as_json)


def chosen(data: Path | None) -> data_folder.DataFolder:
    return data_folder.DataFolder(data) if data else data_folder.current()


def understand(
    engine: Engine, words: list[str], given: dict[str, list[str]], rest: list[tuple[str, str]]
) -> InterpretedQuery:
    codes = [
        (facet, code_of(FACETS[facet], engine.codebook, code))
        for facet, found in given.items()
        for code in found
    ]
    return interpret_parameters(engine, [("q", " ".join(words)), *codes, *rest])


def checked(limit: int | None) -> int | None:
    if limit is not None and not 1 <= limit <= MOST:
        raise SettingError(f"--limit {limit} is not between 1 and {MOST}; choose such a number.")
    return limit


def show(found: Answer, as_json: bool) -> None:
    if as_json:
        print(msgspec.json.encode(found).decode())
    else:
        print_answer(found)
    if not found.total:
        raise typer.Exit(1)


def print_csv(engine: Engine, understood: InterpretedQuery, limit: int | None) -> None:
    for problem in understood.problems:
        print(problem.sentence, file=sys.stderr)
    rows = 0
    for line in csv_lines(every_summary(engine, understood.query), environment.BASE_URL.value()):
        if limit is not None and rows > limit:
            return
        sys.stdout.write(line.replace("\r\n", "\n"))
        rows += 1
    if rows == 1:
        raise typer.Exit(1)
