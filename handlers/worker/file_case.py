"""File a complaint: facts, claim, route, receipt; the units hear of it in the same commit."""

from dataclasses import dataclass, replace

from casework.case import Case, Mover, Said, Status, Track, TrackKind
from casework.claims import Claim, ClaimSource, Payment
from casework.complaint import Complaint
from casework.history import EventKind
from casework.people import Authority, Officer, Party, PartyRole, Person, PersonId
from casework.places import locate
from casework.routing import RoutingDecision, RoutingFacts, route
from casework.work import DueKind, ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items
from handlers.officer.announce_case import announce_case
from handlers.officer.groups.join import join_group
from handlers.record import record


@dataclass(frozen=True, kw_only=True)
class FileCase:
    """What the worker (or an officer for somebody at the desk) confirmed."""

    case_id: str
    person_id: PersonId
    complaint: Complaint
    entered_by: Officer | None = None


async def file_case(request: FileCase, ctx: Context) -> tuple[Case, str]:
    """File; returns the case as filed and the six digits that open it on another phone."""
    case = await ctx.uow.cases.get(request.case_id)
    assert case is not None  # noqa: S101 — opened in this conversation
    decision = await _designated(ctx, case, await decide_route(ctx, request.complaint))
    mover = Mover.HANDLER if request.entered_by else Mover.INTAKE
    if any(track.status is Status.CLOSED for track in case.tracks):
        await record(ctx, case, EventKind.REOPENED, request.person_id)
    case = _filled(case, request.complaint, decision, ctx)
    lead = _taken_in(case.track(TrackKind.LEAD_UNIT), mover)
    inspection = _taken_in(case.track(TrackKind.LABOUR_INSPECTION), mover)
    holder = decision.holder(ctx.house.district)
    case = case.with_track(replace(lead, unit=holder)).with_track(inspection)
    await ctx.uow.cases.save(case)
    await _write_parties(ctx, case, request)
    code = ctx.house.new_query_code()
    await ctx.uow.cases.set_query_code(case.id, code)
    await ctx.uow.routing.add(case.id, decision)
    await _write_history(ctx, case, request, decision)
    for kind in (DueKind.IDLE_REMINDER, DueKind.UNFINISHED_ITEM):
        await ctx.uow.due.cancel(f"{kind}:{case.id}")
    await finish_items(ctx, case, ctx.house.district.arrears_office, ItemKind.UNFINISHED)
    await join_group(ctx, case)
    await announce_case(ctx, case, decision)
    return case, code


async def _designated(ctx: Context, case: Case, proposed: RoutingDecision) -> RoutingDecision:
    """What the arrears office has designated while the worker was still telling stays."""
    settled = await ctx.uow.routing.latest(case.id)
    if settled is None or settled.confirmed_at is None:
        return proposed
    return replace(
        proposed,
        rule_id=settled.rule_id,
        source=settled.source,
        lead=settled.lead,
        sure=True,
        facts_used={k: v for k, v in proposed.facts_used.items() if k != "outside"},
        alternatives=(proposed.lead,),
        confirmed_by=settled.confirmed_by,
        confirmed_at=settled.confirmed_at,
    )


def _taken_in(track: Track, mover: Mover) -> Track:
    """A draft that an officer closed meanwhile goes on: the worker has just said so."""
    by = Mover.WORKER if track.status is Status.CLOSED else mover
    return replace(track.move(Status.RECEIVED, by=by), outcome=None, closed_at=None)


async def decide_route(ctx: Context, complaint: Complaint) -> RoutingDecision:
    """Who the plan makes responsible, from what is known."""
    project = await ctx.uow.ledger.get(complaint.project_code) if complaint.project_code else None
    said = "，".join(filter(None, (complaint.where, complaint.site)))
    place = locate(said, ctx.house.district)
    facts = RoutingFacts(
        construction=True if project else complaint.construction,
        project=project,
        outside=False if project else place.outside,
        sub_district=project.sub_district if project else place.sub_district or "",
        place_said=said,
    )
    return route(facts, ctx.house.district, ctx.house.rules)


def _filled(case: Case, complaint: Complaint, decision: RoutingDecision, ctx: Context) -> Case:
    people = complaint.headcount
    used = decision.facts_used
    return replace(
        case,
        filed_at=ctx.now,
        said=Said(
            site=complaint.site,
            employer=complaint.employer,
            place=complaint.where,
            first_words=case.said.first_words,
        ),
        place_kind=complaint.place_kind,
        project_code=complaint.project_code,
        project_class=used.get("class", ""),
        industry=used.get("industry", ""),
        sub_district=used.get("sub_district", ""),
        outside=decision.outside,
        people_claimed=round(people.high) if people else None,
    )


async def _write_parties(ctx: Context, case: Case, request: FileCase) -> None:
    complaint = request.complaint
    if complaint.family:
        worker = Person(id=PersonId(ctx.house.new_id()), name=complaint.worker_name)
        await ctx.uow.people.add(worker)
        await _remember_name(ctx, request)  # the telephone was asked of whoever writes
        await _party(ctx, case, worker.id, PartyRole.WORKER)
        await _party(ctx, case, request.person_id, PartyRole.FAMILY)
        owner, source = worker.id, ClaimSource.FAMILY
    else:
        await _remember_name(ctx, request)
        role = _own_role(complaint)
        await _party(ctx, case, request.person_id, role)
        owner = request.person_id
        source = ClaimSource.OFFICER if request.entered_by else ClaimSource.SELF
    if complaint.foreman:
        return  # one row a worker comes with the list of names
    claim = Claim(
        id=ctx.house.new_id(),
        case_id=case.id,
        person_id=owner,
        amount=complaint.amount,
        months=complaint.months,
        period_start=complaint.period.start if complaint.period else None,
        period_end=complaint.period.end if complaint.period else None,
        source=source,
        confirmed_at=ctx.now if source is ClaimSource.SELF else None,
    )
    await ctx.uow.claims.add(claim)
    if complaint.paid is not None:
        await ctx.uow.claims.add_payment(
            Payment(
                id=ctx.house.new_id(),
                case_id=case.id,
                claim_id=claim.id,
                amount=complaint.paid.low,
                paid_on=None,
                own_word=True,
                earlier=True,  # the sum owed is what was still missing after it
                reported_by=request.person_id,
                reported_at=ctx.now,
            )
        )


def _own_role(complaint: Complaint) -> PartyRole:
    if complaint.representative:
        return PartyRole.REPRESENTATIVE
    return PartyRole.FOREMAN if complaint.foreman else PartyRole.WORKER


async def _party(ctx: Context, case: Case, person_id: PersonId, role: PartyRole) -> None:
    acts_for_others = role is not PartyRole.WORKER
    await ctx.uow.cases.add_party(
        Party(
            case_id=case.id,
            person_id=person_id,
            role=role,
            authority=Authority.CLAIMED if acts_for_others else Authority.NONE,
        )
    )


async def _remember_name(ctx: Context, request: FileCase) -> None:
    person = await ctx.uow.people.get(request.person_id)
    complaint = request.complaint
    await ctx.uow.people.update(
        replace(person, name=complaint.name or person.name, phone=complaint.phone or person.phone)
    )


async def _write_history(
    ctx: Context, case: Case, request: FileCase, decision: RoutingDecision
) -> None:
    by = request.entered_by or request.person_id
    complaint = request.complaint
    await record(
        ctx,
        case,
        EventKind.FILED,
        by,
        facts={
            "place_kind": complaint.place_kind,
            "project": complaint.project_code or "",
            "people": case.people_claimed or 0,
            "low_fen": complaint.amount.low if complaint.amount else 0,
            "high_fen": complaint.amount.high if complaint.amount else 0,
            "months": f"{complaint.months.low:g}" if complaint.months else "",
        },
        personal={
            "site": complaint.site,
            "where": complaint.where,
            "employer": complaint.employer,
            "name": complaint.worker_name or complaint.name,
            "phone": complaint.phone,
        },
    )
    await record(
        ctx,
        case,
        EventKind.ROUTE_PROPOSED,
        track=TrackKind.LEAD_UNIT,
        facts={
            "rule": decision.rule_id,
            "version": decision.rule_version,
            "lead": decision.lead,
            "holder": case.holder,
            "class": case.project_class,
            "industry": case.industry,
            "sub_district": case.sub_district,
            "assist": ",".join(decision.assist),
            "sure": decision.sure,
            "alternatives": ",".join(decision.alternatives),
        },
    )
