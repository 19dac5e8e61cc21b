"""Commands and buttons about groups, as complete inputs of their use cases."""

from collections.abc import Awaitable, Callable, Mapping

from casework.forms import Answers
from casework.groups import Verb, group_number
from casework.messages import Reply
from handlers.officer.answered import text
from handlers.officer.desk import Desk
from handlers.officer.groups.batch import (
    AnswerBatch,
    ShowBatch,
    begin_batch,
    drop_batch,
    show_batch,
)
from handlers.officer.groups.decide import (
    DecideGroup,
    TakeOut,
    confirm_group,
    decline_group,
    take_out,
)
from handlers.officer.groups.live_card import refresh_cards
from handlers.officer.groups.show import ShowGroup, show_group

Serve = Callable[[Desk, Answers], Awaitable[Reply | tuple[Reply, ...]]]

_WORDS: Mapping[Verb, str] = {Verb.ROUTE: "route_reason", Verb.REPLY: "reply_text"}
"""Which answer of a command holds the officer's own words."""


def over_groups(verb: Verb, single: Serve) -> Serve:
    """The same command, over one case or over a group: ``/accept 12``, ``/accept G3``."""

    async def command(desk: Desk, answers: Answers) -> Reply | tuple[Reply, ...]:
        number = group_number(text(answers, "case"))
        if number is None:
            return await then_refresh(single)(desk, answers)
        words = {"words": text(answers, _WORDS[verb])} if verb in _WORDS else {}
        if verb is Verb.ROUTE:
            words["unit"] = text(answers, "unit")
        request = ShowBatch(officer=desk.officer, number=number, verb=verb, words=words)
        return await show_batch(request, desk.ctx)

    return command


def then_refresh(single: Serve) -> Serve:
    """What changes one case changes the live card of its site."""

    async def command(desk: Desk, answers: Answers) -> Reply | tuple[Reply, ...]:
        replies = await single(desk, answers)
        case = (await desk.open(text(answers, "case"))).case
        await refresh_cards(desk.ctx, await desk.ctx.uow.groups.of_case(case.id))
        return replies

    return command


async def slip_to_group(desk: Desk, answers: Answers) -> Reply:
    """Words in reply to a live card: to every worker, after a preview; a note belongs to a case."""
    if answers.get("slip") != "worker":
        return Reply(key="batch-no-notes")
    request = ShowBatch(
        officer=desk.officer,
        number=group_number(text(answers, "case")) or 0,
        verb=Verb.REPLY,
        words={"words": text(answers, "slip_text")},
    )
    return await show_batch(request, desk.ctx)


async def _group(desk: Desk, answers: Answers) -> Reply:
    number = group_number(text(answers, "group"))
    return await show_group(ShowGroup(officer=desk.officer, number=number), desk.ctx)


async def _ungroup(desk: Desk, answers: Answers) -> Reply:
    case = (await desk.open(text(answers, "case"))).case
    return await take_out(TakeOut(officer=desk.officer, case=case), desk.ctx)


GROUP_COMMANDS: Mapping[str, Callable[[Desk, Answers], Awaitable[Reply]]] = {
    "group": _group,
    "ungroup": _ungroup,
}


async def _list(desk: Desk, group_id: str) -> Reply:
    return await show_group(ShowGroup(officer=desk.officer, group_id=group_id), desk.ctx)


async def _yes(desk: Desk, group_id: str) -> Reply:
    return await confirm_group(DecideGroup(officer=desk.officer, group_id=group_id), desk.ctx)


async def _no(desk: Desk, group_id: str) -> Reply:
    return await decline_group(DecideGroup(officer=desk.officer, group_id=group_id), desk.ctx)


async def _go(desk: Desk, batch_id: str) -> Reply:
    return await begin_batch(AnswerBatch(officer=desk.officer, batch_id=batch_id), desk.ctx)


async def _drop(desk: Desk, batch_id: str) -> Reply:
    return await drop_batch(AnswerBatch(officer=desk.officer, batch_id=batch_id), desk.ctx)


GROUP_BUTTONS: Mapping[str, Callable[[Desk, str], Awaitable[Reply]]] = {
    "group_list": _list,
    "group_yes": _yes,
    "group_no": _no,
    "batch_go": _go,
    "batch_no": _drop,
}

FORMS_OF_BUTTONS: Mapping[str, str] = {
    "group_accept": "accept",
    "group_route": "route",
    "group_reply": "reply",
}
"""Buttons that begin a command over the group they carry."""


async def code_of(desk: Desk, group_id: str) -> str:
    """What an officer would have typed for this group."""
    group = await desk.ctx.uow.groups.get(group_id)
    return group.code if group else "G0"
