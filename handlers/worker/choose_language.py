"""Chinese or English, by words or by button; kept with the person."""

import re
from dataclasses import replace

from casework.messages import Button, Incoming, Reply, Words
from handlers.worker.turn import Turn

LANGUAGES = {"en": ("english", "英文", "英语"), "zh-CN": ("中文", "汉语", "chinese", "普通话")}


_CODE = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,8}[\s_-]?\d[A-Za-z0-9_/-]*")


def first_language(incoming: Incoming) -> str:
    """What a stranger writes in; failing words, what their telephone is set to.

    A code copied from a gate (P101) is no word of any language.
    """
    letters = [c for c in _CODE.sub("", incoming.text) if c.isalpha()]
    if letters and not incoming.text.startswith("/"):
        return "en" if all(c.isascii() for c in letters) else "zh-CN"
    return "en" if (incoming.language or "").lower().startswith("en") else "zh-CN"


async def choose_language(turn: Turn, words: str) -> None:
    """Change the language that the words name; offer both where they name none."""
    text = words.lower()
    wanted = next((k for k, names in LANGUAGES.items() if any(n in text for n in names)), None)
    if wanted is None:
        buttons = tuple(
            Button(label=Words(key=f"language-{code.lower()}"), data=f"w:lang:{code}")
            for code in LANGUAGES
        )
        turn.say(Reply(key="choose-language", buttons=(buttons,)))
        return
    turn.person = replace(turn.person, language=wanted)
    await turn.ctx.uow.people.update(turn.person)
    turn.say(Reply(key="language-set"))
