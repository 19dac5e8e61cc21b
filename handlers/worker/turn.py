"""One message of a worker on its way through: who speaks, the state, and what is answered."""

from dataclasses import dataclass, field

from casework.access import CaseView, open_for_worker
from casework.case import Case, Status
from casework.conversation_state import Conversation
from casework.meaning import Meaning
from casework.messages import Incoming, KeptFile, Reply
from casework.people import Person
from handlers.context import Context


@dataclass(kw_only=True)
class Turn:
    """Lives as long as its unit of work. ``cases`` are the person's own, the newest first."""

    ctx: Context
    incoming: Incoming
    meaning: Meaning
    files: tuple[KeptFile, ...]
    person: Person
    state: Conversation
    cases: tuple[Case, ...]
    replies: list[Reply] = field(default_factory=list)

    def say(self, *replies: Reply) -> None:
        """Answer, in this order."""
        self.replies.extend(replies)

    @property
    def filed(self) -> tuple[Case, ...]:
        """The person's cases that are no drafts."""
        return tuple(c for c in self.cases if c.status is not Status.DRAFT)

    def choices(self) -> tuple[str, ...]:
        """The filed cases as the conversation knows them."""
        return tuple(f"{c.id}|{c.number}" for c in self.filed)

    def case(self) -> Case | None:
        """The case talked about: the one in focus, else the newest."""
        focus = next((c for c in self.cases if c.id == self.state.case_id), None)
        return focus or next(iter(self.cases), None)

    async def own(self, case_id: str) -> Case:
        """A case of this person, as it stands now; another's is not found."""
        return (await self.view(case_id)).case

    async def view(self, case_id: str) -> CaseView:
        """The same, and how much of it this person may see."""
        case = await self.ctx.uow.cases.get(case_id)
        parties = await self.ctx.uow.cases.parties(case_id)
        return open_for_worker(case, parties, self.person.id)

    async def refresh(self) -> None:
        """Read the person's cases again after one was opened, bound or changed."""
        self.cases = await self.ctx.uow.cases.of_person(self.person.id)
