"""The poster at a site's gate: one page of A4 for each project, to be read from a few steps away.

Workers read it standing: short sentences, nothing promised, no law that they cannot check.
"""

from collections.abc import Sequence
from datetime import datetime

from casework.deadlines import SHANGHAI
from casework.directory import Hotline
from casework.posters import SitePoster
from documents.pdf import CENTRE, GREY, PdfPaper

HEADLINE = "干活没拿到钱？扫码说一声"

EXPECT = (
    "不收钱。不用身份证号，不用银行卡号。",
    "用自己的话说就行，打字、说话、拍照都可以。",
    "不会告诉老板是你说的，除非你同意。",
    "马上给你一个编号。哪个单位在办、办到哪一步，都在聊天里告诉你。",
    "我们不打包票，也不拿空话哄你。钱到没到手，以你说的为准。",
)
"""What a worker may expect; each line is true of every case, whatever comes of it."""

NOT_THE_BOARD = "本张不代替工地应当设置的维权信息告示牌。工地没有挂牌的，也可以扫码说一声。"

LARGEST, SMALLEST_CODE = 74.0, 40.0
"""Millimetres of the code to scan: read from two steps away. More hotlines leave it less."""

WORDS_BELOW = 56.0
"""Millimetres of the code in letters, the headings and the last line."""

SAMPLE = "样例项目，是编造的，不要张贴"


def write_site_posters(posters: Sequence[SitePoster]) -> bytes:
    """All posters as one PDF, a page each; there has to be one at least."""
    first = posters[0]
    midnight = datetime.combine(first.printed_on, datetime.min.time(), tzinfo=SHANGHAI)
    printed = f"{first.by}印制 {first.printed_on:%Y-%m-%d}"
    paper = PdfPaper("工地维权扫码牌", at=midnight, by=first.by, foot=printed, numbered=False)
    for poster in posters:
        paper.new_page()
        _put(paper, poster)
    return paper.bytes()


def _put(paper: PdfPaper, poster: SitePoster) -> None:
    expect = [("●", line) for line in EXPECT]
    ring = [(line.number, _about(line)) for line in poster.hotlines]
    if poster.sample:
        paper.fitted(SAMPLE, size=12, place=CENTRE, colour=GREY)
    paper.fitted(HEADLINE, size=32, bold=True, place=CENTRE)
    paper.gap(2)
    paper.fitted(poster.name, size=18, lines=2, place=CENTRE)
    paper.gap(1)
    below = paper.fields_height(expect, label=6) + paper.fields_height(ring, label=24)
    side = paper.room() - below - WORDS_BELOW
    paper.qr(poster.link, side=max(min(side, LARGEST), SMALLEST_CODE))
    paper.fitted(f"工地编号 {poster.code}", size=34, bold=True, place=CENTRE)
    paper.fitted(
        f"扫不了码？在 Telegram 里找 @{poster.bot}，把这个编号发过去也行。", size=12, place=CENTRE
    )
    paper.heading("说了以后会怎样")
    paper.fields(expect, label=6)
    if ring:
        paper.heading("也可以打电话")
        paper.fields(ring, label=24, strong=True)
    paper.gap(1)
    paper.say(NOT_THE_BOARD, size=9, colour=GREY, after=0)


def _about(hotline: Hotline) -> str:
    return "，".join(filter(None, (hotline.name, hotline.hours)))
