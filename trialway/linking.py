"""Records → trials. With one registry each record is a trial; identifiers are made comparable here."""

import re

_NOT_ALPHANUMERIC = re.compile(r"[^0-9a-z]+")


def plain_identifier(value: str) -> str:
    """What two writings of the same number share: ``BO 29738`` and ``bo-29738`` → ``bo29738``."""
    return _NOT_ALPHANUMERIC.sub("", value.casefold())
