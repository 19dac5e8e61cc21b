"""The poster at the gate: one page, a code that scans, and everything a worker needs."""

from datetime import date

from casework.directory import Hotline
from casework.posters import SitePoster
from casework.site_link import site_code, site_link
from documents.site_poster import EXPECT, SAMPLE, write_site_posters
from tests.documents.pages import codes_of, inked, text_of

LINES = tuple(
    Hotline(
        code=str(n),
        name="人力资源社会保障服务热线",
        number="12333",
        hours="人工服务一般在工作日白天（待核实）",
        purpose="",
    )
    for n in range(9)
)


def poster(code: str = "P012", **more: object) -> SitePoster:
    """A poster with every line that a district can have."""
    values: dict[str, object] = {
        "code": code,
        "name": "样例中学",
        "link": site_link("qingxin_bot", code),
        "bot": "qingxin_bot",
        "hotlines": LINES,
        "by": "样例办",
        "printed_on": date(2026, 11, 24),
    }
    return SitePoster(**(values | more))  # type: ignore[arg-type]


def test_a_poster_says_what_a_worker_needs() -> None:
    """The site, its code, whom to ring, and what happens next."""
    (page,) = text_of(write_site_posters([poster()]))
    for words in ("样例中学", "工地编号P012", "@qingxin_bot", "12333人力资源", *EXPECT):
        assert words in page
    assert SAMPLE not in page
    assert page.endswith("样例办印制2026-11-24")


def test_each_project_has_its_own_page_and_code() -> None:
    """What is scanned leads back to the code in big digits, Chinese codes too."""
    codes = ["P012", "涧建〔2026〕3号", "x" * 59]
    pdf = write_site_posters([poster(code) for code in codes])
    scanned = codes_of(pdf)
    assert codes == [site_code(links[0].partition("start=")[2]) for links in scanned]
    assert [1, 1, 1] == [len(links) for links in scanned]
    assert all(code in page for code, page in zip(codes[:2], text_of(pdf), strict=False))


def test_an_invented_project_says_so() -> None:
    """Nobody hangs up a sample by mistake."""
    assert SAMPLE in text_of(write_site_posters([poster(sample=True)]))[0]


def test_the_longest_name_and_code_stay_on_their_page() -> None:
    """Letters get smaller; nothing is pushed to a second page or into the margin."""
    pdf = write_site_posters([poster("W" * 59, name="很长的项目名称" * 40, sample=True)])
    assert len(text_of(pdf)) == 1
    left, top, right, bottom = inked(pdf)
    assert min(left, top) >= 12
    assert right <= 191
    assert bottom <= 290


def test_a_name_that_is_no_name() -> None:
    """Emoji, formulas, control characters: printed as far as they can be, never a fault."""
    pdf = write_site_posters([poster(name="=1+1\U0001f3d7\x00<b>", hotlines=())])
    assert "=1+1□<b>" in text_of(pdf)[0]
