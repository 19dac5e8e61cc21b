"""One message a morning: limits and what waits; through kills, and short units of work."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from time import process_time

from casework.deadlines import SHANGHAI
from casework.people import OfficerRole
from casework.work import DueKind
from handlers.context import Context
from handlers.officer.waiting import keep_these
from handlers.timed.send_digest import AT_ONCE
from handlers.timed.serve_due import serve_due
from handlers.timed.watch_clocks import plan_clock_watch
from tests.faults.test_clocks import FILED, december, file_cases, morning
from tests.faults.town import Town, enrol, town


async def waiting_cases(town: Town, count: int) -> None:
    """Cases that nobody has taken up stand in their units' queues; the watch begins tomorrow."""
    await file_cases(town, count)
    async with town.app.unit_of_work() as uow:
        ctx = Context(uow=uow, house=town.app.house, now=FILED)
        await keep_these(ctx, await uow.cases.after("", limit=count))
        await plan_clock_watch(ctx, date(2026, 11, 24))


def parts(args: object) -> list[str]:
    """Which parts a digest has."""
    assert isinstance(args, dict)
    waiting = [words.key for words in args["waiting"] or ()]
    return [name for name in ("late", "near") if args[name]] + waiting


async def test_limits_and_queues_are_one_message(tmp_path: Path) -> None:
    """The head of housing hears of the limit that is near and of the cases that wait, once."""
    async with town(tmp_path) as at_work:
        await waiting_cases(at_work, 3)
        seen = []
        for day in (date(2026, 11, 24), date(2026, 11, 25), *map(december, (1, 3))):
            told = [o for o in await morning(at_work, day) if o.chat == "HOUS-head"]
            assert ["digest"] * len(told) == [o.reply.key for o in told]
            seen += [parts(o.reply.args) for o in told]

    assert [["queue-reminder"], ["queue-reminder-head"]] == seen[:2]
    assert ["near", "queue-reminder-head"] in seen


async def test_killed_between_officers(tmp_path: Path) -> None:
    """More officers than one unit of work tells; a process that goes on tells each of them once."""
    async with town(tmp_path) as at_work:
        crowd = [(f"HOUS-x{n}", "HOUS", OfficerRole.HANDLER) for n in range(2 * AT_ONCE + 2)]
        await enrol(at_work.app, crowd, at_work.officers)
        await waiting_cases(at_work, 4)
        await at_work.news()
        at_work.clock.at = datetime(2026, 11, 24, 9, tzinfo=SHANGHAI)
        units = await served(at_work)
        digests = Counter(o.chat for o in await at_work.news() if o.reply.key == "digest")

    assert {chat for chat, *_ in crowd} | {"HOUS", "HOUS-head"} <= set(digests)
    assert {1} == set(digests.values())
    assert units >= 1 + len(digests) // AT_ONCE


async def test_a_day_off_is_quiet(tmp_path: Path) -> None:
    """What waits since Monday is nobody's on Sunday, and everybody's on Monday again."""
    async with town(tmp_path) as at_work:
        await waiting_cases(at_work, 2)
        sunday, monday = date(2026, 11, 29), date(2026, 11, 30)
        heard = {
            day: [o for o in await morning(at_work, day) if o.reply.key == "digest"]
            for day in (sunday, monday)
        }

    assert not heard[sunday]
    assert heard[monday]


async def test_no_unit_of_work_of_a_morning_is_long(tmp_path: Path) -> None:
    """Every case late on one morning: a message beside it waits for one of these at most."""
    async with town(tmp_path) as at_work:
        await waiting_cases(at_work, 200)
        at_work.clock.at = datetime(2026, 12, 1, 9, tzinfo=SHANGHAI)
        longest = 0.0
        for _ in range(60):
            began = process_time()
            if not await serve(at_work):
                break
            longest = max(longest, process_time() - began)
        else:
            raise AssertionError("the morning has no end")
        digests = [o for o in await at_work.news() if o.reply.key == "digest"]

    assert digests
    assert longest < 0.2  # seconds of processor time, whoever else is at work on the machine


async def serve(town: Town) -> int:
    """One unit of work of the clock."""
    async with town.app.unit_of_work() as uow:
        return await serve_due(Context(uow=uow, house=town.app.house, now=town.clock.at))


async def served(town: Town) -> int:
    """Everything that is due, with nothing in memory between one unit of work and the next."""
    units = 0
    while await serve(town):
        units += 1
        async with town.app.unit_of_work() as uow:
            planned = await uow.due.upcoming(DueKind.DIGEST, town.clock.at)
            assert len(planned) <= 1
    return units
