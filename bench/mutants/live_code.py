"""A mutant inside a function ─▶ the running program with the mutant's code, without importing anything anew.

The module is compiled with and without the mutant; the function that differs is looked for among the
functions that live, and its code is exchanged. What is run on import (tables, defaults, decorators, and
functions that build tables) cannot be changed like this.
"""

import ast
import gc
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from types import CodeType, FunctionType

from bench.mutants.sites import FUNCTIONS, Mutant

IN_A_FUNCTION = 0x02  # CO_NEWLOCALS, which the code of a module and of a class lacks


def function_lines(mutant: Mutant, source: bytes) -> set[int]:
    """The lines of the outermost function in whose body the mutant lies; none outside functions."""
    text_before = source[: mutant.start]
    place = (mutant.line, len(text_before) - text_before.rfind(b"\n") - 1)
    for node in ast.walk(ast.parse(source)):  # breadth first: the outermost comes first
        if isinstance(node, FUNCTIONS):
            body = [node.body] if isinstance(node, ast.Lambda) else node.body
            first, last = body[0], body[-1]
            end = (last.end_lineno or last.lineno, last.end_col_offset or 0)
            if (first.lineno, first.col_offset) <= place < end:
                return set(range(first.lineno, end[0] + 1))
    return set()


def exchange(mutant: Mutant, path: Path, source: bytes) -> bool:
    """Give the functions that live the mutant's code; whether there was any to give it to."""
    old = compile(source, str(path), "exec", dont_inherit=True)
    new = compile(_on_as_many_lines(mutant).apply(source), str(path), "exec", dont_inherit=True)
    pairs = list(_differing(old, new))
    if len(pairs) != 1:
        return False
    was, becomes = pairs[0]
    # By its exact type: isinstance() would wake the lazy objects of Django.
    living = [each for each in gc.get_objects() if type(each) is FunctionType]
    found = [
        each for each in living if each.__code__.co_filename == str(path) and _is_same(each.__code__, was)
    ]
    for function in found:
        if len(was.co_freevars) != len(becomes.co_freevars):
            return False
        function.__code__ = becomes
    return bool(found)


def _on_as_many_lines(mutant: Mutant) -> Mutant:
    """The same change, which moves no line that follows."""
    lines = "\n" * mutant.old.count("\n")
    new = f"({mutant.new}{lines})" if lines else mutant.new
    return Mutant(mutant.file, mutant.line, mutant.start, mutant.end, mutant.kind, mutant.old, new)


def _differing(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The outermost functions that differ, in pairs; more than one where a module or class itself differs."""
    if old.co_flags & IN_A_FUNCTION:
        if not _is_same(old, new):
            yield old, new
        return
    inner_old, inner_new = _inner(old), _inner(new)
    if len(inner_old) != len(inner_new) or _own(old) != _own(new):
        yield from [(old, new)] * 2
        return
    for one, other in zip(inner_old, inner_new, strict=True):
        yield from _differing(one, other)


def _is_same(one: CodeType, other: CodeType) -> bool:
    return _own(one) == _own(other) and all(
        a is not None and b is not None and _is_same(a, b) for a, b in zip_longest(_inner(one), _inner(other))
    )


def _own(code: CodeType) -> tuple[object, ...]:
    """All that a code does; not the columns where it stands."""
    constants = [repr(each) for each in code.co_consts if not isinstance(each, CodeType)]
    names = (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)
    return (code.co_qualname, code.co_firstlineno, code.co_code, constants, names, code.co_exceptiontable)


def _inner(code: CodeType) -> list[CodeType]:
    return [each for each in code.co_consts if isinstance(each, CodeType)]
