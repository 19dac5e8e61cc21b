"""Refuse: a ground from the list, a second officer who confirms, and ways on for the worker.

Labour inspection or the arrears office only (724 Art 7(1), 10). The machine never refuses.
"""

from dataclasses import dataclass, replace

from casework.case import Case, Outcome, Status, mover
from casework.errors import AlreadyDone, NotAllowed
from casework.history import Event, EventKind
from casework.messages import Button, Reply, Words
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items, track_of, working
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import add_item, tell_unit, tell_worker
from handlers.worker.give_receipt import ADVICE, hotline_lines


@dataclass(frozen=True, kw_only=True)
class RefuseCase:
    """The ground (an outcome ``not_accepted_…``) and the reason in words."""

    officer: Officer
    case: Case
    ground: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ConfirmRefusal:
    """The second officer's word."""

    officer: Officer
    case: Case
    agreed: bool


def may_refuse(ctx: Context, officer: Officer) -> bool:
    """Only labour inspection and the arrears office."""
    district = ctx.house.district
    return officer.unit in {district.arrears_office, district.inspection, district.labour}


async def refuse_case(request: RefuseCase, ctx: Context) -> Reply:
    """Propose; nothing changes for the worker until somebody else has confirmed."""
    officer, case = request.officer, request.case
    working(officer)
    if not may_refuse(ctx, officer):
        raise NotAllowed(code="error-refuse-unit")
    track = track_of(case, officer)
    if not track.can(Status.NOT_ACCEPTED, by=mover(officer.role)):
        track.move(Status.NOT_ACCEPTED, by=mover(officer.role))
    await record(
        ctx,
        case,
        EventKind.REFUSAL_PROPOSED,
        officer,
        track=track.kind,
        facts={"ground": request.ground},
        personal={"reason": request.reason},
    )
    await add_item(
        ctx,
        ItemKind.CONFIRM_REFUSAL,
        officer.unit,
        key=f"refusal:{case.id}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
        proposed_by=officer.code,
    )
    card = await case_card(
        ctx,
        case,
        "card-refusal",
        ground=_ground(request.ground),
        reason=request.reason,
        by=officer.code,
    )
    card = replace(
        card,
        buttons=(
            (
                Button(label=Words(key="do-refuse-yes"), data=f"o:refuse_yes:{case.id}"),
                Button(label=Words(key="do-refuse-no"), data=f"o:refuse_no:{case.id}"),
            ),
        ),
    )
    await tell_unit(ctx, officer.unit, card, case=case, only=lambda o: o.id != officer.id)
    return Reply(key="refusal-proposed", args={"number": case.number})


def _ground(ground: str) -> Words:
    return Words(key=f"ground-{ground.replace('_', '-')}")


async def _proposal(ctx: Context, case: Case) -> Event:
    """The refusal that still waits for its second officer."""
    for event in reversed(await ctx.uow.history.of_case(case.id)):
        if event.kind is EventKind.REFUSAL_PROPOSED:
            return event
        if event.kind in {EventKind.REFUSED, EventKind.REFUSAL_REJECTED}:
            break
    raise AlreadyDone(code="error-already-done")


async def confirm_refusal(request: ConfirmRefusal, ctx: Context) -> Reply:
    """Confirm or reject; never by the officer who proposed it."""
    officer, case = request.officer, request.case
    working(officer)
    proposal = await _proposal(ctx, case)
    if not may_refuse(ctx, officer) or officer.code == proposal.by_officer:
        raise NotAllowed(code="error-second-officer")
    if not request.agreed:
        await finish_items(ctx, case, proposal.acting_unit, ItemKind.CONFIRM_REFUSAL)
        await record(ctx, case, EventKind.REFUSAL_REJECTED, officer)
        return Reply(key="refusal-rejected", args={"number": case.number})
    ground, reason = str(proposal.facts["ground"]), proposal.personal.get("reason", "")
    track = next(t for t in case.tracks if t.kind is proposal.track)
    refused = replace(
        track.move(Status.NOT_ACCEPTED, by=mover(officer.role)),
        outcome=Outcome(ground),
        closed_at=ctx.now,
    )
    case = case.with_track(refused)
    await ctx.uow.cases.save(case)
    await finish_items(ctx, case, proposal.acting_unit, ItemKind.CONFIRM_REFUSAL)
    await record(
        ctx,
        case,
        EventKind.REFUSED,
        officer,
        track=refused.kind,
        facts={"ground": ground, "proposed_by": proposal.by_officer or ""},
    )
    reached = await tell_worker(
        ctx, case, _told(ctx, case, ground, reason, refused.unit), what="refused"
    )
    return Reply(key="refusal-confirmed", args={"told": reached, "number": case.number})


def _told(ctx: Context, case: Case, ground: str, reason: str, unit: str) -> Reply:
    return Reply(
        key="push-refused",
        args={
            "number": case.number,
            "unit": ctx.house.unit(unit).name,
            "ground": _ground(ground),
            "reason": reason,
            "elsewhere": Words(key=f"elsewhere-{ground.replace('_', '-')}"),
            "still": Words(key="still-open", args={"unit": ctx.house.unit(case.holder).name})
            if case.is_open
            else "",
            "hotlines": hotline_lines(ctx.house.district, *ADVICE),
        },
        buttons=(
            (
                Button(label=Words(key="label-disagree"), data="w:object"),
                Button(label=Words(key="label-find-legal-aid"), data=f"w:book:{case.id}"),
            ),
        ),
    )
