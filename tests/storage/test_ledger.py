"""The ledger as rows: every field comes back, and every change is kept."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from sqlalchemy import LargeBinary, cast, select

from casework.errors import BadValue
from casework.ledger import (
    Contract,
    Deposit,
    DepositForm,
    Funding,
    GuardedFields,
    LedgerEntry,
    OnSite,
    Project,
    ProjectClass,
    ProjectState,
    SpecialAccount,
)
from casework.ledger_fields import (
    FIELDS,
    GUARDED,
    FieldValue,
    entry_of,
    flat,
    from_plain,
    to_plain,
)
from casework.ledger_import import FieldChange, PlannedRow, Written
from casework.ledger_jobs import JobKind, JobState, LedgerFile, LedgerJob, TurnLost
from casework.money import yuan
from storage.ledger import SqlLedgerReading
from storage.ledger_tables import ledger_jobs, project_changes, projects
from tests.database import NOON
from tests.storage.conftest import Database

FULL = LedgerEntry(
    project=Project(
        code="P901",
        name='O\'Brien "大厦"; DROP TABLE projects; -- 🏗️',
        project_class=ProjectClass.SOE,
        sub_class="central",
        industry="housing",
        industry_unit="HOUS",
        sub_district="changanlu",
        address="长安路 1 号",
        owner="示例置业",
        owner_unit="HOUS",
        general_contractor="=总包(1)",
        subcontractors=("甲", "乙；丙"),
        aliases=("二期", "@大厦"),
        command_post=True,
        latitude=34.65,
        longitude=112.37,
        investment_code="2020-410305-47-03-000001",
        funding=Funding(source="企业自筹", in_place=False),
        contract=Contract(
            permit_number="410305202001010101",
            price=yuan(12_345_678, 90),
            labour_cost=yuan(2_000_000),
            labour_share=1850,
            cycle_months=1,
            payment_guarantee=True,
        ),
        account=SpecialAccount(
            bank="示例银行", opened_on=date(2025, 6, 1), filed_on=date(2025, 6, 20)
        ),
        deposit=Deposit(
            form=DepositForm.BANK_GUARANTEE, amount=yuan(200_000), expires_on=date(2027, 1, 1)
        ),
        site=OnSite(
            real_name=True,
            bank_pay=False,
            board_inspected_on=date(2026, 3, 1),
            head_count=0,
            last_paid_month="2026-02",
        ),
        started_on=date(2025, 5, 1),
        finished_on=date(2026, 5, 1),
        settled_on=date(2026, 6, 1),
        state=ProjectState.SETTLED,
    ),
    guarded=GuardedFields(
        labour_officer="李示例", labour_phone="13800138000", account_number="6200000000000000000"
    ),
)


def _planned(entry: LedgerEntry, row: int = 2) -> PlannedRow:
    return PlannedRow(row=row, code=entry.project.code, new=True, values=flat(entry))


def _job(job_id: str = "job-1", state: JobState = JobState.CONFIRMED) -> LedgerJob:
    return LedgerJob(
        id=job_id,
        kind=JobKind.IMPORT,
        state=state,
        asked_at=NOON,
        asked_by="OFF-1",
        unit="OFF",
        channel="console-officer",
        chat="c1",
        file=LedgerFile(name="台账.xlsx", stored_as="x", sha256="ab" * 32, sheet="一季度"),
    )


def test_every_field_has_a_flat_name() -> None:
    """Nothing of an entry is without a column, and the way back is the same entry."""
    assert set(FIELDS) == {*flat(FULL)}
    assert entry_of(flat(FULL)) == FULL
    assert {f.name for f in fields(GuardedFields)} == GUARDED
    plain = {name: to_plain(value) for name, value in flat(FULL).items()}
    assert flat(FULL) == {name: from_plain(name, value) for name, value in plain.items()}


def test_a_part_changes_only_that_part() -> None:
    """What a file does not say stays."""
    entry = entry_of({"deposit_amount": yuan(5), "labour_phone": ""}, FULL)
    expected = replace(FULL.project, deposit=replace(FULL.project.deposit, amount=yuan(5)))
    assert expected == entry.project
    assert replace(FULL.guarded, labour_phone="") == entry.guarded


@pytest.mark.parametrize(
    "values",
    [
        {"latitude": 34.0},
        {"latitude": 112.0, "longitude": 34.0},
        {"latitude": 34.0, "longitude": 181.0},
        {"site_head_count": -1},
        {"contract_price": -1},
        {"contract_labour_share": 10_001},
        {"contract_cycle_months": 0},
        {"site_last_paid_month": "2026-13"},
        {"deposit_amount": -5},
    ],
)
def test_what_cannot_be_is_refused(values: dict[str, object]) -> None:
    """A value that makes no sense is no value."""
    with pytest.raises(BadValue):
        entry_of({"code": "P1", "name": "x", "project_class": ProjectClass.CITY, **values})


async def test_a_whole_entry_comes_back(database: Database) -> None:
    """Names with quotes, emoji and SQL stay as they are; the sealed part apart."""
    async with database.uow() as unit:
        await unit.ledger_jobs.add(_job())
        written = await unit.ledger.write([_planned(FULL)], job_id="job-1", at=NOON)
        await unit.ledger.finish_writing()
    assert Written(added=1) == written
    async with database.uow() as unit:
        assert FULL.project == await unit.ledger.get("P901")
        assert FULL.guarded == await unit.ledger.guarded("P901")
        assert GuardedFields() == await unit.ledger.guarded("P902")
    reading = SqlLedgerReading(database.engine, database.sealer)
    assert [(FULL,)] == [page async for page in reading.entries()]
    assert [(FULL.project,)] == [page async for page in reading.projects()]
    assert ["P901"] == [i.code async for page in reading.identities() for i in page]
    assert 1 == await reading.version()


async def test_what_is_personal_is_nowhere_in_the_clear(sqlite: Database) -> None:
    """Neither in the project nor in its history."""
    async with sqlite.uow() as unit:
        await unit.ledger_jobs.add(_job())
        await unit.ledger.write([_planned(FULL)], job_id="job-1", at=NOON)
    async with sqlite.engine.reading() as connection:
        dump = ""
        for table in (projects, project_changes, ledger_jobs):
            rows = await connection.execute(select(*(cast(c, LargeBinary) for c in table.c)))
            dump += b"|".join(each or b"" for row in rows for each in row).decode()
    for secret in ("李示例", "13800138000", "6200000000000000000", "台账.xlsx"):
        assert secret not in dump
        assert secret.encode("unicode_escape").decode() not in dump


async def test_each_change_is_kept(database: Database) -> None:
    """Old and new values, by whom, from which file and row; the same again adds nothing."""
    async with database.uow() as unit:
        await unit.ledger_jobs.add(_job("job-1"))
        await unit.ledger_jobs.add(_job("job-2"))
        await unit.ledger.write([_planned(FULL)], job_id="job-1", at=NOON)
    later = NOON + timedelta(days=30)
    news: dict[str, FieldValue] = {
        "site_head_count": 40,
        "account_number": "62",
        "state": ProjectState.BUILDING,
    }
    row = PlannedRow(row=7, code="P901", new=False, values=news)
    async with database.uow() as unit:
        assert Written(changed=1) == await unit.ledger.write([row], job_id="job-2", at=later)
        assert Written(unchanged=1) == await unit.ledger.write([row], job_id="job-2", at=later)
    async with database.uow() as unit:
        first, second = await unit.ledger.changes_of("P901")
    assert first.added
    assert FieldChange(old=None, new=FULL.project.name) == first.fields["name"]
    assert ("job-2", 7, "OFF-1", "ab" * 32, later, False) == (
        second.job_id,
        second.row,
        second.by,
        second.sha256,
        second.at,
        second.added,
    )
    assert {
        "site_head_count": FieldChange(old=0, new=40),
        "account_number": FieldChange(old=FULL.guarded.account_number, new="62"),
        "state": FieldChange(old="settled", new="building"),
    } == second.fields


async def test_a_real_ledger_drives_the_samples_out(database: Database) -> None:
    """Once something real is in, the inventions go; an import of samples alone keeps them."""
    sample = Project(code="P1", name="样例", project_class=ProjectClass.CITY, sample=True)
    row = PlannedRow(row=2, code="P1", new=False, values={"address": "新址"})
    async with database.uow() as unit:
        await unit.ledger_jobs.add(_job())
        await unit.ledger.replace_samples((sample,))
        await unit.ledger.write([row], job_id="job-1", at=NOON)
        await unit.ledger.finish_writing()
        assert (replace(sample, address="新址"),) == await unit.ledger.all()
        await unit.ledger.write([_planned(FULL)], job_id="job-1", at=NOON)
        await unit.ledger.finish_writing()
        assert (FULL.project,) == await unit.ledger.all()


async def test_jobs_are_claimed_one_at_a_time(database: Database) -> None:
    """What is being written keeps the next import waiting, not a file to be read."""
    now, until = NOON, NOON + timedelta(minutes=1)
    async with database.uow() as unit:
        for number, state in enumerate(
            (JobState.CONFIRMED, JobState.CONFIRMED, JobState.SHOWN, JobState.WAITING)
        ):
            await unit.ledger_jobs.add(_job(f"job-{number}", state))
    async with database.uow() as unit:
        first = await unit.ledger_jobs.claim(now, until=until)
        second = await unit.ledger_jobs.claim(now, until=until)
        third = await unit.ledger_jobs.claim(now, until=until)
    assert first is not None
    assert second is not None
    assert ("job-0", "job-3", None) == (first.id, second.id, third)
    assert first.attempts == 1
    assert first.held_until == until
    assert replace(first, attempts=0, held_until=None) == _job("job-0")
    async with database.uow() as unit:
        await unit.ledger_jobs.save(replace(first, state=JobState.DONE, finished_at=now))
        assert (await unit.ledger_jobs.claim(now, until=until, job_id="job-3")) is None
        again = await unit.ledger_jobs.claim(now, until=until, job_id="job-1")
    assert again is not None
    async with database.uow() as unit:
        await unit.ledger_jobs.hold(again, until + timedelta(minutes=1))
        assert await unit.ledger_jobs.claim(until, until=until, job_id="job-1") is None
        lost = await unit.ledger_jobs.claim(until, until=until)
    assert lost is not None  # its holder died
    assert ("job-3", 2) == (lost.id, lost.attempts)
    async with database.uow() as unit:
        assert await unit.ledger_jobs.get("job-9") is None
        found = await unit.ledger_jobs.get("job-0")
    assert found is not None
    assert found.state is JobState.DONE


async def test_whoever_lost_the_turn_changes_nothing_any_more(database: Database) -> None:
    """Neither a longer lease nor an outcome: both belong to whoever claimed the job later."""
    minute = timedelta(minutes=1)
    async with database.uow() as unit:
        await unit.ledger_jobs.add(_job("job-1", JobState.CONFIRMED))
        slow = await unit.ledger_jobs.claim(NOON, until=NOON + minute)
        assert slow is not None
        slow = await unit.ledger_jobs.hold(slow, NOON + 2 * minute)
    async with database.uow() as unit:
        quick = await unit.ledger_jobs.claim(NOON + 2 * minute, until=NOON + 3 * minute)
    assert quick is not None
    with pytest.raises(TurnLost):
        async with database.uow() as unit:
            await unit.ledger_jobs.hold(slow, NOON + 9 * minute)
    with pytest.raises(TurnLost):
        async with database.uow() as unit:
            await unit.ledger_jobs.hold(slow, NOON + 2 * minute)
    with pytest.raises(TurnLost):
        async with database.uow() as unit:
            await unit.ledger_jobs.save(replace(slow, state=JobState.REFUSED))
    async with database.uow() as unit:
        quick = await unit.ledger_jobs.hold(quick, NOON + 4 * minute)
        await unit.ledger_jobs.save(replace(quick, state=JobState.DONE))


async def test_what_a_job_has_written_is_counted_over_all_its_tries(database: Database) -> None:
    """Of each project once, however often somebody else changed it in between."""
    row = PlannedRow(row=2, code="P901", new=False, values={"address": "新址"})
    moved = PlannedRow(row=2, code="P901", new=False, values={"address": "又一处"})
    fresh = PlannedRow(
        row=3, code="P902", new=True, values={"name": "样例", "project_class": ProjectClass.CITY}
    )
    async with database.uow() as unit:
        await unit.ledger_jobs.add(_job("job-1"))
        await unit.ledger_jobs.add(_job("job-2"))
        assert Written() == await unit.ledger.written_by("job-2")
        await unit.ledger.write([_planned(FULL)], job_id="job-1", at=NOON)
        await unit.ledger.write([row], job_id="job-2", at=NOON)
        await unit.ledger.write([moved], job_id="job-1", at=NOON)
        await unit.ledger.write([row, fresh], job_id="job-2", at=NOON)
        assert Written(added=1, changed=1) == await unit.ledger.written_by("job-2")
        assert Written(added=1) == await unit.ledger.written_by("job-1")


async def test_what_was_changed_of_a_sample_survives_a_restart(database: Database) -> None:
    """Its alias stays; the others are as the district's folder has them now."""
    one, other = (
        Project(code=code, name="样例", project_class=ProjectClass.CITY, sample=True)
        for code in ("P1", "P2")
    )
    alias = PlannedRow(row=0, code="P1", new=False, values={"aliases": ("老木匠大院",)})
    async with database.uow() as unit:
        await unit.ledger_jobs.add(_job())
        await unit.ledger.replace_samples((one, other))
        await unit.ledger.write([alias], job_id="job-1", at=NOON)
    moved = replace(other, address="新址")
    async with database.uow() as unit:
        await unit.ledger.replace_samples((replace(one, address="新址"), moved))
        assert (replace(one, aliases=("老木匠大院",)), moved) == await unit.ledger.all()
        await unit.ledger.write([_planned(FULL)], job_id="job-1", at=NOON)
        await unit.ledger.finish_writing()
        await unit.ledger.replace_samples((one, other))
        assert (FULL.project,) == await unit.ledger.all()
