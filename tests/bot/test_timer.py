"""The timer: due rows of the night."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import open_app
from bot.channels.console import Console
from bot.settings import Settings
from casework.messages import Desk
from casework.people import Invitation, OfficerRole
from handlers.context import Context
from handlers.timed.publish_daily_head import plan_daily_head
from storage.audit import verify

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


async def test_supervisors_get_the_head_of_every_day(tmp_path: Path) -> None:
    """After midnight one hash over all histories goes out, once, and the next night is planned."""
    clock = [NOON]
    shown: list[tuple[str, str]] = []
    settings = Settings(
        database_url=f"sqlite:///{tmp_path}/q.db", evidence_url=str(tmp_path / "evidence")
    )
    async with open_app(settings, now=lambda: clock[0], keys=tmp_path / "keys") as app:
        officers = Console(
            Desk.OFFICER, now=app.now, show=lambda chat, text: shown.append((chat, text))
        )
        line = app.line([officers])
        async with app.unit_of_work() as uow:
            for role in (OfficerRole.SUPERVISOR, OfficerRole.TRIAGE):
                tomorrow = NOON + timedelta(days=1)
                invitation = Invitation(unit="OFF", role=role, expires_at=tomorrow)
                await uow.officers.invite(invitation, f"code-{role}")
            await plan_daily_head(Context(uow=uow, house=app.house, now=NOON), NOON.date())
        for chat in ("supervisor", "triage"):
            await app.inbox.receive(officers.line(chat, f"code-{chat}"), app.now())
        await line.settle()
        shown.clear()

        for _ in range(2):  # the second night comes by itself
            clock[0] += timedelta(days=1)
            await line.settle()
            await line.settle()

        assert ["supervisor", "supervisor"] == [chat for chat, _ in shown]
        assert "2026年11月23日" in shown[0][1]
        assert "2026年11月24日" in shown[1][1]
        assert () == await verify(app.engine, app.sealer)
