"""The morning's watch over clocks: every late row, once, through kills; a digest to each officer."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from casework.case import Case, Flag, Said, Status, Track, TrackKind
from casework.deadlines import SHANGHAI
from casework.history import Event, EventKind
from casework.messages import Outgoing
from casework.people import OfficerRole, Party, PartyRole, Person, PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.timed.levels import Levels
from handlers.timed.serve_due import serve_due
from handlers.timed.watch_clocks import begin_clock_watch, plan_clock_watch
from tests.faults.town import Town, town

FILED = datetime(2026, 11, 23, 12, tzinfo=SHANGHAI)


async def file_cases(town: Town, count: int) -> None:
    """Cases filed on Monday noon that nobody has touched."""
    async with town.app.unit_of_work() as uow:
        for n in range(count):
            person = Person(id=PersonId(f"w{n}"), name="")
            await uow.people.add(person)
            case = Case(
                id=f"case-{n}",
                number=await uow.cases.next_number("JX", 2026),
                opened_at=FILED,
                first_message_at=FILED,
                filed_at=FILED,
                said=Said(site="同乐寨"),
                tracks=(
                    Track(kind=TrackKind.LEAD_UNIT, unit="HOUS", status=Status.RECEIVED),
                    Track(kind=TrackKind.LABOUR_INSPECTION, unit="INSP", status=Status.RECEIVED),
                ),
            )
            await uow.cases.add(case)
            await uow.cases.add_party(
                Party(case_id=case.id, person_id=person.id, role=PartyRole.WORKER)
            )
            for kind in (EventKind.OPENED, EventKind.FILED):
                await uow.history.append(Event(case_id=case.id, kind=kind, at=FILED))


async def morning(town: Town, day: date) -> tuple[Outgoing, ...]:
    """Nine o'clock of a day, and everything that it brings."""
    town.clock.at = datetime(day.year, day.month, day.day, 9, tzinfo=SHANGHAI)
    await town.line.settle()
    return await town.news()


def december(day: int) -> date:
    """A day of the next month."""
    return date(2026, 12, day)


async def noted(town: Town) -> Counter[tuple[str, str]]:
    """How often each case was told of each stage."""
    counted: Counter[tuple[str, str]] = Counter()
    async with town.app.unit_of_work() as uow:
        for case in await uow.cases.after("", limit=1000):
            for event in await uow.history.of_case(case.id):
                if "notice" in event.facts:
                    counted[case.id, str(event.facts["notice"])] += 1
    return counted


async def test_every_late_case_reaches_three_levels_once(tmp_path: Path) -> None:
    """A hundred and twenty at once: not the first hundred, and one message an officer a morning."""
    async with town(tmp_path) as at_work:
        await file_cases(at_work, 120)
        async with at_work.app.unit_of_work() as uow:
            ctx = Context(uow=uow, house=at_work.app.house, now=FILED)
            await plan_clock_watch(ctx, date(2026, 11, 24))
        levels: dict[str, list[str]] = {}
        for day in (date(2026, 11, 24), date(2026, 11, 27), *map(december, (1, 3, 7))):
            digests = [o for o in await morning(at_work, day) if o.reply.key == "digest"]
            assert all(count == 1 for count in Counter(o.chat for o in digests).values())
            for out in (o for o in digests if o.reply.args["late"]):
                levels.setdefault(out.chat, []).append(day.isoformat())
        told = await noted(at_work)

    assert set(told.values()) == {1}
    late = Counter(notice.rpartition(":")[2] for _, notice in told if notice.startswith("LI-1"))
    assert {"late-1": 120, "late-2": 120, "late-3": 120} == {
        k: n for k, n in late.items() if k.startswith("late")
    }
    # The head, then the arrears office, then the supervisor; three different people.
    assert levels["INSP-head"][0] < levels["OFF"][0] < levels["LG"][0]


async def test_a_watch_that_is_killed_goes_on(tmp_path: Path) -> None:
    """After each unit of work the process dies; in the end everybody was told once."""
    async with town(tmp_path) as at_work:
        await file_cases(at_work, 120)
        at_work.clock.at = datetime(2026, 12, 1, 9, tzinfo=SHANGHAI)
        async with at_work.app.unit_of_work() as uow:
            await begin_clock_watch(
                Context(uow=uow, house=at_work.app.house, now=at_work.clock.at)
            )
        for _ in range(12):
            async with at_work.app.unit_of_work() as uow:
                await serve_due(Context(uow=uow, house=at_work.app.house, now=at_work.clock.at))
            async with at_work.app.unit_of_work() as uow:  # started again
                await begin_clock_watch(
                    Context(uow=uow, house=at_work.app.house, now=at_work.clock.at)
                )
        digests = [o for o in await at_work.news() if o.reply.key == "digest"]
        told = await noted(at_work)

    assert set(told.values()) == {1}
    assert {"INSP-head"} <= {o.chat for o in digests}
    assert all(count == 1 for count in Counter(o.chat for o in digests).values())


async def test_on_a_sunday_only_urgent_cases(tmp_path: Path) -> None:
    """Offices are closed; who is in danger does not wait for Monday."""
    async with town(tmp_path) as at_work:
        await file_cases(at_work, 2)
        async with at_work.app.unit_of_work() as uow:
            urgent = await uow.cases.get("case-1")
            assert urgent is not None
            await uow.cases.save(replace(urgent, flags=frozenset({Flag.EMERGENCY})))
            ctx = Context(uow=uow, house=at_work.app.house, now=FILED)
            await plan_clock_watch(ctx, date(2026, 11, 29))
        await morning(at_work, date(2026, 11, 29))
        told = await noted(at_work)

    assert {"case-1"} == {case for case, _ in told}


async def watched_on(town: Town, day: date, hour: int = 9) -> None:
    """A watch for a day is planned; it is looked at in that hour."""
    async with town.app.unit_of_work() as uow:
        ctx = Context(uow=uow, house=town.app.house, now=FILED)
        await plan_clock_watch(ctx, day)
    town.clock.at = datetime(day.year, day.month, day.day, hour, tzinfo=SHANGHAI)
    await town.line.settle()


async def test_the_digest_names_every_late_case(tmp_path: Path) -> None:
    """Twelve lines in full, and the numbers of the other hundred and more."""
    async with town(tmp_path) as at_work:
        await file_cases(at_work, 260)
        await watched_on(at_work, december(7))
        told = [o.reply for o in await at_work.news() if o.chat == "LG"]

    shown = " ".join(str(reply.args) for reply in told)
    assert ["digest", "digest-rest", "digest-rest"] == [reply.key for reply in told]
    assert 260 == len(set(re.findall(r"JX2026-\d{7}-[\dX]", shown)))


async def test_who_wakes_up_in_the_evening_waits_for_the_morning(tmp_path: Path) -> None:
    """Nothing at eight in the evening; the next morning everything, each once."""
    async with town(tmp_path) as at_work:
        await file_cases(at_work, 3)
        await watched_on(at_work, december(1), hour=20)
        evening = [o for o in await at_work.news() if o.reply.key.startswith("digest")]
        at_work.clock.at = datetime(2026, 12, 2, 9, tzinfo=SHANGHAI)
        await at_work.line.settle()
        digests = [o for o in await at_work.news() if o.reply.key == "digest"]
        told = await noted(at_work)

    assert [] == evening
    assert {"INSP-head"} <= {o.chat for o in digests}
    assert set(told.values()) == {1}


async def test_a_digest_that_was_killed_waits_for_the_morning_too(tmp_path: Path) -> None:
    """The watch was done, the process died before the digest and came back at night."""
    async with town(tmp_path) as at_work:
        await file_cases(at_work, 3)
        at_work.clock.at = datetime(2026, 12, 1, 9, tzinfo=SHANGHAI)
        async with at_work.app.unit_of_work() as uow:
            ctx = Context(uow=uow, house=at_work.app.house, now=at_work.clock.at)
            await begin_clock_watch(ctx)
        async with at_work.app.unit_of_work() as uow:
            await serve_due(Context(uow=uow, house=at_work.app.house, now=at_work.clock.at))
        at_work.clock.at = datetime(2026, 12, 1, 22, tzinfo=SHANGHAI)
        await at_work.line.settle()
        night = [o for o in await at_work.news() if o.reply.key == "digest"]
        for minute in (0, 1):
            at_work.clock.at = datetime(2026, 12, 2, 9, minute, tzinfo=SHANGHAI)
            await at_work.line.settle()
        digests = Counter(o.chat for o in await at_work.news() if o.reply.key == "digest")

    assert [] == night
    assert 1 == digests["INSP-head"]


async def test_three_levels_are_three_people(tmp_path: Path) -> None:
    """Where the arrears office leads the case itself, nobody hears of it at two levels."""
    async with town(tmp_path) as at_work:
        await file_cases(at_work, 1)
        async with at_work.app.unit_of_work() as uow:
            case = await uow.cases.get("case-0")
            assert case is not None
            lead = replace(case.tracks[0], unit="OFF")
            await uow.cases.save(case.with_track(lead))
            levels = Levels(Context(uow=uow, house=at_work.app.house, now=FILED))
            case = await uow.cases.get("case-0")
            assert case is not None
            told = [
                {officer.id for officer in await levels.of(case, _late(unit, level))}
                for unit in ("OFF", "INSP")
                for level in (1, 2, 3)
            ]

    assert all(told)
    for first in (0, 3):
        one, two, three = told[first : first + 3]
        assert not one & two
        assert not (one | two) & three


async def test_where_nobody_is_in_the_chat_it_is_on_the_table(tmp_path: Path) -> None:
    """No supervisor: the arrears office has to call, and the case does not vanish."""
    async with town(tmp_path) as at_work:
        await file_cases(at_work, 1)
        async with at_work.app.unit_of_work() as uow:
            for officer in await uow.officers.everybody():
                if officer.role is OfficerRole.SUPERVISOR:
                    await uow.officers.update(replace(officer, suspended_at=FILED))
        await watched_on(at_work, december(7))
        async with at_work.app.unit_of_work() as uow:
            items = [i for i in await uow.work.open_of("OFF") if i.kind is ItemKind.LATE_CLOCK]

    assert ["late-3"] == [str(item.facts["stage"]) for item in items]


def _late(unit: str, level: int) -> Event:
    facts = {"unit": unit, "stage": f"late-{level}", "notice": "x"}
    return Event(case_id="case-0", kind=EventKind.ESCALATED, at=FILED, facts=facts)


async def test_of_an_urgent_case_every_day_counts(tmp_path: Path) -> None:
    """A limit of Friday is late on Saturday; of any other case it is on Monday."""
    async with town(tmp_path) as at_work:
        await file_cases(at_work, 2)
        async with at_work.app.unit_of_work() as uow:
            urgent = await uow.cases.get("case-1")
            assert urgent is not None
            await uow.cases.save(replace(urgent, flags=frozenset({Flag.MINOR})))
        await watched_on(at_work, date(2026, 11, 23))
        late: dict[str, list[str]] = {}
        for day in range(1, 15):  # LI-1 ends on Monday the 30th; the 5th and 6th are a weekend
            at_work.clock.at = datetime(2026, 12, day, 9, tzinfo=SHANGHAI)
            await at_work.line.settle()
            for case, notice in await noted(at_work):
                clock, _, stage = notice.rpartition(":")
                if clock.startswith("LI-1") and stage.startswith("late"):
                    late.setdefault(f"{case} {stage}", []).append(f"{day:02}")
        told = [o for o in await at_work.news() if o.chat == "LG" and o.reply.key == "digest"]

    first = {key: days[0] for key, days in late.items()}
    assert {"case-1 late-1": "01", "case-1 late-2": "03", "case-1 late-3": "05"} == {
        key: day for key, day in first.items() if key.startswith("case-1")
    }
    assert "07" == first["case-0 late-3"]
    shown = str([out.reply.args for out in told])
    assert "digest-calendar-days" in shown
    assert "digest-working-days" in shown
