"""The typed text cut into words, phrases, keywords and parentheses: text ─**tokens**▶ words ─▶ tree."""

import re
from typing import NamedTuple

# The areas of a record that can be named before a word: title:asthma.
FIELDS = ("title", "condition", "intervention", "sponsor", "place", "eligibility")
DEEPEST = 20
ONE_QUOTE = 'A quotation mark has no partner and was left out; write a phrase as "heart failure".'
ONE_PARENTHESIS = "A parenthesis has no partner and was left out; write a group as (asthma OR copd) steroid."

_TOKEN = re.compile(
    rf"""(?P<field>(?:{"|".join(FIELDS)}):(?=[\w("]))
      | (?P<minus>-(?=[\w("]))
      | (?P<phrase>"[^"]*")
      | (?P<stray>")
      | (?P<bracket>[()])
      | (?P<word>[^\s"()]+)""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """``kind``: word, phrase, field, AND, OR, NOT, ``(`` or ``)``; only the first three have a text."""

    kind: str
    text: str = ""


def tokens(text: str, problems: list[str]) -> list[Token]:
    """The tokens of a text, every parenthesis with its partner; each fault adds a sentence to
    ``problems``."""
    found = [_token(match, problems) for match in _TOKEN.finditer(text)]
    return _balanced([token for token in found if token is not None], problems)


def _token(match: re.Match[str], problems: list[str]) -> Token | None:
    kind, text = match.lastgroup, match[0]
    if kind == "stray":
        problems.append(ONE_QUOTE)
        return None
    if kind == "phrase":
        return _phrase(text[1:-1])
    if kind == "minus":
        return Token("NOT")
    if kind == "bracket" or text in {"AND", "OR", "NOT"}:
        return Token(text)
    return Token("field", text[:-1]) if kind == "field" else Token("word", text)


def _phrase(text: str) -> Token | None:
    return Token("phrase", " ".join(text.split())) if text.strip() else None


def _balanced(found: list[Token], problems: list[str]) -> list[Token]:
    """The tokens without parentheses that have no partner, or that stand deeper than 20."""
    open_at: list[int] = []
    lost: set[int] = set()
    deep = 0
    for at, token in enumerate(found):
        if token.kind == "(":
            open_at.append(at)
        elif token.kind == ")" and not open_at:
            lost.add(at)
        elif token.kind == ")":
            start = open_at.pop()
            if len(open_at) >= DEEPEST:
                deep += 1
                found[start] = found[at] = Token("gone")
    if lost or open_at:
        problems.append(ONE_PARENTHESIS)
    if deep:
        problems.append(f"Parentheses deeper than {DEEPEST} were left out; write the search with fewer.")
    lost.update(open_at)
    return [token for at, token in enumerate(found) if at not in lost and token.kind != "gone"]
