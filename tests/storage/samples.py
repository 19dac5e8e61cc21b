"""Invented people and cases."""

from datetime import datetime, timedelta

from casework.case import Case, Flag, Said, Status, Track, TrackKind
from casework.history import Event, EventKind
from casework.messages import Button, Outgoing, Reply, Urgency, Words
from casework.numbers import case_number
from casework.people import Address, Officer, OfficerRole, Person, PersonId
from casework.transport import RawUpdate
from casework.unit_of_work import UnitOfWork
from tests.database import NOON

ZHANG = Person(id=PersonId("p-zhang"), name="张小满", phone="13800001234")
LI = Person(id=PersonId("p-li"), name="李秋分", phone="13900005678")


def later(minutes: float) -> datetime:
    """That many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def address(person: Person, chat: str = "4711", *, at: datetime = NOON) -> Address:
    """A chat of the worker bot."""
    return Address(person_id=person.id, channel="telegram", chat=chat, valid_from=at)


def tracks(unit: str = "ST-03", status: Status = Status.RECEIVED) -> tuple[Track, ...]:
    """The two that every case has."""
    return (
        Track(kind=TrackKind.LEAD_UNIT, unit=unit, status=status),
        Track(kind=TrackKind.LABOUR_INSPECTION, unit="JC", status=Status.RECEIVED),
    )


def a_case(sequence: int = 1, *, unit: str = "ST-03", opened: datetime = NOON) -> Case:
    """A filed case of one worker."""
    return Case(
        id=f"c-{sequence}",
        number=case_number("JX", 2026, sequence),
        opened_at=opened,
        first_message_at=opened,
        filed_at=opened,
        said=Said(site="谷水桥工地", boss="王老板", first_words="谷水桥那边欠我两万八"),
        prior_complaint="找过街道一次",
        flags=frozenset({Flag.EMERGENCY, Flag.MINOR}),
        tracks=tracks(unit),
    )


async def open_case(unit: UnitOfWork, *, lead: str = "ST-03", opened: datetime = NOON) -> Case:
    """A new case with the next number, and the first link of its chain."""
    number = await unit.cases.next_number("JX", 2026)
    case = a_case(int(number[7:14]), unit=lead, opened=opened)
    assert case.number == number
    await unit.cases.add(case)
    await unit.history.append(said(case.id, "谷水桥那边欠我两万八"))
    return case


def said(case_id: str, words: str, *, at: datetime = NOON) -> Event:
    """A message of the worker as an event."""
    return Event(
        case_id=case_id,
        kind=EventKind.SAID,
        at=at,
        by_person=ZHANG.id,
        facts={"length": len(words), "voice": False},
        personal={"words": words, "name": ZHANG.name},
        source_message="1",
    )


def officer(number: int = 1, *, unit: str = "ST-03", person: Person = LI) -> Officer:
    """An enrolled handler."""
    return Officer(
        id=f"o-{unit}-{number}",
        person_id=person.id,
        unit=unit,
        role=OfficerRole.HANDLER,
        code=f"{unit}-{number}",
        enrolled_at=NOON,
    )


def update(number: int, *, chat: str = "4711", body: bytes = b"{}") -> RawUpdate:
    """A raw update of the worker bot."""
    return RawUpdate(
        channel="telegram",
        update_id=str(number),
        conversation=chat,
        message_id=f"m{number}",
        body=body,
    )


def outgoing(
    key: str = "hello",
    *,
    chat: str = "4711",
    urgency: Urgency = Urgency.REPLY,
    case_id: str | None = None,
    live: str = "",
) -> Outgoing:
    """A message to a worker."""
    button = Button(label=Words(key="button-yes"), data="yes")
    return Outgoing(
        channel="telegram",
        chat=chat,
        language="zh-CN",
        reply=Reply(
            key=key, args={"name": "张小满", "day": NOON.date()}, buttons=((button,),), live=live
        ),
        urgency=urgency,
        case_id=case_id,
    )
