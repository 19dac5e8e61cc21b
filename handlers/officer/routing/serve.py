"""Commands and buttons about a case's site and unit, as complete inputs of their use cases."""

from collections.abc import Awaitable, Callable, Mapping

from casework.case import Case
from casework.forms import Answers
from casework.messages import Reply
from handlers.officer.answered import text
from handlers.officer.desk import Desk
from handlers.officer.routing.save_alias import SaveAlias, save_alias
from handlers.officer.routing.set_site import SetSite, set_site
from handlers.officer.routing.settle_suggestion import SettleSuggestion, settle_suggestion

Serve = Callable[[Desk, Answers], Awaitable[Reply]]


async def _site(desk: Desk, answers: Answers) -> Reply:
    case = (await desk.open(text(answers, "case"))).case
    request = SetSite(officer=desk.officer, case=case, words=text(answers, "site_words"))
    return await set_site(request, desk.ctx)


def _settle(*, agreed: bool) -> Callable[[Desk, str], Awaitable[Reply]]:
    """The button carries case and unit."""

    async def press(desk: Desk, about: str) -> Reply:
        case_id, _, unit = about.partition(":")
        case = (await desk.open_id(case_id)).case
        word = SettleSuggestion(officer=desk.officer, case=case, unit=unit, agreed=agreed)
        return await settle_suggestion(word, desk.ctx)

    return press


async def _alias(desk: Desk, case: Case) -> Reply:
    return await save_alias(SaveAlias(officer=desk.officer, case=case), desk.ctx)


ROUTING_COMMANDS: Mapping[str, Serve] = {"site": _site}

SUGGESTION_BUTTONS: Mapping[str, Callable[[Desk, str], Awaitable[Reply]]] = {
    "unit_yes": _settle(agreed=True),
    "unit_no": _settle(agreed=False),
}

ROUTING_BUTTONS: Mapping[str, Callable[[Desk, Case], Awaitable[Reply]]] = {"alias": _alias}
