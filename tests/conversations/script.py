"""A conversation as a file that can be read aloud: 工人说, 工人收到, 住建局按, 过了.

    标题: 一条消息说清楚
    开始: 2026-11-23 12:00          # the clock of Luoyang at the first step
    写法: 原文                       # the sentences themselves; 词条 names texts by key
    人物: {工人: worker, 住建局: HOUS handler}   # officers are enrolled before the first step
    晨报: 有                          # clocks are watched every morning; left out mostly
    步骤:
    - 工人说: 老板欠我钱
    - 工人收到: |- …
      按钮: [[工地, 厂里], [店里, 别的]]
    - 工人按: 工地

What a person does:
    说 writes (``遍``: the words so many times) · 按 presses the newest button of that label (``序``: that of the n-th newest message
    with it; ``谁的``: another person's) · 回复 answers the newest message (``那条``: the newest that
    holds these words or has this key) · 发 sends 照片 语音 视频 文件 相册 位置 远处位置 名片 贴纸 大文件
    (``写着``: the caption) · 改 edits the last message · 在群里说 · 伪造按钮 presses data of one's own

What else happens:
    过了 (``2h``, ``11m``, ``3d``) · 到了 (``2026-11-25 09:00``) · 重启 (the process starts anew) · 注 (nothing)

``原处: true`` on a message: it took the place of one that stood in the chat before.

Every message to every person stands in the script, after what caused it. The order is that in
which each person sees theirs; between two persons it may be any.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

from casework.deadlines import SHANGHAI
from tests.conversations.words import MINUTE

FOLDER = Path(__file__).parent
ACTS = ("在群里说", "伪造按钮", "说", "按", "回复", "发", "改")
TOLD = "收到"
_SPAN = re.compile(r"(\d+)([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, kw_only=True)
class Script:
    """One file; ``about`` is everything but its steps."""

    about: dict[str, Any]
    steps: tuple[dict[str, Any], ...]

    @property
    def starts(self) -> datetime:
        """The instant of the first step."""
        return datetime.strptime(str(self.about["开始"]), MINUTE).replace(tzinfo=SHANGHAI)

    @property
    def people(self) -> dict[str, str]:
        """Who takes part: ``worker``, ``staff`` (not enrolled), or unit and role."""
        people: dict[str, str] = self.about["人物"]
        return people

    @property
    def literal(self) -> bool:
        """Whether the sentences themselves stand in it."""
        return bool(self.about["写法"] == "原文")


@dataclass(frozen=True, kw_only=True)
class Act:
    """What a person does, with how it is meant."""

    who: str
    verb: str
    what: str
    how: dict[str, Any]


def act_in(step: dict[str, Any], people: dict[str, str]) -> Act | None:
    """The act of a step; None where a step is no person's act."""
    said = next(iter(step))
    for who in people:
        verb = str(said).removeprefix(who)
        if str(said).startswith(who) and verb in ACTS:
            return Act(who=who, verb=verb, what=str(step[said]), how=step)
    return None


def told_in(step: dict[str, Any], people: dict[str, str]) -> str | None:
    """To whom a step says that something is told."""
    return next((who for who in people if f"{who}{TOLD}" in step), None)


def passes(step: dict[str, Any], now: datetime) -> datetime:
    """The time after a step."""
    if "到了" in step:
        return datetime.strptime(str(step["到了"]), MINUTE).replace(tzinfo=SHANGHAI)
    for number, unit in _SPAN.findall(str(step.get("过了", ""))):
        now += timedelta(**{_UNITS[unit]: int(number)})
    return now


def read_script(path: Path) -> Script:
    """A script from its file."""
    about = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    steps = tuple(about.pop("步骤"))
    return Script(about=about, steps=steps)


def written_script(script: Script) -> str:
    """The file of a script."""
    yaml = YAML()
    yaml.width = 110
    yaml.indent(mapping=2, sequence=2, offset=0)
    stream = StringIO()
    about = {key: _flow(value) for key, value in script.about.items()}
    yaml.dump({**about, "步骤": [_laid_out(step) for step in script.steps]}, stream)
    return stream.getvalue().replace("\n- ", "\n\n- ")


def _laid_out(step: dict[str, Any]) -> CommentedMap:
    """Long sentences as blocks, arguments in few lines."""
    laid = CommentedMap()
    for key, value in step.items():
        if isinstance(value, str) and "\n" in value:
            laid[key] = LiteralScalarString(value)
        elif key == "填":
            laid[key] = CommentedMap({name: _flow(each) for name, each in value.items()})
        else:
            laid[key] = _flow(value)
    return laid


def _flow(value: Any) -> Any:
    if isinstance(value, dict):
        laid = CommentedMap({key: _flow(each) for key, each in value.items()})
        laid.fa.set_flow_style()
        return laid
    if isinstance(value, list):
        row = CommentedSeq([_flow(each) for each in value])
        row.fa.set_flow_style()
        return row
    return value
