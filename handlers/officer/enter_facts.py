"""An officer heard a voice or read a photo: the facts are entered, the worker confirms them."""

from dataclasses import dataclass, replace

from casework.case import Case, Status
from casework.errors import NotAllowed
from casework.forms import Answers, Hearing, absorb
from casework.history import EventKind
from casework.meaning import Meaning
from casework.messages import Button, Reply, Words
from casework.people import Officer, PartyRole
from casework.questions import read_back
from casework.work import ItemKind
from casework.worker_forms import COMPLAINT
from handlers.context import Context
from handlers.officer.acting import finish_items, working
from handlers.record import record
from handlers.tell import tell_worker
from handlers.worker.find_site import FindSite, find_site


@dataclass(frozen=True, kw_only=True)
class EnterFacts:
    """What the officer heard, in plain words, and the interpreter's reading of them."""

    officer: Officer
    case: Case
    text: str
    meaning: Meaning


async def enter_facts(request: EnterFacts, ctx: Context) -> Reply:
    """Put the facts into the worker's own conversation and ask whether they are right."""
    working(request.officer)
    case = request.case
    if case.status is not Status.DRAFT:
        raise NotAllowed(code="error-filed-already")
    hearing = Hearing(meaning=request.meaning, text=request.text)
    answers: Answers = {}
    for party in await ctx.uow.cases.parties(case.id):
        if party.role is PartyRole.ENTERED_BY:
            continue
        for address in await ctx.uow.people.addresses(party.person_id):
            state = await ctx.uow.conversations.load(address.channel, address.chat)
            if state.case_id != case.id:
                continue
            state = absorb(COMPLAINT, replace(state, form="complaint", asked=""), hearing)
            site = str(state.answers.get("site") or "")
            learned = find_site(FindSite(words=site), ctx) if site else {}
            state = replace(
                state, answers={**state.answers, **learned, "looked_up": site}, asked=""
            )
            await ctx.uow.conversations.save(address.channel, address.chat, state)
            answers = state.answers
    await record(ctx, case, EventKind.CORRECTED, request.officer, personal={"words": request.text})
    await finish_items(ctx, case, case.holder, ItemKind.LISTEN_OR_READ)
    reached = await tell_worker(ctx, case, _is_it_right(case, answers), what="facts")
    return Reply(key="facts-sent", args={"told": reached, "number": case.number})


def _is_it_right(case: Case, answers: Answers) -> Reply:
    buttons = tuple(
        Button(label=Words(key=f"label-facts-{word}"), data=f"w:facts:{case.id}:{word}")
        for word in ("yes", "no")
    )
    return Reply(
        key="push-facts-right",
        args={"number": case.number, **read_back(answers)},
        buttons=(buttons,),
    )
