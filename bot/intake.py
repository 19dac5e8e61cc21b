"""From a received row to a commit: prepare without a transaction, then act in one.

A file is fetched, kept as sent and hashed, and the words are interpreted, before a unit of work
is opened. State, events, answers and the row's *done* are one commit.
"""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.channels.channel import Channel, ChannelError, FileGone, FileTooLarge, UnreadableUpdate
from casework.deadlines import SHANGHAI
from casework.errors import AlreadyDone, ChangedMeanwhile
from casework.meaning import Meaning
from casework.messages import Incoming, KeptFile, Outgoing, Reply
from casework.transport import ClaimedUpdate, Inbox, RawUpdate
from casework.unit_of_work import UnitOfWork, UnitOfWorkFactory
from casework.work import ItemKind, WorkItem
from handlers.context import Context, House
from handlers.dispatch import dispatch

MOST_TRIES = 3
"""A row that fails this often becomes a work item for a person."""

MOST_RACES = 5
"""A unit of work that lost a race for a case begins anew so often before that counts as a try."""

MOST_TRIES_OF_A_PLATFORM = 12
"""A platform that does not hand a file over is asked for about two hours."""

SIDE_BY_SIDE = 8
"""Conversations served at the same time by one process."""

LOOK_AGAIN = 1.0
"""Seconds after which the inbox is asked without having been nudged: leases may have ended."""

LONGEST_TEXT = 4096

_log = structlog.get_logger(__name__)


class Intake:
    """Works through the inbox; any number may work side by side."""

    def __init__(
        self,
        inbox: Inbox,
        *,
        channels: Iterable[Channel],
        unit_of_work: UnitOfWorkFactory,
        house: House,
        now: Callable[[], datetime],
        answered: Callable[[], None] = lambda: None,
    ) -> None:
        self._inbox = inbox
        self._channels: Mapping[str, Channel] = {c.name: c for c in channels}
        self._unit_of_work = unit_of_work
        self._house = house
        self._now = now
        self._answered = answered
        self._wake = asyncio.Event()

    def nudge(self) -> None:
        """Something was received: look at once."""
        self._wake.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until told to stop; a message at work is finished first."""
        await asyncio.gather(*(self._serve_until(stop) for _ in range(SIDE_BY_SIDE)))

    async def _serve_until(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            self._wake.clear()
            try:
                claimed = await self._claim()
            except Exception as error:  # noqa: BLE001 — a busy database must not end the intake
                _log.error("inbox cannot be read", error=type(error).__name__)
                claimed = None
            if claimed is not None:
                await self._serve(claimed)
                continue
            waits = {asyncio.ensure_future(self._wake.wait()), asyncio.ensure_future(stop.wait())}
            await asyncio.wait(waits, timeout=LOOK_AGAIN, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()

    async def run_once(self) -> int:
        """Serve what has been received; how many rows it was."""
        served = 0
        while (claimed := await self._claim()) is not None:
            await self._serve(claimed)
            served += 1
        return served

    async def _claim(self) -> ClaimedUpdate | None:
        return await self._inbox.claim(self._now(), channels=frozenset(self._channels))

    async def _serve(self, claimed: ClaimedUpdate) -> None:
        try:
            await self._act(claimed)
        except AlreadyDone:
            # Our lease ran out and another process has served it: what we did was rolled back.
            _log.info("message was served by another process", row=claimed.row_id)
        except UnreadableUpdate:
            await self._failed(claimed, "UnreadableUpdate", most=1)
        except ChannelError as error:
            await self._failed(claimed, type(error).__name__, most=MOST_TRIES_OF_A_PLATFORM)
        except Exception as error:  # noqa: BLE001 — one message must not stop the others
            await self._failed(claimed, type(error).__name__, most=MOST_TRIES)
        self._answered()

    async def _failed(self, claimed: ClaimedUpdate, error: str, *, most: int) -> None:
        """Try again, later each time; what fails too often becomes a person's item."""
        _log.error("message failed", row=claimed.row_id, tries=claimed.attempts, error=error)
        if claimed.attempts >= most:
            await self._give_up(claimed, error)
            return
        wait = timedelta(seconds=2.0 ** min(claimed.attempts, 10))
        await self._inbox.release(claimed.row_id, error=error, next_at=self._now() + wait)

    async def _act(self, claimed: ClaimedUpdate) -> None:
        channel = self._channels[claimed.update.channel]
        incoming = channel.parse(claimed.update.body, claimed.received_at)
        if incoming is None:
            async with self._unit_of_work() as uow:
                await uow.inbox.done(claimed.row_id)
            return
        incoming, files = await self._fetched(channel, _storable(incoming))
        meaning = await self._meaning(incoming)
        for races_left in reversed(range(MOST_RACES)):
            try:
                async with self._unit_of_work() as uow:
                    ctx = Context(
                        uow=uow, house=self._house, now=self._now(), source=claimed.row_id
                    )
                    await dispatch(incoming, meaning, files, ctx)
                    await uow.inbox.done(claimed.row_id)
            except ChangedMeanwhile:
                if not races_left:
                    raise
            else:
                return

    async def _fetched(
        self, channel: Channel, incoming: Incoming
    ) -> tuple[Incoming, tuple[KeptFile, ...]]:
        kept = []
        for file in () if incoming.group else incoming.files:
            try:
                content = await channel.fetch(file.handle)
            except FileTooLarge:
                return replace(incoming, files=(), file_too_large=True), ()
            except FileGone:
                return replace(incoming, files=(), unsupported="file gone"), ()
            kept.append(
                KeptFile(
                    kind=file.kind,
                    name=file.name,
                    media_type=file.media_type,
                    size=len(content),
                    sha256=hashlib.sha256(content).hexdigest(),
                    stored_as=await self._house.files.keep(content),
                )
            )
        return incoming, tuple(kept)

    async def _meaning(self, incoming: Incoming) -> Meaning:
        on = incoming.at.astimezone(SHANGHAI).date()
        return await self._house.interpreter.interpret(incoming.text[:LONGEST_TEXT], on=on)

    async def _give_up(self, claimed: ClaimedUpdate, error: str) -> None:
        """A person's item, and a word to whoever wrote: nobody waits in silence.

        The item comes first: killed in between, the row comes again and both stay single.
        """
        async with self._unit_of_work() as uow:
            new = await uow.work.add(
                WorkItem(
                    id=self._house.new_id(),
                    kind=ItemKind.BROKEN_MESSAGE,
                    unit=self._house.district.arrears_office,
                    key=f"broken:{claimed.row_id}",
                    created_at=self._now(),
                    facts={"row": claimed.row_id, "error": error},
                )
            )
            if new:
                await _apologise(uow, claimed.update)
        await self._inbox.give_up(claimed.row_id, error=error)


def _storable(incoming: Incoming) -> Incoming:
    """No database looks for NUL or half a character; from a person's phone neither means anything."""

    def clean(text: str) -> str:
        return text.replace("\x00", "").encode(errors="replace").decode()

    button = None if incoming.button is None else clean(incoming.button)
    return replace(incoming, text=clean(incoming.text), button=button)


async def _apologise(uow: UnitOfWork, update: RawUpdate) -> None:
    person = await uow.people.at(update.channel, update.conversation)
    await uow.outbox.put(
        Outgoing(
            channel=update.channel,
            chat=update.conversation,
            language=person.language if person else "zh-CN",
            reply=Reply(key="error-unexpected"),
        )
    )
