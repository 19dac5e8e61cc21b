"""A group as somebody looks at it: its cases, and its people, each counted once."""

from dataclasses import dataclass

from casework.case import HOLDERS, Case, Status, Track
from casework.errors import NotAllowed, NotFound
from casework.group_people import Headcount, headcount
from casework.groups import Belongs, Group, GroupCase, GroupState, Why
from casework.messages import Arg, Words
from casework.people import Officer, OfficerRole
from casework.questions import text_words
from handlers.context import Context
from handlers.officer.acting import working
from handlers.officer.cards import site_words

UNANSWERED = frozenset({Status.DRAFT, Status.RECEIVED, Status.NEED_MORE})


@dataclass(frozen=True, kw_only=True)
class GroupView:
    """``cases`` and ``members`` in the order in which they came."""

    group: Group
    members: tuple[GroupCase, ...]
    cases: tuple[Case, ...]
    count: Headcount

    @property
    def proposed(self) -> tuple[GroupCase, ...]:
        """Those of which nobody has said yet whether they belong."""
        return tuple(m for m in self.members if m.belongs is Belongs.PROPOSED)

    @property
    def many(self) -> bool:
        """Whether it is a group at all: one case with many people is told, and no group."""
        return len(self.cases) > 1

    def waiting(self, unit: str) -> tuple[Case, ...]:
        """The cases that this unit has not accepted yet."""
        return tuple(
            case for case in self.cases if any(t.status in UNANSWERED for t in held(case, unit))
        )

    def units(self) -> tuple[str, ...]:
        """Who works on two of its cases or more."""
        holding = [t.unit for c in self.cases for t in c.tracks if t.kind in HOLDERS]
        return tuple(unit for unit in dict.fromkeys(holding) if holding.count(unit) > 1)


def held(case: Case, unit: str) -> tuple[Track, ...]:
    """What a unit has to do with a case, besides legal aid and other bodies."""
    return tuple(t for t in case.tracks if t.unit == unit and t.kind in HOLDERS)


async def view_group(ctx: Context, group: Group) -> GroupView:
    """The group as it is now. Nothing is locked."""
    members = await ctx.uow.groups.members(group.id)
    ids = [member.case_id for member in members]
    found = {case.id: case for case in await ctx.uow.cases.these(ids)}
    cases = tuple(found[case_id] for case_id in ids)
    records = await ctx.uow.groups.people(ids)
    said = {case.id: case.people_claimed or 0 for case in cases}
    return GroupView(group=group, members=members, cases=cases, count=headcount(records, said))


async def look_at(ctx: Context, officer: Officer, group: Group | None) -> GroupView:
    """The one door to a group: whoever works on one of its cases, the office, supervisors."""
    if group is None or group.state is GroupState.DECLINED or officer.suspended_at is not None:
        raise NotFound(code="error-group-not-found")
    view = await view_group(ctx, group)
    everything = officer.role in {OfficerRole.SUPERVISOR, OfficerRole.TRIAGE}
    if not everything and not any(held(case, officer.unit) for case in view.cases):
        raise NotFound(code="error-group-not-found")
    return view


async def work_on(ctx: Context, officer: Officer, group: Group | None) -> GroupView:
    """The same door, for whoever changes something."""
    view = await look_at(ctx, officer, group)
    working(officer)
    if officer.role is OfficerRole.LEGAL_AID:
        raise NotAllowed(code="error-role")
    return view


async def about(ctx: Context, view: GroupView) -> Words:
    """What its cases have in common, in words."""
    first = view.cases[0]
    if view.group.why is Why.EMPLOYER:
        return text_words(first.said.employer)
    return await site_words(ctx, first)


def people_words(view: GroupView) -> Words:
    """How many people, as sure as it is."""
    count = view.count
    args: dict[str, Arg] = {"n": count.at_least, "most": count.at_most}
    args["matched"] = (
        Words(key="group-matched", args={"n": count.matched}) if count.matched else ""
    )
    exact = count.at_least == count.at_most
    return Words(key="group-people" if exact else "group-people-between", args=args)


def state_words(view: GroupView) -> Words:
    """Whether somebody has said that they belong together."""
    if view.group.state is GroupState.PROPOSED:
        return Words(key="group-proposed")
    if view.proposed:
        return Words(key="group-confirmed-but", args={"n": len(view.proposed)})
    return Words(key="group-confirmed")
