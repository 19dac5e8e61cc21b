"""Reads a district's folder of TOML into values, and refuses a slip in one clear line.

The folder is data for people who are not programmers: every message names the file, the entry
and how to mend it.
"""

import dataclasses
import difflib
import itertools
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from casework.deadlines import Statute
from casework.directory import (
    District,
    DutyTurn,
    Hotline,
    Industry,
    LegalAidContact,
    SubDistrict,
    Unit,
)
from casework.errors import BadValue, ConfigurationError
from casework.ledger import Project
from casework.routing import RoutingRule, RoutingRules

_T = TypeVar("_T")
_Row = dict[str, Any]

_PREFIX = re.compile(r"[A-Z]{2,6}")
_NUMBER = re.compile(r"[\d-]*")
_PARTIES = frozenset(
    {"any_unit", "worker", "superior", "employer", "contractor", "bank", "debtor"}
)
"""Whom a statute may bind besides a unit of the district (``Statute.who``)."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class LoadedDistrict:
    """A district's folder, read and checked. ``sample_projects`` are inventions for a first look."""

    district: District
    statutes: Mapping[str, Statute]
    routing: RoutingRules
    sample_projects: tuple[Project, ...] = ()


def load_district(folder: Path) -> LoadedDistrict:
    """Everything in the folder. Raises ConfigurationError at the first thing that is wrong."""
    if not folder.is_dir():
        raise ConfigurationError(
            f"{folder}: there is no such folder; set QINGXIN_DISTRICT to a district's folder, "
            "or unset it for the pilot"
        )
    district = _district(folder)
    return LoadedDistrict(
        district=district,
        statutes=_statutes(folder, district.units),
        routing=_routing(folder),
        sample_projects=_sample_projects(folder, district),
    )


class _File:
    """One TOML file of the folder; every complaint about it starts with its name."""

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
        self.rows: list[_Row] = rows

    def _read(self) -> _Row:
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

    def entry(self, row: _Row, number: int) -> str:
        """How an entry is called in a message: its place in the file and its code."""
        called = next((row[key] for key in ("code", "id", "name", "first") if key in row), "")
        return f"[[{self.tables}]] no. {number}" + (f" ({called})" if called else "")

    def entries(self) -> Iterable[tuple[str, _Row]]:
        """Each row with how it is called."""
        return ((self.entry(row, n), row) for n, row in enumerate(self.rows, 1))

    def check_keys(self, row: _Row, allowed: Sequence[str], entry: str) -> None:
        """Refuse a key that nobody reads: it is a slip that would change nothing in silence."""
        for key in row:
            if key not in allowed:
                near = difflib.get_close_matches(key, allowed, n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"use: {', '.join(allowed)}"
                raise self.wrong(entry, f"unknown key {key!r}; {hint}")

    def values(self, kind: type[_T]) -> tuple[_T, ...]:
        """Every entry as a value of that dataclass."""
        return tuple(self.value(kind, row, entry) for entry, row in self.entries())

    def value(self, kind: type[_T], row: _Row, entry: str) -> _T:
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

    def check_rows(self, right: Callable[[_Row], bool], what: str) -> None:
        """Refuse an entry for which the rule does not hold."""
        for entry, row in self.entries():
            if not right(row):
                raise self.wrong(entry, what)


def _district(folder: Path) -> District:
    file = _File(
        folder,
        "district.toml",
        keys="code name prefix arrears_office labour inspection justice",
    )
    units = _units(folder)
    industries, sub_districts = _industries(folder, units), _sub_districts(folder, units)
    hotlines = _hotlines(folder)
    places = sub_districts.content
    district = file.value(
        District,
        {
            **file.content,
            "units": {},
            "industries": {},
            "sub_districts": {},
            "outside_places": places.get("outside", []),
            "unassigned_places": places.get("unassigned", []),
        },
        "",
    )
    if not _PREFIX.fullmatch(district.prefix):
        raise file.wrong("prefix", f"two to six capital letters, found {district.prefix!r}")
    for key in ("arrears_office", "labour", "inspection", "justice"):
        if file.content[key] not in units:
            raise file.wrong(key, f"{file.content[key]!r} is not in units.toml")
    return dataclasses.replace(
        district,
        units=units,
        industries=industries,
        sub_districts={row.code: row for row in sub_districts.values(SubDistrict)},
        duty=_duty(folder, units),
        hotlines=hotlines,
        legal_aid=_legal_aid(folder, units),
    )


def _units(folder: Path) -> dict[str, Unit]:
    file = _File(folder, "units.toml", tables="unit")
    units = file.values(Unit)
    file.check_unique("code")
    file.check_unique("name")
    return {unit.code: unit for unit in units}


def _industries(folder: Path, units: Collection[str]) -> dict[str, Industry]:
    file = _File(folder, "industries.toml", tables="industry")
    rows = file.values(Industry)
    file.check_unique("code")
    file.check_known("unit", units, "units.toml")
    file.check_known("candidates", units, "units.toml")
    file.check_rows(
        lambda row: not row.get("confirmed") or "confirmed_on" in row,
        "confirmed needs its day; add confirmed_on = 2026-12-01",
    )
    return {row.code: row for row in rows}


def _sub_districts(folder: Path, units: Collection[str]) -> _File:
    file = _File(folder, "sub_districts.toml", tables="sub_district", keys="outside unassigned")
    rows = file.values(SubDistrict)
    file.check_unique("code")
    file.check_unique("name")
    file.check_known("unit", units, "units.toml")
    inside = {word for row in rows for word in (row.name, *row.places)}
    for key in ("outside", "unassigned"):
        words = file.content.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise file.wrong(key, "write a list of words")
        for word in inside.intersection(words):
            raise file.wrong(key, f"{word!r} is also a place of a sub-district; keep one of them")
        if "" in words:
            raise file.wrong(key, "an empty word would be found everywhere; take it out")
    file.check_rows(lambda row: "" not in row.get("places", []), "take the empty place out")
    return file


def _hotlines(folder: Path) -> dict[str, Hotline]:
    file = _File(folder, "hotlines.toml", tables="hotline")
    rows = file.values(Hotline)
    file.check_unique("code")
    file.check_rows(
        lambda row: _NUMBER.fullmatch(row["number"]) is not None,
        "number: digits and dashes only; leave it empty until it is known",
    )
    return {row.code: row for row in rows}


def _legal_aid(folder: Path, units: Collection[str]) -> tuple[LegalAidContact, ...]:
    file = _File(folder, "legal_aid.toml", tables="contact")
    rows = file.values(LegalAidContact)
    file.check_known("unit", units, "units.toml")
    return rows


def _duty(folder: Path, units: Collection[str]) -> tuple[DutyTurn, ...]:
    file = _File(folder, "duty.toml", tables="turn")
    turns = file.values(DutyTurn)
    file.check_known("unit", units, "units.toml")
    file.check_known("backup", units, "units.toml")
    file.check_rows(lambda row: row["first"] <= row["last"], "ends before it begins")
    file.check_rows(lambda row: row["unit"] != row["backup"], "a unit cannot be its own backup")
    by_day = sorted(turns, key=lambda turn: turn.first)
    for one, other in itertools.pairwise(by_day):
        if other.first <= one.last:
            raise file.wrong(
                f"[[turn]] {one.first} to {one.last}",
                f"overlaps the turn that begins on {other.first}; a day has one unit on duty",
            )
    return turns


def _statutes(folder: Path, units: Collection[str]) -> dict[str, Statute]:
    file = _File(folder, "statutes.toml", tables="statute")
    rows = {row.id: row for row in file.values(Statute)}
    file.check_unique("id")
    file.check_known("who", {*units, *_PARTIES}, f"units.toml nor one of {sorted(_PARTIES)}")
    for entry, row in file.entries():
        rival = row.get("mode", "").removeprefix("earlier_of ")
        if rival != row.get("mode", "") and rival not in rows:
            raise file.wrong(entry, f"mode names {rival!r}, which is no id in this file")
    return rows


def _routing(folder: Path) -> RoutingRules:
    file = _File(folder, "routing.toml", tables="rule", keys="version")
    rules = file.values(RoutingRule)
    file.check_unique("id")
    version = file.content.get("version", "")
    if not isinstance(version, str) or not version:
        raise file.wrong("version", 'write the day of the last change, as "2026-12-01"')
    try:
        return RoutingRules(version=version, rules=rules)
    except BadValue as error:
        raise file.wrong("[[rule]]", str(error)) from None


def _sample_projects(folder: Path, district: District) -> tuple[Project, ...]:
    if not (folder / "sample_projects.toml").exists():
        return ()  # a real district deletes the inventions
    file = _File(folder, "sample_projects.toml", tables="project")
    projects = file.values(Project)
    file.check_unique("code")
    file.check_known("industry", district.industries, "industries.toml")
    file.check_known("sub_district", district.sub_districts, "sub_districts.toml")
    file.check_known("owner_unit", district.units, "units.toml")
    file.check_known("industry_unit", district.units, "units.toml")
    file.check_rows(
        lambda row: row.get("sample") is True,
        "is not marked sample = true; real projects come in with `qingxin projects import`",
    )
    return projects
