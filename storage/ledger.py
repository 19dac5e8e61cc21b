"""The ledger of projects, and the history of what was changed in it."""

import json
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, delete, distinct, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.errors import BadValue
from casework.ledger import GuardedFields, LedgerEntry, Project, SiteFirms
from casework.ledger_fields import (
    FIELDS,
    GUARDED,
    FieldKind,
    Plain,
    entry_of,
    flat,
    flat_project,
    from_plain,
    project_of,
    to_plain,
)
from casework.ledger_import import FieldChange, Identity, PlannedRow, ProjectChange, Written
from storage.counters import next_value
from storage.engine import Engine, put_row
from storage.ledger_tables import ledger_jobs, project_changes, projects
from storage.seal import Sealer
from storage.tables import counters

_OPEN = tuple(name for name in FIELDS if name not in GUARDED)
_LISTS = frozenset(name for name, kind in FIELDS.items() if kind is FieldKind.NAMES)
_READ = tuple(
    name
    for name, kind in FIELDS.items()
    if kind in {FieldKind.NAMES, FieldKind.CLASS, FieldKind.STATE, FieldKind.DEPOSIT_FORM}
)
"""Columns whose value is not the field's value yet."""

_AT_THE_GATE = [
    projects.c[name]
    for name in (
        "code",
        "name",
        "general_contractor",
        "subcontractors",
        "owner",
        "site_board_inspected_on",
    )
]

_VERSION = "ledger version"
_BY_CODE = select(projects).where(projects.c.code == bindparam("code"))


class SqlLedger:
    """`casework.ledger.Ledger` and `casework.ledger_import.LedgerWriter`.

    A column for each open field; the guarded ones are sealed together.
    """

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def get(self, code: str) -> Project | None:
        """A project by its code."""
        rows = await self._connection.execute(_BY_CODE, {"code": code})
        row = rows.one_or_none()
        return None if row is None else _project(row)

    async def guarded(self, code: str) -> GuardedFields:
        """The sealed part of a project; empty where there is none."""
        rows = await self._connection.execute(
            select(projects.c.guarded).where(projects.c.code == code)
        )
        return self._guarded(rows.scalar_one_or_none())

    async def all(self) -> tuple[Project, ...]:
        """Every project, by code."""
        rows = await self._connection.execute(select(projects).order_by(projects.c.code))
        return tuple(_project(row) for row in rows)

    async def firms(self) -> Mapping[str, SiteFirms]:
        """Who builds where, by code."""
        rows = await self._connection.execute(select(*_AT_THE_GATE).order_by(projects.c.code))
        return {
            row.code: SiteFirms(
                name=row.name,
                general_contractor=row.general_contractor,
                others=(*row.subcontractors, row.owner),
                inspected_on=row.site_board_inspected_on,
            )
            for row in rows
        }

    async def replace_samples(self, samples: tuple[Project, ...]) -> None:
        """Put the invented projects of a fresh installation in; a real ledger keeps them out.

        What somebody has changed of one, an alias say, stays.
        """
        changed = select(project_changes.c.code).distinct()
        untouched = projects.c.sample.is_(True) & projects.c.code.not_in(changed)
        await self._connection.execute(delete(projects).where(untouched))
        kept = (await self._connection.execute(select(projects.c.code, projects.c.sample))).all()
        if any(not row.sample for row in kept):
            return
        codes = {row.code for row in kept}
        rows = [self._row(LedgerEntry(project=p)) for p in samples if p.code not in codes]
        if rows:
            await self._connection.execute(insert(projects), rows)

    async def write(self, rows: Sequence[PlannedRow], *, job_id: str, at: datetime) -> Written:
        """Put planned rows in, each with a row of history where it changes anything.

        Safe to repeat: what stands there already is left alone.
        """
        before = await self._entries([row.code for row in rows])
        changes, entries, added = [], [], 0
        for row in rows:
            old = before.get(row.code)
            entry = entry_of({**row.values, "code": row.code}, old)
            changed = _difference(old, entry)
            if changed or old is None:
                entries.append(self._row(entry))
                changes.append(self._change(row, changed, job_id=job_id, at=at, new=old is None))
                added += old is None
        await self._put(entries)
        if changes:
            await self._connection.execute(insert(project_changes), changes)
        written = len(changes)
        return Written(added=added, changed=written - added, unchanged=len(rows) - written)

    async def written_by(self, job_id: str) -> Written:
        """What a job has added and changed until now; a project counts once."""
        code = project_changes.c.code
        rows = await self._connection.execute(
            select(
                func.count(distinct(case((project_changes.c.added, code)))),
                func.count(distinct(code)),
            ).where(project_changes.c.job_id == job_id)
        )
        added, touched = rows.one()
        return Written(added=added, changed=touched - added)

    async def finish_writing(self) -> None:
        """A real ledger keeps no invented projects; whoever reads along learns of a new version."""
        real = select(projects.c.code).where(projects.c.sample.is_(False)).limit(1)
        if (await self._connection.execute(real)).first() is not None:
            await self._connection.execute(delete(projects).where(projects.c.sample.is_(True)))
        await next_value(self._connection, _VERSION)

    async def changes_of(self, code: str) -> tuple[ProjectChange, ...]:
        """Everything that was ever changed of a project, in order."""
        rows = await self._connection.execute(
            select(project_changes, ledger_jobs.c.asked_by, ledger_jobs.c.sha256)
            .join(ledger_jobs, ledger_jobs.c.id == project_changes.c.job_id)
            .where(project_changes.c.code == code)
            .order_by(project_changes.c.seq)
        )
        return tuple(self._changed(row) for row in rows)

    async def _entries(self, codes: list[str]) -> dict[str, LedgerEntry]:
        rows = await self._connection.execute(select(projects).where(projects.c.code.in_(codes)))
        return {
            row.code: LedgerEntry(project=_project(row), guarded=self._guarded(row.guarded))
            for row in rows
        }

    async def _put(self, entries: list[dict[str, Any]]) -> None:
        if entries:
            await self._connection.execute(put_row(self._connection, projects, "code"), entries)

    def _row(self, entry: LedgerEntry) -> dict[str, Any]:
        row: dict[str, Any] = {
            name: to_plain(value) if name in _LISTS else value
            for name, value in flat_project(entry.project).items()
        }
        row["guarded"] = self._sealed(entry.guarded)
        return row

    def _sealed(self, guarded: GuardedFields) -> bytes | None:
        if guarded == GuardedFields():
            return None
        values = {name: getattr(guarded, name) for name in sorted(GUARDED)}
        return self._sealer.seal(json.dumps(values))

    def _guarded(self, sealed: bytes | None) -> GuardedFields:
        return _opened(self._sealer, sealed)

    def _change(
        self,
        row: PlannedRow,
        changed: Mapping[str, FieldChange],
        *,
        job_id: str,
        at: datetime,
        new: bool,
    ) -> dict[str, Any]:
        pairs = {name: [each.old, each.new] for name, each in changed.items()}
        sealed = {name: pair for name, pair in pairs.items() if name in GUARDED}
        return {
            "code": row.code,
            "at": at,
            "job_id": job_id,
            "row": row.row,
            "added": new,
            "fields": {name: pair for name, pair in pairs.items() if name not in GUARDED},
            "guarded": self._sealer.seal(json.dumps(sealed)) if sealed else None,
        }

    def _changed(self, row: Any) -> ProjectChange:
        pairs: dict[str, list[Plain]] = dict(row.fields)
        if row.guarded is not None:
            pairs.update(json.loads(self._sealer.open(row.guarded)))
        return ProjectChange(
            code=row.code,
            at=row.at,
            job_id=row.job_id,
            row=row.row,
            added=row.added,
            by=row.asked_by,
            sha256=row.sha256,
            fields={name: FieldChange(old=old, new=new) for name, (old, new) in pairs.items()},
        )


class SqlLedgerReading:
    """`casework.ledger_import.LedgerReading`: page by page, so that nobody waits for a reader."""

    def __init__(self, engine: Engine, sealer: Sealer) -> None:
        self._engine = engine
        self._sealer = sealer

    async def version(self) -> int:
        """Rises with every import; 0 before the first."""
        async with self._engine.reading() as connection:
            found = await connection.execute(
                select(counters.c.value).where(counters.c.name == _VERSION)
            )
            return int(found.scalar_one_or_none() or 0)

    async def projects(self) -> AsyncIterator[tuple[Project, ...]]:
        """Every project, by code."""
        async for page in self._pages(*projects.c):
            yield tuple(_project(row) for row in page)

    async def entries(self) -> AsyncIterator[tuple[LedgerEntry, ...]]:
        """Every entry, by code, with its sealed part."""
        async for page in self._pages(*projects.c):
            yield tuple(
                LedgerEntry(project=_project(row), guarded=_opened(self._sealer, row.guarded))
                for row in page
            )

    async def identities(self) -> AsyncIterator[tuple[Identity, ...]]:
        """What tells one project from another, by code."""
        names = ("code", "name", "sub_district", "address", "sample")
        async for page in self._pages(*(projects.c[name] for name in names)):
            yield tuple(Identity(**{name: getattr(row, name) for name in names}) for row in page)

    async def _pages(self, *columns: Any) -> AsyncIterator[Iterable[Any]]:
        last = ""
        while True:
            async with self._engine.reading() as connection:
                found = await connection.execute(
                    select(*columns)
                    .where(projects.c.code > last)
                    .order_by(projects.c.code)
                    .limit(PAGE)
                )
                page = found.all()
            if not page:
                return
            yield page
            last = page[-1].code


PAGE = 50
"""Projects read at once: a few milliseconds during which nothing else is served."""


def _project(row: Any) -> Project:
    values = {name: getattr(row, name) for name in _OPEN}
    for name in _READ:
        values[name] = from_plain(name, values[name])
    return project_of(values)


def _opened(sealer: Sealer, sealed: bytes | None) -> GuardedFields:
    return GuardedFields() if sealed is None else GuardedFields(**json.loads(sealer.open(sealed)))


def _difference(old: LedgerEntry | None, new: LedgerEntry) -> dict[str, FieldChange]:
    """What is not as before; of a new entry, what is not empty."""
    if old is not None and old.project.code != new.project.code:
        raise BadValue("a change is a change of one project")
    if old == new:
        return {}
    before = flat(old) if old else {}
    return {
        name: FieldChange(old=to_plain(before.get(name)), new=to_plain(value))
        for name, value in flat(new).items()
        if value != before.get(name) and (old is not None or value not in {None, "", ()})
    }
