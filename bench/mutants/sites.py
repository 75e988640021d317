"""Source of a module ─▶ every mutant it can have: one changed node of its syntax tree each.

Left out is what is text or data and no decision: docstrings, annotations, ``__all__``, messages of logs,
errors and assertions, blocks for type checkers, patterns, f-strings, and strings outside functions (tables).
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
LOG_METHODS = {"debug", "info", "warning", "error", "exception", "critical"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True)
class Mutant:
    """``start`` and ``end`` are offsets in the file's bytes, ``line`` counts from 1."""

    file: str
    line: int
    start: int
    end: int
    kind: str
    old: str
    new: str

    @property
    def key(self) -> str:
        """What stays while nothing in the file changes."""
        return f"{self.file}:{self.start}-{self.end}:{self.kind}:{self.new}"

    def apply(self, source: bytes) -> bytes:
        return source[: self.start] + self.new.encode() + source[self.end :]


def mutants(file: str, source: bytes) -> list[Mutant]:
    """Every mutant of a module, in the order of its source; those that do not compile are none."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    made = []
    for node, inside in _nodes(ast.parse(source), False):
        for kind, new in _changes(node, inside):
            assert isinstance(node, (ast.expr, ast.stmt))
            if isinstance(node, ast.If):
                node = node.test
            assert node.end_lineno is not None
            assert node.end_col_offset is not None
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[node.end_lineno - 1] + node.end_col_offset
            mutant = Mutant(file, node.lineno, start, end, kind, source[start:end].decode(), new)
            if _compiles(mutant.apply(source)):
                made.append(mutant)
    return sorted(made, key=lambda each: (each.start, each.end, each.kind, each.new))


def _compiles(source: bytes) -> bool:
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _nodes(node: ast.AST, inside: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Every node that may be changed, and whether it stands in a function."""
    for child in ast.iter_child_nodes(node):
        if _is_left_out(node, child):
            continue
        yield child, inside
        yield from _nodes(child, inside or isinstance(child, FUNCTIONS))


def _is_left_out(parent: ast.AST, child: ast.AST) -> bool:
    return _is_beside(parent, child) or _is_text(child)


def _is_beside(parent: ast.AST, child: ast.AST) -> bool:
    """Annotations, and what an assertion or an error says."""
    match parent:
        case ast.arg() | ast.FormattedValue():
            return True
        case ast.AnnAssign():
            return child is parent.annotation
        case ast.FunctionDef() | ast.AsyncFunctionDef() if child is parent.returns:
            return True
        case ast.Assert():
            return child is parent.msg
        case ast.Raise():
            return child is parent.cause or (isinstance(child, ast.Call) and _has_only_text(child))
    return False


def _is_text(child: ast.AST) -> bool:
    match child:
        case ast.JoinedStr() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__"), *_]):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)):
            return name == "re" or (attr in LOG_METHODS and name in {"log", "logger", "logging"})
        case ast.Call(func=ast.Name(id="cast" | "TypeVar" | "NewType")):
            return True
    return False


def _has_only_text(call: ast.Call) -> bool:
    texts = (ast.Constant, ast.JoinedStr, ast.BinOp, ast.Name, ast.Attribute)
    return all(isinstance(argument, texts) for argument in call.args)


def _changes(node: ast.AST, inside: bool) -> Iterator[tuple[str, str]]:
    """The kind of each change of a node, and the source that takes its place."""
    match node:
        case ast.Compare():
            yield from _comparisons(node)
        case ast.BoolOp():
            op: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "and/or", _source(ast.BoolOp(op, node.values))
        case ast.UnaryOp(op=ast.Not()):
            yield "not", _source(node.operand)
        case ast.BinOp() if type(node.op) in OPERATORS:
            yield "arithmetic", _source(ast.BinOp(node.left, OPERATORS[type(node.op)](), node.right))
        case ast.Constant():
            yield from _constants(node.value, inside)
        case ast.If(body=[ast.Return() | ast.Continue() | ast.Raise()], orelse=[]):
            yield "guard", "False"
        case ast.Call():
            yield from _calls(node)


def _comparisons(node: ast.Compare) -> Iterator[tuple[str, str]]:
    for position, op in enumerate(node.ops):
        ops = [*node.ops[:position], COMPARISONS[type(op)](), *node.ops[position + 1 :]]
        yield "comparison", _source(ast.Compare(node.left, ops, node.comparators))


def _constants(value: object, inside: bool) -> Iterator[tuple[str, str]]:
    if isinstance(value, bool):
        yield "constant", str(not value)
    elif isinstance(value, (int, float)):
        yield "constant", str(value + 1)
    elif isinstance(value, str) and inside:
        yield "constant", '""' if value else '"x"'


def _calls(node: ast.Call) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Call(func=ast.Name(id="sorted"), args=[items]):
            yield "order", f"list({ast.unparse(items)})"
        case ast.Call(func=ast.Name(id="reversed"), args=[items]):
            yield "order", f"iter({ast.unparse(items)})"
        case ast.Call(func=ast.Name(id="isinstance" | "getattr" | "hasattr" | "min" | "max")):
            return
        case ast.Call(
            args=[(ast.Name() | ast.Attribute()) as first, (ast.Name() | ast.Attribute()) as second]
        ):
            yield "swapped arguments", _source(ast.Call(node.func, [second, first], node.keywords))


def _source(node: ast.expr) -> str:
    return f"({ast.unparse(ast.fix_missing_locations(node))})"
