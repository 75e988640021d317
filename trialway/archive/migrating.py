"""Brings the database to the shape that this version of the code needs, before a command uses it."""

from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError, OperationalError

from trialway.archive.locking import writing
from trialway.data_folder import DataFolder
from trialway.errors import SettingError, StoreDamaged


def migrate_when_needed(folder: DataFolder) -> None:
    """Quiet and quick when there is nothing to do; otherwise under the folder's write lock."""
    if is_behind(folder):
        with writing(folder):
            _remove_old_readings(folder)
            # Another process may have done it while this one waited its turn: migrate looks again by itself.
            call_command("migrate", interactive=False, verbosity=0)


def _remove_old_readings(folder: DataFolder) -> None:
    """Earlier versions kept the rules of criteria, which can be read again, in a file of their own."""
    for file in folder.root.glob("readings.sqlite3*"):
        file.unlink()


def is_behind(folder: DataFolder) -> bool:
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        raise unusable(folder, error) from error
    refuse_newer(executor)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def unusable(folder: DataFolder, error: DatabaseError) -> SettingError | StoreDamaged:
    if connection.vendor == "postgresql":
        return SettingError(
            f"DATABASE_URL: the database cannot be reached ({first_line(error)}); start or correct it."
        )
    if isinstance(error, OperationalError):
        return SettingError(
            f"The database {folder.database} cannot be opened ({first_line(error)}); check owner and disk."
        )
    return damaged(folder.database, error)


def damaged(database: Path, error: Exception) -> StoreDamaged:
    """What to say of a file that is no SQLite database, or one with damaged pages."""
    return StoreDamaged(
        f"{database} is no readable database ({' '.join(str(error).split())}); move it away, and restore a "
        "backup or load again."
    )


def first_line(error: DatabaseError) -> str:
    return str(error).strip().splitlines()[0]


def refuse_newer(executor: MigrationExecutor) -> None:
    """An older Trialway must not write to a store whose shape it does not know."""
    known = executor.loader.disk_migrations or {}
    for app, name in executor.loader.applied_migrations or {}:
        if app in executor.loader.migrated_apps and (app, name) not in known:
            raise SettingError(
                f"The store was made by a newer Trialway (it has {app}.{name}); install that version."
            )
