"""Payments through the doors: what cannot be right is refused or asked, and two eyes are no four."""

import pytest

from bot.channels.console import Typed
from casework.balance import CaseMoney, money_of
from casework.case import Case, Outcome
from casework.claims import PaymentState
from tests.faults.town import Town

ONE = "我在同乐寨安置房干活，王老板欠我12000元，就我一个人，两个月没发"


async def the_case(town: Town) -> Case:
    """The one case of the town."""
    async with town.app.unit_of_work() as uow:
        case = await uow.cases.by_number("JX2026-0000001-9")
    assert case is not None
    return case


async def ledger(town: Town) -> CaseMoney:
    """Its money ledger."""
    case = await the_case(town)
    async with town.app.unit_of_work() as uow:
        return money_of(await uow.claims.of_case(case.id), await uow.claims.payments_of(case.id))


async def states(town: Town) -> list[PaymentState]:
    """What became of each payment."""
    case = await the_case(town)
    async with town.app.unit_of_work() as uow:
        return [p.state for p in await uow.claims.payments_of(case.id)]


async def filed(town: Town, words: str = ONE) -> None:
    """A case that the housing bureau works on."""
    await town.files_a_case(words=words)
    await town.say("HOUS", "/accept 1")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("/pay 1 0 总包 11-20 在场", "error-payment-sum"),
        ("/pay 1 99999999999 总包 11-20 在场", "error-payment-sum"),
        ("/pay 1 5000 总包 2026-11-24 在场", "error-payment-future"),
        ("/pay 1 5000 总包 2027-11-20 在场", "error-payment-future"),
        ("/pay 1 12000.01 总包 11-23 在场", "error-payment-too-much"),
        ("/pay 1 5000 总包 11-23 在场 赵六", "error-payment-worker"),
        ("/pay 1 5000 总包 11-23 在场 第9人", "error-payment-worker"),
        ("/pay 1 5000 总包 11-23 回单", "error-receipt-missing"),
        ("/reverse 1 1 记错", "error-payment-line"),
    ],
)
async def test_what_cannot_be_right_is_refused(place: Town, line: str, answer: str) -> None:
    """With a sentence, and nothing is written down."""
    await filed(place)
    assert (answer,) == await place.answers("HOUS", line)
    assert [] == await states(place)


async def test_an_officer_s_record_counts_for_nothing_until_the_worker_nods(place: Town) -> None:
    """Then it does, once."""
    await filed(place)
    await place.say("HOUS", "/pay 1 5000 总包 11-23 在场")
    assert (0, 500_000) == ((await ledger(place)).whole.paid, (await ledger(place)).whole.waiting)
    await place.press("w1", "到了")
    assert 500_000 == (await ledger(place)).whole.paid
    assert "error-already-done" in await place.press("w1", "到了")
    assert 500_000 == (await ledger(place)).whole.paid


async def test_the_worker_s_own_sum_is_the_one_that_an_officer_saw(place: Town) -> None:
    """Told of twice, it came once."""
    await filed(place)
    await place.say("HOUS", "/pay 1 5000 总包 11-23 在场")
    await place.say("w1", "老板给了五千")
    assert [PaymentState.CONFIRMED] == await states(place)
    assert ("error-payment-twice",) == await place.answers("HOUS", "/pay 1 5000 总包 11-22 在场")
    await place.say("HOUS", "/pay 1 5000 总包 11-23 在场 另一笔")
    assert 2 == len(await states(place))


async def test_no_is_no(place: Town) -> None:
    """What the worker denies does not count, and whoever works on the case hears it."""
    await filed(place)
    await place.say("HOUS", "/pay 1 5000 总包 11-23 在场")
    assert "card" in await place.press("w1", "没到")
    assert [PaymentState.DENIED] == await states(place)


async def test_too_much_and_twice_are_asked_once(place: Town) -> None:
    """A slip of the finger is not written down; what is right after all is."""
    await filed(place)
    assert ("paid-absurd",) == await place.answers("w1", "老板给了我300亿")
    assert ("paid-too-much",) == await place.answers("w1", "老板给了五万")
    assert ("sum-not-taken",) == await place.answers("w1", Typed(button=last(place, 1)))
    assert [] == await states(place)
    await place.say("w1", "老板给了五千")
    assert ("paid-twice",) == await place.answers("w1", "老板给了五千")
    assert ("payment-noted-sum",) == await place.answers("w1", Typed(button=last(place, 0)))
    assert 1_000_000 == (await ledger(place)).whole.paid


def last(town: Town, which: int) -> str:
    """What a button of the newest message of the worker sends."""
    return town.workers.told["w1"][-1].buttons[0][which].data


async def test_a_slip_is_taken_back_and_stays_in_the_ledger(place: Town) -> None:
    """By whoever said it; once."""
    await filed(place)
    await place.say("w1", "老板给了五千")
    assert ("payment-taken-back",) == await place.answers("w1", Typed(button=last(place, 0)))
    assert [PaymentState.REVERSED] == await states(place)
    assert 0 == (await ledger(place)).whole.paid


async def test_an_officer_takes_a_mistake_back(place: Town) -> None:
    """With a reason that the worker reads, and never twice."""
    await filed(place)
    await place.say("HOUS", "/pay 1 5000 总包 11-23 在场")
    await place.say("HOUS", "/reverse 1 1 记到别人头上了")
    assert "记到别人头上了" in place.workers.told["w1"][-1].text
    assert ("error-already-done",) == await place.answers("HOUS", "/reverse 1 1 再来一次")
    assert ("error-already-done",) == await place.answers("w1", Typed(button=_got(place)))


def _got(town: Town) -> str:
    told = [b for m in town.workers.told["w1"] for row in m.buttons for b in row]
    return next(b.data for b in told if b.label == "到了")


async def test_all_came_confirms_what_waits_and_adds_the_rest(place: Town) -> None:
    """Five thousand were seen, twelve thousand were owed: seven thousand more came."""
    await filed(place)
    await place.say("HOUS", "/pay 1 5000 总包 11-23 在场")
    await place.say("w1", "/paid")
    await place.press("w1", "全到了")
    money = await ledger(place)
    assert (1_200_000, True) == (money.whole.paid, money.settled)


async def test_part_and_then_how_much_is_one_payment(place: Town) -> None:
    """The sum stands in place of the vague word."""
    await filed(place)
    await place.say("w1", "/paid")
    await place.press("w1", "到了一部分")
    await place.say("w1", "八千")
    money = await ledger(place)
    assert (800_000, 0) == (money.whole.paid, money.whole.vague)


async def test_four_eyes_are_two_people(place: Town) -> None:
    """Neither the same post nor the same person in another post checks a receipt."""
    await filed(place)
    await receipt(place, "HOUS")
    await place.say("HOUS", "/pay 1 5000 总包 11-23 回单")
    button = place.officers.button("HOUS-head", "对得上")
    assert ("error-second-officer",) == await place.answers("HOUS", Typed(button=button))
    assert 0 == (await ledger(place)).whole.paid
    assert ("receipt-confirmed",) == await place.answers("HOUS-head", Typed(button=button))
    assert 500_000 == (await ledger(place)).whole.paid
    assert ("error-already-done",) == await place.answers("HOUS-head", Typed(button=button))


async def test_the_same_receipt_proves_a_worker_s_payment_once(place: Town) -> None:
    """Twice the same photo is refused; another sum on it does not help."""
    await filed(place)
    await receipt(place, "HOUS")
    await place.say("HOUS", "/pay 1 5000 总包 11-23 回单")
    assert ("error-receipt-used",) == await place.answers("HOUS", "/pay 1 4000 总包 11-23 回单")
    await receipt(place, "HOUS", "another.jpg")
    assert "pay-recorded" in await place.answers("HOUS", "/pay 1 4000 总包 11-23 回单")


async def test_the_worker_s_no_outweighs_a_receipt(place: Town) -> None:
    """Before and after it was compared."""
    await filed(place)
    await receipt(place, "HOUS")
    await place.say("HOUS", "/pay 1 5000 总包 11-23 回单")
    button = place.officers.button("HOUS-head", "对得上")
    await place.press("w1", "没到")
    assert ("error-payment-denied",) == await place.answers("HOUS-head", Typed(button=button))
    assert 0 == (await ledger(place)).whole.paid


async def test_a_confirmed_receipt_closes_what_was_asked(place: Town) -> None:
    """Nobody has to press anything twice: the whole sum is proved."""
    await filed(place)
    await place.say("HOUS", "/close 1 已付清 总包代发")
    await receipt(place, "HOUS")
    await place.say("HOUS", "/pay 1 12000 代发 11-23 回单")
    await place.press("HOUS-head", "对得上")
    case = await the_case(place)
    assert not case.is_open
    assert {Outcome.PAID_FULL} == {t.outcome for t in case.tracks}
    await place.press("w1", "没到")
    assert (await the_case(place)).is_open, "the worker's no reopens it"


async def test_a_foreman_s_word_is_not_the_workers(place: Town) -> None:
    """Each of his men has to confirm, or a receipt has to prove it."""
    await place.files_a_case(
        words="我是带班的，手下2个人在同乐寨安置房干活，王老板欠我们一共9000块，2个月"
    )
    await place.say("w1", "张三 5000\n李四 4000")
    await place.press("w1", "就这些")
    await place.press("w1", "没有，都是工资")
    await place.say("HOUS", "/accept 1")
    await place.say("HOUS", "/close 1 已付清 都发了")
    await place.press("w1", "全到了")
    case = await the_case(place)
    assert case.is_open
    assert PaymentState.WAITING in await states(place)
    for name, yuan in (("张三", 5000), ("第2人", 4000)):
        await receipt(place, "HOUS", f"{yuan}.jpg")
        line = f"/pay 1 {yuan} 代发 11-23 回单 {name}"
        assert "pay-recorded" in await place.answers("HOUS", line)
        await place.press("HOUS-head", "对得上")
    assert not (await the_case(place)).is_open


async def receipt(town: Town, chat: str, name: str = "a.jpg") -> None:
    """An officer sends the photo of a receipt in reply to the newest card of the case."""
    await town.say(chat, "/case 1")
    file = town.file(name, name.encode())
    sent = Typed(files=(file,), reply_to=town.officers.newest[chat])
    assert ("paper-added",) == await town.answers(chat, sent)
