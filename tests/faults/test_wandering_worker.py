"""A worker who says, presses and sends anything in any order; officers act; time passes."""

from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from bot.channels.console import Typed
from casework.case import Status, TrackKind
from casework.conversation_state import Conversation
from casework.messages import Contact, FileKind, Place
from casework.worker_forms import COMPLAINT
from tests.faults.machine import TownMachine
from tests.faults.town import COMPLAINT as WORDS

FACTS = frozenset({"place_kind", "employer", "amount", "headcount", "months", "name", "phone"})
"""What a draft knows; a correction may change it, nothing may lose it."""

ANSWERS = (
    WORDS,
    "工地",
    "厂里",
    "王老板",
    "洛阳隆门建筑公司",
    "五千",
    "5000",
    "12",
    "三个月",
    "不知道",
    "张三",
    "13812345678",
    "1381234",
    "不是两万八，是三万",
    "对",
    "不对",
    "1",
    "都不是",
    "没到",
    "一部分",
    "JX2026-0000001-9",
    "135790",
    "我是工头，带了8个人，一共欠了十万",
    "李四 5000\n王五 6000",
    "就这些",
    "替我老公问，他在工地上没拿到钱",
)

BETWEEN = (
    "到哪一步了",
    "谢谢",
    "会不会让老板知道",
    "法律援助",
    "怎么补证据",
    "人工",
    "要多久",
    "😭",
    "",
    "/status",
    "/legal",
    "/privacy",
    "/frobnicate",
    "/language",
    "/new",
)
"""Said in between: nothing of it is an answer."""

TURNING = (
    "/paid",
    "/object",
    "/withdraw",
    "/recover",
    "/cancel",
    "取消",
    "返回",
    "跳过",
    "重来",
    "老板给了五千",
    "我要撤诉",
    "撤了才给钱，老板说的",
    "老板说下个月给",
    "工地上有人要跳楼",
    "找回案件",
    "结果我不同意",
    "傻X",
    "今天天气怎么样",
)

OFFICERS = (
    ("HOUS", "/accept 1"),
    ("INSP", "/accept 1"),
    ("HOUS", "/progress 1 查了"),
    ("INSP", "/ask 1 工资条有吗"),
    ("INSP", "/refuse 1 范围 不属于工资"),
    ("HOUS", "/close 1 已付清 都付了"),
    ("HOUS", "/close 1 并案 与另一件合并"),
    ("OFF", "/route 1 EDU 教育项目"),
    ("OFF", "/doc 1 转办 11-20 2026-7号 瀍河区治欠办"),
    ("OFF", "/facts 1 王老板欠5个人三万"),
)


class WanderingWorker(TownMachine):
    """Every step is one message through the whole house."""

    def __init__(self) -> None:
        super().__init__()
        self.turn = 0

    def _do(self, act: Typed | str) -> None:
        self.say("w1", act)

    def _state(self) -> Conversation:
        async def load() -> Conversation:
            async with self.town.app.unit_of_work() as uow:
                return await uow.conversations.load("console-worker", "w1")

        return self.runner.run(load())

    def _facts(self) -> tuple[str | None, dict[str, Any]]:
        """The draft, open or put aside, and what it knows."""
        state = self._state()
        draft = state if state.form == COMPLAINT.id else state.draft
        if draft is None:
            return None, {}
        return draft.case_id, {k: v for k, v in draft.answers.items() if k in FACTS}

    @initialize(words=st.sampled_from(("你好", WORDS, "老板不给钱", "/new")))
    def begins(self, words: str) -> None:
        """The first message."""
        self._do(words)

    @rule(words=st.sampled_from(ANSWERS))
    def answers(self, words: str) -> None:
        """Something that may answer the open question."""
        self._do(words)

    @rule(words=st.sampled_from(BETWEEN))
    def digresses(self, words: str) -> None:
        """The draft is what it was before."""
        before, told = self._facts()
        self._do(words)
        after, now = self._facts()
        if before is not None:
            assert before == after
            assert told == {k: v for k, v in now.items() if k in told}

    @rule(words=st.sampled_from(TURNING))
    def turns(self, words: str) -> None:
        """Something else is wanted."""
        self._do(words)

    @rule(nth=st.integers(min_value=1, max_value=6), last=st.booleans())
    def presses(self, nth: int, last: bool) -> None:
        """A button of the newest message, or any older one."""
        told = self.town.workers.told["w1"]
        data = [b.data for text in told for row in text.buttons for b in row]
        newest = [b.data for row in told[-1].buttons for b in row]
        among = newest if last and newest else data
        if among:
            self._do(Typed(button=among[-min(nth, len(among))]))

    @rule(
        what=st.sampled_from(
            (
                Typed(place=Place(latitude=34.6, longitude=112.4)),
                Typed(contact=Contact(name="王五", phone="13900000000")),
                Typed(unsupported="sticker"),
            )
        )
    )
    def sends(self, what: Typed) -> None:
        """A place, a card, something that nobody can read."""
        self._do(what)

    @rule(
        kind=st.sampled_from((FileKind.PHOTO, FileKind.VOICE)),
        caption=st.sampled_from(("", WORDS)),
    )
    def sends_a_file(self, kind: FileKind, caption: str) -> None:
        """A photo or a voice, with or without words."""
        path = self.town.file("a.bin", b"content")
        self._do(Typed(files=(path,), kind=kind, text=caption))

    @rule(act=st.sampled_from(OFFICERS))
    def officer_acts(self, act: tuple[str, str]) -> None:
        """An officer does what an officer may do at any time."""
        self.say(*act)

    @rule(hours=st.sampled_from((3, 24, 24 * 9)))
    def time_passes(self, hours: int) -> None:
        """Reminders and promises become due."""
        self.clock.forward(timedelta(hours=hours))
        self.runner.run(self.town.line.settle())
        self.runner.run(self.town.news())

    @invariant()
    def turn_numbers_only_grow(self) -> None:
        """So that a button of an earlier question is known as one."""
        turn = self._state().turn
        assert turn >= self.turn
        self.turn = turn

    @invariant()
    def no_sitting_is_too_long(self) -> None:
        """At most eight questions that could wait; what is needed may be asked beyond."""
        state = self._state()
        if state.form != COMPLAINT.id or not state.asked:
            return
        needed = COMPLAINT.question(state.asked).needed(state.answers)
        changing = state.asked in state.path or state.asked in {"change", "danger_where"}
        assert needed or changing or state.questions_asked <= COMPLAINT.limit

    @invariant()
    def every_case_has_one_holder(self) -> None:
        """A unit of the district, always."""

        async def check() -> None:
            async with self.town.app.unit_of_work() as uow:
                cases = await uow.cases.after("", limit=50)
            for case in cases:
                assert case.holder in self.town.app.loaded.district.units
                leads = [t for t in case.tracks if t.kind is TrackKind.LEAD_UNIT]
                assert 1 == len(leads)
                assert (case.filed_at is None) >= (case.status is Status.DRAFT)

        self.runner.run(check())


TestWanderingWorker = WanderingWorker.TestCase
TestWanderingWorker.settings = settings(
    max_examples=7,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
