"""Search text → tokens: words, phrases, operators, parentheses."""

import re
from typing import NamedTuple

# The areas of a record that can be named before a word: title:asthma.
FIELDS = ("title", "condition", "intervention", "sponsor", "place", "outcome", "eligibility", "identifier")
# What else the areas are called by those who type.
ALIASES = {"treatment": "intervention", "id": "identifier", "number": "identifier"}
DEEPEST = 20
ONE_QUOTE = 'A quotation mark has no partner and was left out; write a phrase as "heart failure".'
ONE_PARENTHESIS = "A parenthesis has no partner and was left out; write a group as (asthma OR copd) steroid."

_TOKEN = re.compile(
    rf"""(?P<field>(?:{"|".join((*FIELDS, *ALIASES))}):(?=[\w("]))
      | (?P<minus>-(?=[\w("]))
      | (?P<phrase>"[^"]*")
      | (?P<stray>")
      | (?P<bracket>[()])
      | (?P<word>[^\s"()]+)""",
    re.VERBOSE,
)


class SyntaxProblem(NamedTuple):
    """What was not understood, as a sentence, and where in the text it stands."""

    sentence: str
    at: tuple[int, int] | None = None


class Token(NamedTuple):
    """``kind``: word, phrase, field, AND, OR, NOT, ``(`` or ``)``; only the first three have a text. ``at``:
    where it stands."""

    kind: str
    text: str = ""
    at: tuple[int, int] = (0, 0)


def tokenize(text: str, problems: list[SyntaxProblem]) -> list[Token]:
    """The tokens of a text, every parenthesis with its partner; what could not be
    read is added to ``problems``."""
    found = [_token(match, problems) for match in _TOKEN.finditer(text)]
    return _balanced([token for token in found if token is not None], problems)


def _token(match: re.Match[str], problems: list[SyntaxProblem]) -> Token | None:
    kind, text = match.lastgroup, match[0]
    if kind == "stray":
        problems.append(SyntaxProblem(ONE_QUOTE, match.span()))
        return None
    if kind == "phrase":
        return _phrase(text[1:-1], match.span())
    if kind == "minus":
        return Token("NOT", at=match.span())
    if kind == "bracket" or text in {"AND", "OR", "NOT"}:
        return Token(text, at=match.span())
    if kind == "field":
        return Token("field", ALIASES.get(text[:-1], text[:-1]), match.span())
    return Token("word", text, match.span())


def _phrase(text: str, at: tuple[int, int]) -> Token | None:
    return Token("phrase", " ".join(text.split()), at) if text.strip() else None


def _balanced(found: list[Token], problems: list[SyntaxProblem]) -> list[Token]:
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
    if alone := sorted((*lost, *open_at)):
        problems.append(SyntaxProblem(ONE_PARENTHESIS, found[alone[0]].at))
    if deep:
        problems.append(
            SyntaxProblem(f"Parentheses deeper than {DEEPEST} were left out; write the search with fewer.")
        )
    lost.update(open_at)
    return [token for at, token in enumerate(found) if at not in lost and token.kind != "gone"]
