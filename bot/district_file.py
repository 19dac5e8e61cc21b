"""One TOML file of a district's folder, read strictly.

The folder is data for people who are not programmers: every message is one line that names the
file, the entry and how to mend it.
"""

import dataclasses
import difflib
import json
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from casework.errors import ConfigurationError

_T = TypeVar("_T")
Row = dict[str, Any]


class DistrictFile:
    """A file with [[entries]] of one kind, perhaps with single keys above them."""

    def __init__(self, folder: Path, name: str, *, tables: str = "", keys: str = "") -> None:
        """``tables``: the name of its [[…]] entries; ``keys``: what may stand above them."""
        self.path = folder / name
        self.tables = tables
        self.content = self._read()
        allowed = [*keys.split(), *([tables] if tables else [])]
        self.check_keys(self.content, allowed, "the top of the file")
        rows = self.content.get(tables, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.wrong(tables, f"write each entry under its own [[{tables}]] line")
        self.rows: list[Row] = rows

    def _read(self) -> Row:
        try:
            return tomllib.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise self.wrong("", "the file is missing; copy it from district/jianxi") from None
        except OSError as error:
            raise self.wrong("", f"the file cannot be read ({error.strerror})") from None
        except UnicodeDecodeError:
            raise self.wrong("", "the file is not UTF-8; save it as UTF-8") from None
        except tomllib.TOMLDecodeError as error:
            raise self.wrong("", f"this is not TOML: {error}; mend that place") from None

    def wrong(self, entry: str, what: str) -> ConfigurationError:
        """The one line that a person sees."""
        line = ": ".join(filter(None, (str(self.path), entry, what)))
        return ConfigurationError(" ".join(line.split()))

    def entry(self, row: Row, number: int) -> str:
        """How an entry is called in a message: its place in the file and its code."""
        called = next((row[key] for key in ("code", "id", "name", "first") if key in row), "")
        return f"[[{self.tables}]] no. {number}" + (f" ({called})" if called else "")

    def entries(self) -> Iterable[tuple[str, Row]]:
        """Each row with how it is called."""
        return ((self.entry(row, n), row) for n, row in enumerate(self.rows, 1))

    def check_keys(self, row: Row, allowed: Sequence[str], entry: str) -> None:
        """Refuse a key that nobody reads: it is a slip that would change nothing in silence."""
        for key in row:
            if key not in allowed:
                near = difflib.get_close_matches(key, allowed, n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"use: {', '.join(allowed)}"
                raise self.wrong(entry, f"unknown key {key!r}; {hint}")

    def values(self, kind: type[_T]) -> tuple[_T, ...]:
        """Every entry as a value of that dataclass."""
        return tuple(self.value(kind, row, entry) for entry, row in self.entries())

    def value(self, kind: type[_T], row: Row, entry: str) -> _T:
        """One entry as a value; types are not bent ("5" is not 5)."""
        names = [field.name for field in dataclasses.fields(kind)]  # type: ignore[arg-type]
        self.check_keys(row, names, entry)
        try:
            # JSON, because its strict mode still knows dates, lists for tuples, and enum words.
            return TypeAdapter(kind).validate_json(json.dumps(row, default=str), strict=True)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(map(str, first["loc"]))
            found = "" if first["type"] == "missing" else f", found {first['input']!r}"
            text = first["msg"].removeprefix("Value error, ")
            raise self.wrong(entry, f"{key}: {text}{found}" if key else text) from None

    def check_unique(self, key: str) -> None:
        """Refuse a code that two entries carry, or an empty one."""
        for value, times in Counter(row[key] for row in self.rows).items():
            if not value:
                raise self.wrong(f"[[{self.tables}]]", f"an entry has an empty {key}")
            if times > 1:
                entry = f"[[{self.tables}]] {key} = {value!r}"
                raise self.wrong(entry, f"stands {times} times; give each entry its own")

    def check_known(self, key: str, known: Collection[str], where: str) -> None:
        """Refuse an entry that names something which does not exist."""
        for entry, row in self.entries():
            named = row.get(key, "")
            for code in named if isinstance(named, list) else [named]:
                if code and code not in known:
                    raise self.wrong(entry, f"{key} = {code!r} is not in {where}")

    def check_rows(self, right: Callable[[Row], bool], what: str) -> None:
        """Refuse an entry for which the rule does not hold."""
        for entry, row in self.entries():
            if not right(row):
                raise self.wrong(entry, what)
