"""The demonstration plays the real pipeline, and notices what does not come."""

import io

from rich.console import Console

from bot.demo import COMPLAINT, MOST_MESSAGES, run_demo


async def _played(complaint: str = COMPLAINT) -> tuple[int, str]:
    out = io.StringIO()
    code = await run_demo(Console(file=out, width=80, highlight=False), complaint=complaint)
    return code, out.getvalue()


async def test_a_whole_case() -> None:
    """From one message to the money, readable in a pipe; the history is intact at the end."""
    code, shown = await _played()

    assert code == 0, shown
    assert "\x1b" not in shown
    assert "南昌路街道办事处" in shown
    filed = next(line for line in shown.splitlines() if "filed with" in line)
    assert int(filed.split("filed with ")[1].split()[0]) <= MOST_MESSAGES
    for said in ("机器人 → 工人", "/inbox", "到哪一步了", "〔按〕全到了", "events is intact"):
        assert said in shown


async def test_what_does_not_come_is_a_failure() -> None:
    """A complaint that cannot be filed in six messages ends with a line and exit code 1."""
    code, shown = await _played("老板欠我工资")

    assert code == 1
    assert "The demonstration failed: 工人" in shown
