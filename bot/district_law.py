"""Reads ``statutes.toml``, ``clocks.toml`` and ``liable.toml`` of a district; refuses a slip in one line."""

from collections.abc import Collection, Mapping
from pathlib import Path

from bot.district_file import DistrictFile
from casework.clock_rules import ClockRules, Ground, Notices, OfficeHours
from casework.deadlines import Statute
from casework.errors import BadValue
from casework.liable import Liable
from casework.statutes import Statutes, Switch, Threshold
from casework.steps import Step, named_step

_FILE = "statutes.toml"
_TABLES = ("statute", "threshold", "switch")
_PARTIES = frozenset(
    {"any_unit", "worker", "superior", "employer", "contractor", "bank", "debtor"}
)
"""Whom a statute may bind besides a unit of the district (``Statute.who``)."""


def load_statutes(folder: Path, units: Collection[str]) -> Statutes:
    """Everything in the file. Raises ConfigurationError at the first thing that is wrong."""
    limits, thresholds, switches = (
        DistrictFile(folder, _FILE, tables=table, keys=" ".join(t for t in _TABLES if t != table))
        for table in _TABLES
    )
    rows = {row.id: row for row in limits.values(Statute)}
    _check_limits(limits, rows, units)
    bounds = {row.id: row for row in thresholds.values(Threshold)}
    thresholds.check_unique("id")
    points = {row.id: row for row in switches.values(Switch)}
    switches.check_unique("id")
    switches.check_known("rules", rows, f"the limits of {_FILE}")
    return Statutes(rows=rows, thresholds=bounds, switches=points)


def _check_limits(file: DistrictFile, rows: Mapping[str, Statute], units: Collection[str]) -> None:
    file.check_unique("id")
    file.check_known("who", {*units, *_PARTIES}, f"units.toml nor one of {sorted(_PARTIES)}")
    file.check_known("pair", rows, "this file")
    file.check_rows(lambda row: bool(row["duty"] and row["title"]), "duty and title need words")
    for entry, row in file.entries():
        rival = row.get("mode", "").removeprefix("earlier_of ")
        if rival != row.get("mode", "") and rival not in rows:
            raise file.wrong(entry, f"mode names {rival!r}, which is no id in this file")
        if row.get("tracks") and row["starts"] not in set(Step):
            raise file.wrong(entry, f"starts = {row['starts']!r} is no step of casework/steps.py")
        for step in row.get("ends", []):
            if not named_step(step):
                raise file.wrong(entry, f"ends = {step!r} is no step of casework/steps.py")


_CLOCKS = "clocks.toml"
_CLOCK_TABLES = ("hours", "notices", "ground")


def load_clock_rules(folder: Path, limits: Collection[str]) -> ClockRules:
    """When people are reminded, and on which grounds a clock may move."""
    hours, notices, grounds = (
        DistrictFile(
            folder, _CLOCKS, tables=table, keys=" ".join(t for t in _CLOCK_TABLES if t != table)
        )
        for table in _CLOCK_TABLES
    )
    rows = {row.id: row for row in grounds.values(Ground)}
    grounds.check_unique("id")
    grounds.check_known("limits", limits, f"the limits of {_FILE}")
    grounds.check_rows(
        lambda row: bool(row["words"] and row["title"] and row["limits"]),
        "words, title and limits must not be empty",
    )
    for dated in (hours, notices):
        dated.check_unique("since")
    try:
        return ClockRules(
            hours=hours.values(OfficeHours), notices=notices.values(Notices), grounds=rows
        )
    except BadValue as error:
        raise hours.wrong("", str(error)) from None


def load_liable(folder: Path) -> tuple[Liable, ...]:
    """Who may have to pay, in the order of the law."""
    file = DistrictFile(folder, "liable.toml", tables="liable")
    rows = file.values(Liable)
    file.check_unique("id")
    file.check_rows(lambda row: bool(row["duty"] and row["title"]), "duty and title need words")
    return rows
