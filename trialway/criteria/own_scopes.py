"""What a criterion says of itself: list_adoption ─▶ **whom it is for, and whether it asks at all** ─▶
read_criteria.

"For cohort B: …" narrows, "… are permitted" among exclusions excludes nobody, and below "None of the
following:" stand exclusions.
"""

from trialway.criteria.cues import contains_any
from trialway.criteria.list_rules import LISTS
from trialway.criteria.outline_nodes import OutlineNode
from trialway.criteria.section_headings import COLONS, Side

_OWN = LISTS.any_of("scope.bracket", "scope.part", "scope.in-part", "scope.people", "scope.section")
_BEHIND = LISTS["scope.bracket-behind"]
_GROUP = LISTS["scope.group-above"]
_NEGATED = LISTS["list.negated"]
_NEGATED_TWICE = LISTS["list.negated-twice"]
_EXCEPTIONS = LISTS["list.exceptions"]
_OF_WOMEN = LISTS["scope.of-women"]
_WOMEN_ANYWAY = LISTS["scope.of-women-anyway"]
_BOTH_SEXES = LISTS["scope.of-both-sexes"]
_METHODS = LISTS["list.methods"]
_PERMITS = LISTS.any_of("permission.first", "permission.last")
_NOT_ALONE = LISTS["permission.not-alone"]
# Letters that must be there: far cheaper to look for than a pattern.
_PERMISSION_CUES = ("allow", "permi", "accept", "eligib", "exc", "may ", "can ")
_OWN_CUES = (":", "：", "cohort", "part", "phase", "arm", "group", "module", "study")
_LONGEST_PERMISSION = 300
_HEAD = 160


def narrow_by_own_words(text: str, nodes: list[OutlineNode]) -> None:
    """Adds to ``scope`` what criteria and the lines above their lists say of whom they hold for, and mends
    sides."""
    for node in nodes:
        words = text[node.start : node.end]
        node.scope += _own_scope(words, heads=bool(node.children))
        if node.side == "exclusion" and _permits(words):
            _set_side(node, "unstated")
        if node.side == "exclusion" and any(
            map(_METHODS.search, (*node.scope, words if node.children else ""))
        ):
            # What counts as contraception is no reason to leave anybody out.
            _set_side(node, "unstated")
        if node.children:
            _tell_children(text, words, node)
            narrow_by_own_words(text, node.children)


def _own_scope(words: str, *, heads: bool) -> tuple[str, ...]:
    if heads and _GROUP.search(words[: _HEAD + 1]):
        return (words,)
    head = words[:_HEAD]
    own = _OWN.match(head) if head[0] in "[(" or contains_any(head.lower(), _OWN_CUES) else None
    if own and _says_so_anyway(own[0], words):
        return ()
    found = own or (_BEHIND.search(words[-_HEAD:]) if contains_any(words[-4:], (")", "]")) else None)
    return (found[0].strip(" :：,.;–-"),) if found else ()


def _says_so_anyway(scope: str, words: str) -> bool:
    """Whether "Women: not pregnant" holds for everybody."""
    return bool(
        _OF_WOMEN.match(scope)
        and _WOMEN_ANYWAY.search(words)
        and not _BOTH_SEXES.search(words[len(scope) :].lower())
    )


def _permits(words: str) -> bool:
    if len(words) > _LONGEST_PERMISSION or not contains_any(words.lower(), _PERMISSION_CUES):
        return False
    return bool(_PERMITS.search(words)) and not _NOT_ALONE.search(words)


def _tell_children(text: str, words: str, node: OutlineNode) -> None:
    """Hands the people and the "no" of a line on to the list below it."""
    if _GROUP.search(words[: _HEAD + 1]):
        for child in node.children:
            child.scope += (words,)
    turned = _side_below(words, node.side)
    if turned is not None:
        node.open_ended = True
        for child in node.children:
            _set_side(child, turned if turned == "unstated" or not _denied(text, child) else "unstated")


def _side_below(words: str, side: Side) -> Side | None:
    """The side of a list below a "no" or an exception, None below other words."""
    if not words.endswith(COLONS):
        return None
    if _EXCEPTIONS.search(words):
        return "unstated"
    if not _NEGATED.search(words):
        return None
    if side == "inclusion" or _NEGATED_TWICE.search(words):
        return "exclusion"
    return "unstated"


def _denied(text: str, node: OutlineNode) -> bool:
    return bool(_NEGATED.match(text[node.start : min(node.end, node.start + _HEAD)]))


def _set_side(node: OutlineNode, side: Side) -> None:
    node.side = side
    for child in node.children:
        _set_side(child, side)
