"""The officer's side of a message: enrol, command, button, card slip."""

import re
from dataclasses import replace

from casework.board_forms import about_the_site
from casework.conversation_state import Answer, Conversation
from casework.errors import QingxinError
from casework.forms import Answers, Hearing, pressed
from casework.meaning import Meaning
from casework.messages import Incoming, KeptFile, Outgoing, Reply, Urgency
from casework.officer_conversation import OfficerHeard
from casework.officer_forms import WITHOUT_FORM
from casework.people import Officer
from handlers.context import Context
from handlers.kept_files import keep
from handlers.officer.add_paper import AddPaper, add_paper
from handlers.officer.boards.inspect_board import AddPhotos, add_photos
from handlers.officer.boards.serve import site_choices
from handlers.officer.desk import Desk
from handlers.officer.enrol import Enrol, enrol
from handlers.officer.ledger.send_ledger import is_ledger
from handlers.officer.ledger.serve import take_file
from handlers.officer.press_button import press_button, step_and_serve
from handlers.officer.serve_command import serve_command

_CODE = re.compile(r"[A-Za-z0-9-]{3,64}")
"""What may be an invitation; a hello or a command is none."""


async def answer_officer(
    incoming: Incoming, meaning: Meaning, files: tuple[KeptFile, ...], ctx: Context
) -> None:
    """Serve one message that came through the officers' door."""
    if incoming.group:
        await _put(ctx, incoming, Reply(key="group-chat"), None)
        return
    officer = await _officer(incoming, ctx)
    if officer is None:
        await _put(ctx, incoming, await _welcome(incoming, ctx), None)
        return
    desk = Desk(ctx=ctx, incoming=incoming, officer=officer)
    state = await ctx.uow.conversations.load(incoming.channel, incoming.chat)
    try:
        state = await _serve(desk, state, meaning, files)
    except QingxinError as error:
        if error.code == QingxinError.code:
            raise  # a fault, no refusal: nothing of it is kept, and it is tried again
        desk.say(Reply(key=error.code, args=error.facts))
        state = replace(state, form="", asked="", answers={})
    state = replace(state, updated_at=ctx.now)
    await ctx.uow.conversations.save(incoming.channel, incoming.chat, state)
    for reply in desk.replies:
        await _put(ctx, incoming, reply, desk.about)


async def _officer(incoming: Incoming, ctx: Context) -> Officer | None:
    person = await ctx.uow.people.at(incoming.channel, incoming.chat)
    officer = await ctx.uow.officers.of_person(person.id) if person else None
    return officer if officer is not None and officer.suspended_at is None else None


async def _welcome(incoming: Incoming, ctx: Context) -> Reply:
    """A stranger is let in by a one-time code only."""
    text = incoming.text.removeprefix("/start").strip()
    if not _CODE.fullmatch(text):
        return Reply(key="officer-who-are-you")
    request = Enrol(channel=incoming.channel, chat=incoming.chat, code=text)
    return await enrol(request, ctx)


async def _put(ctx: Context, incoming: Incoming, reply: Reply, case_id: str | None) -> None:
    await ctx.uow.outbox.put(
        Outgoing(
            channel=incoming.channel,
            chat=incoming.chat,
            language="zh-CN",
            reply=reply,
            urgency=Urgency.REPLY,
            case_id=case_id,
            purpose="card" if case_id else "",
        )
    )


async def _serve(
    desk: Desk, state: Conversation, meaning: Meaning, files: tuple[KeptFile, ...]
) -> Conversation:
    incoming = desk.incoming
    if incoming.unsupported or incoming.file_too_large:
        key = "file-too-large" if incoming.file_too_large else "unsupported-kind"
        desk.say(Reply(key=key))
        return state
    command, line = _command(incoming)
    known = {**await _known(desk), **_of_a_board(desk, state, command, files)}
    if files and incoming.album and incoming.album == state.album:
        desk.say(await add_photos(AddPhotos(officer=desk.officer, photos=files), desk.ctx))
        return state
    if files and "held" not in known:
        await _paper(desk, known, files)
        return state
    if incoming.button and not pressed(incoming.button):
        return await press_button(desk, state, known, incoming.button)
    if command in WITHOUT_FORM:
        await serve_command(desk, command, known)
        return replace(state, form="", asked="", answers={})
    heard = OfficerHeard(
        hearing=Hearing(meaning=meaning, text=line),
        command=command,
        button=pressed(incoming.button) if incoming.button else None,
        known=known,
    )
    album = incoming.album if files else None
    return replace(await step_and_serve(desk, state, heard), album=album)


def _of_a_board(
    desk: Desk, state: Conversation, command: str, files: tuple[KeptFile, ...]
) -> Answers:
    """What an inspection of a rights board asks of this message: a site, or its photos."""
    about: dict[str, Answer] = {}
    if command == "board" or state.asked == "board_site":
        line = _command(desk.incoming)[1]
        about |= site_choices(about_the_site(line), desk.ctx)
    if files and (command == "board" or state.asked == "board_photo"):
        about["held"] = tuple(keep(file) for file in files)
    return about


async def _paper(desk: Desk, known: Answers, files: tuple[KeptFile, ...]) -> None:
    """A file needs a card to belong to, unless it is the ledger's."""
    if "case" not in known and is_ledger(desk.officer, files):
        desk.say(await take_file(desk, files[0]))
        return
    if "case" not in known:
        desk.say(Reply(key="paper-needs-card"))
        return
    case = (await desk.open(str(known["case"]))).case
    request = AddPaper(officer=desk.officer, case=case, files=files, caption=desk.incoming.text)
    desk.say(await add_paper(request, desk.ctx))


def _command(incoming: Incoming) -> tuple[str, str]:
    if not incoming.text.startswith("/"):
        return "", incoming.text
    name, _, line = incoming.text[1:].partition(" ")
    return name.lower() or "help", line.strip()


async def _known(desk: Desk) -> Answers:
    """What may be chosen from, and the case of the card that is being answered."""
    ctx, officer = desk.ctx, desk.officer
    held = await ctx.uow.cases.held_by(officer.unit)
    officers = await ctx.uow.officers.of_unit(officer.unit)
    units = tuple(f"{u.code}|{u.name}" for u in ctx.house.district.units.values())
    known: dict[str, Answer] = {
        "today": ctx.today,
        "prefix": ctx.house.district.prefix,
        "cases": tuple(case.number for case in held),
        "units": units,
        "officers": tuple(f"{o.id}|{o.code}" for o in officers if o.id != officer.id),
        "leaders": tuple(f"{p.code}|{p.name}" for p in ctx.house.district.leaders.values()),
    }
    number = await _answered_case(desk)
    if number is not None:
        known["case"] = number
    return known


async def _answered_case(desk: Desk) -> str | None:
    incoming, uow = desk.incoming, desk.ctx.uow
    if incoming.reply_to is None:
        return None
    sent = await uow.outbox.sent_as(incoming.channel, incoming.chat, incoming.reply_to)
    if sent is None:
        return None
    if sent.case_id is None:
        return sent.reply.live.removeprefix("group:").partition(":")[0] or None
    return (await desk.open_id(sent.case_id)).case.number
