"""Photos, albums, voices, documents, places and contacts: accepted at any step."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from casework.case import Case
from casework.forms import Hearing
from casework.interview import Heard, begin
from casework.meaning import Intent, Meaning, Reading
from casework.messages import FileKind, Reply
from casework.site_said import near
from casework.worker_forms import WORKER_FORMS
from handlers.kept_files import keep
from handlers.worker.add_evidence import AddEvidence, add_evidence, caption_of
from handlers.worker.find_site import FindSiteNearby, find_site_nearby, streets_nearby
from handlers.worker.turn import Turn

Hear = Callable[[Turn, Heard], Awaitable[None]]


async def receive_files(turn: Turn, hear: Hear) -> None:
    """Attach to the draft, the only case, or the one chosen; without a case, one is opened."""
    if await _is_an_answer(turn, hear):
        return
    if turn.state.form == "complaint" and turn.state.case_id:
        await _attach(turn, await turn.own(turn.state.case_id))
        if not await _asks_which_site(turn):
            await _caption_or_question(turn, hear)
    elif _is_urgent(turn):
        await _caption_or_question(turn, hear)
        await _attach(turn, await turn.own(turn.cases[0].id))
    elif not turn.cases:
        await _open_with(turn, hear)
    elif len(turn.cases) == 1:
        await _attach(turn, turn.cases[0])
    else:
        _ask_which(turn)


def _is_urgent(turn: Turn) -> bool:
    """Danger told with a photo, or the place of somebody in danger: no question comes first."""
    where = turn.incoming.place is not None and turn.state.asked == "danger_where"
    return where or turn.meaning.means(Intent.DANGER)


async def _is_an_answer(turn: Turn, hear: Hear) -> bool:
    """A contact card answers the question for the phone."""
    contact = turn.incoming.contact
    if contact is None or turn.state.asked != "phone":
        return False
    digits = "".join(c for c in contact.phone if c.isdigit())[-11:]
    await hear(turn, Heard(learned={"phone": digits}))
    return True


async def _attach(turn: Turn, case: Case) -> None:
    incoming = turn.incoming
    more = incoming.album is not None and turn.state.album == incoming.album
    request = AddEvidence(
        person_id=turn.person.id,
        case=case,
        files=turn.files,
        caption=incoming.text,
        place=incoming.place,
        contact=incoming.contact,
        more_of_an_album=more,
    )
    reply = await add_evidence(request, turn.ctx)
    if incoming.album is not None:  # how many more will come, nobody knows yet
        reply = Reply(key="album-added", args={"number": case.number})
    if not more:
        turn.say(reply)
    turn.state = replace(turn.state, case_id=case.id, album=incoming.album)


async def _caption_or_question(turn: Turn, hear: Hear) -> None:
    """What was written with a photo is heard like any words; a place says where somebody is."""
    place = turn.incoming.place
    if place is not None and turn.state.asked == "danger_where":
        where = f"{place.latitude:.6f}, {place.longitude:.6f}"
        reading = Reading(intent=Intent.UNKNOWN, confidence=1.0)
        meaning = Meaning(text=where, readings=(reading,))
        await hear(turn, Heard(hearing=Hearing(meaning=meaning, text=where)))
    elif any(c.isalnum() for c in turn.incoming.text):
        hearing = Hearing(meaning=turn.meaning, text=turn.incoming.text)
        await hear(turn, Heard(hearing=hearing))


async def _open_with(turn: Turn, hear: Hear) -> None:
    """A voice or photo alone opens the numbered case; somebody listens or reads."""
    await hear(turn, Heard(command="new", preset={"text": turn.incoming.text}))
    case = turn.case()
    if case is None:
        return
    question = turn.replies.pop() if len(turn.replies) > 1 else None
    await _attach(turn, case)
    if any(f.kind is FileKind.VOICE for f in turn.files):
        turn.say(Reply(key="voice-will-be-heard", args={"number": case.number}))
    if await _asks_which_site(turn):
        return
    if question is not None:
        turn.say(question)
    await _caption_or_question(turn, hear)


async def _asks_which_site(turn: Turn) -> bool:
    """A place shared while the site is not known: those around it are asked about."""
    place, state = turn.incoming.place, turn.state
    if place is None or state.asked == "danger_where" or state.answers.get("project"):
        return False
    rows = find_site_nearby(FindSiteNearby(place=place), turn.ctx)
    if not rows and state.asked not in _ABOUT_THE_SITE:
        return False
    result = near(state, rows)
    streets = streets_nearby(FindSiteNearby(place=place), turn.ctx)
    answers = {**result.conversation.answers, "near_streets": streets}
    turn.state = replace(result.conversation, answers=answers)
    turn.say(*(effect for effect in result.effects if isinstance(effect, Reply)))
    return True


_ABOUT_THE_SITE = frozenset({"place_kind", "site", "site_choice", "where"})


def _ask_which(turn: Turn) -> None:
    incoming = turn.incoming
    before = turn.state.answers if turn.state.form == "attach" else {}
    earlier, held = before.get("held"), tuple(keep(file) for file in turn.files)
    rows = (*earlier, *held) if isinstance(earlier, tuple) else held
    said = caption_of(incoming.text, incoming.place, incoming.contact)
    words = "\n".join(filter(None, (str(before.get("text") or ""), said)))
    cases = tuple(f"{c.id}|{c.number}" for c in turn.cases)
    result = begin(
        turn.state,
        WORKER_FORMS["attach"],
        Heard(cases=cases),
        {"held": rows, "text": words},
    )
    turn.state = result.conversation
    turn.say(*(e for e in result.effects if isinstance(e, Reply)))
