"""A PDF of the house: everything is on the paper, can be read, and can be scanned."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from documents.pdf import CENTRE, MARGIN, RIGHT, UNKNOWN, PdfPaper
from documents.wrapping import wrap
from tests.documents.pages import codes_of, inked, text_of

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def paper(foot: str = "") -> PdfPaper:
    return PdfPaper("样例", at=AT, by="样例办", foot=foot)


def test_what_is_said_can_be_read_and_copied() -> None:
    """Chinese, digits, a second line, and the foot of every page."""
    sheet = paper(foot="样例办印")
    sheet.title("维权告示")
    sheet.say("拖欠工资，打 12333。\n免费。", place=RIGHT)
    sheet.fields([("编号", "P012"), ("总包", "样例建设有限公司" * 6)])
    assert text_of(sheet.bytes()) == [
        "维权告示拖欠工资，打12333。免费。编号P012总包"
        + "样例建设有限公司" * 6
        + "样例办印第1页，共1页"
    ]


def test_a_code_is_scanned_as_it_was_given() -> None:
    """Also at the resolution of an old office printer, and with Chinese in it."""
    for text in ("https://t.me/qingxin_bot?start=site_P012", "维权", "x" * 300):
        sheet = paper()
        sheet.qr(text, side=60)
        assert codes_of(sheet.bytes()) == [[text]]
        assert codes_of(sheet.bytes(), dots_per_inch=100) == [[text]]


def test_what_does_not_fit_goes_on_on_the_next_page() -> None:
    """Nothing is lost at the foot of a page, and nothing stands in its margin."""
    sheet = paper()
    for number in range(90):
        sheet.say(f"第{number}行")
        sheet.fields([("甲", f"乙{number}")])
    pages = text_of(sheet.bytes())
    assert "".join(pages) == "".join(f"第{n}行甲乙{n}" for n in range(90))
    assert all(inked(sheet.bytes(), n)[3] <= 297 - MARGIN + 1 for n in range(len(pages)))


def test_a_letter_that_the_font_lacks_is_seen_to_be_missing() -> None:
    """An emoji or a very rare character is a box, a control character is nothing at all."""
    sheet = paper(foot="\U0001f600")
    sheet.say("好\U0001f600的\U00020bb7\x00\u202e。")
    assert text_of(sheet.bytes())[0].startswith(f"好{UNKNOWN}的{UNKNOWN}。{UNKNOWN}")


def test_the_margins_stay_white() -> None:
    """However long a word is, and wherever a line stands."""
    sheet = paper()
    sheet.say("https://t.me/" + "a" * 400)
    sheet.say("、" * 200, place=CENTRE)
    sheet.say("涧西区" * 100, size=30, bold=True)
    left, _, right, _ = inked(sheet.bytes())
    assert MARGIN - 1 <= left
    assert right <= 210 - MARGIN + 1


def test_the_same_sheet_is_the_same_file() -> None:
    """So that a hash over it means something."""

    def made() -> bytes:
        sheet = paper(foot="样例办")
        sheet.title("维权告示")
        sheet.qr("site_P012")
        return sheet.bytes()

    assert made() == made()


def test_an_empty_sheet_is_a_page() -> None:
    """Nothing to say is no fault."""
    sheet = paper()
    sheet.say("")
    sheet.fields([])
    assert text_of(sheet.bytes()) == [""]
    assert text_of(paper().bytes()) == [""]


def test_a_bold_line_at_the_end_of_a_page_leaves_its_foot_alone() -> None:
    """The letters of the next page are as bold as those before, the small ones are not."""
    sheet = paper(foot="样例办印")
    sheet.say("涧西区" * 300, size=20, bold=True)
    pages = text_of(sheet.bytes())
    assert len(pages) > 1
    assert all("样例办印" in page for page in pages)


def _wide(text: str) -> float:
    return sum(1.0 if ord(letter) > 0x7F else 0.5 for letter in text)


def test_lines_end_where_chinese_lets_them() -> None:
    """Marks stay with their words, numbers stay whole, and a word longer than a line is cut."""
    assert wrap("工资不够，请打电话。", 4, _wide) == ["工资不", "够，请打", "电话。"]
    assert wrap("欠我（三个月）工资", 3, _wide) == ["欠我", "（三个", "月）工", "资"]
    assert wrap("共欠工资 168,000.50 元", 6, _wide) == ["共欠工资", "168,000.50", "元"]
    assert wrap("打12333问问", 3, _wide) == ["打", "12333", "问问"]
    assert wrap("一\n\n二", 9, _wide) == ["一", "", "二"]
    assert wrap("abcdefghij", 2, _wide) == ["abcd", "efgh", "ij"]


@given(st.text("工资钱12ab，。（）、 ", max_size=60), st.integers(4, 20))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    """Only gaps at the end of a line go; no line is wider than it may be."""
    lines = wrap(text, width, _wide)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(_wide(line) <= width for line in lines)
    assert wrap("\n".join(lines), width, _wide) == lines or " " in text
