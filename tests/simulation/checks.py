"""What has to be true at the end of the year, asked of the tables."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from casework.balance import money_of
from casework.case import Flag
from casework.deadlines import SHANGHAI, working_days_between
from casework.history import Event, EventKind
from casework.notices import OTHER_BODIES
from casework.statistics import CaseFigures
from handlers.context import Context
from handlers.statistics import case_figures
from storage.audit import verify
from storage.message_tables import outbox
from storage.outbox import _outgoing
from tests.simulation.money import money_wrong
from tests.simulation.year import Year

_NOTICES = {EventKind.REMINDED, EventKind.ESCALATED}


@dataclass(frozen=True, kw_only=True)
class End:
    """What was found: ``wrong`` is empty where everything is right. ``print`` of the whole end."""

    wrong: tuple[str, ...]
    counts: Mapping[str, int]
    fingerprint: str


async def look(year: Year) -> End:
    """Check the whole year."""
    wrong: list[str] = []
    counts: Counter[str] = Counter()
    lines: list[str] = []
    async with year.app.unit_of_work() as uow:
        ctx = Context(uow=uow, house=year.app.house, now=year.clock.at)
        figures = [each async for each in case_figures(ctx, as_of=year.clock.at)]
        for case in await uow.cases.after("", limit=100_000):
            events = await uow.history.of_case(case.id)
            notices = [e for e in events if e.kind in _NOTICES and "notice" in e.facts]
            counts.update(str(e.facts["stage"]) for e in notices)
            year.told[case.id] = Counter(map(_key, notices))
            wrong += [f"{case.number}: {said}" for said in _notices(notices, year)]
            claims = await uow.claims.of_case(case.id)
            payments = await uow.claims.payments_of(case.id)
            money = money_of(claims, payments)
            wrong += [f"{case.number}: {said}" for said in money_wrong(events, money)]
            counts["balances"] += 1
            counts["balances settled"] += money.settled
            counts["balances unknown"] += money.whole.owed is None
            lines.append(f"{case.number} {case.status} {money.whole.paid} {_told(events)}")
            counts["cases"] += 1
            counts["urgent"] += Flag.EMERGENCY in case.flags
    wrong += [f"{f.standing.number}: {said}" for f in figures for said in _levels(f, year)]
    wrong += await _digests(year, counts)
    wrong += [
        f"chain: {finding.detail}" for finding in await verify(year.app.engine, year.app.sealer)
    ]
    counts["events"] = sum(line.count(";") for line in lines)
    return End(
        wrong=tuple(wrong),
        counts=dict(counts),
        fingerprint=hashlib.sha256("\n".join(lines).encode()).hexdigest(),
    )


def _key(event: Event) -> tuple[str, str, str]:
    """Limit, date and stage."""
    clock, _, due, stage = str(event.facts["notice"]).split(":")
    return clock, due, stage


def _told(events: Sequence[Event]) -> str:
    return "".join(f"{e.kind}@{e.at.isoformat()}{dict(e.facts)};" for e in events)


def _notices(notices: Sequence[Event], year: Year) -> Iterator[str]:
    """Each once, in its window, levels in order."""
    keys = Counter(str(e.facts["notice"]) for e in notices)
    yield from (f"told {n} times: {key}" for key, n in keys.items() if n > 1)
    rules = year.app.house.clocks.notices_on(date(2026, 1, 1))
    days = year.app.house.days
    levels: dict[str, list[int]] = defaultdict(list)
    for event in notices:
        clock, _, stage = str(event.facts["notice"]).rpartition(":")
        due = date.fromisoformat(clock.rpartition(":")[2])
        on = event.at.astimezone(SHANGHAI).date()
        name, _, number = stage.partition("-")
        if name == "late":
            levels[clock].append(int(number))
            late = working_days_between(due, on, days)
            if _has_outer(clock, year) and number != "1":
                continue  # those above the head hear when the outer limit is over
            if late != rules.late[int(number) - 1]:
                yield f"{stage} of {clock} on {on}: {late} working days late"
        elif on > due:
            yield f"{stage} of {clock} on {on}: after the date"
        elif (name == "before" and working_days_between(on, due, days) > int(number) + 1) or (
            name == "worker" and (due - on).days > int(number)
        ):
            yield f"{stage} of {clock} on {on}: too early"
    yield from (
        f"levels {found} of {clock}"
        for clock, found in levels.items()
        if found != list(range(1, len(found) + 1))
    )


def _levels(case: CaseFigures, year: Year) -> Iterator[str]:
    """Every level that a limit reached while it ran was told; counted from the history anew."""
    rules = year.app.house.clocks.notices_on(date(2026, 1, 1))
    days = year.app.house.days
    today = year.clock.at.astimezone(SHANGHAI).date()
    told = year.told.get(case.standing.case_id, Counter())
    for limit in case.limits:
        last = limit.met_on or today  # on its own last day the morning's watch may be past
        late = working_days_between(limit.due, last - timedelta(days=1), days)
        above = [] if _has_outer(limit.statute_id, year) else [2, 3]
        for level, after in enumerate(rules.late, start=1):
            if level > 1 and level not in above:
                continue
            key = (limit.statute_id, limit.due.isoformat(), f"late-{level}")
            if late >= after and not told[key]:
                yield f"{key} was never told"


def _has_outer(clock: str, year: Year) -> bool:
    """Whether a limit is the nearer of two dates, of which the farther one is the law's last."""
    statute = year.app.house.statutes[clock.partition(":")[0]]
    return statute.mode == "target" or statute.who in OTHER_BODIES


async def _digests(year: Year, counts: Counter[str]) -> list[str]:
    """One message an officer a morning, in office hours."""
    async with year.app.engine.reading() as connection:
        rows = (await connection.execute(select(outbox).order_by(outbox.c.seq))).all()
    seen: Counter[tuple[str, date]] = Counter()
    wrong = []
    for row in rows:
        out = _outgoing(year.app.sealer, row)
        counts[f"message {out.reply.key}"] += 1
        if out.reply.key != "digest":
            continue
        at = row.created_at.astimezone(SHANGHAI)
        seen[out.chat, at.date()] += 1
        if at.hour != 9 or not year.app.house.days.is_working(at.date()):
            wrong.append(f"a digest at {at}")
    return wrong + [f"{n} digests for {chat} on {day}" for (chat, day), n in seen.items() if n > 1]
