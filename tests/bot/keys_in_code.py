"""Which texts the code asks for: found in its syntax, so that no key is forgotten."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeGuard

ROOT = Path(__file__).parents[2]
_ROOMS = ("casework", "handlers", "bot")
_SAYING = {"Reply", "Words"}
_KEY = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
_FAMILY = re.compile(r"[a-z]+(?:-[a-z0-9]+)*-\{\}(?:-[a-z0-9]+)*|\{\}(?:-[a-z0-9]+)+")


def modules(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """Every module of some rooms, by its path."""
    for room in rooms or _ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def asked_for() -> Mapping[str, str]:
    """Keys that are given to a Reply or to Words, or as an error's code, and where."""
    found: dict[str, str] = {}
    for where, module in modules():
        for node in ast.walk(module):
            for key in _given(node):
                found.setdefault(key, f"{where}:{getattr(node, 'lineno', 0)}")
    return found


def _given(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):
        for keyword in node.keywords:
            if keyword.arg == "code" or (keyword.arg == "key" and _is_saying(node)):
                yield from _constants(keyword.value)
    elif isinstance(node, ast.Assign) and any(_names(t, "code") for t in node.targets):
        yield from _constants(node.value)


def _names(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name


def _constants(node: ast.expr) -> Iterator[str]:
    """What an expression may come to, as far as it is written out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and "-" in node.value:
        yield node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value.isidentifier():
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _constants(value)


def looks_like_keys() -> Mapping[str, str]:
    """Every constant of the rules and the handlers that is written like a key, and where."""
    return {
        node.value: f"{where}:{node.lineno}"
        for where, module in modules("casework", "handlers")
        for node in ast.walk(module)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _KEY.fullmatch(node.value)
    }


def families() -> Mapping[str, str]:
    """Keys that are put together, ``status-{}``, and where.

    In ``bot`` other names are put together like keys: there only what is said counts.
    """
    found: dict[str, str] = {}
    for where, module in modules("casework", "handlers"):
        found |= _put_together(where, ast.walk(module))
    for where, module in modules("bot"):
        said = (k.value for n in ast.walk(module) if _is_saying(n) for k in n.keywords)
        found |= _put_together(where, said)
    return found


def _is_saying(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SAYING
    )


def _put_together(where: str, nodes: Iterable[ast.AST]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            whole = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
            )
            if _FAMILY.fullmatch(whole):
                found[whole] = f"{where}:{node.lineno}"
    return found


def arguments() -> Iterator[tuple[str, str, frozenset[str]]]:
    """(where, key, arguments) of every Reply and Words whose key and arguments are written out."""
    for where, module in modules():
        for node in ast.walk(module):
            if not _is_saying(node):
                continue
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            names = _written_out(given.get("args"))
            if names is not None and "key" in given:
                for key in _constants(given["key"]):
                    yield f"{where}:{node.lineno}", key, names


def _written_out(args: ast.expr | None) -> frozenset[str] | None:
    if args is None:
        return frozenset()
    if not isinstance(args, ast.Dict):
        return None
    names = [key.value if isinstance(key, ast.Constant) else None for key in args.keys]
    if any(not isinstance(name, str) for name in names):
        return None
    return frozenset(str(name) for name in names)
