"""No pattern repeats without bound, and a megabyte of hostile text is read to its end."""

import ast
import importlib
import inspect
import pkgutil
import re
from re import _constants, _parser
from types import ModuleType

import pytest

import trialway.criteria
from tests.criteria.reading import trial
from trialway.language_rules import RuleTable

MODULES = [
    importlib.import_module(info.name)
    for info in pkgutil.walk_packages(trialway.criteria.__path__, "trialway.criteria.")
]


def patterns(value: object) -> list[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        return [value]
    if isinstance(value, RuleTable):
        return [value[row.id] for row in value]
    if isinstance(value, (tuple, list)):
        return [pattern for each in value for pattern in patterns(each)]
    return []


def written_inline(module: ModuleType) -> list[str]:
    """The patterns of calls such as ``re.search(r"…", text)``."""
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Call)]
    return [
        eval(compile(ast.Expression(call.args[0]), "pattern", "eval"), vars(module))
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and getattr(call.func.value, "id", "") == "re"
        and call.func.attr in ("search", "match", "fullmatch", "findall", "split", "sub", "finditer")
    ]


COMPILED = {
    pattern.pattern for module in MODULES for value in vars(module).values() for pattern in patterns(value)
}
EVERY = sorted(COMPILED | {pattern for module in MODULES for pattern in written_inline(module)})


def unbounded(parsed: object) -> bool:
    for operator, argument in parsed:
        if operator in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
            _, most, inside = argument
            if most is _constants.MAXREPEAT or unbounded(inside):
                return True
        elif any(unbounded(inside) for inside in inner(operator, argument)):
            return True
    return False


def inner(operator: object, argument: object) -> list[object]:
    if operator is _constants.BRANCH:
        return argument[1]
    if operator is _constants.SUBPATTERN:
        return [argument[-1]]
    return [argument[1]] if operator in (_constants.ASSERT, _constants.ASSERT_NOT) else []


@pytest.mark.parametrize("pattern", EVERY)
def test_no_pattern_repeats_without_bound(pattern):
    assert not unbounded(_parser.parse(pattern))


def test_the_walk_over_patterns_sees_an_unbounded_one():
    assert unbounded(_parser.parse(r"(?:a|(?=b(c+)))"))
    assert len(EVERY) > 100


HOSTILE = {
    "one line": "within 4 weeks prior to " * 42_000,
    "many lines": "* Prior treatment with a, b, c or d and no ALT \\>= 2.5 x ULN within\n" * 15_000,
    "long lines": ("* " + "prior treatment with a, no ALT \\>= 2.5 or within 4 " * 110 + "\n") * 170,
    "spaces": " " * 1_000_000,
    "brackets": "(" * 1_000_000,
    "numbers": "* 1,000,000,000 - " * 55_000,
    "signs": "\\>= " * 250_000,
    "words": "* " + "no " * 2_000 + "\n" + ("* " + "or " * 1_900 + "\n") * 170,
    "deep": "".join(" " * (2 * (depth % 400)) + "* HIV:\n" for depth in range(2_400)),
    "headings": "Inclusion criteria for " * 45_000,
    "colons": ("a:" * 40 + "\n") * 12_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_megabyte_of_hostile_text_is_read_to_its_end(text):
    criteria = trial(text).criteria

    # A pattern that backtracks would not come back before the next day.
    assert all(text[one.start : one.end] == one.text for one in criteria)
