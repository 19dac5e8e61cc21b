"""Names of sites and firms as people say them, folded so that the same one is found again."""

import re
import unicodedata

_PLACES = re.compile("^(?:中国)?(?:河南省?)?(?:洛阳市?)?(?:涧西区)?")
_TAILS = re.compile("(?:股份)?(?:有限)?(?:责任)?(?:公司|项目部?|工地)$")

_TRADES = re.compile(
    "(?:建设|建筑|建工|劳务|装饰|装修|装潢|工程|集团|安装|市政|园林|绿化|路桥|机电|消防|幕墙|门窗"
    "|钢结构|实业|置业|房地产|地产|开发|物业|分包|派遣|服务|科技|商贸|贸易|项目管理|管理|餐饮)+$"
)

SHORTEST_NAME = 2
"""Letters without which a name names nobody."""


def name_key(words: str) -> str:
    """A name without signs, without the town before it and the form of the company behind it."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    letters = "".join(c for c in folded if c.isalnum())
    return _TAILS.sub("", _PLACES.sub("", letters))


def trade_name(words: str) -> str:
    """What a firm is called aloud, its 字号: without what it does and what form it has."""
    key = name_key(words)
    short = _TRADES.sub("", key)
    return short if len(short) >= SHORTEST_NAME else key


def same_firm(asked: str, said: str) -> bool:
    """Whether ``asked`` may mean this firm: all of its name as it is folded, or its 字号 alone."""
    return name_key(asked) in {name_key(said), trade_name(said)}


def name_keys(*names: str) -> tuple[str, ...]:
    """The keys of several names, each once, without those that name nobody."""
    keys = dict.fromkeys(map(name_key, names))
    return tuple(key for key in keys if len(key) >= SHORTEST_NAME)
