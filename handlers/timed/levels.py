"""Who hears of a limit: whoever works on it; once it is late three levels, each another person.

The head of the unit, the arrears office, the supervisor. Where a level's own people are already
among those of a level below (the arrears office leads the case itself), the next in rank take it.
"""

from casework.case import Case
from casework.history import Event, EventKind
from casework.people import Officer, OfficerRole
from handlers.context import Context
from handlers.on_duty import handler_today, officers_of, officers_with

Rank = tuple[Officer, ...]


class Levels:
    """Looks each unit and each handler up once for a whole digest."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._units: dict[str, Rank] = {}
        self._handlers: dict[str, Officer | None] = {}
        self._all_supervisors: Rank | None = None

    async def of(self, case: Case, event: Event) -> Rank:
        """Who hears of a notice that the watch has written down; empty: nobody in any chat."""
        unit, stage = str(event.facts["unit"]), str(event.facts["stage"])
        if event.kind is not EventKind.ESCALATED:
            return await self._at_work(case, case.holder if stage == "elsewhere" else unit)
        handler = await self._handler(case, unit)
        told = {handler.id} if handler else set[str]()
        found: Rank = ()
        for level in range(1, int(stage.rpartition("-")[2]) + 1):
            found = await self._level(level, unit, told)
            told |= {officer.id for officer in found}
        return found

    async def _at_work(self, case: Case, unit: str) -> Rank:
        """The handler, else all of the unit; one without people through the case's holder.

        And that one through the arrears office.
        """
        for each in dict.fromkeys((unit, case.holder, self._ctx.house.district.arrears_office)):
            there = await self._unit(each)
            if there:
                handler = await self._handler(case, each)
                return (handler,) if handler is not None else there
        return ()

    async def _level(self, level: int, unit: str, told: set[str]) -> Rank:
        """The first rank of a level with somebody who is not told below it."""
        for rank in await self._ranks(level, unit):
            fresh = tuple(officer for officer in rank if officer.id not in told)
            if fresh:
                return fresh
        return ()

    async def _ranks(self, level: int, unit: str) -> tuple[Rank, ...]:
        district = self._ctx.house.district
        office, labour = district.arrears_office, district.labour
        if level == 1:
            above = labour if unit == district.inspection else office
            triage = await self._of(office, OfficerRole.TRIAGE)
            heads = await self._of(unit, OfficerRole.HEAD)
            return (heads, await self._of(above, OfficerRole.HEAD), triage[:1])
        if level == 2:
            heads = await self._of(office, OfficerRole.HEAD)
            triage = await self._of(office, OfficerRole.TRIAGE)
            return (triage, heads, await self._of(labour, OfficerRole.HEAD))
        return (await self._supervisors(),)

    async def _supervisors(self) -> Rank:
        if self._all_supervisors is None:
            self._all_supervisors = await officers_with(self._ctx, OfficerRole.SUPERVISOR)
        return self._all_supervisors

    async def _of(self, unit: str, role: OfficerRole) -> Rank:
        return tuple(officer for officer in await self._unit(unit) if officer.role is role)

    async def _unit(self, unit: str) -> Rank:
        if unit not in self._units:
            self._units[unit] = await officers_of(self._ctx, unit)
        return self._units[unit]

    async def _handler(self, case: Case, unit: str) -> Officer | None:
        track = case.track_of(unit)
        if track is None or track.officer_id is None:
            return None
        if track.officer_id not in self._handlers:
            self._handlers[track.officer_id] = await handler_today(self._ctx, track.officer_id)
        return self._handlers[track.officer_id]
