"""What a district leader must see: what came, what is late, who is unpaid, what was promised.

Every figure is computed from standings at one instant (`casework.standing`), so the report of any
past day can be written again. The sentence that defines a figure stands beside it wherever it is
shown (texts ``define-…``; `documents.statistics`). Facts about sites, no forecast about persons.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum
from statistics import median

from casework.case import Outcome
from casework.group_people import PersonRecord, headcount
from casework.meaning import MoneyRange
from casework.money import ZERO, Fen, yuan
from casework.people import PersonId
from casework.periods import CalendarPeriod
from casework.standing import Promise, Standing

NO_MONEY = MoneyRange(low=ZERO, high=ZERO)


@dataclass(frozen=True, kw_only=True)
class Limit:
    """A limit that an office had to keep in a case: ``met_on`` None while it runs."""

    unit: str
    statute_id: str
    due: date
    met_on: date | None = None

    @property
    def kept(self) -> bool:
        """Met by its date."""
        return self.met_on is not None and self.met_on <= self.due

    def late_on(self, day: date) -> bool:
        """Whether it still ran on that day and its date had passed."""
        return self.met_on is None and self.due < day


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """Confirmed money: when it was confirmed, and the day on which it was paid."""

    at: datetime
    amount: Fen
    paid_on: date | None


@dataclass(frozen=True, kw_only=True)
class CaseFigures:
    """A case as the statistics see it.

    ``left`` None: nobody could name a sum. ``workers``: rows of workers whose money is not settled.
    """

    standing: Standing
    owed: MoneyRange | None = None
    left: MoneyRange | None = None
    arrivals: tuple[Arrival, ...] = ()
    workers: tuple[PersonRecord, ...] = ()
    limits: tuple[Limit, ...] = ()


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"  # its day has not passed
    KEPT = "kept"
    BROKEN = "broken"


def promise_state(promise: Promise, arrivals: Iterable[Arrival], today: date) -> PromiseState:
    """Kept: at least the promised sum arrived after the promise and by its day, confirmed since.

    A promise without a sum is kept by any sum. Money confirmed later, but paid by the day, counts.
    """
    came = [
        a
        for a in arrivals
        if a.at >= promise.made_at and a.paid_on is not None and a.paid_on <= promise.day
    ]
    if came and sum(a.amount for a in came) >= promise.amount:
        return PromiseState.KEPT
    return PromiseState.OPEN if promise.day >= today else PromiseState.BROKEN


class Dimension(StrEnum):
    """By what cases are counted."""

    CLASS = "class"
    INDUSTRY = "industry"
    SUB_DISTRICT = "sub_district"
    CAUSE = "cause"
    SOURCE = "source"
    EMPLOYER = "employer"
    BAND = "band"


BANDS: tuple[tuple[str, Fen], ...] = (
    ("to_5000", yuan(5_000)),
    ("to_10000", yuan(10_000)),
    ("to_30000", yuan(30_000)),
    ("to_100000", yuan(100_000)),
)
"""Upper ends of the bands of what a case claims; a sum on the border is in the lower band."""


def band_of(owed: MoneyRange | None) -> str:
    """The band of the highest sum named; ``unknown`` where nobody named one."""
    if owed is None:
        return "unknown"
    return next((name for name, end in BANDS if owed.high <= end), "above")


_KEYS: Mapping[Dimension, Callable[[CaseFigures], str]] = {
    Dimension.CLASS: lambda c: c.standing.project_class,
    Dimension.INDUSTRY: lambda c: c.standing.industry,
    Dimension.SUB_DISTRICT: lambda c: c.standing.sub_district,
    Dimension.CAUSE: lambda c: c.standing.cause.value,
    Dimension.SOURCE: lambda c: c.standing.source.value,
    Dimension.EMPLOYER: lambda c: c.standing.employer,
    Dimension.BAND: lambda c: band_of(c.owed),
}


@dataclass(frozen=True, kw_only=True)
class Unpaid:
    """Workers and money still out: ``unnamed`` counts the open cases in which nobody named a sum."""

    cases: int = 0
    people: int = 0
    money: MoneyRange = NO_MONEY
    unnamed: int = 0


@dataclass(frozen=True, kw_only=True)
class GroupRow:
    """One value of a dimension; ``key`` empty: not known."""

    key: str
    received: int
    unpaid: Unpaid


@dataclass(frozen=True, kw_only=True)
class UnitRow:
    """How one unit kept its limits. ``late_now`` are limits past their date, not yet met."""

    unit: str
    open_cases: int
    kept: int
    late: int
    late_now: int
    longest_days: int


@dataclass(frozen=True, kw_only=True)
class SiteRow:
    """A site with open cases. ``project`` empty: the words of a worker, matched to no project."""

    project: str
    words: str
    unpaid: Unpaid
    days: int
    broken: int


@dataclass(frozen=True, kw_only=True)
class Report:
    """The figures of a period, as of an instant."""

    period: CalendarPeriod
    as_of: datetime
    received: int = 0
    on_paper: int = 0
    incomplete: int = 0
    routed: int = 0
    closed: int = 0
    unconfirmed: int = 0
    reopened: int = 0
    median_days: float | None = None
    unpaid: Unpaid = field(default_factory=Unpaid)
    recovered: Fen = ZERO
    promises_made: int = 0
    promises_kept: int = 0
    promises_broken: int = 0
    leader_met: int = 0
    leader_not_met: int = 0
    satisfied: int = 0
    dissatisfied: int = 0
    units: tuple[UnitRow, ...] = ()
    by: Mapping[Dimension, tuple[GroupRow, ...]] = field(default_factory=dict)
    sites: tuple[SiteRow, ...] = ()

    @property
    def kept(self) -> int:
        """Limits met by their date in the period."""
        return sum(row.kept for row in self.units)

    @property
    def late(self) -> int:
        """Limits met after their date in the period, or past it and not met at its end."""
        return sum(row.late for row in self.units)


def report(
    cases: Iterable[CaseFigures], period: CalendarPeriod, *, as_of: datetime, zone: tzinfo
) -> Report:
    """The figures of ``period`` as they were known at ``as_of``.

    Drafts are counted as incomplete and nowhere else. Cases closed without anybody's word that
    the money came are counted as unconfirmed and not as closed.
    """
    cases = tuple(cases)
    filed = tuple(c for c in cases if c.standing.filed_at)
    within = _Within(period, zone)
    today = as_of.astimezone(zone).date()
    received = [c for c in filed if within(c.standing.filed_at)]
    ended = [c for c in filed if within(c.standing.closed_at)]
    closed = [c for c in ended if c.standing.outcome is not Outcome.UNCONFIRMED]
    open_now = [c for c in filed if c.standing.is_open]
    answers = Counter(c.standing.satisfied for c in closed)
    promised = _promises(filed, within, today)
    return Report(
        period=period,
        as_of=as_of,
        received=len(received),
        on_paper=sum(c.standing.entered_on_paper for c in received),
        incomplete=sum(
            c.standing.filed_at is None and within(c.standing.opened_at) for c in cases
        ),
        routed=sum(c.standing.confirmed_at is not None for c in received),
        closed=len(closed),
        unconfirmed=len(ended) - len(closed),
        reopened=sum(any(map(within, c.standing.reopened)) for c in filed),
        median_days=_median_days(closed),
        unpaid=unpaid(open_now),
        recovered=Fen(sum((a.amount for c in filed for a in c.arrivals if within(a.at)), ZERO)),
        promises_made=sum(
            within(promise.made_at) for c in filed for promise in c.standing.promises
        ),
        promises_kept=promised[PromiseState.KEPT],
        promises_broken=promised[PromiseState.BROKEN],
        leader_met=sum(c.standing.leader_met_on is not None for c in open_now),
        leader_not_met=sum(c.standing.leader_met_on is None for c in open_now),
        satisfied=answers[True],
        dissatisfied=answers[False],
        units=_units(filed, period, today),
        by={dimension: _grouped(received, open_now, key) for dimension, key in _KEYS.items()},
        sites=_sites(open_now, today, zone),
    )


class _Within:
    """Whether an instant lies in the period; nothing does not."""

    def __init__(self, period: CalendarPeriod, zone: tzinfo) -> None:
        self._period, self._zone = period, zone

    def __call__(self, at: datetime | None) -> bool:
        return at is not None and self._period.holds(at, self._zone)

    def day(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self._period.first <= day <= self._period.last


def _median_days(closed: Iterable[CaseFigures]) -> float | None:
    spans = [
        (c.standing.closed_at - c.standing.filed_at).total_seconds() / 86_400
        for c in closed
        if c.standing.closed_at and c.standing.filed_at
    ]
    return median(spans) if spans else None


def site_of(standing: Standing) -> str:
    """What makes two cases be about one site: the project, or the words for it without spaces."""
    return standing.project or "".join(standing.site.split()).casefold()


def unpaid(cases: Iterable[CaseFigures]) -> Unpaid:
    """Who and how much is still out in open cases.

    One worker counts once, in however many cases (`casework.group_people`). At a site where
    somebody spoke for more workers than are known there, the larger number counts, never the sum.
    """
    cases = [c for c in cases if c.left is None or c.left.high > 0]
    sites: dict[str, list[CaseFigures]] = {}
    for case in cases:
        sites.setdefault(site_of(case.standing) or case.standing.case_id, []).append(case)
    people = 0
    elsewhere: set[PersonId] = set()
    for at_site in sites.values():
        counted = headcount(
            (worker for case in at_site for worker in case.workers),
            {case.standing.case_id: case.standing.people_claimed for case in at_site},
        )
        ids = [{r.person_id for r in person.records if r.person_id} for person in counted.people]
        people += counted.at_least - sum(bool(known & elsewhere) for known in ids)
        elsewhere.update(*ids)
    known = [c.left for c in cases if c.left is not None]
    return Unpaid(
        cases=len(cases),
        people=people,
        money=MoneyRange(
            low=Fen(sum(left.low for left in known)), high=Fen(sum(left.high for left in known))
        ),
        unnamed=sum(c.left is None for c in cases),
    )


def _promises(cases: Iterable[CaseFigures], within: _Within, today: date) -> Counter[PromiseState]:
    """What became of the promises whose day lies in the period."""
    return Counter(
        promise_state(promise, case.arrivals, today)
        for case in cases
        for promise in case.standing.promises
        if within.day(promise.day)
    )


def _units(
    cases: Iterable[CaseFigures], period: CalendarPeriod, today: date
) -> tuple[UnitRow, ...]:
    kept: Counter[str] = Counter()
    late: Counter[str] = Counter()
    running: dict[str, list[int]] = {}
    open_cases: Counter[str] = Counter()
    end = min(today, period.last)
    for case in cases:
        if case.standing.is_open:
            open_cases[case.standing.holder] += 1
        for limit in case.limits:
            if limit.met_on is not None and period.first <= limit.met_on <= end:
                (kept if limit.kept else late)[limit.unit] += 1
            elif limit.met_on is None or limit.met_on > end:
                late[limit.unit] += limit.due < end
            if limit.late_on(today):
                running.setdefault(limit.unit, []).append((today - limit.due).days)
    units = sorted({*kept, *late, *running, *open_cases})
    rows = (
        UnitRow(
            unit=unit,
            open_cases=open_cases[unit],
            kept=kept[unit],
            late=late[unit],
            late_now=len(running.get(unit, ())),
            longest_days=max(running.get(unit, [0])),
        )
        for unit in units
    )
    return tuple(sorted(rows, key=lambda row: (-row.late_now, -row.late, row.unit)))


def _grouped(
    received: Iterable[CaseFigures],
    open_now: Iterable[CaseFigures],
    key: Callable[[CaseFigures], str],
) -> tuple[GroupRow, ...]:
    counts = Counter(map(key, received))
    waiting: dict[str, list[CaseFigures]] = {}
    for case in open_now:
        waiting.setdefault(key(case), []).append(case)
    rows = (
        GroupRow(key=each, received=counts[each], unpaid=unpaid(waiting.get(each, ())))
        for each in {*counts, *waiting}
    )
    return tuple(sorted(rows, key=lambda r: (-r.received, -r.unpaid.cases, r.key)))


def _sites(open_now: Iterable[CaseFigures], today: date, zone: tzinfo) -> tuple[SiteRow, ...]:
    groups: dict[str, list[CaseFigures]] = {}
    for case in open_now:
        groups.setdefault(site_of(case.standing), []).append(case)
    rows = [_site(cases, today, zone) for site, cases in groups.items() if site]
    return tuple(sorted(rows, key=lambda r: (-r.unpaid.people, -r.days, r.project, r.words)))


def _site(cases: list[CaseFigures], today: date, zone: tzinfo) -> SiteRow:
    first = min(c.standing.filed_at for c in cases if c.standing.filed_at)
    return SiteRow(
        project=cases[0].standing.project,
        words=cases[0].standing.site,
        unpaid=unpaid(cases),
        days=(today - first.astimezone(zone).date()).days,
        broken=sum(
            promise_state(promise, case.arrivals, today) is PromiseState.BROKEN
            for case in cases
            for promise in case.standing.promises
        ),
    )
