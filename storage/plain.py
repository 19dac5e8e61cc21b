"""Frozen values as tagged JSON and back, for what is sealed as a whole.

``{"$": "MoneyRange", "low": 1, …}`` is a value of that class, an array is a tuple. Words of a
reply, answers of a conversation and kept files travel this way.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, TypeAlias

from casework.conversation_state import Conversation
from casework.errors import BadValue
from casework.meaning import CountRange, MoneyRange, Period, WageRate
from casework.messages import Button, FileKind, KeptFile, Money, OutgoingFile, Reply, Words

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"

_TAG = "$"
_VALUES: dict[str, type[Any]] = {
    value.__name__: value
    for value in (
        Button,
        Conversation,
        CountRange,
        KeptFile,
        Money,
        MoneyRange,
        OutgoingFile,
        Period,
        Reply,
        WageRate,
        Words,
    )
}


def to_plain(value: object) -> Plain:
    """A value of ours as what JSON can hold."""
    if isinstance(value, FileKind):
        return {_TAG: "FileKind", "v": value.value}
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return {
            _TAG: "datetime" if isinstance(value, datetime) else "date",
            "v": value.isoformat(),
        }
    if isinstance(value, Mapping | tuple | frozenset):
        return _gathered(value)
    if type(value).__name__ in _VALUES:
        body = {field.name: to_plain(getattr(value, field.name)) for field in fields(_data(value))}
        return {_TAG: type(value).__name__, **body}
    raise BadValue(f"{type(value).__name__} is not stored")


def from_plain(plain: Plain) -> Any:
    """The value again."""
    if isinstance(plain, list):
        return tuple(from_plain(item) for item in plain)
    if not isinstance(plain, dict):
        return plain
    tag = plain.get(_TAG)
    if tag is None:
        return {key: from_plain(item) for key, item in plain.items()}
    if isinstance(tag, str) and tag in _VALUES:
        body = {key: from_plain(item) for key, item in plain.items() if key != _TAG}
        return _VALUES[tag](**body)
    if isinstance(tag, str) and tag in _READ:
        return _READ[tag](plain["v"])
    raise BadValue(f"stored by another version: {tag!r}")


def dumps(value: object) -> str:
    """Plain JSON text, ASCII only."""
    return json.dumps(to_plain(value), separators=(",", ":"))


def loads(text: str | bytes) -> Any:
    """What ``dumps`` wrote."""
    return from_plain(json.loads(text))


def _gathered(value: Mapping[str, object] | tuple[object, ...] | frozenset[str]) -> Plain:
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset):
        return {_TAG: "set", "v": list[Plain](sorted(value))}
    if _TAG in value:
        return {_TAG: "map", "v": [[key, to_plain(item)] for key, item in value.items()]}
    return {key: to_plain(item) for key, item in value.items()}


def _data(value: object) -> Any:
    return value


_READ: dict[str, Callable[[Any], Any]] = {
    "FileKind": FileKind,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "map": lambda rows: {key: from_plain(item) for key, item in rows},
    "set": frozenset,
}
