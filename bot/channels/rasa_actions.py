"""Rasa's custom actions: what is said goes to our handlers, what they answer is uttered.

The only module that knows rasa-sdk. `rasa_sdk.endpoint` is not used: its server binds every
interface, wants everything picklable, and repeats the whole request in an error.
"""

from collections.abc import Mapping
from typing import Any

import structlog
from rasa_sdk import Action, FormValidationAction, Tracker  # type: ignore[import-untyped]
from rasa_sdk.events import SlotSet, UserUtteranceReverted  # type: ignore[import-untyped]
from rasa_sdk.executor import (  # type: ignore[import-untyped]
    ActionExecutor,
    CollectingDispatcher,
)
from rasa_sdk.interfaces import (  # type: ignore[import-untyped]
    ActionMissingDomainException,
    ActionNotFoundException,
)

from bot.app import App
from bot.channels.rasa_channel import ASKING, NAME, RasaChannel, payload, storable
from bot.channels.rendered import Rendered
from bot.collecting import Collecting
from casework.conversation_state import Answer
from casework.messages import Reply
from casework.worker_forms import COMPLAINT
from handlers.context import Context
from handlers.worker.preview_route import PreviewRoute, preview_route
from nlu.report import plain_value

MIRRORED = ("place_kind", "site", "employer", "amount", "headcount", "months", "name", "phone")
"""Answers of ours that a Rasa tracker is told as slots."""

OVERRULED = ("action_restart", "action_back", "action_default_fallback")
"""Rasa's own answers to the intents of these names, which no rule can change; ours instead."""

Json = dict[str, Any]
Events = list[Json]

_log = structlog.get_logger(__name__)


class RasaActions:
    """The actions of one house, as an unmodified Rasa server calls them."""

    def __init__(self, app: App, collecting: Collecting) -> None:
        channel = RasaChannel()
        self._executor = ActionExecutor()
        for name in ("action_qingxin", *OVERRULED, *ASKING):
            self._executor.register_action(PassOn(name, channel, collecting))
        self._executor.register_action(PreviewTheRoute(app, collecting))
        self._executor.register_action(ValidateComplaintForm(app, channel, collecting))

    @property
    def names(self) -> tuple[str, ...]:
        """Every action that can be called."""
        return tuple(self._executor.actions)

    async def answer(self, call: object) -> tuple[int, Json | None]:
        """HTTP status and body for a posted action call; an error repeats nothing of it."""
        read = _read(call)
        if read is None:
            return 400, {"error": "this is no action call"}
        try:
            result = await self._executor.run(read)
        except ActionNotFoundException:
            return 404, {"error": "no such action", "action_name": ""}
        except ActionMissingDomainException as missing:
            return 449, {"error": "send the domain, too", "action_name": missing.action_name}
        except Exception as error:  # noqa: BLE001 — its text may quote what somebody wrote
            _log.error("action failed", error=type(error).__name__)
            return 500, {"error": "the action failed"}
        return 200, result.model_dump() if result else None


class PassOn(Action):  # type: ignore[misc]
    """Hands the last message to the handlers, or asks what this action asks."""

    def __init__(self, name: str, channel: RasaChannel, collecting: Collecting) -> None:
        self._name = name
        self._channel = channel
        self._collecting = collecting

    def name(self) -> str:
        """The action's name in a domain."""
        return self._name

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Json
    ) -> Events:
        """Utter what comes back, and whatever has waited for this chat."""
        del domain
        update = self._channel.update(_call(self._name, tracker))
        _utter(dispatcher, await self._collecting.answer(update))
        # No rule follows the fallback: without this it is predicted until Rasa falls silent.
        return [UserUtteranceReverted()] if self._name == "action_default_fallback" else []


class PreviewTheRoute(Action):  # type: ignore[misc]
    """Says which unit would be proposed for what has been told so far."""

    def __init__(self, app: App, collecting: Collecting) -> None:
        self._app = app
        self._collecting = collecting

    def name(self) -> str:
        """The action's name in a domain."""
        return "action_routing_preview"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Json
    ) -> Events:
        """Utter what waits, then the proposal."""
        del domain
        chat: str = tracker.sender_id
        waiting = await self._collecting.collect(chat)
        proposal = await self._collecting.say(chat, await self._proposal(chat))
        _utter(dispatcher, (*waiting, proposal))
        return []

    async def _proposal(self, chat: str) -> Reply:
        async with self._app.unit_of_work() as uow:
            ctx = Context(uow=uow, house=self._app.house, now=self._app.now())
            return await preview_route(PreviewRoute(channel=NAME, chat=chat), ctx)


class ValidateComplaintForm(FormValidationAction):  # type: ignore[misc]
    """Keeps a Rasa form in step with our conversation, which asks and checks by itself.

    The slots are always set, also to nothing: a form that validates no slot is rejected by Rasa,
    and what was uttered in it is lost. ``requested_slot`` is our open question; None ends the form.
    """

    def __init__(self, app: App, channel: RasaChannel, collecting: Collecting) -> None:
        self._app = app
        self._pass_on = PassOn(self.name(), channel, collecting)

    def name(self) -> str:
        """Rasa calls it by the form's name."""
        return "validate_complaint_form"

    async def get_extraction_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Json
    ) -> Events:
        """Serve the message, then tell the slots what has been understood."""
        await self._pass_on.run(dispatcher, tracker, domain)
        async with self._app.unit_of_work() as uow:
            chat: str = tracker.sender_id
            state = await uow.conversations.load(NAME, chat)
            person = await uow.people.at(NAME, chat)
            cases = await uow.cases.of_person(person.id) if person else ()
        slots: dict[str, Any] = {"case_number": cases[0].number if cases else None}
        asked = None
        if state.form == COMPLAINT.id:
            slots |= mirrored(state.answers)
            asked = state.asked or None
        return [*(SlotSet(*slot) for slot in slots.items()), SlotSet("requested_slot", asked)]

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Json
    ) -> Events:
        """The conversation has checked them: they stand as they were mirrored."""
        del dispatcher, domain
        return [SlotSet(*slot) for slot in tracker.slots_to_validate().items()]

    async def next_requested_slot(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Json
    ) -> None:
        """Mirrored with the others."""


def mirrored(answers: Mapping[str, Answer]) -> Json:
    """Answers as plain values: sums in yuan, a range as a pair; None where there is none."""
    known = {**answers, "site": answers.get("project_name") or answers.get("site")}
    values = {name: known.get(name) for name in MIRRORED}
    return {
        name: None if value is None or isinstance(value, tuple) else plain_value(value)
        for name, value in values.items()
    }


def _utter(dispatcher: CollectingDispatcher, told: tuple[Rendered, ...]) -> None:
    for rendered in told:
        buttons = [payload(button) for row in rendered.buttons for button in row]
        dispatcher.utter_message(text=rendered.text, buttons=buttons)


def _call(action: str, tracker: Tracker) -> Json:
    return {
        "next_action": action,
        "sender_id": tracker.sender_id,
        "tracker": {"latest_message": tracker.latest_message, "events": tracker.events},
    }


def _read(call: object) -> Json | None:
    """The call with the parts that the executor takes for granted; None where nobody speaks."""
    tracker = call.get("tracker") if isinstance(call, dict) else None
    if not isinstance(call, dict) or not isinstance(tracker, dict):
        return None
    sender = storable(tracker.get("sender_id"))
    if not sender.strip():
        return None
    events, slots = tracker.get("events"), tracker.get("slots")
    sure = {
        "sender_id": sender,
        "events": [e for e in events if isinstance(e, dict) and "event" in e]
        if isinstance(events, list)
        else [],
        "slots": dict(slots) if isinstance(slots, dict) else {},
    }
    return {**call, "tracker": {**tracker, **sure}}
