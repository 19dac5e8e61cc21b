"""What the tables say, opened and without what differs between two equal runs.

Ids are numbered by their first appearance, and so are the proofs of receipts, which are hashes over
instants; salts, other hashes, seals and instants are left out.
"""

import json
import re
from typing import Any

from sqlalchemy import Table, select

from bot.app import App
from storage.board_tables import board_events
from storage.message_tables import conversations, inbox, outbox, sent_messages
from storage.plain import loads
from storage.staff_tables import officers
from storage.tables import (
    addresses,
    case_parties,
    cases,
    claims,
    due,
    events,
    evidence,
    payment_marks,
    payments,
    persons,
    routing_decisions,
    tracks,
    work_items,
)

_ORDER: tuple[Table, ...] = (
    persons,
    addresses,
    officers,
    cases,
    tracks,
    case_parties,
    claims,
    payments,
    payment_marks,
    events,
    board_events,
    routing_decisions,
    evidence,
    work_items,
    due,
    conversations,
    inbox,
    outbox,
)
_RANDOM = frozenset(
    {
        "seq", "position", "hash", "chain_head", "digests", "version", "lease_until", "attempts",
        "chat", "error", "reason",
    }
)  # fmt: skip
PROOF = re.compile(r"\b\d{4}-\d{4}-\d{4}\b|(?<='fingerprint': ')[0-9a-f]{64}")
_ID = re.compile(r"id\d{18}|(?<=stored_as=')[0-9a-f]{64}|" + PROOF.pattern)
HOUR = re.compile(
    r"\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(\+\d\d:\d\d)?|datetime\.datetime\([^()]*(timedelta\([^()]*\))?[^()]*\)"
)

View = dict[str, list[str]]


async def view(app: App) -> View:
    """Every table as lines of text."""
    found: dict[str, list[dict[str, Any]]] = {}
    async with app.engine.reading() as connection:
        for table in _ORDER:
            keys = list(table.primary_key.columns)
            rows = await connection.execute(select(table).order_by(*keys))
            found[table.name] = [_opened(app, table.name, dict(row._mapping)) for row in rows]
        known = set((await connection.execute(select(sent_messages.c.outbox_seq))).scalars())
        sent = await connection.execute(select(outbox.c.seq).where(outbox.c.state == "sent"))
        assert set(sent.scalars()) == known, "a sent row without the id under which it is shown"
    names: dict[str, str] = {}

    def named(match: re.Match[str]) -> str:
        return names.setdefault(match.group(), f"<{len(names) + 1}>")

    return {
        table: sorted(lines) if table in {"conversations", "tracks"} else lines
        for table, lines in (
            (table, [_ID.sub(named, HOUR.sub("-", _line(row))) for row in rows])
            for table, rows in found.items()
        )
    }


def _opened(app: App, table: str, row: dict[str, Any]) -> dict[str, Any]:
    opened: dict[str, Any] = {}
    for name, value in row.items():
        random = name in _RANDOM or name.endswith("_key")
        if random or (table == "outbox" and name == "id"):
            continue
        opened[name] = _plain(app, table, value)
    return opened


def _plain(app: App, table: str, value: Any) -> Any:
    if not isinstance(value, bytes):
        return value is not None if hasattr(value, "tzinfo") else value
    text = app.sealer.open_text(value)
    if table in {"events", "board_events"}:
        return {name: told for name, (_, told) in json.loads(text).items()}
    if table in {"outbox", "conversations"}:
        return loads(text)
    return text


def _line(row: dict[str, Any]) -> str:
    return repr(row)
