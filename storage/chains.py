"""The links of a chain as stored: read, and checked one by one.

An event's own hash shows an altered column; numbers of events show one dropped in the middle; what
is written beside the chain of its end (a case's row) shows a dropped tail.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from casework.case import TrackKind
from casework.errors import QingxinError
from casework.history import (
    GENESIS,
    Event,
    EventKind,
    Finding,
    Medium,
    Tampering,
    event_hash,
    personal_digest,
)
from casework.people import PersonId
from storage.seal import Sealer

_SALT_BYTES = 16

Link = Callable[[str, Any], str]
"""(the link before, a stored event) → the link that it has to be."""


ChainEnds = dict[str, tuple[int, str]]
"""Length and head of the chains of cases that a unit of work has locked, with what it appended."""


@dataclass(frozen=True, kw_only=True)
class ChainEnd:
    """What is written beside a chain of its last link. ``name``: a case's number, or a log's."""

    name: str
    length: int
    head: str


def check_chain(case: Any, chain: list[Any], sealer: Sealer) -> list[Finding]:
    """What does not fit: ``case`` is its row (number, chain_length, chain_head), ``chain`` its events."""
    end = ChainEnd(name=case.number, length=case.chain_length, head=case.chain_head)
    return check_links(end, chain, _case_link, sealer)


def _case_link(previous: str, row: Any) -> str:
    return event_hash(previous, event_of(row), row.digests)


def check_links(end: ChainEnd, chain: list[Any], link: Link, sealer: Sealer) -> list[Finding]:
    """What does not fit in a chain of any kind, whose links are made by ``link``."""
    found = []
    expected, previous = 1, GENESIS
    for row in chain:
        if row.seq > expected:
            found.append(
                Finding(
                    case_number=end.name,
                    what=Tampering.EVENT_DROPPED,
                    seq=expected,
                    detail=f"events {expected} to {row.seq - 1} are missing",
                )
            )
        elif not _fits(previous, row, link):
            found.append(
                Finding(
                    case_number=end.name,
                    what=Tampering.EVENT_ALTERED,
                    seq=row.seq,
                    detail=f"event {row.seq}, or the link before it, was altered",
                )
            )
        found.extend(_personal(end.name, row, sealer))
        expected, previous = row.seq + 1, row.hash
    return found + _ending(end, expected - 1, previous)


def _fits(previous: str, row: Any, link: Link) -> bool:
    try:
        return link(previous, row) == str(row.hash)
    except (ValueError, TypeError, AttributeError):
        return False  # a column holds what no event can


def _ending(end: ChainEnd, length: int, head: str) -> list[Finding]:
    if length < end.length:
        what, detail = (
            Tampering.TAIL_DROPPED,
            f"events {length + 1} to {end.length} are missing",
        )
    elif (length, head) != (end.length, end.head):
        what, detail = Tampering.HEAD_ALTERED, f"it is known to have {end.length} events"
    else:
        return []
    return [Finding(case_number=end.name, what=what, seq=length + 1, detail=detail)]


def _personal(number: str, row: Any, sealer: Sealer) -> list[Finding]:
    if row.personal is None and not row.digests:
        return []
    what, detail = Tampering.PERSONAL_ALTERED, "what was said is not what was sealed"
    if row.personal is None:
        what, detail = Tampering.PERSONAL_ERASED, "what was said is gone"
    elif _personal_fits(row, sealer):
        return []
    return [Finding(case_number=number, what=what, seq=row.seq, detail=detail)]


def _personal_fits(row: Any, sealer: Sealer) -> bool:
    try:
        values = salted_values(sealer, row)
        digests = {name: personal_digest(salt, value) for name, (salt, value) in values.items()}
    except (QingxinError, ValueError, TypeError, AttributeError):
        return False
    return bool(digests == row.digests)


def salted_values(sealer: Sealer, row: Any) -> dict[str, tuple[bytes, str]]:
    """Salt and value of each personal value of a stored event; empty once erased."""
    if row.personal is None:
        return {}
    stored = json.loads(sealer.open(row.personal))
    return {name: (bytes.fromhex(salt), value) for name, (salt, value) in stored.items()}


def salted(sealer: Sealer, personal: Mapping[str, str]) -> tuple[dict[str, str], bytes | None]:
    """What stands in the chain for personal values, and what is kept of them, sealed."""
    salts = {name: os.urandom(_SALT_BYTES) for name in personal}
    digests = {name: personal_digest(salts[name], value) for name, value in personal.items()}
    kept = {name: [salts[name].hex(), value] for name, value in personal.items()}
    return digests, sealer.seal(json.dumps(kept)) if kept else None


def personal_values(sealer: Sealer, row: Any) -> dict[str, str]:
    """The personal values of a stored event; empty once erased."""
    return {name: value for name, (_, value) in salted_values(sealer, row).items()}


def event_of(row: Any) -> Event:
    """A stored event without its personal values, as the chain hashes it."""
    return event_with(row, {})


def event_with(row: Any, personal: Mapping[str, str]) -> Event:
    """A stored event with the personal values that were opened for it."""
    return Event(
        case_id=row.case_id,
        kind=EventKind(row.kind),
        at=row.at,
        track=None if row.track is None else TrackKind(row.track),
        by_officer=row.by_officer,
        by_person=None if row.by_person is None else PersonId(row.by_person),
        acting_unit=row.acting_unit,
        entered_by=row.entered_by,
        medium=Medium(row.medium),
        document_number=row.document_number,
        facts=row.facts,
        personal=personal,
        source_message=row.source_message,
        seq=row.seq,
        hash=row.hash,
    )
