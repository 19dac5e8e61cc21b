"""The links of one case's chain as stored: read, and checked one by one.

An event's own hash shows an altered column; numbers of events show one dropped in the middle; the
case's row shows a dropped tail.
"""

import json
from collections.abc import Mapping
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


def check_chain(case: Any, chain: list[Any], sealer: Sealer) -> list[Finding]:
    """What does not fit: ``case`` is its row (number, chain_length, chain_head), ``chain`` its events."""
    found = []
    expected, previous = 1, GENESIS
    for row in chain:
        if row.seq > expected:
            found.append(
                Finding(
                    case_number=case.number,
                    what=Tampering.EVENT_DROPPED,
                    seq=expected,
                    detail=f"events {expected} to {row.seq - 1} are missing",
                )
            )
        elif not _fits(previous, row):
            found.append(
                Finding(
                    case_number=case.number,
                    what=Tampering.EVENT_ALTERED,
                    seq=row.seq,
                    detail=f"event {row.seq}, or the link before it, was altered",
                )
            )
        found.extend(_personal(case.number, row, sealer))
        expected, previous = row.seq + 1, row.hash
    return found + _end(case, expected - 1, previous)


def _fits(previous: str, row: Any) -> bool:
    try:
        return event_hash(previous, event_of(row), row.digests) == str(row.hash)
    except (ValueError, TypeError, AttributeError):
        return False  # a column holds what no event can


def _end(case: Any, length: int, head: str) -> list[Finding]:
    if length < case.chain_length:
        what, detail = (
            Tampering.TAIL_DROPPED,
            f"events {length + 1} to {case.chain_length} are missing",
        )
    elif (length, head) != (case.chain_length, case.chain_head):
        what, detail = Tampering.HEAD_ALTERED, f"the case knows of {case.chain_length} events"
    else:
        return []
    return [Finding(case_number=case.number, what=what, seq=length + 1, detail=detail)]


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
