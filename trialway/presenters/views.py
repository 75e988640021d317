"""The three views of a trial as tabs that are links, the same on each of them."""

from msgspec import Struct


class Tab(Struct, frozen=True):
    """``route`` names the page's address."""

    words: str
    route: str
    here: bool


VIEWS = (
    ("For patients", "trial"),
    ("For professionals", "trial_professional"),
    ("For experts", "trial_expert"),
)


def tabs(route: str) -> tuple[Tab, ...]:
    """The tabs of the page at ``route``."""
    return tuple(Tab(words, name, name == route) for words, name in VIEWS)
