"""How units are reached: dated rows over the district's files."""

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.directory import ContactMode, UnitChange
from storage.staff_tables import unit_changes

_OF_UNIT = (
    select(unit_changes)
    .where(unit_changes.c.unit == bindparam("unit"))
    .order_by(unit_changes.c.seq)
)


class SqlUnitChanges:
    """`casework.directory.UnitChanges`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[UnitChange, ...]] = {}  # asked before in this unit of work

    async def add(self, change: UnitChange) -> None:
        """Store a change."""
        row = {
            "unit": change.unit,
            "contact_mode": change.contact_mode.value if change.contact_mode else None,
            "phone": change.phone,
            "at": change.at,
            "by_officer": change.by_officer,
        }
        self._known.clear()
        await self._connection.execute(insert(unit_changes), row)

    async def of_unit(self, unit: str) -> tuple[UnitChange, ...]:
        """The changes of a unit, the oldest first."""
        if unit not in self._known:
            self._known[unit] = await self._of_unit(unit)
        return self._known[unit]

    async def _of_unit(self, unit: str) -> tuple[UnitChange, ...]:
        rows = await self._connection.execute(_OF_UNIT, {"unit": unit})
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
