"""Enrol by a one-time code: hashed, expiring, used once, and only then an officer."""

import unicodedata
from dataclasses import dataclass

from casework.messages import Reply, Words
from casework.people import Address, Officer, Person, PersonId
from casework.staff_log import StaffEventKind
from handlers.context import Context
from handlers.officer.administer import log
from handlers.officer.waiting import keep_unit


@dataclass(frozen=True, kw_only=True)
class Enrol:
    """The chat that sends a code."""

    channel: str
    chat: str
    code: str


LETTERS, GROUP = 12, 4


def as_given_out(typed: str) -> str:
    """Small letters, full width and missing dashes mean the code that was read out."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    letters = "".join(c for c in plain.upper() if c.isascii() and c.isalnum())
    if len(letters) != LETTERS:
        return plain
    return "-".join(letters[i : i + GROUP] for i in range(0, LETTERS, GROUP))


async def enrol(request: Enrol, ctx: Context) -> Reply:
    """Take the code up; a forged, used or expired one gets the same sentence."""
    code = as_given_out(request.code)
    invitation = await ctx.uow.officers.take_invitation(code, ctx.now)
    if invitation is None:
        return Reply(key="officer-code-wrong")
    person = await ctx.uow.people.at(request.channel, request.chat)
    if person is None:
        person = Person(id=PersonId(ctx.house.new_id()))
        await ctx.uow.people.add(person)
        await ctx.uow.people.bind(
            Address(
                person_id=person.id,
                channel=request.channel,
                chat=request.chat,
                valid_from=ctx.now,
            )
        )
    officer = Officer(
        id=ctx.house.new_id(),
        person_id=person.id,
        unit=invitation.unit,
        role=invitation.role,
        code=await ctx.uow.officers.next_code(invitation.unit),
        enrolled_at=ctx.now,
    )
    await ctx.uow.officers.add(officer)
    await keep_unit(ctx, officer.unit)
    await log(ctx, StaffEventKind.ENROLLED, officer, officer, {"role": officer.role.value})
    return Reply(
        key="officer-enrolled",
        args={
            "unit": ctx.house.unit(officer.unit).name,
            "role": Words(key=f"role-{officer.role.value.replace('_', '-')}"),
            "code": officer.code,
        },
    )
