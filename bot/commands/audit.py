"""``qingxin audit``: proof that nobody has changed what is kept."""

import asyncio
import hashlib
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.opened import app_opened
from casework.errors import BadValue, ConfigurationError, QingxinError
from casework.numbers import parse_case_number

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.app import App


def verify(
    number: Annotated[str, typer.Argument(help="Only this case; without it, all.")] = "",
    receipt: Annotated[
        str,
        typer.Option(
            metavar="CODE", help="The check code of a receipt of that case, as 1234-5678-9012."
        ),
    ] = "",
) -> None:
    """Name what was altered or dropped in the history.

    With a case, its files are read and hashed as well. The exit code is 1 if anything was
    altered, and if the receipt does not fit.
    """
    asyncio.run(_verify(number, receipt))


async def _verify(asked: str, receipt: str) -> None:
    from storage.audit import verify as findings_of

    if receipt and not asked:
        raise ConfigurationError("a receipt is checked with its case number: audit verify NUMBER")
    number = _checked(asked) if asked else ""
    async with app_opened() as app:
        lines = [
            f"{each.case_number or 'daily head'}: {each.what.value}: {each.detail}"
            for each in await findings_of(app.engine, app.sealer)
            if not number or each.case_number == number
        ]
        if number:
            lines += [line async for line in _files(app, number)]
        if receipt:
            lines += [line async for line in _receipt(app, number, receipt)]
    for line in lines:
        typer.echo(line)
    if lines:
        raise typer.Exit(1)
    typer.echo(f"The history of {number or 'every case'} is intact.")
    if receipt:
        typer.echo(f"The receipt {receipt} fits what is recorded.")


def _checked(asked: str) -> str:
    """The number as it is written; a dropped case is one that was given out, so it is let pass."""
    try:
        return parse_case_number(asked)
    except BadValue as error:
        raise ConfigurationError(f"{asked!r}: {error}") from None


async def _files(app: "App", number: str) -> "AsyncIterator[str]":
    """Evidence whose bytes are gone, or are not those that were sent."""
    async with app.unit_of_work() as uow:
        case = await uow.cases.by_number(number)
        kept = await uow.evidence.of_case(case.id) if case else ()
    for evidence in kept:
        if evidence.file is None:
            continue
        try:
            content = await app.house.files.read(evidence.file.stored_as)
        except QingxinError as error:
            yield f"{number}: file_gone: {evidence.file.sha256}: {error}"
            continue
        if hashlib.sha256(content).hexdigest() != evidence.file.sha256:
            yield f"{number}: file_altered: {evidence.file.sha256}"


async def _receipt(app: "App", number: str, code: str) -> "AsyncIterator[str]":
    from casework.history import EventKind
    from casework.proof import find_proof_code, proofs

    async with app.unit_of_work() as uow:
        case = await uow.cases.by_number(number)
        history = await uow.history.of_case(case.id) if case else ()
    meant = find_proof_code(code)
    given = any(
        e.kind is EventKind.RECEIPT and meant and e.facts.get("code") == meant for e in history
    )
    if not given:
        yield f"{number}: receipt_unknown: no receipt with the code {code} was given"
    elif not any(proof.code == meant for proof in proofs(number, history)):
        yield f"{number}: receipt_altered: what is recorded now is not what the receipt says"
