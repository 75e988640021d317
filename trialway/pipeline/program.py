"""Which program this is: a hash of source files, so that what another one made or failed on is done again."""

import hashlib
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent


@cache
def source_hash(*parts: str) -> str:
    """32 hexadecimal digits; ``parts`` are files and folders of the package, all of it when none is named."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts or (".",):
        path = PACKAGE / part
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()
