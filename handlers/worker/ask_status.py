"""Where a case stands, in a worker's words: status, who has it, the next date, what came in."""

from collections.abc import Sequence
from dataclasses import dataclass

from casework.case import Case, Flag, Status, TrackKind
from casework.clocks import Clock
from casework.deadlines import Certainty
from casework.messages import Arg, Button, Money, Reply, Words
from casework.people import PartyRole, PersonId
from handlers.clocks_of import clocks_of
from handlers.context import Context
from handlers.money import account_words, ledger_of
from handlers.worker.give_receipt import proposed_unit

MOST_DATES = 3
"""More dates of offices than these help nobody."""


@dataclass(frozen=True, kw_only=True)
class AskStatus:
    """Whose cases. With ``case_id`` only that one."""

    person_id: PersonId
    case_id: str | None = None


async def ask_status(request: AskStatus, ctx: Context) -> tuple[Reply, ...]:
    """One reply a case, the newest first; a kind word where there is none."""
    cases = [
        case
        for case in await ctx.uow.cases.of_person(request.person_id)
        if request.case_id in {None, case.id}
    ]
    if not cases:
        return (Reply(key="no-case-yet"),)
    return tuple([await _status_of(case, request.person_id, ctx) for case in cases[:5]])


async def _status_of(case: Case, person_id: PersonId, ctx: Context) -> Reply:
    if case.status is Status.DRAFT:
        return Reply(key="status-unfinished", args={"number": case.number})
    parties = await ctx.uow.cases.parties(case.id)
    mine = next(p for p in parties if p.person_id == person_id)
    for_another = mine.role in {PartyRole.FAMILY, PartyRole.REPORTER}
    if for_another and mine.agreed_at is None:
        return Reply(
            key="status-no-details",
            args={"number": case.number, "status": Words(key=f"status-{case.status.value}")},
        )
    running = await clocks_of(ctx, case)
    return Reply(
        key="status-of-case",
        args={
            "number": case.number,
            "status": Words(key=f"status-{case.status.value}"),
            "unit": await proposed_unit(ctx, case) if case.is_open else _result(case),
            "inspection": _inspection(case),
            "urgent": Words(key="status-urgent") if Flag.EMERGENCY in case.flags else "",
            "paid": await _money(ctx, case, person_id),
            "date": _next_days(running, ctx),
        },
        buttons=((Button(label=Words(key="label-hands"), data=f"w:hands:{case.id}"),),),
    )


async def _money(ctx: Context, case: Case, person_id: PersonId) -> Words | str:
    """Owed, arrived, still missing: a worker's own account, or the team's for its foreman."""
    ledger = await ledger_of(ctx, case)
    claim = ledger.claim_of(person_id)
    account = ledger.money.of(claim.id if claim else None)
    if not ledger.claims and not ledger.payments:
        return ""
    waiting = Words(key="status-waiting", args={"sum": Money(fen=account.waiting)})
    return Words(
        key="status-money" if account.paid or account.vague else "status-owed",
        args={**account_words(account), "waiting": waiting if account.waiting else ""},
    )


def _next_days(running: Sequence[Clock], ctx: Context) -> tuple[Words, ...]:
    """The dates that officers see, in plain words: one for each kind of duty, and the worker's own.

    Once a day for an answer is over: whom to ask why nobody has answered.
    """
    duties: dict[str, Clock] = {}
    own: list[Clock] = []
    for clock in running:
        if clock.due is None or not clock.statute.tells or clock.assumed:
            continue
        if clock.is_duty:
            duties.setdefault(clock.statute.tells, clock)
        elif clock.is_workers and clock.due.legal >= ctx.today:
            own.append(clock)
    return tuple(until(c, ctx) for c in (*list(duties.values())[:MOST_DATES], *own))


def until(clock: Clock, ctx: Context) -> Words:
    """By when something has to be done, as the worker is told."""
    assert clock.due is not None  # noqa: S101 — only clocks with a date are told
    args: dict[str, Arg] = {"date": clock.due.legal}
    answer = clock.statute.tells == "answer"
    if clock.is_duty and clock.due.legal < ctx.today:
        return Words(key="status-late" if answer else "status-late-other", args=args)
    key = "status-date" if answer else f"until-{clock.statute.tells}"
    provisional = Words(key="provisional") if clock.due.provisional else ""
    read = clock.statute.status is Certainty.READ
    frame = "until" if read else "until-unverified"
    return Words(key=frame, args={"what": Words(key=key, args=args), "provisional": provisional})


def _result(case: Case) -> Words | str:
    """How it ended, instead of who has it."""
    outcome = case.track(TrackKind.LEAD_UNIT).outcome
    if outcome is None:
        return ""
    ended = Words(key=f"outcome-{outcome.value.replace('_', '-')}")
    return Words(key="status-result", args={"outcome": ended})


def _inspection(case: Case) -> Words | str:
    """Labour inspection works beside the lead unit; said where it stands elsewhere."""
    track = case.track(TrackKind.LABOUR_INSPECTION)
    if track.status is case.status:
        return ""
    return Words(
        key="status-inspection", args={"status": Words(key=f"status-{track.status.value}")}
    )
