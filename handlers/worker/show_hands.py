"""谁办过: every unit that held the case, from when, until when, and why it came there.

An objection between units is theirs to settle: the worker hears who holds the case, not who
did not want it.
"""

from dataclasses import dataclass

from casework.case import Case
from casework.deadlines import SHANGHAI
from casework.hands import Hand, hands
from casework.messages import Reply, Words
from casework.people import PersonId
from handlers.context import Context


@dataclass(frozen=True, kw_only=True)
class ShowHands:
    """Who asks, about which case of theirs."""

    person_id: PersonId
    case: Case


async def show_hands(request: ShowHands, ctx: Context) -> Reply:
    """One line a unit, in order; the last one has the case now."""
    case = request.case
    held = hands(await ctx.uow.history.of_case(case.id))
    return Reply(
        key="hands",
        args={"number": case.number, "hands": tuple(_line(ctx, hand) for hand in held)},
    )


def _line(ctx: Context, hand: Hand) -> Words:
    unit = ctx.house.district.units.get(hand.unit)
    since = hand.since.astimezone(SHANGHAI).date()
    until = hand.until.astimezone(SHANGHAI).date() if hand.until else None
    key = "hand-now" if until is None else "hand-one-day" if until == since else "hand-until"
    why = Words(key=f"hand-{hand.why.value}")
    return Words(
        key=key,
        args={
            "unit": unit.name if unit else hand.unit,
            "since": since,
            "until": until or "",
            "why": Words(key="label-text", args={"text": hand.reason}) if hand.reason else why,
        },
    )
