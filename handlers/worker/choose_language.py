"""Chinese or English, by words or by button; kept with the person."""

from dataclasses import replace

from casework.messages import Button, Reply, Words
from handlers.worker.turn import Turn

LANGUAGES = {"en": ("english", "英文", "英语"), "zh-CN": ("中文", "汉语", "chinese", "普通话")}


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
