"""A command over a group goes on: a few cases in a commit, until none waits."""

from dataclasses import replace

from casework.groups import A_COMMIT, Batch, BatchCase, BatchState, Fared, Verb
from casework.messages import Reply
from casework.people import Officer
from casework.work import Due
from handlers.context import Context
from handlers.officer.groups.batch import left_words, plan_batch, serve_one
from handlers.officer.groups.live_card import refresh_cards
from handlers.tell import tell_person


async def run_batch(due: Due, ctx: Context) -> None:
    """The next cases; at the end the officer hears what was done and what was left alone."""
    batch = await ctx.uow.groups.batch(str(due.facts["batch"]))
    officer = await ctx.uow.officers.get(batch.officer_id) if batch else None
    if batch is None or officer is None or batch.state is not BatchState.GOING:
        return
    waiting = [case for case in batch.cases if case.fared is Fared.WAITS]
    if officer.suspended_at is not None:
        served = [
            replace(case, fared=Fared.LEFT, reason="batch-left-suspended") for case in waiting
        ]
    else:
        served = [
            await serve_one(ctx, officer, batch, case.case_id) for case in waiting[:A_COMMIT]
        ]
    batch = _with(batch, served)
    over = len(served) == len(waiting)
    if over:
        batch = replace(batch, state=BatchState.DONE)
    await ctx.uow.groups.update_batch(batch, *served)
    if not over:
        await plan_batch(ctx, batch)
        return
    await _tell(ctx, batch, officer)
    if batch.verb is not Verb.REPLY:  # words to people change nothing on the card
        await refresh_cards(ctx, await ctx.uow.groups.get(batch.group_id))


def _with(batch: Batch, served: list[BatchCase]) -> Batch:
    new = {case.case_id: case for case in served}
    return replace(batch, cases=tuple(new.get(case.case_id, case) for case in batch.cases))


async def _tell(ctx: Context, batch: Batch, officer: Officer) -> None:
    group = await ctx.uow.groups.get(batch.group_id)
    left = tuple(case.reason for case in batch.cases if case.fared is Fared.LEFT)
    told = Reply(
        key=f"batch-{batch.verb.value}-done",
        args={
            "code": group.code if group else "",
            "n": len(batch.cases) - len(left),
            "left": left_words(left),
        },
    )
    await tell_person(ctx, officer.person_id, told)
