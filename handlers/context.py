"""What every use case may lean on: one unit of work, the time, and the house around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

from casework.boards import BoardTimes
from casework.clock_rules import ClockRules
from casework.deadlines import SHANGHAI, WorkingDays
from casework.directory import District, Unit
from casework.evidence import EvidenceFiles
from casework.groups import GroupRules
from casework.ledger import SiteSearch
from casework.meaning import Interpreter
from casework.routing import RoutingRules
from casework.sheets import (
    AssignmentSheet,
    CaseSheet,
    DeputySheet,
    ReceiptSheet,
    ResultReport,
    ResultSheet,
    SupervisionSheet,
    TransferSheet,
)
from casework.statistics_sheet import StatisticsSheet
from casework.statutes import Statutes
from casework.supervision import SlowRules
from casework.unit_of_work import UnitOfWork
from handlers.remembered import Remembered


class SheetWriter(Protocol):
    """Puts cases and figures on paper, as the bytes of a file."""

    def case_sheet(self, sheet: CaseSheet) -> bytes: ...
    def transfer_sheet(self, sheet: TransferSheet) -> bytes: ...
    def assignment_sheet(self, sheet: AssignmentSheet) -> bytes: ...
    def supervision_sheet(self, sheet: SupervisionSheet) -> bytes: ...
    def result_sheet(self, sheet: ResultSheet) -> bytes: ...
    def result_report(self, sheet: ResultReport) -> bytes: ...
    def deputy_sheet(self, sheet: DeputySheet) -> bytes: ...
    def receipt(self, sheet: ReceiptSheet) -> bytes: ...
    def leader_page(self, sheet: StatisticsSheet) -> bytes: ...
    def statistics_book(self, sheet: StatisticsSheet) -> bytes: ...
    def statistics_chart(self, sheet: StatisticsSheet) -> bytes: ...


@dataclass(frozen=True, kw_only=True)
class House:
    """Everything that outlives one message. Built once, in ``bot/app.py``."""

    district: District
    statutes: Statutes
    clocks: ClockRules
    rules: RoutingRules
    days: WorkingDays
    slow: SlowRules
    grouping: GroupRules
    boards: BoardTimes
    sites: SiteSearch
    interpreter: Interpreter
    files: EvidenceFiles
    sheets: SheetWriter
    new_id: Callable[[], str]
    new_query_code: Callable[[], str]
    new_invitation_code: Callable[[], str]
    remembered: Remembered = field(default_factory=Remembered)

    def unit(self, code: str) -> Unit:
        """A unit by its code."""
        return self.district.units[code]


@dataclass(frozen=True, kw_only=True)
class Context:
    """The surroundings of one use case. ``source`` is the inbox row it comes from, if any."""

    uow: UnitOfWork
    house: House
    now: datetime
    source: str = ""

    @property
    def today(self) -> date:
        """The day in the district."""
        return self.now.astimezone(SHANGHAI).date()

    def next_office_morning(self) -> datetime:
        """When offices open on the next working day."""
        return self.opening_from(self.today + timedelta(days=1))

    def office_time(self) -> datetime:
        """Now while offices are open, else when they open next."""
        hours = self.house.clocks.hours_on(self.today)
        opens, closes = (
            datetime.combine(self.today, at, tzinfo=SHANGHAI) for at in (hours.opens, hours.closes)
        )
        if self.house.days.is_working(self.today):
            if self.now < opens:
                return opens
            if self.now < closes:
                return self.now
        return self.next_office_morning()

    @property
    def is_office_time(self) -> bool:
        """Whether offices are open now."""
        return self.office_time() == self.now

    @property
    def is_daytime(self) -> bool:
        """Whether these are hours in which one writes to people, on whatever day."""
        hours = self.house.clocks.hours_on(self.today)
        return hours.opens <= self.now.astimezone(SHANGHAI).time() < hours.closes

    def opening_from(self, day: date) -> datetime:
        while not self.house.days.is_working(day):
            day += timedelta(days=1)
        opens = self.house.clocks.hours_on(day).opens
        return datetime.combine(day, opens, tzinfo=SHANGHAI)
