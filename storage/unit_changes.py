"""How units are reached: dated rows over the district's files."""

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.directory import ContactMode, UnitChange
from storage.staff_tables import unit_changes

_ALL = select(unit_changes).order_by(unit_changes.c.seq)


class SqlUnitChanges:
    """`casework.directory.UnitChanges`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._known: tuple[UnitChange, ...] | None = None  # read before in this unit of work

    async def add(self, change: UnitChange) -> None:
        """Store a change."""
        row = {
            "unit": change.unit,
            "contact_mode": change.contact_mode.value if change.contact_mode else None,
            "phone": change.phone,
            "at": change.at,
            "by_officer": change.by_officer,
        }
        self._known = None
        await self._connection.execute(insert(unit_changes), row)

    async def of_unit(self, unit: str) -> tuple[UnitChange, ...]:
        """The changes of a unit, the oldest first."""
        if self._known is None:
            self._known = await self._all()
        return tuple(change for change in self._known if change.unit == unit)

    async def _all(self) -> tuple[UnitChange, ...]:
        """Few in a year: read together, for who asks for one unit soon asks for the next."""
        rows = await self._connection.execute(_ALL)
        return tuple(
            UnitChange(
                unit=row.unit,
                at=row.at,
                by_officer=row.by_officer,
                contact_mode=ContactMode(row.contact_mode) if row.contact_mode else None,
                phone=row.phone,
            )
            for row in rows
        )
