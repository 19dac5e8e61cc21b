"""Cards: what an officer sees of a case in a chat, with the next steps as buttons."""

from casework.balance import total_owed
from casework.case import Case, Flag, Status, Track, TrackKind
from casework.claims import Claim
from casework.deadlines import Certainty, Statute
from casework.history import EventKind
from casework.meaning import MoneyRange
from casework.messages import Arg, Button, Reply, Words
from casework.money import Fen
from casework.objections import MOST_OBJECTIONS
from casework.questions import money_words, text_words
from handlers.clocks_of import clocks_of, nearest
from handlers.context import Context

_UNANSWERED = {Status.DRAFT, Status.RECEIVED, Status.NEED_MORE}


def button(verb: str, case: Case) -> Button:
    """A button that starts an officer's command for this case."""
    return Button(label=Words(key=f"do-{verb}"), data=f"o:{verb}:{case.id}")


async def _sum_told(ctx: Context, case: Case, claims: tuple[Claim, ...]) -> MoneyRange | None:
    """What a foreman named as the total, until his list of names says who is owed what."""
    if claims or case.filed_at is None:
        return None
    events = await ctx.uow.history.of_case(case.id)
    filed = next((e for e in events if e.kind is EventKind.FILED), None)
    low, high = (int(filed.facts.get(k, 0)) if filed else 0 for k in ("low_fen", "high_fen"))
    return MoneyRange(low=Fen(low), high=Fen(high), approximate=True) if high else None


async def site_words(ctx: Context, case: Case) -> Words:
    """The project's name, or the site in the worker's words."""
    project = await ctx.uow.ledger.get(case.project_code) if case.project_code else None
    return text_words(project.name if project else case.said.site or case.said.place)


def duty_words(statute: Statute) -> str | Words:
    """What has to be done in time; a limit whose source nobody has read in full says so."""
    if statute.status is Certainty.READ:
        return statute.duty
    return Words(key="duty-unverified", args={"duty": statute.duty})


async def next_date(ctx: Context, case: Case) -> Words | str:
    """The earliest clock that an office has to keep: legal date, the date to work by, the duty."""
    clock = nearest(await clocks_of(ctx, case))
    if clock is None or clock.due is None:
        return ""
    same = clock.due.legal == clock.due.work_by
    return Words(
        key="card-date" if not same else "card-date-once",
        args={
            "date": clock.due.legal,
            "work_by": clock.due.work_by,
            "duty": duty_words(clock.statute),
            "unit": ctx.house.unit(clock.unit).name,
        },
    )


async def case_card(ctx: Context, case: Case, key: str, *, unit: str = "", **args: Arg) -> Reply:
    """A card headed by the sentence ``key``; nothing on it names the worker.

    ``unit``: for whom it is, so that the steps of that unit's own track are offered.
    """
    claims = await ctx.uow.claims.of_case(case.id)
    urgent = Flag.EMERGENCY in case.flags or Flag.MINOR in case.flags
    return Reply(
        key="card",
        args={
            "head": Words(key=key, args={"number": case.number, **args}),
            "number": case.number,
            "urgent": Words(key="card-urgent") if urgent else "",
            "tracks": (
                *(_track_line(ctx, track) for track in case.tracks),
                *_leader_line(ctx, case),
            ),
            "site": await site_words(ctx, case),
            "amount": money_words(total_owed(claims) or await _sum_told(ctx, case, claims)),
            "people": case.people_claimed or Words(key="value-unknown"),
            "date": await next_date(ctx, case),
        },
        buttons=card_buttons(case, unit, ctx.house.district.arrears_office),
    )


def _track_line(ctx: Context, track: Track) -> Words:
    return Words(
        key="card-track",
        args={
            "kind": Words(key=f"track-{track.kind.value.replace('_', '-')}"),
            "unit": ctx.house.unit(track.unit).name,
            "status": Words(key=f"status-{track.status.value}"),
        },
    )


def leader_name(ctx: Context, code: str) -> str:
    """A leader's post as people call it."""
    listed = ctx.house.district.leaders.get(code)
    return listed.name if listed else code


def _leader_line(ctx: Context, case: Case) -> tuple[Words, ...]:
    if not case.leader:
        return ()
    return (Words(key="card-leader", args={"post": leader_name(ctx, case.leader)}),)


def card_buttons(case: Case, unit: str, office: str) -> tuple[tuple[Button, ...], ...]:
    """What makes sense now for that unit: accept or object, later work and close.

    The arrears office routes: a case on its own table, and one that others have to accept.
    """
    track = case.track_of(unit) or case.track(TrackKind.LEAD_UNIT)
    if not track.is_open:
        return ((button("case", case),),)
    mine = unit in {"", track.unit}
    first = _first_steps(track, routes=unit == office) if mine else ("route",)
    work = ("ask", "reply") if mine else ()
    rows = (first, work, ("case", "phone"))
    return tuple(tuple(button(verb, case) for verb in row) for row in rows if row)


def _first_steps(track: Track, *, routes: bool) -> tuple[str, ...]:
    if track.status is Status.DRAFT:
        return ()
    if track.status not in _UNANSWERED:
        return ("progress", "close")
    if track.kind is not TrackKind.LEAD_UNIT:
        return ("accept", "refuse")
    if routes:
        return ("accept", "route")
    return ("accept", "object") if track.objections < MOST_OBJECTIONS else ("accept",)
