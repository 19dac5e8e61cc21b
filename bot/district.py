"""Reads a district's folder of TOML into values, and refuses a slip in one clear line.

Another district is another folder of the same shape: what is checked here is everything that the
house relies on, so that a slip shows at the start and not in the middle of somebody's case.
"""

import dataclasses
import itertools
import re
from collections.abc import Collection
from pathlib import Path

from bot.district_file import DistrictFile
from bot.district_law import load_clock_rules, load_liable, load_statutes
from casework.boards import BoardTimes
from casework.clock_rules import ClockRules
from casework.directory import (
    District,
    DutyTurn,
    Hotline,
    Industry,
    LeaderPost,
    LegalAidContact,
    ObjectionGround,
    SubDistrict,
    Unit,
)
from casework.errors import BadValue, ConfigurationError
from casework.groups import GroupRules
from casework.ledger import Project
from casework.officer_forms import OBJECTIONS
from casework.queues import Queue, QueueTimes
from casework.routing import Role, RoutingRule, RoutingRules
from casework.statutes import Statutes
from casework.supervision import SlowRules

_PREFIX = re.compile(r"[A-Z]{2,6}")
_NUMBER = re.compile(r"[\d-]*")


@dataclasses.dataclass(frozen=True, kw_only=True)
class LoadedDistrict:
    """A district's folder, read and checked. ``sample_projects`` are inventions for a first look."""

    district: District
    statutes: Statutes
    clocks: ClockRules
    routing: RoutingRules
    slow: SlowRules
    boards: BoardTimes
    grouping: GroupRules
    sample_projects: tuple[Project, ...] = ()
    gazetteer: tuple[str, ...] = ()  # how people call places in and around the district


def load_district(folder: Path) -> LoadedDistrict:
    """Everything in the folder. Raises ConfigurationError at the first thing that is wrong."""
    if not folder.is_dir():
        raise ConfigurationError(
            f"{folder}: there is no such folder; set QINGXIN_DISTRICT to a district's folder, "
            "or unset it for the pilot"
        )
    district = _district(folder)
    statutes = load_statutes(folder, district.units)
    return LoadedDistrict(
        district=district,
        statutes=statutes,
        clocks=load_clock_rules(folder, statutes),
        routing=_routing(folder, district.units),
        slow=_slow(folder),
        boards=_boards(folder),
        grouping=_grouping(folder),
        sample_projects=_sample_projects(folder, district),
        gazetteer=_gazetteer(folder),
    )


def _district(folder: Path) -> District:
    file = DistrictFile(
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
            "leaders": {},
            "outside_places": places.get("outside", []),
            "unassigned_places": places.get("unassigned", []),
            "wider_places": places.get("wider", []),
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
        objection_grounds=_objection_grounds(folder),
        leaders=_leaders(folder),
        queues=_queues(folder),
        liable=load_liable(folder),
    )


def _units(folder: Path) -> dict[str, Unit]:
    file = DistrictFile(folder, "units.toml", tables="unit")
    units = file.values(Unit)
    file.check_unique("code")
    file.check_unique("name")
    return {unit.code: unit for unit in units}


def _industries(folder: Path, units: Collection[str]) -> dict[str, Industry]:
    file = DistrictFile(folder, "industries.toml", tables="industry")
    rows = file.values(Industry)
    file.check_unique("code")
    file.check_known("unit", units, "units.toml")
    file.check_known("candidates", units, "units.toml")
    file.check_rows(
        lambda row: not row.get("confirmed") or "confirmed_on" in row,
        "confirmed needs its day; add confirmed_on = 2026-12-01",
    )
    return {row.code: row for row in rows}


def _sub_districts(folder: Path, units: Collection[str]) -> DistrictFile:
    file = DistrictFile(
        folder, "sub_districts.toml", tables="sub_district", keys="outside unassigned wider"
    )
    rows = file.values(SubDistrict)
    file.check_unique("code")
    file.check_unique("name")
    file.check_known("unit", units, "units.toml")
    inside = {word for row in rows for word in (row.name, *row.places)}
    for key in ("outside", "unassigned", "wider"):
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
    file = DistrictFile(folder, "hotlines.toml", tables="hotline")
    rows = file.values(Hotline)
    file.check_unique("code")
    file.check_rows(
        lambda row: _NUMBER.fullmatch(row["number"]) is not None,
        "number: digits and dashes only; leave it empty until it is known",
    )
    return {row.code: row for row in rows}


def _legal_aid(folder: Path, units: Collection[str]) -> tuple[LegalAidContact, ...]:
    file = DistrictFile(folder, "legal_aid.toml", tables="contact")
    rows = file.values(LegalAidContact)
    file.check_known("unit", units, "units.toml")
    return rows


def _objection_grounds(folder: Path) -> dict[str, ObjectionGround]:
    """Each ground that officers can tap has its clause, and no other stands there."""
    file = DistrictFile(folder, "objections.toml", tables="ground")
    rows = {row.id: row for row in file.values(ObjectionGround)}
    file.check_unique("id")
    offered = {option.value for option in OBJECTIONS}
    for ground in offered ^ rows.keys():
        what = "write its source" if ground in offered else f"use one of {sorted(offered)}"
        raise file.wrong(f"[[ground]] {ground}", f"does not fit the buttons; {what}")
    file.check_rows(lambda row: row["source"] != "", "source: write the clause")
    return rows


def _leaders(folder: Path) -> dict[str, LeaderPost]:
    """The leading group's posts that may lead a case."""
    file = DistrictFile(folder, "leaders.toml", tables="leader")
    posts = file.values(LeaderPost)
    file.check_unique("code")
    file.check_unique("name")
    return {post.code: post for post in posts}


def _queues(folder: Path) -> dict[Queue, QueueTimes]:
    """Every queue has its times; a wait is counted in whole working days."""
    file = DistrictFile(folder, "queues.toml", tables="queue")
    rows = {row.id: row for row in file.values(QueueTimes)}
    file.check_unique("id")
    for queue in Queue:
        if queue not in rows:
            raise file.wrong(f"[[queue]] {queue}", "is missing; copy it from district/jianxi")
    file.check_rows(
        lambda row: 1 <= row["owner_after"] <= row["head_after"] and row["again"] >= 1,
        "write at least 1, and head_after no sooner than owner_after",
    )
    return rows


def _duty(folder: Path, units: Collection[str]) -> tuple[DutyTurn, ...]:
    file = DistrictFile(folder, "duty.toml", tables="turn")
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


def _routing(folder: Path, units: Collection[str]) -> RoutingRules:
    file = DistrictFile(folder, "routing.toml", tables="rule", keys="version")
    rules = file.values(RoutingRule)
    file.check_unique("id")
    roles = [role.value for role in Role]
    for key in ("lead", "assist"):
        file.check_known(key, {*units, *roles}, f"units.toml nor one of {', '.join(roles)}")
    file.check_rows(lambda row: row["lead"] != "", "lead: write a unit's code or a role")
    version = file.content.get("version", "")
    if not isinstance(version, str) or not version:
        raise file.wrong("version", 'write the day of the last change, as "2026-12-01"')
    try:
        return RoutingRules(version=version, rules=rules)
    except BadValue as error:
        raise file.wrong("[[rule]]", str(error)) from None


def _slow(folder: Path) -> SlowRules:
    file = DistrictFile(folder, "supervision.toml", keys="slow")
    row = file.content.get("slow")
    if not isinstance(row, dict):
        raise file.wrong("[slow]", "the table is missing; copy it from district/jianxi")
    return file.value(SlowRules, row, "[slow]")


def _boards(folder: Path) -> BoardTimes:
    file = DistrictFile(folder, "boards.toml", keys="board")
    row = file.content.get("board")
    if not isinstance(row, dict):
        raise file.wrong("[board]", "the table is missing; copy it from district/jianxi")
    return file.value(BoardTimes, row, "[board]")


def _grouping(folder: Path) -> GroupRules:
    file = DistrictFile(folder, "groups.toml", keys="group")
    row = file.content.get("group")
    if not isinstance(row, dict):
        raise file.wrong("[group]", "the table is missing; copy it from district/jianxi")
    return file.value(GroupRules, row, "[group]")


def _sample_projects(folder: Path, district: District) -> tuple[Project, ...]:
    if not (folder / "sample_projects.toml").exists():
        return ()  # a real district deletes the inventions
    file = DistrictFile(folder, "sample_projects.toml", tables="project")
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


def _gazetteer(folder: Path) -> tuple[str, ...]:
    """The names of every list in the file; a district may do without it."""
    if not (folder / "gazetteer.toml").exists():
        return ()
    file = DistrictFile(folder, "gazetteer.toml", keys=GAZETTEER)
    for kind, names in file.content.items():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise file.wrong(kind, 'write the names as a list: ["…", "…"]')
    return tuple(dict.fromkeys(name for names in file.content.values() for name in names))


GAZETTEER = "sub_districts roads landmarks districts towns"
