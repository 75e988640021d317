"""Words that people use for what registries call otherwise: ``lay_words.txt`` ─**lay_words**▶ thesaurus.

One line each, to be reviewed line by line; how a line is read stands at the head of the file.
"""

from functools import cache
from importlib import resources

from msgspec import Struct


class LayLine(Struct, frozen=True):
    """``forms`` in the order of the line. ``both_ways``: each finds all others; else the first finds the
    rest and is not found by them."""

    forms: tuple[str, ...]
    both_ways: bool


@cache
def lay_lines() -> tuple[LayLine, ...]:
    """Every line of the list."""
    text = resources.files(__package__).joinpath("lay_words.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(read_line(line) for line in lines if line and not line.startswith("#"))


def read_line(line: str) -> LayLine:
    """``a = b = c`` or ``a > b, c``; ValueError says what is wrong with any other line."""
    first, arrow, others = line.partition(" > ")
    forms = (first, *others.split(",")) if arrow else tuple(line.split(" = "))
    forms = tuple(form.strip() for form in forms)
    if len(forms) < 2 or not all(forms) or any(mark in form for form in forms for mark in "=>"):
        raise ValueError(f"‘{line}’ is no line of lay words; write it as: a = b, or as: a > b, c.")
    return LayLine(forms, both_ways=not arrow)
