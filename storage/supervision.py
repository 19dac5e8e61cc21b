"""Assignments from above and orders of supervision."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.errors import NotFound
from casework.supervision import (
    Answer,
    Confirmed,
    DualAssignment,
    Level,
    Slow,
    SupervisionOrder,
)
from storage.engine import insert_new
from storage.plain import dumps, loads
from storage.seal import Sealer
from storage.supervision_tables import dual_assignments, supervision_orders


class SqlSupervision:
    """`casework.supervision.Supervision`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def assign(self, assignment: DualAssignment) -> bool:
        """Store it; False where the case has one already."""
        statement = insert_new(self._connection, dual_assignments).values(self._row(assignment))
        return (await self._connection.execute(statement)).rowcount == 1

    async def update(self, assignment: DualAssignment) -> None:
        """Store what has changed. Raises NotFound."""
        changed = (
            update(dual_assignments)
            .where(dual_assignments.c.id == assignment.id)
            .values(self._row(assignment))
        )
        if (await self._connection.execute(changed)).rowcount == 0:
            raise NotFound(f"no assignment {assignment.id}")

    async def of_case(self, case_id: str) -> DualAssignment | None:
        """The assignment of a case, locked until the commit."""
        rows = await self._connection.execute(
            select(dual_assignments).where(dual_assignments.c.case_id == case_id).with_for_update()
        )
        row = rows.one_or_none()
        return None if row is None else self._assignment(row)

    async def request(self, order: SupervisionOrder) -> bool:
        """Store a request; False while another one of the case is undecided."""
        statement = insert_new(self._connection, supervision_orders).values(self._order_row(order))
        return (await self._connection.execute(statement)).rowcount == 1

    async def order(self, order_id: str) -> SupervisionOrder | None:
        """An order by its id."""
        rows = await self._connection.execute(
            select(supervision_orders).where(supervision_orders.c.id == order_id)
        )
        row = rows.one_or_none()
        return None if row is None else self._order(row)

    async def decide(self, order: SupervisionOrder) -> bool:
        """Store a leader's word; False where one was given already."""
        decided = (
            update(supervision_orders)
            .where(supervision_orders.c.id == order.id, supervision_orders.c.approved.is_(None))
            .values(self._order_row(order))
        )
        return (await self._connection.execute(decided)).rowcount == 1

    async def orders_of(self, case_id: str) -> tuple[SupervisionOrder, ...]:
        """The requests of a case, in order."""
        rows = await self._connection.execute(
            select(supervision_orders)
            .where(supervision_orders.c.case_id == case_id)
            .order_by(supervision_orders.c.seq)
        )
        return tuple(self._order(row) for row in rows)

    def _row(self, assignment: DualAssignment) -> dict[str, Any]:
        answer = assignment.answer
        about = {
            "assigner": assignment.assigner,
            "number": assignment.number,
            "answer": answer.text if answer else "",
        }
        return {
            "id": assignment.id,
            "case_id": assignment.case_id,
            "level": assignment.level.value,
            "assigned_on": assignment.assigned_on,
            "due_on": assignment.due_on,
            "opened_at": assignment.opened_at,
            "assignment": self._sealer.seal(dumps(about)),
            "units": list(assignment.units),
            "confirmed": [[c.unit, c.by, c.at.isoformat()] for c in assignment.confirmed],
            "planned_at": assignment.planned_at,
            "answer_by": answer.by_unit if answer else "",
            "answer_agreed_at": answer.agreed_at if answer else None,
            "reported_at": assignment.reported_at,
        }

    def _assignment(self, row: Any) -> DualAssignment:
        about = loads(self._sealer.open(row.assignment))
        first, second = row.units
        return DualAssignment(
            id=row.id,
            case_id=row.case_id,
            level=Level(row.level),
            assigner=about["assigner"],
            number=about["number"],
            assigned_on=row.assigned_on,
            due_on=row.due_on,
            opened_at=row.opened_at,
            units=(first, second),
            confirmed=tuple(
                Confirmed(unit=unit, by=by, at=datetime.fromisoformat(at))
                for unit, by, at in row.confirmed
            ),
            planned_at=row.planned_at,
            answer=Answer(
                text=about["answer"], by_unit=row.answer_by, agreed_at=row.answer_agreed_at
            )
            if row.answer_by
            else None,
            reported_at=row.reported_at,
        )

    def _order_row(self, order: SupervisionOrder) -> dict[str, Any]:
        return {
            "id": order.id,
            "case_id": order.case_id,
            "grounds": [ground.value for ground in order.grounds],
            "requested_by": order.requested_by,
            "requested_at": order.requested_at,
            "reason": self._sealer.seal(order.reason),
            "approved": order.approved,
            "decided_by": order.decided_by,
            "decided_at": order.decided_at,
            "number": order.number,
            "report_by": order.report_by,
        }

    def _order(self, row: Any) -> SupervisionOrder:
        return SupervisionOrder(
            id=row.id,
            case_id=row.case_id,
            grounds=tuple(map(Slow, row.grounds)),
            requested_by=row.requested_by,
            requested_at=row.requested_at,
            reason=self._sealer.open_text(row.reason),
            approved=row.approved,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
            number=row.number,
            report_by=row.report_by,
        )
