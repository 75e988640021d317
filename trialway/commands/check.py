"""`trialway check`: is the store whole, is the index in step, how old is the data, what could not be read."""

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from trialway.commands.common import DataOption, JsonOption, open_store
from trialway.commands.progress import progress_bar
from trialway.data_folder import DataFolder

if TYPE_CHECKING:
    from trialway.archive.check import Report

EXAMPLES = (
    "trialway check",
    "trialway check --json",
    "trialway check --synonyms | less",
    "trialway check --rules",
)
SynonymsOption = Annotated[
    bool, typer.Option("--synonyms", help="List the words that searches take for one another, as learned.")
]

RulesOption = Annotated[
    bool, typer.Option("--rules", help="List the rules for joining that their own record contradicts.")
]


def command(
    data: DataOption = None,
    as_json: JsonOption = False,
    synonyms: SynonymsOption = False,
    rules: RulesOption = False,
) -> None:
    """Count everything, read every current version, compare archive and index, list what could not be read.

    Ends with 1 when something is damaged or lost; old data and odd values are only told.
    """
    folder = open_store(data)
    if synonyms:
        print_synonyms(folder, as_json=as_json)
        return
    if rules:
        print_withheld_rules(as_json=as_json)
        return
    report = examine_with_progress(folder)
    if as_json:
        print(msgspec.json.encode(report).decode())
    else:
        print_report(report)
    if report.faults:
        raise typer.Exit(1)


def examine_with_progress(folder: DataFolder) -> "Report":
    """The archive's report with what only the index can tell added to it."""
    from django.conf import settings

    from trialway.archive.check import examine
    from trialway.archive.models import Trial
    from trialway.archive.trials import change_of_every_trial
    from trialway.pipeline import criteria, quarantine
    from trialway.search.engine.compare_with_archive import compare_with_archive

    with progress_bar("Checking", "trials", Trial.objects.count()) as bar:
        report = examine(settings.STALE_DAYS, bar.show)
    left_out = quarantine.left_out(quarantine.SEARCH)
    changes = {number: at for number, at in change_of_every_trial().items() if number not in left_out}
    report.faults += compare_with_archive(folder.index, changes)
    report.warnings += [*quarantine.warnings(), *criteria.unreadable()]
    return report


def print_synonyms(folder: DataFolder, *, as_json: bool) -> None:
    """What records taught, the best attested first: so many trials, who says it, the two names."""
    from trialway.environment import DENIED_SYNONYMS
    from trialway.search.engine.reader import open_index

    pairs = open_index(folder.index).words.lexicon.equations
    if as_json:
        print(msgspec.json.encode(pairs).decode())
        return
    denied = DENIED_SYNONYMS.value()
    for pair in pairs:
        mark = "  denied" if (pair.asked.casefold(), pair.form.casefold()) in denied else ""
        print(f"{pair.trials:7,}  {pair.source:8}{pair.asked} = {pair.form}{mark}")
    print(f"\n{len(pairs):,} pairs; TRIALWAY_DENIED_SYNONYMS takes away single ones.")


def print_withheld_rules(*, as_json: bool) -> None:
    """Each rule that decides nothing, with its trial and what contradicts it; then how many there are."""
    from trialway.archive.trials import change_of_every_trial
    from trialway.pipeline.withheld_rules import withheld_rules

    numbers = sorted(change_of_every_trial())
    with progress_bar("Reading rules", "trials", len(numbers)) as bar:
        found = list(withheld_rules(numbers, bar.show))
    if as_json:
        print(msgspec.json.encode(found).decode())
        return
    for one in found:
        print(f"{one.trial}  {one.words}\n    {one.reason}")
    trials, rules = len({one.trial for one in found}), len({(one.record, one.words) for one in found})
    print(f"\nTrials: {trials:,}. Rules shown as they are written, and that decide nothing: {rules:,}.")


def print_report(report: "Report") -> None:
    """Counts, then what needs a person's eye, then the verdict."""
    print(f"{report.trials:,} trials, {report.records:,} records in {report.versions:,} versions.")
    if report.newest_update:
        print(f"Newest update by a registry: {report.newest_update:%Y-%m-%d}.")
    if report.odd_total:
        print(f"\n{report.odd_total:,} values could not be read and are shown as the registry writes them:")
        for odd in report.odd:
            print(f"  {odd.records:6,} records  {odd.what}: {odd.place} = {odd.raw}")
    if report.refused_total:
        print(f"\n{report.refused_total:,} pieces were refused:")
        for refused in report.refused:
            print(f"  {refused.times:6,} times  {refused.reason} (such as {refused.example})")
    for warning in report.warnings:
        print(f"\nWarning: {warning}")
    for fault in report.faults:
        print(f"\nFault: {fault}")
    print("\nThe store is damaged." if report.faults else "\nThe store is whole and the index is in step.")
