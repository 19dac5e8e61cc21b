"""Who builds it, what, and where: asked after a complaint for a site that nobody knows."""

from casework.case import Case
from casework.conversation_state import Answer
from casework.forms import Answers
from casework.interview import Heard
from casework.ledger import ProjectClass
from casework.messages import Reply
from casework.places import locate
from casework.routing import RoutingFacts, route
from casework.unit_questions import UNIT_FACTS, UNKNOWN, questions_for
from handlers.officer.routing.suggest_unit import SuggestUnit, suggest_unit
from handlers.worker.turn import Turn


async def ask_unit_facts(turn: Turn, case: Case, answers: Answers) -> Heard | None:
    """Begin with the questions that help; none where the table has named a unit."""
    ctx = turn.ctx
    decision = await ctx.uow.routing.latest(case.id)
    if decision is None or decision.confirmed_at is not None:
        return None
    place = locate(f"{case.said.place}，{case.said.site}", ctx.house.district)
    near = answers.get("near_streets")
    shared = tuple(str(code) for code in near) if isinstance(near, tuple) else ()
    known = questions_for(decision, place.candidates or shared, ctx.house.district)
    if known is None:
        return None
    return Heard(begin=UNIT_FACTS.id, learned={**known, "which_case": case.id})


async def tell_unit_facts(turn: Turn, answers: Answers) -> None:
    """Propose by what was answered; the worker hears what is proposed, and that it is not settled."""
    ctx = turn.ctx
    case = await turn.own(str(answers["which_case"]))
    said = {name: _said(answers.get(name)) for name in ("builder", "works", "street")}
    if not any(said.values()):
        turn.say(Reply(key="unit-facts-open"))
        return
    district = ctx.house.district
    street = said["street"]
    decision = route(
        RoutingFacts(
            construction=True,
            project=await ctx.uow.ledger.get(case.project_code) if case.project_code else None,
            sub_district=street if street in district.sub_districts else "",
            place_said="，".join(filter(None, (street, case.said.place, case.said.site))),
            project_class=ProjectClass(said["builder"]) if said["builder"] else None,
            industry=said["works"],
        ),
        district,
        ctx.house.rules,
    )
    request = SuggestUnit(case=case, decision=decision, by=turn.person.id, words=said)
    await suggest_unit(request, ctx)
    unit = ctx.house.unit(decision.lead).name
    turn.say(
        Reply(key="unit-facts-proposed", args={"unit": unit})
        if decision.sure
        else Reply(key="unit-facts-open")
    )


def _said(answer: Answer) -> str:
    """The answer; "" for 不知道."""
    return answer if isinstance(answer, str) and answer != UNKNOWN else ""
