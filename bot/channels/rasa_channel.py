"""The words in Rasa's action calls, as messages of one channel; no library is needed for it.

An action call carries the whole tracker and the domain. The inbox keeps of it what was said last:
the rest is Rasa's own memory, and holds every word once more.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channels.channel import FileGone, FileToSend, Limits, UnreadableUpdate
from bot.channels.rendered import Rendered, RenderedButton
from casework.messages import Desk, Incoming
from casework.transport import Delivered, Fate, RawUpdate

NAME = "rasa"
"""The channel's name, in every table."""

BUTTON = "/qingxin_button"
"""The intent that our buttons stand for in a Rasa domain; the entity ``data`` is what they send."""

LONGEST_TEXT = 20_000
"""Characters. Rasa's channels have their own limits, most of them far below."""

ASKING = {"action_status": "w:status", "action_legal_aid": "w:legal"}
"""Actions that ask by themselves, whatever was written, and the button that asks the same."""

_COMMANDS = {
    "complaint": "new",
    "ask_status": "status",
    "ask_legal_aid": "legal",
    "ask_next": "next",
    "ask_privacy": "privacy",
    "add_evidence": "evidence",
    "greeting": "start",
}
_PAYLOAD = re.compile(r"/(\w+)(?:@[\d.]+)?(?:\{.*\})?", re.DOTALL)
_EXTERNAL = "EXTERNAL: "
"""What Rasa writes as the text of an intent that nobody said (``trigger_intent``)."""

Call = Mapping[str, Any]


class RasaChannel:
    """`bot.channels.channel.Channel` of whoever talks to a Rasa server.

    Messages are collected, with the answer to the next action call; nothing can be pushed.
    """

    name = NAME
    desk = Desk.WORKER
    limits = Limits()
    reach = timedelta(days=2)
    """What nobody has collected by then is told by an officer, on the telephone or on paper."""

    def envelope(self, body: bytes) -> RawUpdate:
        """See `bot.channels.channel.Channel.envelope`: an action call as it is posted."""
        return self.update(_load(body))

    def update(self, call: Call) -> RawUpdate:
        """The same of an action call that has been read already."""
        cut = _cut(call)
        return RawUpdate(
            channel=self.name,
            update_id=cut["update_id"],
            conversation=cut["sender_id"],
            message_id=cut["message_id"],
            body=json.dumps(cut).encode(),
        )

    def parse(self, body: bytes, received_at: datetime) -> Incoming | None:
        """See `bot.channels.channel.Channel.parse`; None for an intent that nobody said."""
        cut = _load(body)
        text, button = cut["text"], ASKING.get(cut["next_action"])
        if button is None:
            if text.startswith(_EXTERNAL) or not (text or cut["files"]):
                return None
            button = pressed(text)
        return Incoming(
            desk=self.desk,
            channel=self.name,
            update_id=cut["update_id"],
            message_id=cut["message_id"],
            chat=cut["sender_id"],
            sender=cut["sender_id"],
            at=_instant(cut["timestamp"]) or received_at,
            text="" if button is not None else _command(text),
            button=button,
            language=cut["language"],
            unsupported="file" if button is None and not text else None,
        )

    async def acknowledge_button(self, update: RawUpdate) -> None:
        """Rasa's channels show no waiting sign that is ours."""

    async def fetch(self, handle: str) -> bytes:
        """No file comes through an action call."""
        raise FileGone(handle)

    def parts(self, rendered: Rendered, file: FileToSend | None = None) -> int:
        """Rasa takes any length."""
        return 1

    async def send(
        self, chat: str, rendered: Rendered, file: FileToSend | None = None, *, skip: int = 0
    ) -> Delivered:
        """Nothing can be pushed through an action call."""
        return Delivered(fate=Fate.DEAD, reason="only collected")

    async def edit(self, chat: str, message_id: str, rendered: Rendered) -> Delivered:
        """Nothing that was collected can be changed."""
        return Delivered(fate=Fate.DEAD, reason="only collected")

    async def close(self) -> None:
        """Nothing is open."""


def payload(button: RenderedButton) -> dict[str, str]:
    """A button as Rasa shows it: pressed, its payload comes back as a message."""
    data = json.dumps({"data": button.data}, ensure_ascii=False)
    return {"title": button.label, "payload": f"{BUTTON}{data}"}


def pressed(text: str) -> str | None:
    """What a pressed button of ours carries, "" for one that was spoilt; None for other words."""
    if not text.startswith(BUTTON):
        return None
    try:
        data = json.loads(text.removeprefix(BUTTON))["data"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
    return data if isinstance(data, str) else ""


def _command(text: str) -> str:
    """``/intent{…}``, as somebody else's button sends it, is our command of that meaning."""
    found = _PAYLOAD.fullmatch(text.strip())
    return f"/{_COMMANDS.get(found[1], found[1])}" if found else text


def _load(body: bytes) -> dict[str, Any]:
    try:
        call = json.loads(body)
    except (ValueError, RecursionError):
        raise UnreadableUpdate("no action call") from None
    if not isinstance(call, dict):
        raise UnreadableUpdate("no action call")
    return call


def _cut(call: Call) -> dict[str, Any]:
    """What was said last, and by whom. Several actions may run for it: it is taken in once."""
    tracker = _mapping(call.get("tracker"))
    latest = _mapping(tracker.get("latest_message"))
    event = _last_said(tracker.get("events"))
    metadata = _mapping(latest.get("metadata") or event.get("metadata"))
    action = storable(call.get("next_action"))
    sender = storable(call.get("sender_id") or tracker.get("sender_id"))
    known = latest.get("message_id") or event.get("message_id") or event.get("timestamp")
    message_id = storable(known) or _digest(call)
    return {
        "update_id": json.dumps([sender, message_id, action if action in ASKING else ""]),
        "next_action": action,
        "sender_id": sender,
        "message_id": message_id,
        "text": storable(latest.get("text"))[:LONGEST_TEXT],
        "timestamp": event.get("timestamp"),
        "language": storable(metadata.get("language")) or None,
        "files": bool(metadata.get("files")),
    }


def _last_said(events: object) -> Mapping[str, Any]:
    newest_first = reversed(events) if isinstance(events, list) else iter(())
    return next((e for e in map(_mapping, newest_first) if e.get("event") == "user"), {})


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def storable(value: object) -> str:
    """Half characters and NUL are what no database takes."""
    if value is None or isinstance(value, (Mapping, list)):
        return ""
    return str(value).replace("\x00", "").encode(errors="replace").decode()


def _digest(call: Call) -> str:
    return hashlib.sha256(json.dumps(call, sort_keys=True).encode()).hexdigest()


def _instant(timestamp: object) -> datetime | None:
    if not isinstance(timestamp, (int, float)):
        return None
    try:
        return datetime.fromtimestamp(timestamp, UTC)
    except (ValueError, OverflowError, OSError):
        return None
