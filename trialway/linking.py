"""Records → trials. With one registry each record is a trial; identifiers are made comparable here."""

import re

_NOT_ALPHANUMERIC = re.compile(r"[^0-9a-z]+")


def plain_identifier(value: str) -> str:
    """What two writings of the same number share: ``NCT 04740918`` and ``nct-04740918`` → ``nct04740918``."""
    return _NOT_ALPHANUMERIC.sub("", value.casefold())
