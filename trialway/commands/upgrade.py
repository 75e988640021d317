"""`trialway upgrade`: a data folder of an earlier version brought up to this one."""

from trialway.archive.locking import writing
from trialway.commands.common import DataOption, open_store
from trialway.commands.indexing import catch_up

EXAMPLES = ("trialway upgrade", "trialway upgrade --data /srv/trialway")


def command(data: DataOption = None) -> None:
    """Bring the data folder up to this version: the database, then the search index.

    Nothing is lost: what an earlier version stored is kept, what was made of it is made again where this
    version needs it otherwise. Stopped at any moment, the same command carries on. Run it after installing a
    new version, before the server is started again.
    """
    folder = open_store(data)
    with writing(folder):
        built = catch_up(folder)
    print(f"The data folder is of this version; the index holds {built.total:,} trials.")
