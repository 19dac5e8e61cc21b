"""The ledger of projects."""

from dataclasses import fields
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.ledger import Project, ProjectClass
from storage.tables import projects

_FIELDS = tuple(field.name for field in fields(Project))


class SqlLedger:
    """`casework.ledger.Ledger`. A column for each field of a project."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, code: str) -> Project | None:
        """A project by its code."""
        rows = await self._connection.execute(select(projects).where(projects.c.code == code))
        row = rows.one_or_none()
        return None if row is None else _project(row)

    async def all(self) -> tuple[Project, ...]:
        """Every project, by code."""
        rows = await self._connection.execute(select(projects).order_by(projects.c.code))
        return tuple(_project(row) for row in rows)

    async def replace_samples(self, samples: tuple[Project, ...]) -> None:
        """Put the invented projects of a fresh installation in; a real ledger keeps them out."""
        await self._connection.execute(delete(projects).where(projects.c.sample.is_(True)))
        real = await self._connection.execute(select(projects.c.code).limit(1))
        if samples and real.first() is None:
            await self._connection.execute(insert(projects), [_row(each) for each in samples])


def _row(project: Project) -> dict[str, Any]:
    row = {name: getattr(project, name) for name in _FIELDS}
    row["project_class"] = project.project_class.value
    return row


def _project(row: Any) -> Project:
    values = {name: getattr(row, name) for name in _FIELDS}
    values["project_class"] = ProjectClass(row.project_class)
    values["subcontractors"] = tuple(row.subcontractors)
    values["aliases"] = tuple(row.aliases)
    return Project(**values)
