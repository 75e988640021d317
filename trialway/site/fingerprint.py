"""A page's ETag: this build of Trialway and whatever else decides what the page says ─▶ **one hash**."""

import hashlib

from trialway.build_id import build_id


def etag(*parts: object) -> str:
    """A strong ETag of this build and of ``parts``, which are compared by their ``repr``."""
    digest = hashlib.blake2b(digest_size=12)
    for part in (build_id(), *parts):
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return f'"{digest.hexdigest()}"'
