"""/liable for officers, and the worker's own file: who may have it, and what is in it."""

import io
import zipfile

from bot.channels.console import Typed
from casework.history import EventKind
from tests.faults.test_money import filed, the_case
from tests.faults.town import Town


async def newest_file(town: Town, answers: str) -> str:
    """The text of the newest document that the worker was sent."""
    case = await the_case(town)
    sent = [out for out in await answers_of(town, answers) if out.file is not None]
    assert sent[-1].file is not None
    assert sent[-1].file.name == f"{case.number}-file.docx"
    content = await town.app.house.files.read(sent[-1].file.stored_as)
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


async def answers_of(town: Town, words: str):  # type: ignore[no-untyped-def]
    """What w1 is told."""
    update = town.update("w1", words)
    await town.app.inbox.receive(update, town.app.now())
    await town.line.settle()
    return [out.reply for out in await town.news() if out.chat == "w1"]


async def test_the_chain_is_shown_to_whoever_works_on_the_case(place: Town) -> None:
    """Another unit does not find the case."""
    await filed(place)
    assert ("liable-of-case",) == await place.answers("HOUS", "/liable 1")
    text = place.officers.told["HOUS"][-1].text
    assert "第三十条" in text
    assert "要查清" in text
    assert ("liable-of-case",) != await place.answers("EDU", "/liable JX2026-0000001-9")


async def test_the_worker_gets_his_own_file_unmasked(place: Town) -> None:
    """By the words and by the command, as often as he asks; each time is written down."""
    await filed(place)
    for words in ("要档案", "/copy"):
        document = await newest_file(place, words)
        assert "张三" in document
        assert "138 1234 5678" in document or "13812345678" in document
    case = await the_case(place)
    async with place.app.unit_of_work() as uow:
        events = await uow.history.of_case(case.id)
    copies = [e for e in events if e.kind is EventKind.PRINTED]
    assert ["copy", "copy"] == [e.facts["sheet"] for e in copies]


async def test_who_has_no_case_gets_no_file(place: Town) -> None:
    """A stranger, and somebody whose complaint is not finished."""
    assert ("no-case-yet",) == await place.answers("w2", "要档案")
    await place.say("w3", "我在同乐寨安置房干活，老板欠我钱")
    assert "copy-of-file" not in await place.answers("w3", Typed(text="/copy"))


async def test_money_that_nobody_confirmed_does_not_stand_as_received(place: Town) -> None:
    """It does once the worker has nodded."""
    await filed(place)
    await place.say("HOUS", "/pay 1 5000 总包 11-23 在场")
    assert "5,000" not in await newest_file(place, "要档案")
    await place.press("w1", "到了")
    assert "5,000" in await newest_file(place, "要档案")
