"""Decisions about who is responsible, each kept."""

import json

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.routing import RoutingDecision
from storage.seal import Sealer
from storage.tables import routing_decisions


class SqlRoutingDecisions:
    """`casework.unit_of_work.RoutingDecisions`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def add(self, case_id: str, decision: RoutingDecision) -> None:
        """Keep one more decision; earlier ones stay."""
        row = {
            "case_id": case_id,
            "rule_id": decision.rule_id,
            "rule_version": decision.rule_version,
            "source": decision.source,
            "lead": decision.lead,
            "assist": list(decision.assist),
            "command_post": decision.command_post,
            "sure": decision.sure,
            "facts_used": self._sealer.seal(json.dumps(dict(decision.facts_used))),
            "alternatives": list(decision.alternatives),
            "confirmed_by": decision.confirmed_by,
            "confirmed_at": decision.confirmed_at,
        }
        await self._connection.execute(insert(routing_decisions), row)

    async def latest(self, case_id: str) -> RoutingDecision | None:
        """The decision that counts."""
        rows = await self._connection.execute(
            select(routing_decisions)
            .where(routing_decisions.c.case_id == case_id)
            .order_by(routing_decisions.c.seq.desc())
            .limit(1)
        )
        row = rows.one_or_none()
        if row is None:
            return None
        return RoutingDecision(
            rule_id=row.rule_id,
            rule_version=row.rule_version,
            source=row.source,
            lead=row.lead,
            assist=tuple(row.assist),
            command_post=row.command_post,
            sure=row.sure,
            facts_used=json.loads(self._sealer.open(row.facts_used)),
            alternatives=tuple(row.alternatives),
            confirmed_by=row.confirmed_by,
            confirmed_at=row.confirmed_at,
        )
