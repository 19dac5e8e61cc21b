"""A site without its rights board (维权信息告示牌, 724 Art 34), told in anybody's words."""

import re
from collections.abc import Iterator

from casework.meaning import Fact, FactName
from nlu.normalise import Plain

_BOARD = (
    r"(?:(?:农民工|工人|工资|欠薪)?(?:维权|权益|公示|告示|信息公开|劳资)"
    r"(?:信息|公示|告示|告知|公告|举报|投诉)*(?:牌子?|栏|板))"
)
_GONE = (
    r"(?:(?<!有)没(?:有)?(?:挂|立|放|设|贴|看见|看到|见|找到)?|沒有?|不见了?|找不(?:到|着)|看不(?:到|见|清)|未(?:挂|设|立)"
    r"|无(?!法)|缺|拆|撤|摘|丢|被[^,，。]{0,4}(?:拆|撕|摘|遮|挡)|遮|挡(?:住|着)|倒了|空白|撕)"
)
_GAP = r"[^,，。!！?？没有]{0,8}?"
_MISSING = re.compile(
    rf"(?P<first>{_GONE}{_GAP}{_BOARD})|(?P<then>{_BOARD}{_GAP}{_GONE})|没有?挂牌"
)
_ASKS = re.compile(r"(?:是什么|什么是|在哪|干什么|干啥|啥用|有用吗|有没有)")
_IN_ENGLISH = re.compile(
    r"\b(?:no|missing|without(?: a)?|isn'?t (?:a|any)|not (?:a|any))\b[^.!?]{0,20}"
    r"\b(?:rights|notice|information) board\b|\b(?:rights|notice|information) board\b[^.!?]{0,20}"
    r"\b(?:missing|gone|removed|covered)\b",
    re.IGNORECASE,
)


def missing_boards(plain: Plain) -> Iterator[Fact]:
    """At most one: that the board is not there, or cannot be read."""
    match = _MISSING.search(plain.text) or _IN_ENGLISH.search(plain.text)
    if match is not None and not _ASKS.search(plain.text):
        yield plain.fact(FactName.BOARD, True, match.span(), confidence=0.85)
