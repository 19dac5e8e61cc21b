"""Keys and arguments become text: verbatim, in the person's language, never a blank."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.channels.rendered import RenderedButton
from bot.rendering import UNREADABLE, BrokenText, Renderer
from casework.errors import ConfigurationError
from casework.messages import Arg, Button, Money, Reply, Words

CHINESE = """
hello = 你好，{ $name }。
told = 你说：{ $words }
card =
    编号 { $number }
    { $site }
    { $people } 人

    { $steps }

    到 { $day } 前
sum = 欠 { $amount }
at = { $at }
line = 地方 { $name } { $phone } { $address }
step = 第 { $n } 步
status = { $status ->
    [closed] 办完了
   *[other] 还在办
}
only-chinese = 只有中文
yes = 是
"""
ENGLISH = """
hello = Hello, { $name }.
told = You said: { $words }
sum = { $amount } owed
at = { $at }
card = By { $day }
step = step { $n }
yes = Yes
needs-more = { $missing }
"""


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two small languages."""
    folder = tmp_path_factory.mktemp("texts")
    for language, text in (("zh-CN", CHINESE), ("en", ENGLISH)):
        (folder / language).mkdir()
        (folder / language / "a.ftl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def strict(texts: Path) -> Renderer:
    """A renderer that raises where a text is wrong."""
    return Renderer(texts, strict=True)


@pytest.fixture(scope="session")
def lenient(texts: Path) -> Renderer:
    """A renderer as people get it."""
    return Renderer(texts)


@given(said=st.text(min_size=1))
def test_what_a_person_said_comes_out_verbatim(strict: Renderer, said: str) -> None:
    """Braces, marks, line breaks, control characters: nothing is read as a pattern."""
    assert f"你说：{said}" == strict.words(Words(key="told", args={"words": said}), "zh-CN")


@pytest.mark.parametrize(
    "said",
    ["{ $name }", '{ "x" }', "\ue0000\ue001", "\ue000\ue001", "a\n\n\n\nb", "  ", "x" * 4096],
)
def test_nothing_that_looks_like_ours_is_read_as_ours(strict: Renderer, said: str) -> None:
    """Patterns, our private marks, blank lines and very long texts are a person's words too."""
    assert f"你说：{said}" == strict.words(Words(key="told", args={"words": said}), "zh")


def test_a_long_text_is_rendered_whole(strict: Renderer) -> None:
    """Fluent stops at 2,500 characters of an argument; a person may write 4,096."""
    said = "工资" * 2048

    assert f"你说：{said}" == strict.render(Reply(key="told", args={"words": said}), "zh-CN").text


@pytest.mark.parametrize(
    ("key", "args", "language", "expected"),
    [
        ("sum", {"amount": Money(fen=2_800_000)}, "zh-CN", "欠 28,000 元"),
        ("sum", {"amount": Money(fen=2_800_050)}, "en", "28,000.50 yuan owed"),
        ("at", {"at": date(2026, 11, 23)}, "zh-CN", "2026年11月23日（周一）"),
        ("at", {"at": date(2026, 11, 23)}, "en", "Mon 23 Nov 2026"),
        (
            "at",
            {"at": datetime(2026, 11, 22, 18, 5, tzinfo=UTC)},
            "zh-CN",
            "2026年11月23日（周一）02:05",
        ),
        ("at", {"at": datetime(2026, 11, 22, 18, 5, tzinfo=UTC)}, "en", "Mon 23 Nov 2026, 02:05"),
        ("step", {"n": 2026}, "zh-CN", "第 2026 步"),
        ("hello", {"name": Words(key="yes")}, "en", "Hello, Yes."),
        ("status", {"status": "closed"}, "zh-CN", "办完了"),
        ("status", {"status": ""}, "zh-CN", "还在办"),
    ],
)
def test_each_kind_of_argument_has_its_form(
    strict: Renderer, key: str, args: dict[str, Arg], language: str, expected: str
) -> None:
    """Sums, days, instants in Shanghai, bare numbers, sentences in sentences, choices."""
    assert expected == strict.words(Words(key=key, args=args), language)


def card(**args: Arg) -> Reply:
    """A card with everything, save what a test says otherwise."""
    full: dict[str, Arg] = {
        "number": "JX2026-0000123-7",
        "site": "站南小区",
        "people": 3,
        "steps": (Words(key="step", args={"n": 1}), Words(key="step", args={"n": 2})),
        "day": date(2026, 11, 30),
    }
    return Reply(key="card", args={**full, **args})


def test_a_tuple_stands_one_to_a_line(strict: Renderer) -> None:
    """A list of sentences becomes lines; our own blank lines stay."""
    expected = (
        "编号 JX2026-0000123-7\n站南小区\n3 人\n\n第 1 步\n第 2 步\n\n到 2026年11月30日（周一） 前"
    )

    assert expected == strict.render(card(), "zh-CN").text


def test_an_empty_argument_takes_its_line_with_it(strict: Renderer) -> None:
    """A line that held nothing else is dropped, and two blank lines become one."""
    expected = "编号 JX2026-0000123-7\n3 人\n\n到 2026年11月30日（周一） 前"

    assert expected == strict.render(card(site="", steps=()), "zh-CN").text


def test_an_empty_argument_leaves_no_gap(strict: Renderer) -> None:
    """The space beside it goes too; the spaces of what a person typed stay."""
    args: dict[str, Arg] = {"name": "", "phone": "1  3", "address": ""}

    assert strict.words(Words(key="line", args=args), "zh-CN") == "地方 1  3"
    assert strict.words(Words(key="line", args={**args, "phone": ""}), "zh-CN") == "地方"


def test_buttons_keep_their_rows_and_data(strict: Renderer) -> None:
    """Labels are rendered in the person's language; what a button sends is untouched."""
    yes = Button(label=Words(key="yes"), data="q:1:a:yes")
    step = Button(label=Words(key="step", args={"n": 2}), data="x")

    assert (
        (RenderedButton(label="Yes", data="q:1:a:yes"),),
        (RenderedButton(label="step 2", data="x"),),
    ) == strict.render(
        Reply(key="hello", args={"name": "Li"}, buttons=((yes,), (step,))), "en"
    ).buttons


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh-CN", "zh-CN"),
        ("zh-hans", "zh-CN"),
        ("zh", "zh-CN"),
        ("en", "en"),
        ("en-US", "en"),
        ("EN_gb", "en"),
        ("ug", "zh-CN"),
        ("eng", "zh-CN"),
        ("", "zh-CN"),
    ],
)
def test_the_closest_language_is_taken(strict: Renderer, code: str, language: str) -> None:
    """A region is no other language; a language we lack is answered in Chinese."""
    assert language == strict.language(code)


def test_what_a_language_lacks_is_shown_in_chinese_and_logged(lenient: Renderer) -> None:
    """The person reads something; the log names the key and holds nothing of the arguments."""
    with capture_logs() as logs:
        text = lenient.render(Reply(key="only-chinese", args={"name": "张三"}), "en").text

    assert text == "只有中文"
    [log] = logs
    assert log["key"] == "only-chinese"
    assert log["language"] == "en"
    assert "张三" not in str(logs)


@pytest.mark.parametrize("key", ["nowhere", "needs-more"])
def test_what_cannot_be_formed_becomes_a_kind_sentence(lenient: Renderer, key: str) -> None:
    """Neither a key nor a brace reaches a person, and a label is never empty."""
    with capture_logs() as logs:
        reply = lenient.render(Reply(key=key, args={"name": "张三"}), "en")
        label = lenient.words(Words(key=key), "en")

    assert reply.text.startswith("This text could not be shown.")
    assert label == UNREADABLE
    assert {"error"} == {log["log_level"] for log in logs}
    assert "张三" not in str(logs)


def test_a_sentence_stands_when_a_part_of_it_cannot_be_formed(lenient: Renderer) -> None:
    """One wrong word does not take the whole message away."""
    greeting = Words(key="hello", args={"name": Words(key="nowhere")})

    with capture_logs():
        assert lenient.words(greeting, "zh-CN") == "你好，…。"


@pytest.mark.parametrize(
    "words",
    [
        Words(key="nowhere"),
        Words(key="hello"),
        Words(key="hello", args={"name": Words(key="nowhere")}),
    ],
)
def test_strict_raises(strict: Renderer, words: Words) -> None:
    """In tests a wrong key or a missing argument is an error."""
    with pytest.raises(BrokenText):
        strict.words(words, "zh-CN")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "no texts"),
        ({"a.ftl": "a = 一\nb 没有等号\n"}, "not Fluent"),
        ({"a.ftl": "a = 一\n", "b.ftl": "a = 二\n"}, "stands in a.ftl already"),
        ({"a.ftl": "a = 一\na = 二\n"}, "stands in a.ftl already"),
    ],
)
def test_wrong_files_stop_the_house_in_one_line(
    tmp_path: Path, files: dict[str, str], says: str
) -> None:
    """No texts, a syntax error and a key given twice are named with the file."""
    (tmp_path / "zh-CN").mkdir()
    for name, text in files.items():
        (tmp_path / "zh-CN" / name).write_text(text, encoding="utf-8")

    with pytest.raises(ConfigurationError, match=says):
        Renderer(tmp_path)
