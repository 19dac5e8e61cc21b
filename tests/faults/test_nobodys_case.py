"""Whatever anybody does in whatever order: every open case is somebody's, or waits in one queue."""

from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from bot.channels.console import Typed
from casework.case import Case, Status, TrackKind
from casework.people import OfficerRole
from casework.queues import BESIDE_WORK, KEEPS_A_CASE, QUEUE_OF
from casework.work import DueKind, WorkItem
from handlers.context import Context
from handlers.officer.waiting import is_of_lead, works_on_it
from handlers.on_duty import officers_of
from handlers.timed.watch_clocks import begin_clock_watch
from handlers.timed.what_waits import waiting_for
from tests.faults.machine import TownMachine
from tests.faults.town import enrol

SITES = (
    "我在同乐寨安置房干活，王老板欠我们5个人工资一共两万八千元，3个月没发了",
    "我在涧西区一个工地干活，刘老板欠我们3个人工资一共九千元，2个月没发了",
    "我在厂里上班，李老板欠我工资五千元，两个月没发",
    "我在老城区的工地干活，赵老板欠我们2个人工资一万元，4个月没发",
)

CHATS = ("OFF", "OFF-2", "INSP", "INSP-head", "HOUS", "HOUS-head", "EDU")
UNITS = ("HOUS", "EDU", "INSP", "OFF", "ST-01", "ROADS", "AGRI", "LG")
"""Of every kind: with officers, without any yet, on paper, by telephone."""

POSTS = ("HOUS-1", "HOUS-2", "EDU-1", "INSP-1", "INSP-2", "OFF-1", "OFF-2")

LINES = (
    "/accept {case}",
    "/progress {case} 去过工地了",
    "/ask {case} 工资条有吗",
    "/object {case} 辖区 {unit} 不是我们管的项目",
    "/recuse {case} 亲戚在那个公司",
    "/assign {case} {post}",
    "/route {case} {unit} 归它管",
    "/refuse {case} 范围 不属于工资",
    "/close {case} 并案 与另一件合并",
    "/close {case} 引导仲裁 双方对账有争议",
    "/doc {case} 转办 11-20 2026-7号 瀍河区治欠办",
    "/call {case} 没接",
    "/site {case} P101",
    "/site {case} P104",
    "/inbox",
    "/queues",
)

BUTTONS = ("handed", "refuse_yes", "refuse_no", "call-reached")


class NobodysCase(TownMachine):
    """Every step is a message or a morning through the whole house, on a database on disk."""

    def __init__(self) -> None:
        super().__init__()
        self.enrolled = 0

    @initialize(words=st.sampled_from(SITES))
    def begins(self, words: str) -> None:
        """There is a case from the start."""
        self.runner.run(self._the_clock_starts())
        self.runner.run(self.town.files_a_case("w1", words))

    async def _the_clock_starts(self) -> None:
        async with self.town.app.unit_of_work() as uow:
            app = self.town.app
            await begin_clock_watch(Context(uow=uow, house=app.house, now=app.now()))

    @rule(chat=st.sampled_from(("w2", "w3")), words=st.sampled_from(SITES))
    def another_files(self, chat: str, words: str) -> None:
        """Another worker; who has filed already says it again."""
        if chat in self.town.workers.told:
            self.say(chat, words)
        else:
            self.runner.run(self.town.files_a_case(chat, words))

    @rule(
        words=st.sampled_from(("/withdraw", "撤了", "是我自己要撤", "对", "结果我不同意", "在吗"))
    )
    def worker_says(self, words: str) -> None:
        """The worker goes on writing."""
        self.say("w1", words)

    @rule(nth=st.integers(min_value=1, max_value=4))
    def worker_presses(self, nth: int) -> None:
        """One of the newest buttons."""
        data = [b.data for row in self.town.workers.told["w1"][-1].buttons for b in row]
        if data:
            self.say("w1", Typed(button=data[-min(nth, len(data))]))

    @rule(
        chat=st.sampled_from(CHATS),
        line=st.sampled_from(LINES),
        case=st.integers(1, 3),
        unit=st.sampled_from(UNITS),
        post=st.sampled_from(POSTS),
    )
    def anybody_says(self, chat: str, line: str, case: int, unit: str, post: str) -> None:
        """Any command by anybody; most are refused with a sentence."""
        self.say(chat, line.format(case=case, unit=unit, post=post))

    @rule(
        nth=st.integers(0, 3),
        line=st.sampled_from(LINES),
        case=st.integers(0, 2),
        unit=st.sampled_from(UNITS),
    )
    def holder_says(self, nth: int, line: str, case: int, unit: str) -> None:
        """A command by somebody of the unit that has the case; the arrears office for the rest."""
        cases = self._cases()
        about = cases[case % len(cases)]
        desks = [chat for chat in CHATS if chat.split("-")[0] == about.holder] or ["OFF"]
        post = f"{about.holder}-{nth + 1}"
        words = line.format(case=case % len(cases) + 1, unit=unit, post=post)
        self.say(desks[nth % len(desks)], words)

    @rule(
        line=st.sampled_from(("/route 1 {unit} 归它管", "/route 2 {unit} 归它管")),
        unit=st.sampled_from(UNITS),
    )
    def office_designates(self, line: str, unit: str) -> None:
        """To a unit of every kind."""
        self.say("OFF", line.format(unit=unit))

    @rule(chat=st.sampled_from(CHATS), verb=st.sampled_from(BUTTONS))
    def officer_presses(self, chat: str, verb: str) -> None:
        """A button of the first case, in time or not."""
        case = self._cases()[0]
        self.say(chat, Typed(button=f"o:{verb}:{case.id}"))

    @rule(
        case=st.integers(0, 2),
        verb=st.sampled_from(("unit_yes", "unit_no")),
        unit=st.sampled_from(("EDU", "HOUS", "ST-03")),
    )
    def office_decides(self, case: int, verb: str, unit: str) -> None:
        """About a suggestion that is open, or long settled."""
        cases = self._cases()
        self.say("OFF", Typed(button=f"o:{verb}:{cases[case % len(cases)].id}:{unit}"))

    @rule(post=st.sampled_from(POSTS), verb=st.sampled_from(("suspend", "restore", "move")))
    def staff_changes(self, post: str, verb: str) -> None:
        """A person leaves, comes back or goes to another unit."""
        rest = {"suspend": " 调岗", "restore": "", "move": " EDU"}[verb]
        self.say("LG", f"/{verb} {post}{rest}")

    @rule(unit=st.sampled_from(("HOUS", "ST-01")), mode=st.sampled_from(("聊天", "纸质", "电话")))
    def unit_changes(self, unit: str, mode: str) -> None:
        """A unit works on paper from now on, or in the chat."""
        self.say("LG", f"/unit {unit} {mode}")

    @rule(unit=st.sampled_from(("ST-01", "HOUS")), head=st.booleans())
    def somebody_enrols(self, unit: str, head: bool) -> None:
        """The first officer of a unit, or one more."""
        if self.enrolled == 3:
            return
        self.enrolled += 1
        role = OfficerRole.HEAD if head else OfficerRole.HANDLER
        desk = (f"NEW-{self.enrolled}", unit, role)
        self.runner.run(enrol(self.town.app, [desk], self.town.officers))

    @rule(days=st.sampled_from((1, 4, 9)))
    def days_pass(self, days: int) -> None:
        """Mornings with their reminders."""
        self.clock.forward(timedelta(days=days))
        self.runner.run(self.town.line.settle())
        self.runner.run(self.town.news())

    def _cases(self) -> tuple[Case, ...]:
        async def load() -> tuple[Case, ...]:
            async with self.town.app.unit_of_work() as uow:
                return await uow.cases.after("", limit=50)

        return self.runner.run(load())

    @invariant()
    def every_case_is_somebodys(self) -> None:
        """One holder of the district; in it one person at work, or one queue; never both."""
        self.runner.run(self._check())

    async def _check(self) -> None:
        app = self.town.app
        async with app.unit_of_work() as uow:
            ctx = Context(uow=uow, house=app.house, now=app.now())
            for case in await uow.cases.after("", limit=50):
                items = await uow.work.open_of_case(case.id)
                keeping = [i for i in items if i.kind in KEEPS_A_CASE and is_of_lead(case, i)]
                await _check_case(ctx, case, keeping)
        await self._every_item_is_owned()

    async def _every_item_is_owned(self) -> None:
        """Whatever stands in a queue has a day, and a morning on which somebody hears of it."""
        app = self.town.app
        async with app.unit_of_work() as uow:
            assert await uow.due.upcoming(DueKind.CLOCK_WATCH, app.now() + timedelta(days=2))
            now, heard = Context(uow=uow, house=app.house, now=app.now()), set()
            for days in range(60, 70):  # some are reminded of every third working day only
                later = now.opening_from(now.today + timedelta(days=days))
                morning = Context(uow=uow, house=app.house, now=later)
                parts = [p for each in (await waiting_for(morning)).values() for p in each]
                heard |= {(part.unit, item.id) for part in parts for item in part.items}
            for unit in app.loaded.district.units:
                for item in await uow.work.open_of(unit):
                    if item.kind in QUEUE_OF:
                        assert item.due_at is not None
                        assert (unit, item.id) in heard, item


async def _check_case(ctx: Context, case: Case, keeping: list[WorkItem]) -> None:
    lead = case.track(TrackKind.LEAD_UNIT)
    assert case.holder in ctx.house.district.units
    assert [lead] == [t for t in case.tracks if t.kind is TrackKind.LEAD_UNIT]
    if lead.status is Status.DRAFT:
        return
    if not lead.is_open:
        assert not keeping, "a case that is over waits for nobody"
    elif await works_on_it(ctx, case) is not None:
        assert {item.kind for item in keeping} <= BESIDE_WORK, "in hand, and waiting for a hand"
    else:
        assert lead.officer_id is None, "held by somebody who has left"
        (item,) = keeping
        assert item.unit in {case.holder, ctx.house.district.arrears_office}
        assert await officers_of(ctx, item.unit), f"nobody sits at {item.unit}"


TestNobodysCase = NobodysCase.TestCase
TestNobodysCase.settings = settings(
    max_examples=5,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
