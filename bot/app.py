"""The one place that builds everything."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from bot import clock
from bot.beside import Beside, in_a_process
from bot.channels.channel import Channel
from bot.delivery import Delivery
from bot.district import LoadedDistrict, load_district
from bot.intake import Intake
from bot.invitation_code import new_invitation_code
from bot.keys import MADE_HERE, open_sealer
from bot.ledger_files import Spreadsheets
from bot.ledger_work import LedgerWork
from bot.live_sites import LiveSites
from bot.pace import Pace
from bot.rendering import Renderer
from bot.settings import Settings
from bot.sheets import WordSheets
from bot.timer import Timer
from bot.undelivered import Undelivered
from bot.understanding import LearningInterpreter, interpreting, open_interpreter
from bot.working_days import ChinaWorkingDays
from casework.ledger import Project
from casework.meaning import Interpreter
from casework.unit_of_work import UnitOfWorkFactory
from handlers.context import Context, House
from handlers.ledger.serve_jobs import LedgerDesk
from handlers.ledger.write_rows import Bulk
from handlers.timed.propose_again import plan_propose_again
from nlu.site_search import ProjectSearch
from storage.engine import Engine, open_engine
from storage.evidence_files import open_evidence_files
from storage.inbox import SqlInbox
from storage.ledger import SqlLedgerReading
from storage.meta import check_keys
from storage.migrate import check_current, upgrade
from storage.outbox import SqlOutboxQueue
from storage.said_names import hash_older_cases
from storage.seal import Sealer
from storage.unit_of_work import unit_of_work_factory


@dataclass(frozen=True, kw_only=True)
class App:
    """Everything that lives as long as the process."""

    engine: Engine
    sealer: Sealer
    loaded: LoadedDistrict
    house: House
    sites: LiveSites  # the house's own search, which follows the ledger
    names: LearningInterpreter  # and its reading of words, likewise
    unit_of_work: UnitOfWorkFactory
    inbox: SqlInbox
    outbox: SqlOutboxQueue
    renderer: Renderer
    now: Callable[[], datetime]
    beside: Beside = in_a_process

    def line(self, channels: Sequence[Channel]) -> "Line":
        """What moves messages between these channels and the cases."""
        delivery = Delivery(
            self.outbox,
            channels=channels,
            renderer=self.renderer,
            files=self.house.files,
            undelivered=Undelivered(
                unit_of_work=self.unit_of_work, house=self.house, now=self.now
            ),
            pace=Pace(monotonic=_monotonic, sleep=asyncio.sleep),
        )
        intake = Intake(
            self.inbox,
            channels=channels,
            unit_of_work=self.unit_of_work,
            house=self.house,
            now=self.now,
            answered=delivery.nudge,
        )
        timer = Timer(
            unit_of_work=self.unit_of_work,
            house=self.house,
            now=self.now,
            answered=delivery.nudge,
            refresh=self.follow_ledger,
        )
        ledger = LedgerWork(
            LedgerDesk(bulk=self.bulk(), kept=self.house.files), answered=delivery.nudge
        )
        return Line(intake=intake, delivery=delivery, timer=timer, ledger=ledger, now=self.now)

    def bulk(self) -> Bulk:
        """What works on the whole ledger."""
        reading = SqlLedgerReading(self.engine, self.sealer)
        files = Spreadsheets(reading, self.loaded.district, self.beside)
        return Bulk(unit_of_work=self.unit_of_work, files=files, now=self.now)

    async def follow_ledger(self) -> None:
        """A changed ledger is searched and read from now on; open cases are looked at again."""
        projects = await self.sites.refresh(SqlLedgerReading(self.engine, self.sealer))
        if projects is not None:
            await self.names.learn(projects)
            async with self.unit_of_work() as uow:
                ctx = Context(uow=uow, house=self.house, now=self.now())
                await plan_propose_again(ctx, self.sites.version)


@dataclass(frozen=True, kw_only=True)
class Line:
    """Intake, delivery, timer and the work on the ledger of a set of channels."""

    intake: Intake
    delivery: Delivery
    timer: Timer
    ledger: LedgerWork
    now: Callable[[], datetime]

    async def settle(self) -> None:
        """Work until nothing is left to do at this instant."""
        while (
            await self.intake.run_once()
            + await self.ledger.run_once()
            + await self.timer.run_once()
            + await self.delivery.run_once(self.now())
        ):
            pass

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop."""
        await asyncio.gather(
            self.intake.run(stop),
            self.timer.run(stop),
            self.ledger.run(stop),
            self.delivery.run(stop, now=self.now),
        )


def _monotonic() -> float:
    return asyncio.get_running_loop().time()


def new_id() -> str:
    """An id that nobody can guess and that fits into a button twice."""
    return secrets.token_hex(10)


def new_query_code() -> str:
    """The six digits on a receipt."""
    return f"{secrets.randbelow(1_000_000):06d}"


@asynccontextmanager
async def open_app(
    settings: Settings,
    *,
    now: Callable[[], datetime] = clock.now,
    keys: Path = MADE_HERE,
    strict_texts: bool = False,
) -> AsyncIterator[App]:
    """Build the house; raises ConfigurationError with one line where it cannot stand."""
    loaded = load_district(settings.district)
    sealer = open_sealer(settings, keys)
    await upgrade(settings.database_url)
    engine = open_engine(settings.database_url)
    try:
        await check_current(engine)
        await check_keys(engine, sealer)
        await hash_older_cases(engine, sealer)
        unit_of_work = unit_of_work_factory(engine, sealer, now=now)
        projects = await _ledger(unit_of_work, loaded)
        sites = LiveSites(
            projects,
            partial(ProjectSearch, sub_districts=loaded.district.sub_districts),
            version=await SqlLedgerReading(engine, sealer).version(),
        )
        names = LearningInterpreter(loaded, open_interpreter(loaded, projects))
        async with interpreting(settings, names) as interpreter:
            yield App(
                engine=engine,
                sealer=sealer,
                loaded=loaded,
                house=_house(settings, loaded, sealer, sites, interpreter),
                sites=sites,
                names=names,
                unit_of_work=unit_of_work,
                inbox=SqlInbox(engine, sealer),
                outbox=SqlOutboxQueue(engine, sealer),
                renderer=Renderer(strict=strict_texts),
                now=now,
            )
    finally:
        await engine.dispose()


async def _ledger(unit_of_work: UnitOfWorkFactory, loaded: LoadedDistrict) -> tuple[Project, ...]:
    async with unit_of_work() as uow:
        await uow.ledger.replace_samples(loaded.sample_projects)
        return await uow.ledger.all()


def _house(
    settings: Settings,
    loaded: LoadedDistrict,
    sealer: Sealer,
    sites: LiveSites,
    interpreter: Interpreter,
) -> House:
    return House(
        district=loaded.district,
        statutes=loaded.statutes,
        clocks=loaded.clocks,
        rules=loaded.routing,
        days=ChinaWorkingDays(),
        slow=loaded.slow,
        boards=loaded.boards,
        grouping=loaded.grouping,
        sites=sites,
        interpreter=interpreter,
        files=open_evidence_files(settings.evidence_url, sealer),
        sheets=WordSheets(),
        new_id=new_id,
        new_query_code=new_query_code,
        new_invitation_code=new_invitation_code,
    )
