"""`trialway fit`: one trial's rules against what somebody says, or against a FHIR Bundle."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from trialway.commands.common import DataOption, JsonOption, open_store
from trialway.commands.show import IdArgument
from trialway.commands.terminal import CleanConsole
from trialway.errors import NotFound, SettingError
from trialway.sample import TRIAL

if TYPE_CHECKING:
    from trialway.fit.parse_answers import GivenAnswer
    from trialway.interop.fhir_patient import Unknown
    from trialway.presenters.fit.verdicts import Verdicts

EXAMPLES = (
    f"trialway fit {TRIAL} --answer age=62 --answer sex=female --answer ecog=1",
    f"trialway fit {TRIAL} --patient bundle.json --json",
)

AnswerOption = Annotated[
    list[str] | None,
    typer.Option("--answer", metavar="NAME=VALUE", help="What is so, or NAME=? for not known; repeat it."),
]
PatientOption = Annotated[
    Path | None, typer.Option("--patient", metavar="FILE", help="A FHIR R4 Bundle, mCODE or plain, as JSON.")
]
_TITLES = {
    "fails": "Speaks against it",
    "answer": "Still open",
    "result": "Test results must show",
    "meets": "Seems to be met",
    "team": "Only the trial team can check",
}


def command(
    trial: IdArgument,
    answers: AnswerOption = None,
    patient: PatientOption = None,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check a trial's rules against what is known of a person. Nothing of it is kept."""
    open_store(data)

    from trialway.archive.trials import find_trial
    from trialway.fit.outcomes import fit_outcomes
    from trialway.fit.trial_set import build_trial_set
    from trialway.pipeline.criteria import readings
    from trialway.presenters.fit.verdicts import verdicts
    from trialway.screening.step import result_of
    from trialway.screening.trial_selection import TrialSelection
    from trialway.search.document.identifiers import registry_number

    found = find_trial(registry_number(trial) or trial)
    if found is None:
        raise NotFound(f"There is no trial {trial!r} here; trialway search finds trials by their words.")
    said, unknown = told(answers or [], patient)
    read = readings([found.number])
    looked = TrialSelection(build_trial_set(read.rules), read.numbers, 1, trial=found)
    screen = result_of(looked.trials, said)
    result = verdicts(looked, screen, fit_outcomes(looked.trials, screen.answers), unknown)
    if as_json:
        print(msgspec.json.encode(result).decode())
    else:
        print_result(result)


def told(answers: list[str], patient: Path | None) -> tuple[tuple["GivenAnswer", ...], tuple["Unknown", ...]]:
    """Answers count more than the Bundle: whoever gives both corrects it."""
    from trialway.fit.parse_answers import parse_answer
    from trialway.interop.fhir_patient import LARGEST, read_patient

    said: dict[str, GivenAnswer] = {}
    unknown: tuple[Unknown, ...] = ()
    if patient is not None:
        try:
            with patient.open("rb") as file:
                body = file.read(LARGEST + 1)
        except OSError as error:
            raise SettingError(
                f"--patient: {patient} cannot be read ({error.strerror}); name another file."
            ) from None
        bundle = read_patient(body, dt.datetime.now(dt.UTC).date())
        said, unknown = {each.question.name: each for each in bundle.said}, bundle.unknown
    said |= {each.question.name: each for each in map(parse_answer, answers)}
    return tuple(said.values()), unknown


def print_result(result: "Verdicts") -> None:
    from trialway.presenters.fit.result import LABELS
    from trialway.registry_text import repair

    console = CleanConsole()
    console.soft_wrap = not console.is_terminal
    for trial in result.trials:
        console.print(f"{trial.slug}: {LABELS[trial.verdict]}", style="bold")
        for state, title in _TITLES.items():
            rules = [rule for rule in trial.rules if rule.state == state]
            if rules:
                console.print(f"\n{title}", style="bold")
            for rule in rules:
                words = " ".join(repair(rule.quote).split())
                console.print(f"  - {rule.sentence + ' ' if rule.sentence else ''}“{words}”")
    for each in result.unknown:
        console.print(f"Not read: {each.expression}: {each.reason}")
    console.print(f"\n{result.note}")
