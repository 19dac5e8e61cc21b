"""What hangs on a case: claims, payments, decisions, evidence; and the ledger of sites."""

from dataclasses import replace
from datetime import date

import pytest

from casework.claims import Claim, ClaimKind, ClaimSource, PayerKind, Payment
from casework.errors import NotFound
from casework.evidence import Evidence
from casework.ledger import Project, ProjectClass
from casework.meaning import CountRange, MoneyRange
from casework.messages import FileKind, KeptFile
from casework.money import yuan
from casework.routing import RoutingDecision
from tests.database import NOON
from tests.storage.conftest import Database
from tests.storage.samples import ZHANG, later, open_case


async def test_claims_come_back_as_they_were(database: Database) -> None:
    """Sums in fen, months with fractions, unknown sums, in the order in which they came."""
    told = Claim(
        id="cl-1",
        case_id="c-1",
        person_id=ZHANG.id,
        amount=MoneyRange(low=yuan(28_000), high=yuan(30_000, 50), approximate=True),
        months=CountRange(low=2.5, high=2.5),
        period_start="2026-03",
        confirmed_at=NOON,
    )
    listed = Claim(
        id="cl-2",
        case_id="c-1",
        person_id=None,
        name="赵大雪",
        kind=ClaimKind.BOTH,
        source=ClaimSource.FOREMAN_LIST,
    )
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
        await open_case(unit)
        await unit.claims.add(told)
        await unit.claims.add(listed)
        found = replace(listed, amount=MoneyRange(low=yuan(9_000), high=yuan(9_000)))
        await unit.claims.update(found)

    async with database.uow() as unit:
        assert (told, found) == await unit.claims.of_case("c-1")
        with pytest.raises(NotFound):
            await unit.claims.update(replace(told, id="cl-3"))


async def test_payments_never_touch_the_claim(database: Database) -> None:
    """Each is a row of its own, its size perhaps unknown."""
    paid = Payment(
        id="pay-1",
        case_id="c-1",
        claim_id="cl-1",
        amount=yuan(5_000),
        paid_on=date(2026, 11, 20),
        payer=PayerKind.GENERAL_CONTRACTOR,
        reported_by=ZHANG.id,
        reported_at=NOON,
    )
    vague = Payment(
        id="pay-2", case_id="c-1", claim_id=None, amount=None, paid_on=None, reported_at=later(1)
    )
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
        await open_case(unit)
        await unit.claims.add_payment(paid)
        await unit.claims.add_payment(vague)
        assert (paid, vague) == await unit.claims.payments_of("c-1")


async def test_the_latest_decision_counts(database: Database) -> None:
    """Facts, alternatives and who confirmed it stay with each."""
    proposed = RoutingDecision(
        rule_id="R-3",
        rule_version="2026-11",
        source="plan 三",
        lead="ST-03",
        assist=("ZJ",),
        facts_used={"place": "谷水桥"},
        alternatives=("GL", "JC"),
    )
    confirmed = replace(
        proposed, lead="GL", sure=False, command_post=True, confirmed_by="o-1", confirmed_at=NOON
    )
    async with database.uow() as unit:
        await open_case(unit)
        assert await unit.routing.latest("c-1") is None
        await unit.routing.add("c-1", proposed)
        assert proposed == await unit.routing.latest("c-1")
        await unit.routing.add("c-1", confirmed)
        assert confirmed == await unit.routing.latest("c-1")


async def test_evidence_comes_back_as_it_was(database: Database) -> None:
    """With a file or without, captions and notes in any letters."""
    file = KeptFile(
        kind=FileKind.PHOTO,
        name="欠条.jpg",
        media_type="image/jpeg",
        size=12,
        sha256="ab" * 32,
        stored_as="cd" * 32,
    )
    photo = Evidence(
        id="e-1",
        case_id="c-1",
        person_id=ZHANG.id,
        received_at=NOON,
        file=file,
        caption="王老板写的\x00欠条 \ud83d",
        source_message="7",
    )
    heard = Evidence(
        id="e-2", case_id="c-1", person_id=None, received_at=later(1), note="听了录音"
    )
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
        await open_case(unit)
        await unit.evidence.add(photo)
        await unit.evidence.add(heard)
        assert (photo, heard) == await unit.evidence.of_case("c-1")


def _project(code: str, *, sample: bool = True) -> Project:
    return Project(
        code=code,
        name=f"工程{code}",
        project_class=ProjectClass.SOE,
        subcontractors=("甲公司", "乙公司"),
        aliases=("大桥",),
        latitude=34.66,
        longitude=112.4,
        started_on=date(2026, 3, 1),
        command_post=True,
        sample=sample,
    )


async def test_samples_are_replaced(database: Database) -> None:
    """A fresh installation's invented projects may be put in again and again."""
    async with database.uow() as unit:
        await unit.ledger.replace_samples((_project("A"), _project("C")))
        await unit.ledger.replace_samples((_project("B"), _project("A")))
        assert (_project("A"), _project("B")) == await unit.ledger.all()
        assert _project("A") == await unit.ledger.get("A")
        assert await unit.ledger.get("C") is None


async def test_a_real_ledger_keeps_the_samples_out(database: Database) -> None:
    """Where one real project stands, the invented ones go and stay away."""
    async with database.uow() as unit:
        await unit.ledger.replace_samples((_project("A"), _project("R", sample=False)))
        await unit.ledger.replace_samples((_project("B"),))
        assert (_project("R", sample=False),) == await unit.ledger.all()
