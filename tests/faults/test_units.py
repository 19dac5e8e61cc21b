"""Which unit a case belongs to, under attack: old buttons, wrong hands, twice, two at once."""

import pytest

from bot.channels.console import Typed
from casework.case import Case
from casework.history import EventKind
from casework.ledger import ProjectClass
from casework.ledger_import import PlannedRow
from casework.ledger_jobs import JobKind, LedgerJob
from casework.messages import Place
from casework.people import OfficerRole
from casework.work import ItemKind
from storage.audit import verify
from tests.faults.conftest import Busy
from tests.faults.kindness import kindly, nothing_broken
from tests.faults.town import Town, enrol

UNKNOWN_SITE = "我在老木匠大院那个工地干活，王老板欠我5个人工资一共两万八千元，3个月没发"

UNNAMED_SITE = "我在工地干活，王老板欠我5个人工资一共两万八千元，3个月没发"


async def _case(town: Town) -> Case:
    async with town.app.unit_of_work() as uow:
        case = await uow.cases.by_number("JX2026-0000001-9")
    assert case is not None
    return case


async def _kinds(town: Town, unit: str) -> list[ItemKind]:
    async with town.app.unit_of_work() as uow:
        return [item.kind for item in await uow.work.open_of(unit)]


async def _events(town: Town, kind: EventKind) -> int:
    case = await _case(town)
    async with town.app.unit_of_work() as uow:
        return [event.kind for event in await uow.history.of_case(case.id)].count(kind)


async def _files_for(town: Town, site: str) -> Case:
    """A complaint for a site that the ledger does not know, noted by HOUS as P104 afterwards."""
    keys = await town.answers("w1", UNNAMED_SITE)
    while "receipt" not in keys:
        answer = site if keys[-1] == "ask-site" else town._reply_to("w1", keys[-1])
        keys = await town.answers("w1", answer)
    await town.say("OFF", "/route 1 HOUS 先查")
    await town.say("HOUS", "/site 1 P104")
    case = await _case(town)
    assert (site, "P104") == (case.said.site, case.project_code)
    return case


async def _answered(town: Town, *, street: str = "重庆路街道") -> None:
    await town.files_a_case("w1", UNKNOWN_SITE)
    await town.say("w1", "私人老板")
    await town.say("w1", "盖楼房")
    await town.say("w1", street)


async def test_three_answers_propose_and_move_nothing(place: Town) -> None:
    """The arrears office holds the case until somebody there has pressed."""
    await _answered(place)
    case = await _case(place)
    assert "OFF" == case.holder
    assert ItemKind.DESIGNATE in await _kinds(place, "OFF")
    await place.press("OFF", "就交重庆路街道办事处")
    moved = await _case(place)
    assert ("ST-03", "private", "housing") == (moved.holder, moved.project_class, moved.industry)
    async with place.app.unit_of_work() as uow:
        decision = await uow.routing.latest(case.id)
    assert decision is not None
    assert ("PRIVATE", "OFF-1") == (decision.rule_id, decision.confirmed_by)


async def test_three_times_unknown_says_who_decides(place: Town) -> None:
    """Nothing new is nothing to propose; the case waits where it was."""
    await place.files_a_case("w1", UNKNOWN_SITE)
    await place.say("w1", "不知道")
    await place.say("w1", "不知道")
    assert ("unit-facts-open",) == await place.answers("w1", "不知道")
    assert 0 == await _events(place, EventKind.UNIT_SUGGESTED)
    assert ItemKind.DESIGNATE in await _kinds(place, "OFF")


@pytest.mark.parametrize("words", ["😭", "/status", "x" * 4000, "'; DROP TABLE cases;--", "=1+1"])
async def test_strange_answers_are_kind(place: Town, words: str) -> None:
    """Whatever is said instead of an answer breaks nothing and moves nothing."""
    await place.files_a_case("w1", UNKNOWN_SITE)
    for _ in range(4):
        await kindly(place, "w1", words)
    assert "OFF" == (await _case(place)).holder
    await nothing_broken(place)


async def test_near_a_border_a_person_is_asked(place: Town) -> None:
    """A road that runs through several sub-districts is offered as buttons, never chosen."""
    await place.files_a_case("w1", UNKNOWN_SITE.replace("老木匠大院", "建设路"))
    await place.say("w1", "私人老板")
    await place.say("w1", "盖楼房")
    shown = [b.label for row in place.workers.told["w1"][-1].buttons for b in row]
    assert 3 <= len(shown)
    assert "不知道" == shown[-1]
    keys = await place.answers("w1", Typed(button=place.workers.button("w1", shown[0])))
    assert ("unit-facts-proposed",) == keys


async def test_two_officers_press_yes_at_once(busy: Busy) -> None:
    """One designates; the other reads that it is done. The chain is whole."""
    town = busy.town
    await _answered(town)
    yes = [town.officers.button(chat, "就交重庆路街道办事处") for chat in ("OFF", "OFF-2")]
    updates = [
        town.update(chat, Typed(button=data))
        for chat, data in zip(("OFF", "OFF-2"), yes, strict=True)
    ]
    keys = await busy.at_once(*updates)
    assert 1 == keys.count("routed")
    assert 1 == await _events(town, EventKind.ROUTED)
    assert "ST-03" == (await _case(town)).holder
    assert () == await verify(town.app.engine, town.app.sealer)


async def test_an_older_suggestion_cannot_be_pressed(place: Town) -> None:
    """A button names one unit: where another is suggested by now, it is refused."""
    await place.files_a_case("w1")
    await place.say("HOUS", "/site 1 P101")
    old = place.officers.button("OFF", "就交区教体局")
    await place.say("HOUS", "/site 1 P103")
    assert ("error-suggestion-old",) == await place.answers("OFF", Typed(button=old))
    assert "HOUS" == (await _case(place)).holder


async def test_an_edit_never_moves_a_case(place: Town) -> None:
    """The unit goes on, the arrears office has one item however often it is edited."""
    await place.files_a_case("w1")
    await place.say("HOUS", "/accept 1")
    for code in ("P101", "P103", "P101"):
        await place.say("HOUS", f"/site 1 {code}")
    case = await _case(place)
    assert ("HOUS", "P101") == (case.holder, case.project_code)
    assert 1 == (await _kinds(place, "OFF")).count(ItemKind.REROUTE)
    await place.press("OFF", "不改，仍由区住建局办")
    assert ItemKind.REROUTE not in await _kinds(place, "OFF")
    assert "HOUS" == (await _case(place)).holder


@pytest.mark.parametrize(
    ("chat", "line", "key"),
    [
        ("HOUS", "/site 1 没有这个工地啊", "site-none"),
        ("HOUS", "/site 9 P101", "error-case-not-found"),
        ("EDU", "/site 1 P101", "error-case-not-found"),
        ("LG", "/site 1 P101", "error-role"),
        ("HOUS", "/site 1 P104", "site-set-already"),
        ("HOUS", "/site 1 '; DROP TABLE projects", "site-none"),
    ],
)
async def test_a_site_that_cannot_be_noted(place: Town, chat: str, line: str, key: str) -> None:
    """Every refusal is a sentence, and the case keeps its site."""
    await place.files_a_case("w1")
    assert (key,) == await place.answers(chat, line)
    assert "P104" == (await _case(place)).project_code


async def test_only_the_arrears_office_decides(place: Town) -> None:
    """Whoever holds the case cannot give it away by a button of another desk."""
    await place.files_a_case("w1")
    await place.say("HOUS", "/site 1 P101")
    yes = place.officers.button("OFF", "就交区教体局")
    assert ("error-role",) == await place.answers("HOUS", Typed(button=yes))
    assert "HOUS" == (await _case(place)).holder


async def test_an_alias_is_saved_once_with_its_history(busy: Busy) -> None:
    """Pressed by two at once it stands once in the ledger; the search knows it afterwards."""
    town = busy.town
    await enrol(town.app, [("HOUS-2", "HOUS", OfficerRole.HANDLER)], town.officers)
    case = await _files_for(town, "老木匠大院")
    alias = Typed(button=f"o:alias:{case.id}")
    keys = await busy.at_once(town.update("HOUS", alias), town.update("HOUS-2", alias))
    assert 1 == keys.count("alias-saved")
    async with town.app.unit_of_work() as uow:
        project = await uow.ledger.get("P104")
        (change,) = await uow.ledger.changes_of("P104")
    assert project is not None
    assert 1 == sum("老木匠大院" in alias for alias in project.aliases)
    assert change.by.startswith("HOUS-")
    await town.line.settle()
    assert "P104" == town.app.house.sites.find("老木匠大院那个工地")[0].project.code


async def test_a_telephone_number_is_no_alias(place: Town) -> None:
    """Nothing personal goes into the open part of the ledger."""
    case = await _files_for(place, "老黑13812345678那个工地")
    keys = await place.answers("HOUS", Typed(button=f"o:alias:{case.id}"))
    assert ("error-already-done",) == keys


async def test_a_shared_place_near_several_streets_offers_them(place: Town) -> None:
    """The sites around it lie in more than one sub-district: which one, a person says."""
    await place.say("w1", "我在一个工地干活，王老板欠我们5个人工资一共两万八千元，3个月没发")
    await place.say("w1", Typed(place=Place(latitude=34.6607, longitude=112.3800)))
    await place.press("w1", "都不是")
    keys = await place.answers("w1", "不知道")
    while "ask-builder" not in keys:
        keys = await place.answers("w1", place._reply_to("w1", keys[-1]))
    await place.say("w1", "私人老板")
    await place.say("w1", "盖楼房")
    shown = [b.label for row in place.workers.told["w1"][-1].buttons for b in row]
    assert 3 <= len(shown), shown


async def _ledger_says(town: Town, code: str, **values: object) -> None:
    """An import has changed a project."""
    async with town.app.unit_of_work() as uow:
        job = LedgerJob(id=town.app.house.new_id(), kind=JobKind.IMPORT, asked_at=town.app.now())
        await uow.ledger_jobs.add(job)
        row = PlannedRow(row=2, code=code, new=False, values=values)  # type: ignore[arg-type]
        await uow.ledger.write((row,), job_id=job.id, at=town.app.now())
        await uow.ledger.finish_writing()
    await town.line.settle()


async def test_a_changed_ledger_proposes_and_moves_nothing(place: Town) -> None:
    """Another class, another unit: asked once, and again only when the facts change again."""
    await place.files_a_case("w1")
    await place.say("HOUS", "/accept 1")
    await _ledger_says(place, "P104", project_class=ProjectClass.PRIVATE)
    assert "HOUS" == (await _case(place)).holder
    assert ItemKind.REROUTE in await _kinds(place, "OFF")
    await place.press("OFF", "不改，仍由区住建局办")
    await _ledger_says(place, "P104", aliases=("又一个小名",))
    assert ItemKind.REROUTE not in await _kinds(place, "OFF")
    assert 1 == await _events(place, EventKind.UNIT_SUGGESTED)


async def test_an_import_that_changes_no_facts_asks_nothing(place: Town) -> None:
    """A case that a person put elsewhere than the table says stays there in peace."""
    await place.files_a_case("w1")
    await place.say("OFF", "/route 1 EDU 由教体局办")
    await _ledger_says(place, "P104", address="别的路口")
    assert 0 == await _events(place, EventKind.UNIT_SUGGESTED)
    assert "EDU" == (await _case(place)).holder
