"""The written result of a closed case, from its history, its money and the law's dated rows."""

from casework.case import HOLDERS, Case, Outcome, Track
from casework.deadlines import SHANGHAI, due_date
from casework.errors import NotFound
from casework.history import Event, EventKind
from casework.sheets import CaseSheet, EndingRow, RemedyRow, ResultSheet
from handlers.context import Context
from handlers.money import ledger_of

REMEDIES = ("CL-5", "XF-7a", "AR-1")
"""Go on here, ask for a review, go to arbitration."""

AFTER_WITHDRAWAL = ("CL-6", "AR-1")


async def result_paper(ctx: Context, case: Case, values: CaseSheet) -> bytes:
    """The Word file. Raises NotFound while the case has no result."""
    ended = [t for t in case.tracks if t.kind in HOLDERS and not t.is_open]
    if not ended or not any(t.outcome for t in ended):
        raise NotFound(code="error-no-result")
    money = (await ledger_of(ctx, case)).money.whole
    history = await ctx.uow.history.of_case(case.id)
    return ctx.house.sheets.result_sheet(
        ResultSheet(
            case=values,
            endings=tuple(_ending(ctx, track, t) for track in ended if (t := track.outcome)),
            reasons=_reasons(history, case),
            owed=money.owed,
            paid=money.paid,
            left=money.left,
            unconfirmed=any(t.outcome is Outcome.UNCONFIRMED for t in ended),
            remedies=_remedies(ctx, ended),
        )
    )


def _ending(ctx: Context, track: Track, outcome: Outcome) -> EndingRow:
    closed = track.closed_at.astimezone(SHANGHAI).date() if track.closed_at else None
    return EndingRow(unit=ctx.house.unit(track.unit).name, outcome=outcome, closed_on=closed)


def _reasons(history: tuple[Event, ...], case: Case) -> tuple[str, ...]:
    """What the officers wrote since the case went on last; for paid ones, when they asked."""
    reopened = [n for n, e in enumerate(history) if e.kind is EventKind.REOPENED]
    since = history[reopened[-1] :] if reopened else history
    asked = [e for e in since if e.kind is EventKind.CLOSING_ASKED][-1:]
    paid = any(
        t.outcome and (t.outcome.says_paid or t.outcome is Outcome.UNCONFIRMED)
        for t in case.tracks
    )
    told = [
        *(asked if paid else []),
        *(e for e in since if e.kind is EventKind.CLOSED),
        *_refusals(since),
    ]
    return tuple(dict.fromkeys(e.personal["reason"] for e in told if e.personal.get("reason")))


def _refusals(since: tuple[Event, ...]) -> list[Event]:
    """The proposals that a second officer has confirmed: they hold the reason in words."""
    proposed: dict[object, Event] = {}
    found = []
    for event in since:
        if event.kind is EventKind.REFUSAL_PROPOSED:
            proposed[event.track] = event
        elif event.kind is EventKind.REFUSED and event.track in proposed:
            found.append(proposed[event.track])
    return found


def _remedies(ctx: Context, ended: list[Track]) -> tuple[RemedyRow, ...]:
    withdrawn = any(t.outcome is Outcome.WITHDRAWN_BY_WORKER for t in ended)
    last = max((t.closed_at for t in ended if t.closed_at), default=None)
    rows = []
    for name in AFTER_WITHDRAWAL if withdrawn else REMEDIES:
        statute = ctx.house.statutes[name]
        ours = statute.starts in {"closed", "withdrawn"} and last is not None
        until = None
        if ours and last is not None:
            until = due_date(statute, last.astimezone(SHANGHAI).date(), ctx.house.days).legal
        rows.append(
            RemedyRow(
                what=statute.duty,
                n=statute.n,
                unit=statute.unit,
                starts=statute.starts,
                until=until,
                title=statute.title,
                certainty=statute.status,
            )
        )
    return tuple(rows)
