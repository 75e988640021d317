"""`trialway show`: one trial on a terminal, from the same presenters as its page."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from trialway.commands.common import DataOption, JsonOption, open_store
from trialway.commands.terminal import CleanConsole
from trialway.errors import NotFound
from trialway.sample import TRIAL, WITH_RESULTS

if TYPE_CHECKING:
    from trialway.trial import Trial

EXAMPLES = (
    f"trialway show {TRIAL}",
    f"trialway show {TRIAL} --patient",
    f"trialway show {TRIAL} --criteria",
    f"trialway show {WITH_RESULTS} --results",
    f"trialway show {TRIAL.lower()} --json | jq .sources[0].record.design",
)

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="A trial's registry number, in any case.")]
ResultsOption = Annotated[bool, typer.Option("--results", help="Print the results, every table.")]
CriteriaOption = Annotated[bool, typer.Option("--criteria", help="Print who can take part, as read.")]
PatientOption = Annotated[bool, typer.Option("--patient", help="Print the text for patients.")]


def command(
    trial: IdArgument,
    data: DataOption = None,
    as_json: JsonOption = False,
    results: ResultsOption = False,
    patient: PatientOption = False,
    criteria: CriteriaOption = False,
) -> None:
    """Print all that the registries state of one trial. Ends with 1 when there is no such trial."""
    open_store(data)

    from trialway.archive.trials import find_trial
    from trialway.commands.print_criteria import criteria_lines
    from trialway.commands.print_patient_text import patient_lines
    from trialway.commands.print_record import lines
    from trialway.presenters.criteria import criteria_to_json
    from trialway.presenters.expert.page import expert_page
    from trialway.presenters.trial_json import trial_to_json
    from trialway.search.document.identifiers import registry_number

    found = find_trial(registry_number(trial) or trial)
    if found is None:
        raise NotFound(f"There is no trial {trial!r} here; trialway search finds trials by their words.")
    if as_json:
        print(msgspec.json.encode(criteria_to_json(found) if criteria else trial_to_json(found)).decode())
        return
    console = CleanConsole()
    if results:
        show_results(console, found)
        return
    # Lines are only broken for a person's terminal; a pipe gets each thing on one line.
    console.soft_wrap = not console.is_terminal
    today = dt.datetime.now(dt.UTC).date()
    wanted = patient_lines(found, today) if patient else lines(expert_page(found))
    for text, style in criteria_lines(found) if criteria else wanted:
        console.print(text, style=style)


def show_results(console: CleanConsole, trial: "Trial") -> None:
    """The results of the preferred record that has some."""
    from trialway.commands.print_results import print_results
    from trialway.presenters.results.page import source_with_results

    found = source_with_results(trial)
    if found is None:
        raise NotFound(f"No registry holds results of {trial.slug}; without --results the rest is printed.")
    print_results(console, found[1])
