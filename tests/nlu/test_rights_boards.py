"""没挂维权牌, told in words: found where it is said, and nowhere else."""

import pytest

from casework.meaning import FactName
from nlu.normalise import plain
from nlu.rights_boards import missing_boards

SAID = (
    "工地没挂维权牌",
    "门口没有维权公示牌",
    "锦绣二期工地的告示牌被拆了",
    "我们工地没有维权信息告示牌，还欠我三万块",
    "维权牌看不到",
    "举报工地没挂牌",
    "维权信息公示牌叫他们撤了",
    "农民工维权告示牌让广告遮住了",
    "公示栏是空白的",
    "未设置维权公示牌",
    "no rights board at the site",
    "the rights board was removed",
)
NOT_SAID = (
    "老板没给钱",
    "维权牌上有电话",
    "我照着维权牌上的电话打的，没人接",
    "维权牌是什么",
    "有没有维权牌",
    "车牌没了",
    "没钱打牌",
    "牌子货，没发工资",
    "维权太难了",
    "我看到公示牌了",
    "",
)


@pytest.mark.parametrize("text", SAID)
def test_a_missing_board(text: str) -> None:
    """One fact, which points at the words."""
    (fact,) = missing_boards(plain(text))
    assert (FactName.BOARD, True) == (fact.name, fact.value)
    assert fact.text in text


@pytest.mark.parametrize("text", NOT_SAID)
def test_no_missing_board(text: str) -> None:
    """Boards that are there, other boards, questions."""
    assert [] == [*missing_boards(plain(text))]
