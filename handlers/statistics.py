"""The figures of a period from what is stored: for the chat, the weekly report, the command line."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta

from casework.balance import money_of
from casework.case_records import CaseRecord
from casework.claims import Claim, ClaimSource, Payment, PaymentState
from casework.deadlines import SHANGHAI
from casework.money import ZERO
from casework.periods import CalendarPeriod
from casework.punctuality import limits_of
from casework.standing import Standing, stand
from casework.statistics import Arrival, CaseFigures, report
from casework.statistics_sheet import LateRow, StatisticsSheet
from casework.tally import TallyBy, TallyRow, tally
from handlers.context import Context, House

_JUST_NOW = timedelta(microseconds=1)

PAGE = 200
"""Cases to one look, so that others are served in between."""


async def sheet_on(ctx: Context, period: CalendarPeriod, *, as_of: datetime) -> StatisticsSheet:
    """The report of ``period`` with what was known before ``as_of``, and the names in it."""
    cases = [each async for each in case_figures(ctx, as_of=as_of)]
    district = ctx.house.district
    found = report(cases, period, as_of=as_of, zone=SHANGHAI)
    codes = {row.project for row in found.sites if row.project}
    projects = [await ctx.uow.ledger.get(code) for code in sorted(codes)]
    return StatisticsSheet(
        report=found,
        district=district.name,
        units={code: unit.name for code, unit in district.units.items()},
        industries={code: industry.name for code, industry in district.industries.items()},
        sub_districts={code: each.name for code, each in district.sub_districts.items()},
        projects={project.code: project.name for project in projects if project},
        late=_late(ctx.house, cases, as_of),
        printed_at=ctx.now,
        printed_by=ctx.house.unit(district.arrears_office).name,
    )


async def late_rows(ctx: Context, *, as_of: datetime) -> tuple[LateRow, ...]:
    """Every limit of an open case that is past its date, the longest first."""
    cases = [each async for each in case_figures(ctx, as_of=as_of)]
    return _late(ctx.house, cases, as_of)


async def case_figures(ctx: Context, *, as_of: datetime) -> AsyncIterator[CaseFigures]:
    """Every case as it stood just before ``as_of``."""
    last = ""
    while page := await ctx.uow.records.page(after=last, before=as_of, limit=PAGE):
        for record in page:
            yield figures_of(record, ctx.house)
        last = page[-1].number


async def figures_now(ctx: Context, case_ids: Sequence[str]) -> list[CaseFigures]:
    """These cases with all that is known of them, what has just happened included."""
    records = await ctx.uow.records.these(case_ids, before=ctx.now + _JUST_NOW)
    return [figures_of(record, ctx.house) for record in records]


async def tally_now(ctx: Context, by: TallyBy) -> tuple[TallyRow, ...]:
    """Every case that was ever filed, counted by one thing."""
    cases = [each async for each in case_figures(ctx, as_of=ctx.now + _JUST_NOW)]
    firms = await ctx.uow.ledger.firms() if by is TallyBy.EMPLOYER else {}
    contractors = {code: site.general_contractor for code, site in firms.items()}
    return tally(cases, by, contractors=contractors)


def figures_of(record: CaseRecord, house: House) -> CaseFigures:
    """One case as it stood; who is owed and what has come are read from rows that carry a date."""
    inspection = house.district.inspection
    standing = stand(record.events, number=record.number, inspection=inspection)
    claims = tuple(claim for claim in record.claims if _was_told(claim, standing))
    money = money_of(claims, record.payments)
    waiting = {a.claim.id for a in money.accounts if a.claim is not None and not a.settled}
    return CaseFigures(
        standing=standing,
        owed=money.whole.owed,
        left=money.whole.left,
        arrivals=tuple(_arrival(p) for p in record.payments if p.counts),
        workers=tuple(worker for worker in record.workers if worker.claim_id in waiting),
        limits=house.remembered.once(
            "limits",
            standing.case_id,
            record.events[-1].hash,
            lambda: limits_of(
                record.events,
                number=record.number,
                inspection=inspection,
                statutes=house.statutes,
                days=house.days,
                zone=SHANGHAI,
            ),
        ),
    )


def _was_told(claim: Claim, standing: Standing) -> bool:
    """A list of names belongs to the case from the day on which it came."""
    return claim.source is not ClaimSource.FOREMAN_LIST or standing.listed_at is not None


def _arrival(payment: Payment) -> Arrival:
    confirmed = [m.at for m in payment.marks if m.state is PaymentState.CONFIRMED]
    return Arrival(
        at=confirmed[-1] if confirmed else payment.reported_at,
        amount=payment.amount or ZERO,
        paid_on=payment.paid_on,
    )


def _late(house: House, cases: list[CaseFigures], as_of: datetime) -> tuple[LateRow, ...]:
    today = as_of.astimezone(SHANGHAI).date()
    rows = [
        LateRow(
            case_number=case.standing.number,
            unit=house.unit(limit.unit).name,
            title=f"{house.statutes[limit.statute_id].duty}（{house.statutes[limit.statute_id].title}）",
            due=limit.due,
            days=(today - limit.due).days,
        )
        for case in cases
        for limit in case.limits
        if limit.late_on(today)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.days, row.case_number)))
