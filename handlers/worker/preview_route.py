"""Which unit would be proposed for what has been told so far; nothing is decided by asking."""

from dataclasses import dataclass

from casework.complaint import complaint_from
from casework.messages import Reply
from casework.worker_forms import COMPLAINT
from handlers.context import Context
from handlers.worker.file_case import decide_route
from handlers.worker.give_receipt import proposed_unit, responsible


@dataclass(frozen=True, kw_only=True)
class PreviewRoute:
    """Whose complaint: the one that is being told in this chat, else the newest that was filed."""

    channel: str
    chat: str


async def preview_route(request: PreviewRoute, ctx: Context) -> Reply:
    """A proposal in the words of the receipt; a kind word where nothing has been told."""
    state = await ctx.uow.conversations.load(request.channel, request.chat)
    if state.form == COMPLAINT.id:
        decision = await decide_route(ctx, complaint_from(state.answers))
        holder = decision.holder(ctx.house.district)
        words = responsible(ctx, holder, decision, outside=decision.outside)
        return Reply(key=words.key, args=words.args)
    person = await ctx.uow.people.at(request.channel, request.chat)
    cases = await ctx.uow.cases.of_person(person.id) if person else ()
    filed = next((case for case in cases if case.filed_at is not None), None)
    if filed is None:
        return Reply(key="no-case-yet")
    words = await proposed_unit(ctx, filed)
    return Reply(key=words.key, args=words.args)
