"""Shows what the bots say to a script today: ``python -m tests.conversations.record FILE…``.

It prints the script anew, for a person to read and compare. ``--write`` puts it into the file;
read the difference before committing it. Tests never do this.
"""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conversations.runner import STUCK, record
from tests.conversations.script import read_script, written_script
from tests.conversations.worlds import WORLDS


async def recorded(path: Path) -> str:
    """The file as it would stand today."""
    script = read_script(path)
    world = WORLDS[script.about.get("只在", "console")]
    with TemporaryDirectory(prefix="qingxin-script-") as folder:
        return written_script(await record(script, world, Path(folder)))


def main(arguments: list[str]) -> None:
    """Record every script that is named."""
    for name in (each for each in arguments if each != "--write"):
        text = asyncio.run(recorded(Path(name)))
        if "--write" in arguments and STUCK not in text:
            Path(name).write_text(text, encoding="utf-8")
        sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
