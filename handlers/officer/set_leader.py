"""包案领导: a post of the leading group answers for a case until it is closed (plan 四(一))."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.errors import NotAllowed, NotFound
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer, OfficerRole
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import require
from handlers.officer.cards import button, case_card, leader_name
from handlers.record import record
from handlers.tell import add_item, tell_handlers, tell_person

_LEADS = frozenset({OfficerRole.SUPERVISOR, OfficerRole.HEAD})


@dataclass(frozen=True, kw_only=True)
class SetLeader:
    """``leader``: the code of an enrolled post, or of one in the district's list of leaders."""

    officer: Officer
    case: Case
    leader: str


async def set_leader(request: SetLeader, ctx: Context) -> Reply:
    """Write it down and tell the leader; one who is in no chat is told on paper."""
    require(request.officer, OfficerRole.SUPERVISOR, OfficerRole.TRIAGE)
    case, leader = request.case, request.leader
    if not case.is_open:
        raise NotAllowed(code="error-case-closed")
    post = await _post(ctx, leader)
    code = post.code if post else leader
    if case.leader == code:
        return Reply(key="error-already-done")
    before = case.leader
    case = replace(case, leader=code)
    await ctx.uow.cases.save(case)
    facts = {"leader": code, "before": before}
    await record(ctx, case, EventKind.LEADER, request.officer, facts=facts)
    for item in await ctx.uow.work.open_of_case(case.id):
        if item.kind in {ItemKind.LEADER_MISSING, ItemKind.TELL_LEADER}:
            await ctx.uow.work.finish(item.id, ctx.now)
    card = replace(await case_card(ctx, case, "card-you-lead"), buttons=((button("case", case),),))
    told = post is not None and await tell_person(
        ctx, post.person_id, card, case=case, purpose="card"
    )
    if not told:
        await _on_paper(ctx, case, code)
    name = leader_name(ctx, code)
    await tell_handlers(ctx, case, "card-leader-set", post=name)
    key = "leader-set" if told else "leader-set-on-paper"
    return Reply(key=key, args={"number": case.number, "post": name})


async def _post(ctx: Context, leader: str) -> Officer | None:
    """An enrolled post; None for one of the district's list. Raises NotFound for neither."""
    if leader in ctx.house.district.leaders:
        return None
    post = await ctx.uow.officers.by_code(leader.upper())
    if post is None or post.suspended_at is not None:
        raise NotFound(code="error-no-such-post")
    if post.role not in _LEADS:
        raise NotAllowed(code="error-no-leader")
    return post


async def _on_paper(ctx: Context, case: Case, code: str) -> None:
    await add_item(
        ctx,
        ItemKind.TELL_LEADER,
        ctx.house.district.arrears_office,
        key=f"tell-leader:{case.id}:{code}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
        leader=code,
    )
