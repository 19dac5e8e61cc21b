"""The append-only history, and what the audit says when somebody reaches around it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from casework.case import TrackKind
from casework.errors import BadValue, NotFound
from casework.history import (
    GENESIS,
    DailyHead,
    EventKind,
    Finding,
    Medium,
    Tampering,
    event_hash,
)
from storage.audit import verify
from storage.daily_heads import close_day
from storage.engine import open_engine
from storage.seal import Sealer
from tests.database import KEY
from tests.storage.conftest import Database
from tests.storage.samples import later, open_case, said

_FIRST, _SECOND = "JX2026-0000001-9", "JX2026-0000002-7"
_OTHER_WORDS = """
    UPDATE events SET personal = (SELECT personal FROM events WHERE position = 4)
    WHERE case_id = 'c-1' AND seq = 1
"""
_FORGOTTEN_EVENT = """
    UPDATE cases SET chain_length = 2,
        chain_head = (SELECT hash FROM events WHERE case_id = 'c-1' AND seq = 2)
    WHERE id = 'c-1'
"""
_MONDAY, _TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


async def _two_cases(database: Database, events: int = 3) -> None:
    for _ in range(2):
        async with database.uow() as unit:
            case = await open_case(unit)
            for number in range(1, events):
                await unit.history.append(said(case.id, f"第{number}句", at=later(number)))


async def _raw(database: Database, *statements: str) -> None:
    """What somebody with the database's password may do, references not being checked."""
    engine = open_engine(database.url, foreign_keys=False)
    unchecked = () if engine.is_sqlite else ("SET LOCAL session_replication_role = replica",)
    async with engine.writing() as connection:
        for statement in (*unchecked, *statements):
            await connection.exec_driver_sql(statement)
    await engine.dispose()


async def _found(database: Database) -> list[tuple[str, Tampering, int | None]]:
    findings = await verify(database.engine, database.sealer)
    return [(each.case_number, each.what, each.seq) for each in findings]


async def test_events_come_back_in_order_and_linked(database: Database) -> None:
    """Each carries its number and the hash over the one before and itself."""
    full = replace(
        said("c-1", "还有\x00一句 \ud83d"),
        kind=EventKind.CALLED,
        track=TrackKind.LEGAL_AID,
        by_officer="o-1",
        acting_unit="ST-03",
        entered_by="o-2",
        medium=Medium.PHONE,
        document_number="洛涧〔2026〕7号",
    )
    async with database.uow() as unit:
        await open_case(unit)
        linked = await unit.history.append(full)
        first, second = await unit.history.of_case("c-1")

    async with database.uow() as unit:
        assert (first, second) == await unit.history.of_case("c-1")
    assert linked == second
    assert replace(full, seq=2, hash=second.hash) == second
    assert first.hash != GENESIS
    assert event_hash(first.hash, replace(second, personal={}), {}) != second.hash


async def test_nothing_happens_to_no_case(database: Database) -> None:
    """An event needs its case."""
    async with database.uow() as unit:
        with pytest.raises(NotFound):
            await unit.history.append(said("c-9", "…"))


async def test_an_honest_history_has_no_findings(database: Database) -> None:
    """Over several units of work and closed days; nothing at all is fine, too."""
    assert await verify(database.engine, database.sealer) == ()
    await _two_cases(database)
    head = await close_day(database.engine, _MONDAY)
    async with database.uow() as unit:
        await unit.history.append(said("c-1", "后来的", at=later(1440)))
        await open_case(unit)
    await close_day(database.engine, _TUESDAY)

    assert DailyHead(day=_MONDAY, cases=2, events=6, head=head.head) == head
    assert await verify(database.engine, database.sealer, published={_MONDAY: head.head}) == ()


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param(
            ["UPDATE events SET facts = '{\"length\":1}' WHERE case_id = 'c-2' AND seq = 2"],
            [(_SECOND, Tampering.EVENT_ALTERED, 2)],
            id="an altered column",
        ),
        pytest.param(
            ["UPDATE events SET kind = 'nonsense' WHERE case_id = 'c-1' AND seq = 3"],
            [(_FIRST, Tampering.EVENT_ALTERED, 3)],
            id="a column that cannot be",
        ),
        pytest.param(
            ["DELETE FROM events WHERE case_id = 'c-1' AND seq = 2"],
            [(_FIRST, Tampering.EVENT_DROPPED, 2)],
            id="an event dropped in the middle",
        ),
        pytest.param(
            ["DELETE FROM events WHERE case_id = 'c-1' AND seq > 1"],
            [(_FIRST, Tampering.TAIL_DROPPED, 2)],
            id="a dropped tail",
        ),
        pytest.param(
            ["UPDATE cases SET chain_length = 2 WHERE id = 'c-1'"],
            [(_FIRST, Tampering.HEAD_ALTERED, 4)],
            id="a case that forgot its last event",
        ),
        pytest.param(
            ["DELETE FROM tracks WHERE case_id = 'c-1'", "DELETE FROM cases WHERE id = 'c-1'"],
            [(_FIRST, Tampering.CASE_DROPPED, None)],
            id="a dropped case",
        ),
        pytest.param(
            [
                "DELETE FROM events WHERE case_id = 'c-2'",
                "DELETE FROM tracks WHERE case_id = 'c-2'",
                "DELETE FROM cases WHERE id = 'c-2'",
                "UPDATE counters SET value = 1 WHERE name = 'case:JX:2026'",
            ],
            [],
            id="the last case and its number: seen only from a closed day on",
        ),
        pytest.param(
            ["UPDATE counters SET value = 1 WHERE name = 'case:JX:2026'"],
            [(_SECOND, Tampering.NUMBER_UNKNOWN, None)],
            id="a counter turned back",
        ),
        pytest.param(
            [_OTHER_WORDS],
            [(_FIRST, Tampering.PERSONAL_ALTERED, 1)],
            id="other sealed words",
        ),
        pytest.param(
            ["UPDATE events SET personal = NULL WHERE case_id = 'c-1' AND seq = 3"],
            [(_FIRST, Tampering.PERSONAL_ERASED, 3)],
            id="words that are gone",
        ),
    ],
)
async def test_tampering_is_named(
    database: Database,
    statements: Sequence[str],
    expected: list[tuple[str, Tampering, int | None]],
) -> None:
    """By the case's number, and what was done."""
    await _two_cases(database)
    await _raw(database, *statements)
    assert expected == await _found(database)


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param(
            [
                "DELETE FROM events WHERE case_id = 'c-2'",
                "DELETE FROM tracks WHERE case_id = 'c-2'",
                "DELETE FROM cases WHERE id = 'c-2'",
                "UPDATE counters SET value = 1 WHERE name = 'case:JX:2026'",
            ],
            [(_SECOND, Tampering.CASE_DROPPED, None)],
            id="the last case and its number",
        ),
        pytest.param(
            [
                "DELETE FROM events WHERE case_id = 'c-1' AND seq = 3",
                _FORGOTTEN_EVENT,
            ],
            [(_FIRST, Tampering.TAIL_DROPPED, 3)],
            id="a dropped tail that the case's row agrees with",
        ),
        pytest.param(
            ["DELETE FROM chain_marks WHERE case_number LIKE '%2-7'"],
            [("", Tampering.DAY_ALTERED, None)],
            id="a mark taken out of a day",
        ),
        pytest.param(
            ["UPDATE chain_heads SET cases = 1"],
            [("", Tampering.DAY_ALTERED, None)],
            id="a day's count",
        ),
        pytest.param(
            ["DELETE FROM chain_heads"],
            [("", Tampering.DAY_ALTERED, None)],
            id="a day's head",
        ),
    ],
)
async def test_a_closed_day_shows_what_was_made_to_fit(
    database: Database,
    statements: Sequence[str],
    expected: list[tuple[str, Tampering, int | None]],
) -> None:
    """Whoever changes the case's row or the counter as well is betrayed by the day's head."""
    await _two_cases(database)
    await close_day(database.engine, _MONDAY)
    await _raw(database, *statements)
    assert expected == await _found(database)


async def test_a_head_kept_outside_shows_a_rewritten_day(database: Database) -> None:
    """A day that was rewritten as a whole fits itself, and not what supervisors hold."""
    await _two_cases(database)
    kept = (await close_day(database.engine, _MONDAY)).head
    await _raw(database, "DELETE FROM chain_heads", "DELETE FROM chain_marks")
    async with database.uow() as unit:
        await unit.history.append(said("c-1", "后来加的"))
    await close_day(database.engine, _MONDAY)

    assert await verify(database.engine, database.sealer) == ()
    (finding,) = await verify(database.engine, database.sealer, published={_MONDAY: kept})
    assert (
        Finding(
            case_number="",
            what=Tampering.DAY_ALTERED,
            detail="2026-11-23: its head is not the one that was published",
        )
        == finding
    )


async def test_a_day_is_closed_once_and_in_order(database: Database) -> None:
    """Closing again returns the first head; an earlier day comes too late."""
    await _two_cases(database)
    closed = await close_day(database.engine, _TUESDAY)
    async with database.uow() as unit:
        await unit.history.append(said("c-1", "后来的"))

    assert closed == await close_day(database.engine, _TUESDAY)
    with pytest.raises(BadValue):
        await close_day(database.engine, _MONDAY)


async def test_words_that_no_key_opens_are_named(sqlite: Database) -> None:
    """The chain itself stays valid: only what was sealed is lost."""
    await _two_cases(sqlite, events=1)
    stranger = Sealer(["A" * 43 + "="])
    assert [each.what for each in await verify(sqlite.engine, stranger)] == [
        Tampering.PERSONAL_ALTERED
    ] * 2
    assert await verify(sqlite.engine, Sealer(["A" * 43 + "=", KEY])) == ()
