"""What commands show while the pipeline works: bars, and a sentence when an index was made anew."""

from typing import TYPE_CHECKING

from trialway.commands.common import print_notice
from trialway.commands.progress import counting_trials
from trialway.data_folder import DataFolder

if TYPE_CHECKING:
    from trialway.search.engine.build import Built


def catch_up(folder: DataFolder, *, rebuild: bool = False) -> "Built":
    """Take in what changed since the index was last brought up to date. The caller holds the write lock."""
    from trialway.pipeline.catch_up import catch_up

    built = catch_up(folder, counting_trials, rebuild=rebuild)
    if built.rebuilt:
        print_notice(f"The index was made anew with {built.total:,} trials. {built.rebuilt}")
    return built


def read_criteria_ahead() -> None:
    """Read the criteria that nobody has asked for yet. Needs no lock: what is kept is only added to."""
    from trialway.archive.trials import change_of_every_trial
    from trialway.pipeline.criteria import read_ahead

    numbers = sorted(change_of_every_trial())
    with counting_trials("Reading criteria") as show:
        for done in read_ahead(numbers):
            show(done)
    print_notice(f"The criteria of {len(numbers):,} trials are read.")
