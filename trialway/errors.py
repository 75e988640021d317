"""Every error that Trialway raises on purpose; the message says what, which value, and what to do.

A command prints the message without a traceback and ends with `exit_code`; docs/operating.md lists the codes.
"""


class TrialwayError(Exception):
    """Base of all; a command prints its message without a traceback."""

    exit_code = 2


class SettingError(TrialwayError):
    """An environment variable, an option or a folder cannot be used."""


class StoreBusy(TrialwayError):
    """Another process is writing to the same data folder."""


class AddressInUse(TrialwayError):
    """Another program already listens where the server should."""


class ServerFailed(TrialwayError):
    """The server started and could not go on."""

    exit_code = 1


class NotFound(TrialwayError):
    """What was asked for is not in the store."""

    exit_code = 1


class NotARecord(TrialwayError):
    """The bytes are no record of a registry: no JSON object, or no valid identifier."""

    exit_code = 3


class StoreDamaged(TrialwayError):
    """The store cannot be read, or is not what it says."""

    exit_code = 3


class RecordUnreadable(TrialwayError):
    """This program fails on a stored record; ``registry`` and ``number`` say which, ``__cause__`` why."""

    exit_code = 3

    def __init__(self, registry: str, number: str, reason: str) -> None:
        super().__init__(
            f"{number}: this version of Trialway cannot read the record ({reason}). Please report it; "
            "trialway check lists all such records, and another version tries again."
        )
        self.registry = registry
        self.number = number


class NothingTaken(TrialwayError):
    """A load found no record in what it was given."""

    exit_code = 3


class SecondProcessLost(TrialwayError):
    """The process that helps with a load is gone."""

    exit_code = 1


class ConceptsDamaged(TrialwayError):
    """The list of illnesses and medicines in the package cannot be read, or a table of it is wrong."""

    exit_code = 3
