"""Pickles of packages that are not trusted: bytes ─▶ plain data (dicts, lists, texts, numbers), nothing
else."""

import io
import pickle
from typing import Any, NoReturn


class PlainUnpickler(pickle.Unpickler):
    """Refuses every global, and with it every class and function: no code of a pickle can run."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"The pickle asks for {module}.{name}; plain data asks for nothing.")

    def persistent_load(self, pid: object) -> NoReturn:
        raise pickle.UnpicklingError(f"The pickle asks for the object {pid!r} from outside.")


def plain_data(data: bytes) -> Any:
    """The dicts and lists of a pickle; pickle.UnpicklingError when it asks for anything else."""
    return PlainUnpickler(io.BytesIO(data)).load()
