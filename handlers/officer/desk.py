"""An officer at work on one message: who, through which view of which case, and the answers."""

from dataclasses import dataclass, field

from casework.access import CaseView, open_for_officer
from casework.case import Case
from casework.errors import NotFound
from casework.messages import Incoming, Reply
from casework.people import Officer
from handlers.context import Context


@dataclass(kw_only=True)
class Desk:
    """Lives as long as its unit of work."""

    ctx: Context
    incoming: Incoming
    officer: Officer
    replies: list[Reply] = field(default_factory=list)
    about: str | None = None  # the case that was opened: a reply to the answer belongs to it

    def say(self, *replies: Reply) -> None:
        """Answer, in this order."""
        self.replies.extend(replies)

    async def open(self, number: str) -> CaseView:
        """The case behind a number, as far as this officer may see it."""
        return await self._view(await self.ctx.uow.cases.by_number(number))

    async def open_id(self, case_id: str) -> CaseView:
        """The same, by the id that a button carries."""
        return await self._view(await self.ctx.uow.cases.get(case_id))

    async def _view(self, case: Case | None) -> CaseView:
        if case is None:
            raise NotFound(code="error-case-not-found")
        parties = await self.ctx.uow.cases.parties(case.id)
        project = await self.ctx.uow.ledger.get(case.project_code) if case.project_code else None
        district = self.ctx.house.district
        view = open_for_officer(case, parties, self.officer, district, project)
        self.about = case.id
        return view
