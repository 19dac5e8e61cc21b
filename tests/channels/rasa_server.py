"""A stand-in for a Rasa server: what it posts for a message, and what it makes of the answer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

Json = dict[str, Any]
Answer = Callable[[Json], Awaitable[tuple[int, Any]]]

PROJECT = Path(__file__).parents[2] / "nlu" / "rasa"


@cache
def domain() -> Json:
    """The domain of our Rasa project, as the server sends it along."""
    loaded: Json = YAML(typ="safe").load((PROJECT / "domain.yml").read_text(encoding="utf-8"))
    return loaded


@cache
def rules() -> list[Json]:
    """The rules of our Rasa project."""
    path = PROJECT / "data" / "rules.yml"
    loaded: Json = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    found: list[Json] = loaded["rules"]
    return found


@dataclass(kw_only=True)
class RasaTalk:
    """One conversation on a Rasa server: its tracker grows with every message and answer."""

    answer: Answer
    sender: str = "5f1c2b"
    events: list[Json] = field(default_factory=list)
    slots: Json = field(default_factory=dict)
    buttons: list[Json] = field(default_factory=list)

    def hears(self, text: str, *, intent: str = "nlu_fallback", metadata: Any = None) -> None:
        """Somebody writes: the message is parsed, nothing is called yet."""
        message_id = f"{self.sender}-{len(self.events)}"
        event = {
            "event": "user",
            "timestamp": 1773018000.25 + len(self.events),
            "text": text,
            "input_channel": "rest",
            "message_id": message_id,
            "metadata": metadata or {},
            "parse_data": {
                "intent": {"name": intent, "confidence": 0.93},
                "entities": [],
                "text": text,
                "message_id": message_id,
                "metadata": metadata or {},
                "intent_ranking": [{"name": intent, "confidence": 0.93}],
            },
        }
        self.events += [{"event": "action", "name": "action_listen"}, event]

    def call(self, action: str) -> Json:
        """The body of the request, as the server's remote action forms it."""
        said = [event for event in self.events if event["event"] == "user"]
        return {
            "next_action": action,
            "sender_id": self.sender,
            "tracker": {
                "sender_id": self.sender,
                "slots": dict(self.slots),
                "latest_message": said[-1]["parse_data"] if said else None,
                "latest_event_time": self.events[-1].get("timestamp") if self.events else None,
                "followup_action": None,
                "paused": False,
                "events": list(self.events),
                "latest_input_channel": "rest",
                "active_loop": {},
                "latest_action": {"action_name": "action_listen"},
                "latest_action_name": "action_listen",
            },
            "domain": domain(),
            "version": "3.6.21",
        }

    async def runs(self, action: str) -> list[str]:
        """The server runs an action; the texts that are uttered."""
        status, body = await self.answer(self.call(action))
        assert (200, {"events", "responses"}) == (status, set(body))
        for event in body["events"]:
            assert "slot" == event["event"]
            self.slots[event["name"]] = event["value"]
        for response in body["responses"]:
            self.events.append({"event": "bot", "text": response["text"]})
        self.buttons += [b for response in body["responses"] for b in response["buttons"]]
        return [response["text"] for response in body["responses"]]

    async def says(self, text: str, action: str = "action_qingxin") -> list[str]:
        """Somebody writes, and this action is what the server predicts."""
        self.hears(text)
        return await self.runs(action)

    def payload(self, part: str) -> str | None:
        """What the newest button sends in whose payload this stands."""
        found = (button["payload"] for button in reversed(self.buttons))
        return next((payload for payload in found if part in payload), None)
