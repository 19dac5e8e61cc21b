"""What an inspection of a rights board has to know: the site, the day, what is missing, a photo."""

import re
from datetime import date

from casework.boards import BoardItem
from casework.command_line import day, one_of
from casework.forms import Answers, Form, Hearing, Option, Picked, Question, always
from casework.messages import Words
from casework.officer_questions import listed, options
from casework.picking import first_of

NUMBERED = (
    BoardItem.PARTIES,
    BoardItem.MINIMUM_WAGE,
    BoardItem.PAY_DAY,
    BoardItem.PHONES,
    BoardItem.ARBITRATION,
    BoardItem.LEGAL_AID,
    BoardItem.DEPOSIT,
)
"""What a board says, by the numbers under which officers are asked."""

_WORDS: dict[str, BoardItem] = {
    word: item
    for item, words in (
        (
            BoardItem.PARTIES,
            "单位信息 单位 基本情况 基本信息 建设单位 总包 分包 劳资专管员 专管员",
        ),
        (BoardItem.MINIMUM_WAGE, "最低工资 最低工资标准"),
        (BoardItem.PAY_DAY, "发薪日 支付日期 工资支付日期 发工资日期 发薪日期"),
        (BoardItem.PHONES, "投诉电话 举报电话 电话 维权电话 监察电话"),
        (BoardItem.ARBITRATION, "仲裁 劳动仲裁 仲裁渠道"),
        (BoardItem.LEGAL_AID, "法律援助 法援 12348 援助"),
        (BoardItem.DEPOSIT, "保证金 工资保证金"),
    )
    for word in words.split()
}

ALL_THERE = options(
    "board",
    ("all", ("都齐", "都齐了", "齐了", "齐全", "都有", "不缺")),
    ("gone", ("没挂", "没挂牌", "没有牌子", "没牌子", "无牌", "看不见")),
)

TODAY = (Option(value="today", label=Words(key="board-today"), words=("今天", "刚才", "刚刚")),)

NO_PHOTO = (
    Option(value="none", label=Words(key="board-no-photo"), words=("没有照片", "没拍", "无")),
)

_LACKS = re.compile(r"(?:^|\s)(?:缺少?|少了?|没有?写)\s*[:：]?\s*(?P<items>.+)$")
_BETWEEN = re.compile(r"[\s,，、;；和及]+")
_NOT_THE_SITE = re.compile(
    r"(?:^|\s)缺.*$"
    r"|(?:^|\s)(?:少了?|没有?写|都?齐了?|齐全|都有|没挂牌?|没有?牌子|今天|刚才)(?=\s|$|[:：]|\d).*$"
    r"|(?<![\w-])(?:\d{4}[-/.])?\d{1,2}[-/.月]\d{1,2}[日号]?(?![\w-])"
)


def about_the_site(line: str) -> str:
    """What of a line names the site: without the day, and without what is missing."""
    return _NOT_THE_SITE.sub(" ", line).strip()


def missing_of(value: object) -> tuple[BoardItem, ...]:
    """What an answer says is missing."""
    if value == "gone":
        return (BoardItem.BOARD,)
    named = value if isinstance(value, tuple) else ()
    return tuple(item for item in BoardItem if item.value in named)


def _site(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """The one site that the words mean beyond doubt (``site_sure``, looked up beforehand)."""
    code = str(answers.get("site_sure") or "")
    if not is_open or not code:
        return None
    at = hearing.text.casefold().find(code.casefold())
    return Picked(value=code, start=max(at, 0), end=at + len(code) if at >= 0 else 0)


def _past_day(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """A day that has come: nobody has looked at a board tomorrow."""
    picked, today = day(future=False)(hearing, is_open, answers), answers.get("today")
    if picked is None or not isinstance(picked.value, date) or not isinstance(today, date):
        return None
    return picked if picked.value <= today else None


def _missing(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """都齐了, 没挂, or numbers and names: ``缺 1 3`` and ``缺最低工资、保证金``."""
    whole = one_of(lambda _: ALL_THERE)(hearing, is_open, answers)
    text = hearing.text.strip()
    if whole is not None or not is_open or not text:
        return whole
    said = _LACKS.search(text)
    items = _items(said["items"] if said else text)
    return Picked(value=items, end=len(hearing.text)) if items else None


def _items(text: str) -> tuple[str, ...]:
    """The items named; none where a word stands among them that names none."""
    tokens = [token for token in _BETWEEN.split(text.rstrip("。.!！ ")) if token]
    found = [_item(token) for token in tokens]
    return tuple(dict.fromkeys(found)) if all(found) else ()


def _item(token: str) -> str:
    if token.isdecimal() and 1 <= int(token) <= len(NUMBERED):
        return NUMBERED[int(token) - 1].value
    item = _WORDS.get(token)
    return item.value if item else ""


def _photo(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """The photos that came with the message (``held``), or that there are none."""
    held = answers.get("held")
    if is_open and isinstance(held, tuple) and held:
        return Picked(value=held)
    return one_of(lambda _: NO_PHOTO)(hearing, is_open, answers)


BOARD_FORMS = (
    Form(
        id="board",
        questions=(
            Question(
                id="board_site",
                pick=_site,
                options=listed("sites"),
                needed=always,
                may_be_unknown=False,
                wide=True,
            ),
            Question(
                id="board_day",
                pick=first_of(one_of(lambda _: TODAY), _past_day),
                options=lambda _: TODAY,
                needed=always,
                may_be_unknown=False,
            ),
            Question(
                id="board_missing",
                pick=_missing,
                options=lambda _: ALL_THERE,
                needed=always,
                may_be_unknown=False,
            ),
            Question(
                id="board_photo",
                pick=_photo,
                options=lambda _: NO_PHOTO,
                needed=always,
                may_be_unknown=False,
            ),
        ),
    ),
)
