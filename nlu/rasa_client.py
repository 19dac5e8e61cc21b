"""The interpreter over a Rasa server's ``/model/parse``, and our own answer in that shape.

A server that is slow, down or talks nonsense never stops a conversation: the local interpreter
answers instead, and the log and a counter say so.
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import aiohttp
import structlog
from prometheus_client import Counter

from casework.meaning import Fact, Intent, Interpreter, Meaning, Reading
from nlu.report import plain_value

_log = structlog.get_logger(__name__)

FALLBACKS = Counter(
    "qingxin_rasa_fallbacks_total",
    "Messages that the local interpreter read because the Rasa server did not answer.",
    ["why"],
)

LARGEST_ANSWER = 1_000_000
"""Bytes; no parse of a message is larger."""


FAILURES = 3
"""So many times in a row without an answer, and the server is left alone for a while."""

UNDERSTOOD = 0.25
"""A server ranks every intent that it knows; what is less likely has not been said."""

_NOT_UNDERSTOOD = "nlu_fallback"

REST = 30.0
"""Seconds in which no message waits for a server that is down."""


class RasaInterpreter:
    """Intents from a Rasa server, facts from the local interpreter.

    Facts stay local: no server reads 两万八 right, and wrong money is the worst error. Danger and
    abuse that the local rules see are kept whatever the server says.
    """

    def __init__(
        self,
        url: str,
        local: Interpreter,
        session: aiohttp.ClientSession,
        *,
        seconds: float = 2.0,
        token: str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url.rstrip("/") + "/model/parse"
        self._local = local
        self._session = session
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._params = {"token": token} if token else {}
        self._clock = clock
        self._failed = 0
        self._until = float("-inf")

    async def interpret(self, text: str, *, on: date) -> Meaning:
        """The meaning of a text; the local one where the server fails."""
        meaning = await self._local.interpret(text, on=on)
        if not text.strip():  # a photo: no server makes anything of it, and ours is not to blame
            return meaning
        if self._clock() < self._until:
            FALLBACKS.labels(why="resting").inc()
            return meaning
        try:
            answer = await self._ask(text)
            said = readings(answer)
        except (TimeoutError, aiohttp.ClientError, ValueError, LookupError, TypeError) as wrong:
            why = type(wrong).__name__
            FALLBACKS.labels(why=why).inc()
            self._failed += 1
            if self._failed >= FAILURES:
                self._until = self._clock() + REST
            _log.warning("rasa_fallback", why=why, resting=self._failed >= FAILURES)
            return meaning
        self._failed = 0
        return _joined(meaning, said)

    async def _ask(self, text: str) -> Mapping[str, Any]:
        body = {"text": text.encode("utf-8", "replace").decode()}
        async with self._session.post(
            self._url, json=body, params=self._params, timeout=self._timeout
        ) as response:
            response.raise_for_status()
            body_read = await response.content.read(LARGEST_ANSWER + 1)
            while not response.content.at_eof() and len(body_read) <= LARGEST_ANSWER:
                body_read += await response.content.read(LARGEST_ANSWER + 1 - len(body_read))
        if len(body_read) > LARGEST_ANSWER:
            raise ValueError("the answer is too large")
        answer = json.loads(body_read)
        if not isinstance(answer, dict):
            raise TypeError("the answer is no object")
        return answer


def readings(answer: Mapping[str, Any]) -> tuple[Reading, ...]:
    """The readings in a ``/model/parse`` answer; intents that we do not know are dropped.

    Empty where the server's own FallbackClassifier says that it has not understood.

    Raises LookupError, TypeError or ValueError where the answer has another shape.
    """
    if answer["intent"]["name"] == _NOT_UNDERSTOOD:
        return ()
    ranking = answer.get("intent_ranking") or [answer["intent"]]
    known = {intent.value: intent for intent in Intent}
    found = [
        Reading(
            intent=known[item["name"]], confidence=min(1.0, max(0.0, float(item["confidence"])))
        )
        for item in ranking
        if item["name"] in known
    ]
    if not found:
        raise LookupError("no intent that we know")
    return tuple(sorted(found, key=lambda reading: -reading.confidence))


def _joined(local: Meaning, said: tuple[Reading, ...]) -> Meaning:
    if not said:
        return local
    beside = tuple(
        reading
        for reading in local.readings
        if reading.intent in (Intent.DANGER, Intent.ABUSE) and reading.confidence >= 0.5
    )
    danger = tuple(reading for reading in beside if reading.intent is Intent.DANGER)
    abuse = tuple(reading for reading in beside if reading.intent is Intent.ABUSE)
    kept = {reading.intent for reading in beside}
    others = tuple(r for r in said if r.intent not in kept and r.confidence >= UNDERSTOOD)
    return replace(local, readings=(*danger, *others, *abuse) or local.readings)


def as_parse(meaning: Meaning) -> dict[str, Any]:
    """A meaning in the shape of a ``/model/parse`` answer."""
    ranking = [
        {"name": reading.intent.value, "confidence": reading.confidence}
        for reading in meaning.readings
    ]
    return {
        "text": meaning.text,
        "intent": ranking[0],
        "intent_ranking": ranking,
        "entities": [_entity(fact) for fact in meaning.facts],
    }


def _entity(fact: Fact) -> dict[str, Any]:
    entity: dict[str, Any] = {
        "entity": fact.name.value,
        "value": plain_value(fact.value),
        "start": fact.start,
        "end": fact.end,
        "confidence_entity": fact.confidence,
        "extractor": "qingxin",
    }
    if fact.role:
        entity["role"] = fact.role
    return entity
