"""A Vega-Lite specification → SVG with a title and a description, on no ground, for light and dark pages.

The page shows it as an image, so it must follow the reader's theme by itself: every colour is one of this
module, and a style inside the SVG changes them for dark.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import Any

from msgspec import Struct

INK, SOFT, LINE, ACCENT, SECOND, THIRD = "#17211f", "#4d5a57", "#d5dcda", "#0b5c60", "#b3541e", "#6b4ba3"
SERIES = (ACCENT, SECOND, THIRD, "#7a7a1f", "#2d6fb3", "#a33b6b", "#3d8a4a", "#5c5c5c")
_DARK = {
    INK: "#edf3f1",
    SOFT: "#b5c1be",
    LINE: "#36413f",
    ACCENT: "#7fd1c7",
    SECOND: "#f0a878",
    THIRD: "#c5aef0",
    SERIES[3]: "#d6d67a",
    SERIES[4]: "#92c3f2",
    SERIES[5]: "#f09cc0",
    SERIES[6]: "#93d6a0",
    SERIES[7]: "#c4c4c4",
}
WIDTH = 560
LABEL_LIMIT = 260
# What an axis with its title takes, with the padding around all.
AXIS = 55
# Widths are measured with Liberation Sans, which the engine brings and which is as wide as Arial.
FONT = "Arial, Liberation Sans, Helvetica, sans-serif"


class Chart(Struct, frozen=True):
    """``description`` says in words what is drawn. Either ``spec`` or ``drawn``, an SVG, is given. A page
    keeps room for ``size``, width and height in pixels, before the picture is drawn."""

    title: str
    description: str
    size: tuple[int, int]
    spec: dict[str, Any] | None = None
    drawn: str = ""


def svg(picture: Chart) -> str:
    """Render a picture in its size. Colours must come from this module."""
    if picture.spec is None:
        return finish(picture.drawn, picture.title, picture.description)
    import vl_convert  # an engine of a hundred megabytes, wanted by the pages of pictures alone

    spec = {**picture.spec, "background": "transparent", "padding": 8, "config": _config()}
    return finish(_fitted(vl_convert.vegalite_to_svg(spec), picture.size), picture.title, picture.description)


def room(plot: int, labels: Iterable[str], height: int) -> tuple[int, int]:
    """The size of a drawing whose labels stand beside a plot of this width."""
    # So wide are letters on average.
    longest = max(map(len, labels), default=0)
    return plot + 24 + min(LABEL_LIMIT, 7 * longest), height


def _fitted(drawn: str, size: tuple[int, int]) -> str:
    """The size that was promised for the one that came out; what is drawn shrinks or leaves an edge."""
    head, _, rest = drawn.partition(">")
    width, height = size
    head = re.sub(r' width="[^"]*"', f' width="{width}"', head, count=1)
    head = re.sub(r' height="[^"]*"', f' height="{height}"', head, count=1)
    return f'{head} preserveAspectRatio="xMinYMin meet">{rest}'


def finish(svg: str, title: str, description: str) -> str:
    """The SVG with its title, its description and both themes."""
    head, _, body = svg.partition(">")
    words = f'<title id="t">{escape(title)}</title><desc id="d">{escape(description)}</desc>'
    return f'{head} role="img" aria-labelledby="t d">{words}<style>{_themes()}</style>{body}'


def _themes() -> str:
    rules = "".join(
        f'[fill="{light}"]{{fill:{dark}}}[stroke="{light}"]{{stroke:{dark}}}' for light, dark in _DARK.items()
    )
    return f"@media (prefers-color-scheme:dark){{{rules}}}"


def _config() -> dict[str, Any]:
    axis = {"labelColor": INK, "titleColor": SOFT, "gridColor": LINE, "domainColor": SOFT, "tickColor": SOFT}
    words = {"labelFontSize": 14, "titleFontSize": 14, "titleFontWeight": "normal", "labelLimit": LABEL_LIMIT}
    return {
        "font": FONT,
        "view": {"stroke": None},
        "axis": {**axis, **words, "labelFont": FONT, "titleFont": FONT},
        "legend": {
            "labelColor": INK,
            "titleColor": SOFT,
            "labelFontSize": 14,
            "labelLimit": 400,
            "orient": "top",
            # Side by side, long names would make the picture twice as wide as its plot.
            "columns": 1,
        },
        "header": {"labelColor": INK, "labelFontSize": 14, "titleColor": SOFT, "labelLimit": 500},
        "text": {"color": INK, "fontSize": 13, "font": FONT},
        "range": {"category": list(SERIES)},
    }


def short(text: str, most: int = 44) -> str:
    """A label that fits; the table has the whole."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def distinct(labels: list[str]) -> list[str]:
    """Shortened labels that are still told apart."""
    shortened = [short(label) for label in labels]
    return [
        f"{place}. {label}" if shortened.count(label) > 1 else label
        for place, label in enumerate(shortened, 1)
    ]
