"""Verify: does a receipt still say what is recorded? Anyone who holds it may ask.

The answer never tells what was recorded, and a wrong number sounds like a wrong code.
"""

from dataclasses import dataclass

from casework.errors import BadValue
from casework.history import EventKind
from casework.messages import Reply
from casework.numbers import find_case_number, parse_case_number
from casework.proof import find_proof_code, proofs
from handlers.context import Context


@dataclass(frozen=True, kw_only=True)
class VerifyReceipt:
    """Words with a case number and the code of a receipt, in any order."""

    words: str


async def verify_receipt(request: VerifyReceipt, ctx: Context) -> Reply:
    """Compute the receipt anew from what is stored, and walk the case's chain."""
    number, code = find_case_number(request.words), None
    if number is not None:
        code = find_proof_code(request.words.replace(number, " "))
    if number is None or code is None:
        return Reply(key="verify-how")
    try:
        number = parse_case_number(number)
    except BadValue:
        return Reply(key="verify-wrong")
    case = await ctx.uow.cases.by_number(number)
    if case is None:
        return Reply(key="verify-wrong")
    history = await ctx.uow.history.of_case(case.id)
    given = [e for e in history if e.kind is EventKind.RECEIPT and e.facts.get("code") == code]
    if not given:
        return Reply(key="verify-wrong")
    computed = {proof.fingerprint for proof in proofs(number, history)}
    same = given[-1].facts.get("fingerprint") in computed
    if not same or await ctx.uow.history.check(case.id):
        return Reply(key="verify-altered", args={"number": number})
    return Reply(
        key="verify-right",
        args={
            "number": number,
            "time": given[-1].at,
            "files": int(given[-1].facts.get("files", 0)),
            "events": len(history),
        },
    )
