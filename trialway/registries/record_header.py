"""What the archive needs to know of a raw record before anything else is read."""

import datetime as dt
from typing import NamedTuple


class RecordHeader(NamedTuple):
    """``updated``: the day on which the registry last changed the record, None when it does not say."""

    record_id: str
    updated: dt.date | None
    content_hash: bytes
