"""No answer is not consent, and a closed case is asked about: the clock asks, people decide."""

from datetime import timedelta

import pytest

from bot.channels.console import Typed
from casework.case import Outcome
from casework.history import EventKind
from casework.standing import stand
from casework.work import ItemKind
from handlers.context import Context
from handlers.timed.serve_due import serve_due
from tests.faults.test_money import filed, the_case
from tests.faults.town import Town

AGAIN = "push-is-it-paid-again"
ABOUT = {AGAIN, "push-satisfied", "card", "push-closed-unconfirmed"}


async def waits(town: Town, days: int) -> tuple[str, ...]:
    """Days pass, and what is due about closings is served; the rest of the clock's work too."""
    town.clock.forward(timedelta(days=days))
    served = 1
    while served:
        async with town.app.unit_of_work() as uow:
            served = await serve_due(Context(uow=uow, house=town.app.house, now=town.app.now()))
    await town.line.settle()
    return tuple(out.reply.key for out in await town.news() if out.reply.key in ABOUT)


async def asked(town: Town) -> None:
    """The housing bureau says that all was paid."""
    await filed(town)
    await town.say("HOUS", "/close 1 已付清 钱都给了")


async def outcome(town: Town) -> Outcome | None:
    """How the case ended; None while it is open."""
    case = await the_case(town)
    return None if case.is_open else case.tracks[0].outcome


async def tables(town: Town) -> list[ItemKind]:
    """What waits for people in the case."""
    case = await the_case(town)
    async with town.app.unit_of_work() as uow:
        return [item.kind for item in await uow.work.open_of_case(case.id)]


async def satisfied(town: Town) -> list[object]:
    """What was said about the handling, and what the history replays of it at last."""
    case = await the_case(town)
    async with town.app.unit_of_work() as uow:
        events = await uow.history.of_case(case.id)
    said = [e.facts for e in events if e.kind is EventKind.SATISFACTION]
    return [*said, stand(events, number=case.number, inspection="INSP").satisfied]


async def undecided(town: Town) -> None:
    """Nobody has answered; an officer has been asked what to do."""
    await asked(town)
    await waits(town, 3)
    await waits(town, 4)
    assert "card" in await waits(town, 8)


async def test_silence_is_asked_twice_and_then_a_person_decides(place: Town) -> None:
    """The machine closes nothing, however long it waits."""
    await asked(place)
    assert (AGAIN,) == await waits(place, 3)
    assert () == await waits(place, 0)
    assert (AGAIN,) == await waits(place, 4)
    assert ItemKind.CLOSE_UNCONFIRMED not in await tables(place)
    assert "card" in await waits(place, 8)
    assert ItemKind.CLOSE_UNCONFIRMED in await tables(place)
    await waits(place, 100)
    assert await outcome(place) is None


async def test_after_a_standstill_only_the_newest_is_served(place: Town) -> None:
    """Nobody gets three messages at once."""
    await asked(place)
    assert AGAIN not in await waits(place, 30)
    assert 1 == (await tables(place)).count(ItemKind.CLOSE_UNCONFIRMED)


async def test_who_has_answered_is_left_in_peace(place: Town) -> None:
    """没到 ends the question, too."""
    await asked(place)
    await place.press("w1", "没到")
    assert AGAIN not in await waits(place, 30)
    assert ItemKind.CLOSE_UNCONFIRMED not in await tables(place)


@pytest.mark.parametrize("word", ["没到", "没给", "钱还没到账。"])
async def test_an_officer_closes_it_as_unconfirmed_and_one_word_reopens(
    place: Town, word: str
) -> None:
    """The decision counts once, and the worker needs no button to undo it."""
    await undecided(place)
    assert "push-closed-unconfirmed" in await place.press("HOUS", "按未确认办结")
    assert Outcome.UNCONFIRMED is await outcome(place)
    assert "error-already-done" in await place.press("HOUS", "按未确认办结")
    assert "error-already-done" in await place.press("HOUS", "再等等")
    await place.say("w1", word)
    assert await outcome(place) is None


async def test_an_officer_may_wait_and_is_asked_again(place: Town) -> None:
    """The case stays open; another unit has no say, nor has a supervisor."""
    await undecided(place)
    data = place.officers.button("HOUS", "按未确认办结")
    for other in ("EDU", "LG"):
        await place.say(other, Typed(button=data))
        assert await outcome(place) is None
    assert "unconfirmed-waits" in await place.press("HOUS", "再等等")
    assert ItemKind.CLOSE_UNCONFIRMED not in await tables(place)
    assert "card" in await waits(place, 20)
    assert ItemKind.CLOSE_UNCONFIRMED in await tables(place)


async def test_two_decisions_at_once_close_it_once(place: Town) -> None:
    """The second is told that it is done."""
    await undecided(place)
    data = place.officers.button("HOUS", "按未确认办结")
    updates = [place.update(chat, Typed(button=data)) for chat in ("HOUS", "HOUS-head")]
    keys = await place.receive(*updates)
    assert 1 == keys.count("closed")
    assert 1 == keys.count("error-already-done")


async def closed(town: Town) -> None:
    """The worker has the money; the next day the question comes."""
    await asked(town)
    await town.press("w1", "全到了")
    assert "push-satisfied" in await waits(town, 1)


async def test_a_closed_case_is_asked_about_once(place: Town) -> None:
    """满意 is written down, the same a second time is not."""
    await closed(place)
    assert "push-satisfied" not in await waits(place, 5)
    assert ("satisfied-thanks",) == await place.press("w1", "满意")
    assert ("error-already-done",) == await place.press("w1", "满意")
    assert [{"satisfied": True}, True] == await satisfied(place)


async def test_money_that_is_not_there_reopens(place: Town) -> None:
    """不满意 asks why; an open case is not judged."""
    await closed(place)
    assert ("ask-dissatisfied",) == await place.press("w1", "不满意")
    assert "reopened" in await place.press("w1", "钱没到手")
    assert await outcome(place) is None
    assert ("error-already-done",) == await place.press("w1", "满意")
    assert (await satisfied(place))[-1] is False


async def test_other_reasons_go_to_the_arrears_office(place: Town) -> None:
    """The case stays closed."""
    await closed(place)
    await place.press("w1", "不满意")
    assert "dissatisfied-noted" in await place.press("w1", "态度不好")
    assert ("error-already-done",) == await place.press("w1", "态度不好")
    assert ItemKind.DISSATISFIED in await tables(place)
    assert await outcome(place) is not None


async def test_after_the_window_the_reason_is_kept_and_a_new_case_offered(place: Town) -> None:
    """Late is late, and said so."""
    await closed(place)
    await waits(place, 120)
    await place.press("w1", "不满意")
    assert "reopen-too-late" in await place.press("w1", "钱没到手")
    assert await outcome(place) is not None


async def test_strangers_and_unknown_words_judge_nothing(place: Town) -> None:
    """A button that was never shown is stale, another's case is not found."""
    await closed(place)
    case = await the_case(place)
    assert ("stale-button",) == await place.answers("w1", Typed(button=f"w:satis:{case.id}:x"))
    await place.say("w2", Typed(button=f"w:satis:{case.id}:yes"))
    assert [None] == await satisfied(place)


async def test_a_case_that_goes_on_again_is_not_asked_about(place: Town) -> None:
    """The question belongs to its closing."""
    await asked(place)
    await place.press("w1", "全到了")
    await place.say("w1", "没到")
    assert await outcome(place) is None
    assert "push-satisfied" not in await waits(place, 5)


async def test_a_word_taken_back_confirms_nothing_any_more(place: Town) -> None:
    """Who says "paid" next is not believed on it; by free words or by 不满意 alike."""
    for reopening in ("没到", ""):
        place.clock.forward(timedelta(hours=1))
        await (asked(place) if reopening else place.say("HOUS", "/close 1 已付清 付了"))
        await place.press("w1", "全到了")
        assert await outcome(place) is not None
        if reopening:
            await place.say("w1", reopening)
        else:
            await waits(place, 1)
            await place.press("w1", "不满意")
            await place.press("w1", "钱没到手")
        assert await outcome(place) is None
        place.clock.forward(timedelta(hours=1))
        assert "closing-asked" in await place.say("HOUS", "/close 1 已付清 真的付了")
        assert await outcome(place) is None
