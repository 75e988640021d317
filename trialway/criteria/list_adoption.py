"""Lists whose markup is flat: outline ─▶ **items under the line that leads into them** ─▶ own_scopes.

"Must use one of these methods:" and the methods stand on one level in many records; read alone, each method
would be a demand.
"""

import re
from collections.abc import Iterable
from itertools import takewhile

from trialway.criteria.joining_rules import JOINING_WORDS
from trialway.criteria.list_rules import LISTS
from trialway.criteria.outline_nodes import OutlineNode
from trialway.criteria.section_headings import COLONS
from trialway.criteria.stop_words import INTRODUCTION, word_spans

_LEADS_IN = LISTS["list.leads-in"]
_EXAMPLES = LISTS["list.examples"]
_NEGATED = LISTS["list.negated"]
_NEW_DEMAND = LISTS["list.new-demand"]
_NEW_EXCLUSION = LISTS["list.new-exclusion"]
_GROUP = LISTS["scope.group-above"]
_PATIENTS_WITH = LISTS["list.patients-with"]
_SOME = JOINING_WORDS.any_of("joining.some.")
_EVERY = JOINING_WORDS["joining.every"]
_LONGEST_GROUP = 160
# "a.Positive biopsy" behind a bullet.
_LETTERED = re.compile(r"[a-h][.)]\S")


def adopt_flat_lists(text: str, nodes: list[OutlineNode]) -> None:
    """Moves the items that a line leads into below it; where their list ends is seldom plain, so that the
    line is ``open_ended`` then."""
    kept: list[OutlineNode] = []
    grouped = any(_names_group(text, node) for node in nodes)
    at = 0
    while at < len(nodes):
        node = nodes[at]
        adopt_flat_lists(text, node.children)
        kept.append(node)
        at += 1
        if node.children or at == len(nodes) or not _adopts(text, node, grouped=grouped):
            continue
        items = _items(text, node, nodes, at, grouped=grouped)
        if items:
            node.children = items
            node.open_ended = True
            if grouped and _PATIENTS_WITH.fullmatch(text[node.start : node.end]):
                _narrow(text[node.start : node.end], (node, *items))
            for item in items:
                adopt_flat_lists(text, item.children)
            at += len(items)
    nodes[:] = kept


def _narrow(group: str, nodes: Iterable[OutlineNode]) -> None:
    for node in nodes:
        node.scope += (group,)


def _adopts(text: str, node: OutlineNode, *, grouped: bool) -> bool:
    """Whether the items below a line mean something else alone than under it."""
    words = text[node.start : node.end]
    if not words.endswith(COLONS) or node.line is None or not node.line.style:
        return False
    if _names_group(text, node, grouped=grouped):
        return True
    small = words.lower()
    if len(words) <= _LONGEST_GROUP and _NEGATED.search(small):
        return True
    if not _LEADS_IN.search(words):
        return False
    if not all(word in INTRODUCTION or word.isdigit() for word in word_spans(small)):
        return True
    some = bool(_SOME.search(small)) and not _EVERY.search(small)
    return bool(_EXAMPLES.search(small)) or some is (node.side == "inclusion")


def _items(
    text: str, node: OutlineNode, nodes: list[OutlineNode], at: int, *, grouped: bool
) -> list[OutlineNode]:
    """The neighbours that are the list of ``node``: alike in marker and heading, up to another line that
    leads into a list, a gap, or a criterion with a beginning of its own."""
    first = nodes[at]
    group = _names_group(text, node, grouped=grouped)
    lettered = bool(_LETTERED.match(text, first.start))
    begins_anew = group or _begins_anew(text, first)

    def goes_on(item: OutlineNode) -> bool:
        if not _alike(node, item) or (item is not first and _gap(item) and not _gap(first)):
            return False
        if group:
            return not _names_group(text, item, grouped=grouped)
        leads = text[item.start : item.end].endswith(COLONS) and item is not first
        if bool(_LETTERED.match(text, item.start)) is not lettered:
            return False
        return not leads and (begins_anew or item.alternative or not _begins_anew(text, item))

    return list(takewhile(goes_on, (nodes[place] for place in range(at, len(nodes)))))


def _names_group(text: str, node: OutlineNode, *, grouped: bool = False) -> bool:
    """Whether a line is a group's name: "Controls:", and where there is one (``grouped``) "Patients with
    asthma:"."""
    if text[node.end - 1] not in COLONS:
        return False
    words = text[node.start : min(node.end, node.start + _LONGEST_GROUP)]
    return bool(_GROUP.fullmatch(words) or (grouped and _PATIENTS_WITH.fullmatch(words)))


def _alike(node: OutlineNode, item: OutlineNode) -> bool:
    if node.line is None or item.line is None:
        return False
    return (item.line.style, item.side, item.scope, item.topic) == (
        node.line.style,
        node.side,
        node.scope,
        node.topic,
    )


def _gap(item: OutlineNode) -> bool:
    return item.line is not None and item.line.after_blank


def _begins_anew(text: str, item: OutlineNode) -> bool:
    words = text[item.start : item.end]
    excluding = item.side == "exclusion" and _NEW_EXCLUSION.search(words)
    return bool(excluding or _NEW_DEMAND.search(words))
