"""The receipt: what was recorded, who is proposed, by when somebody must answer, what rights.

A recorded complaint to a competent department interrupts the one-year limit of arbitration
(TZF Art 27(2), R33 Art 27(2)); the receipt is the proof of it, so it says everything.
"""

from casework.case import Case
from casework.clocks import answer_clock
from casework.complaint import Complaint
from casework.deadlines import Certainty, Statute
from casework.directory import District
from casework.history import EventKind
from casework.ledger import Project
from casework.messages import Arg, Button, Reply, Words
from casework.proof import Proof, files_before, proofs
from casework.questions import count_words, money_words, text_words
from casework.routing import RoutingDecision
from handlers.context import Context
from handlers.record import record


def basis_words(statute: Statute) -> Words:
    """An article as people know it; a source that nobody has read in full says so."""
    key = "basis" if statute.status is Certainty.READ else "basis-unverified"
    return Words(key=key, args={"title": statute.title})


EMERGENCY = ("110", "120")
"""Police and ambulance."""

ADVICE = ("12333", "12345", "12348", "12368")
"""Who can be asked about a case, its law and the courts."""


def hotline_lines(district: District, *codes: str) -> tuple[Words, ...]:
    """The public numbers, one to a line, all or these.

    One that has to be entered locally is left out until somebody has.
    """
    return tuple(
        Words(key="hotline-line", args={"number": h.number, "name": h.purpose, "hours": h.hours})
        for code, h in district.hotlines.items()
        if h.number and code in (codes or district.hotlines)
    )


async def _proven(ctx: Context, case: Case) -> Proof:
    """The proof of the complaint as just filed; it goes into the chain with the receipt."""
    history = await ctx.uow.history.of_case(case.id)
    proof = proofs(case.number, history)[0]
    filed = next(e for e in reversed(history) if e.kind is EventKind.FILED)
    await record(
        ctx,
        case,
        EventKind.RECEIPT,
        facts={
            "code": proof.code,
            "fingerprint": proof.fingerprint,
            "files": len(files_before(filed, history)),
        },
    )
    return proof


async def give_receipt(ctx: Context, case: Case, complaint: Complaint, code: str) -> Reply:
    """The receipt as a reply."""
    statute, due = answer_clock(ctx.today, ctx.house.statutes, ctx.house.days)
    project = await ctx.uow.ledger.get(complaint.project_code) if complaint.project_code else None
    return Reply(
        key="receipt",
        args={
            "number": case.number,
            "code": code,
            "time": ctx.now,
            "proof": (await _proven(ctx, case)).code,
            **recorded(complaint, project),
            "unit": await proposed_unit(ctx, case),
            "inspection": ctx.house.unit(ctx.house.district.inspection).name,
            "date": due.legal,
            "provisional": Words(key="provisional") if due.provisional else "",
            "basis": basis_words(statute),
            "hotlines": hotline_lines(ctx.house.district),
            "years": ctx.house.statutes["AR-1"].n,
            "family": Words(key="receipt-family") if complaint.family else "",
        },
        buttons=(
            (
                *_may_name(case, complaint),
                Button(label=Words(key="label-privacy"), data="w:privacy"),
            ),
            (
                Button(label=Words(key="label-legal-aid"), data="w:legal"),
                Button(label=Words(key="label-how-evidence"), data="w:evidence"),
            ),
        ),
    )


def _may_name(case: Case, complaint: Complaint) -> tuple[Button, ...]:
    """The consent is the worker's own: nobody else is asked for it."""
    if complaint.family:
        return ()
    return (Button(label=Words(key="label-may-name"), data=f"w:agree:{case.id}"),)


def recorded(complaint: Complaint, project: Project | None) -> dict[str, Arg]:
    """What was recorded, field by field."""
    site = project.name if project else complaint.site or complaint.where
    return {
        "site": text_words(site),
        "employer": text_words(complaint.employer),
        "amount": money_words(complaint.amount),
        "months": count_words(complaint.months, "months"),
        "people": count_words(complaint.headcount, "people"),
    }


async def proposed_unit(ctx: Context, case: Case) -> Words:
    """Who holds the case, and how settled that is."""
    decision = await ctx.uow.routing.latest(case.id)
    return responsible(ctx, case.holder, decision, outside=case.outside)


def responsible(
    ctx: Context, unit: str, decision: RoutingDecision | None, *, outside: bool
) -> Words:
    """A unit in the words of how sure it is: held, proposed or settled."""
    args: dict[str, Arg] = {"unit": ctx.house.unit(unit).name}
    if outside:
        return Words(key="unit-outside", args={**args, "district": ctx.house.district.name})
    if decision is None or not decision.sure:
        return Words(key="unit-designates", args=args)
    settled = decision.confirmed_at is not None
    return Words(key="unit-settled" if settled else "unit-proposed", args=args)
