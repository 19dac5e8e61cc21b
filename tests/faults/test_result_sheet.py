"""/print CASE 结果: only of a closed case, by whoever works on it."""

import io
import zipfile

from tests.faults.test_after_closing import asked, undecided
from tests.faults.test_money import filed
from tests.faults.town import Town


async def printed(town: Town) -> tuple[str, str]:
    """The answer to HOUS, and the text of the document if there is one."""
    update = town.update("HOUS", "/print 1 结果")
    await town.app.inbox.receive(update, town.app.now())
    await town.line.settle()
    (reply,) = [out.reply for out in await town.news() if out.chat == "HOUS"]
    if reply.file is None:
        return reply.key, ""
    content = await town.app.house.files.read(reply.file.stored_as)
    return reply.key, zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


async def test_an_open_case_has_no_result(place: Town) -> None:
    """A case that waits for the worker's word has none either."""
    await filed(place)
    assert ("error-no-result", "") == await printed(place)
    await asked_again(place)
    assert ("error-no-result", "") == await printed(place)


async def asked_again(town: Town) -> None:
    """An officer says that all was paid."""
    await town.say("HOUS", "/close 1 已付清 钱都给了")


async def test_a_paid_case_has_its_outcome_reason_and_sums(place: Town) -> None:
    """As often as it is asked for."""
    await asked(place)
    await place.press("w1", "全到了")
    for _ in range(2):
        key, text = await printed(place)
        assert key == "sheet-printed"
        for words in ("已全部支付", "钱都给了", "12,000", "2027-02-22"):
            assert words in text


async def test_unconfirmed_says_that_nobody_agreed(place: Town) -> None:
    """No answer is not consent, on paper too; once it goes on again there is no result."""
    await undecided(place)
    await place.press("HOUS", "按未确认办结")
    _, text = await printed(place)
    assert "没有回话不算同意" in text
    await place.say("w1", "没到")
    assert ("error-no-result", "") == await printed(place)
