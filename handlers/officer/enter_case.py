"""A case of somebody at the desk or on a hotline: source, its number, facts in plain words.

XF22 Art 19(1): an oral complaint is recorded truthfully; the words are kept as typed.
"""

from dataclasses import dataclass, replace

from casework.case import Source
from casework.complaint import Complaint, complaint_from
from casework.conversation_state import Conversation
from casework.forms import Hearing, absorb
from casework.history import EventKind
from casework.meaning import Meaning
from casework.messages import Reply
from casework.people import Officer, Party, PartyRole, Person, PersonId
from casework.questions import count_words, money_words
from casework.supervision import Level
from casework.worker_forms import COMPLAINT
from handlers.context import Context
from handlers.officer.acting import working
from handlers.officer.cards import site_words
from handlers.officer.supervision.assign_from_above import AssignFromAbove, open_both
from handlers.record import record
from handlers.worker.file_case import FileCase, file_case
from handlers.worker.find_site import FindSite, find_site
from handlers.worker.open_case import OpenCase, open_case

UNKNOWN = frozenset({"无", "没有", "不知道", "-", "0", "none"})


@dataclass(frozen=True, kw_only=True)
class EnterCase:
    """``meaning`` is the interpreter's reading of the officer's words for the facts."""

    officer: Officer
    source: Source
    source_number: str
    facts: str
    meaning: Meaning
    name: str
    phone: str
    may_name: bool  # the person at the desk agreed that the units see name and phone


def facts_in(meaning: Meaning, text: str, ctx: Context) -> Complaint:
    """The complaint that the words hold; a project only where it is beyond doubt."""
    blank = Conversation(form=COMPLAINT.id)
    answers = dict(absorb(COMPLAINT, blank, Hearing(meaning=meaning, text=text)).answers)
    if answers.get("site"):
        learned = find_site(FindSite(words=str(answers["site"])), ctx)
        answers |= {k: v for k, v in learned.items() if k in {"project", "project_name"}}
    return complaint_from(answers)


async def enter_case(request: EnterCase, ctx: Context) -> Reply:
    """Open and file in one step; the receipt is printed or read out, so the code is shown here."""
    working(request.officer)
    worker = Person(
        id=PersonId(ctx.house.new_id()),
        name="" if request.name in UNKNOWN else request.name,
        phone="" if request.phone in UNKNOWN else request.phone,
    )
    await ctx.uow.people.add(worker)
    opened = await open_case(
        OpenCase(person_id=worker.id, first_words=request.facts, source=request.source), ctx
    )
    number = "" if request.source_number in UNKNOWN else request.source_number
    await ctx.uow.cases.save(replace(opened, source_number=number))
    await ctx.uow.cases.add_party(
        Party(case_id=opened.id, person_id=request.officer.person_id, role=PartyRole.ENTERED_BY)
    )
    complaint = replace(
        facts_in(request.meaning, request.facts, ctx), name=worker.name, phone=worker.phone
    )
    case, code = await file_case(
        FileCase(
            case_id=opened.id,
            person_id=worker.id,
            complaint=complaint,
            entered_by=request.officer,
        ),
        ctx,
    )
    for party in await ctx.uow.cases.parties(case.id):
        if party.person_id == worker.id:
            await ctx.uow.cases.add_party(replace(party, may_name=request.may_name))
    await record(
        ctx,
        case,
        EventKind.SAID,
        request.officer,
        facts={"source": request.source.value, "source_number": number},
        personal={"words": request.facts},
    )
    if request.source is Source.ASSIGNED_FROM_CITY:
        await open_both(
            AssignFromAbove(
                officer=request.officer,
                case=case,
                level=Level.CITY,
                assigner="",
                number=number,
                due_on=None,
            ),
            ctx,
        )
    return Reply(
        key="case-entered",
        args={
            "number": case.number,
            "code": code,
            "unit": ctx.house.unit(case.holder).name,
            "site": await site_words(ctx, case),
            "amount": money_words(complaint.amount),
            "people": count_words(complaint.headcount, "people"),
        },
    )
