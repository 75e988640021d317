"""The one folder that holds everything: where each part lies, who may write, the secret key."""

import fcntl
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from trialway import environment
from trialway.errors import SettingError, StoreBusy

ANOTHER = "name another folder with --data or TRIALWAY_DATA"


@dataclass(frozen=True)
class DataFolder:
    root: Path

    @property
    def database(self) -> Path:
        return self.root / "trialway.sqlite3"

    @property
    def index(self) -> Path:
        return self.root / "index"

    @property
    def static(self) -> Path:
        return self.root / "static"

    @property
    def refused(self) -> Path:
        return self.root / "refused"

    @property
    def secret_key(self) -> Path:
        return self.root / "secret_key"

    def lock(self, work: str) -> Path:
        return self.root / f"{work}.lock"


def current() -> DataFolder:
    """The folder that TRIALWAY_DATA names, or the user's own; it may not exist yet."""
    return DataFolder(environment.DATA.value() or default_root())


def default_root() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Trialway"
    # The XDG specification says that a relative path there is to be ignored.
    stated = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (stated if stated.is_absolute() else Path.home() / ".local" / "share") / "trialway"


def prepare(folder: DataFolder) -> DataFolder:
    """Make the folder, for its owner's eyes alone, or say why that cannot be."""
    try:
        folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(
            f"The data folder {folder.root} cannot be made ({error.strerror}); {ANOTHER}."
        ) from error
    if not os.access(folder.root, os.R_OK | os.W_OK | os.X_OK):
        raise SettingError(
            f"The data folder {folder.root} may not be written by this user; change its owner, or {ANOTHER}."
        )
    return folder


def secret_key(folder: DataFolder) -> str:
    """The key from the environment, from the file that it names, or the folder's own, made on first use."""
    if stated := environment.SECRET_KEY.value():
        return stated
    file = environment.SECRET_KEY_FILE.value()
    if file is None:
        file = folder.secret_key
        if not file.exists():
            make_secret_key(prepare(folder))
    try:
        key = file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(
            f"The secret key {file} cannot be read ({error}); name a readable file, or remove it."
        ) from error
    if len(key) < 32:
        raise SettingError(
            f"The secret key in {file} is shorter than 32 characters; write a longer one there."
        )
    return key


def make_secret_key(folder: DataFolder) -> None:
    """Several workers may get here at once: the first to link its file wins, and the others read that one."""
    own = folder.root / f".secret_key.{os.getpid()}"
    own.unlink(missing_ok=True)
    with open(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48) + "\n")
    try:
        folder.secret_key.hardlink_to(own)
    except FileExistsError:
        pass
    finally:
        own.unlink()


def writing(folder: DataFolder) -> AbstractContextManager[None]:
    """Hold the folder's write lock; StoreBusy when another process has it."""
    return working_alone(folder, "write")


@contextmanager
def working_alone(folder: DataFolder, work: str) -> Iterator[None]:
    """Hold the folder's lock for one kind of work; StoreBusy when another process has it.

    Readers need no lock. The kernel frees it when its holder dies, however that happens. It cannot be taken
    twice, by the same process either: the outermost caller takes it.
    """
    with open(os.open(prepare(folder).lock(work), os.O_RDWR | os.O_CREAT, 0o600), "r+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = lock.read().strip() or "unknown"
            raise StoreBusy(
                f"Another command (process {holder}) is writing to {folder.root}; try again when it is done."
            ) from None
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield
