"""The worker's side of a message: hear it, step the conversation, perform what it asks for."""

from dataclasses import replace

from casework.conversation import step
from casework.errors import QingxinError
from casework.forms import Hearing, pressed
from casework.history import EventKind
from casework.interview import Effect, Heard, go_on
from casework.meaning import Intent, Meaning
from casework.messages import Incoming, KeptFile, Outgoing, Reply, Urgency
from casework.people import Address, Person, PersonId
from casework.site_link import site_code
from casework.site_matches import as_rows, coded
from casework.site_said import says_only
from handlers.context import Context
from handlers.record import record
from handlers.worker.choose_language import first_language
from handlers.worker.open_case import keep_alive
from handlers.worker.perform import perform
from handlers.worker.press_button import press_button
from handlers.worker.receive_files import receive_files
from handlers.worker.scan_site import scan_site
from handlers.worker.send_message import SendMessage, send_message
from handlers.worker.turn import Turn

MOST_STEPS = 12
"""A message that needs more steps than this runs in a circle: a fault, not a conversation."""


async def answer_worker(
    incoming: Incoming, meaning: Meaning, files: tuple[KeptFile, ...], ctx: Context
) -> None:
    """Serve one message of a worker; everything it leads to is in this unit of work."""
    if incoming.group:
        await _put(ctx, incoming, "zh-CN", Reply(key="group-chat"))
        return
    turn = await _turn(incoming, meaning, files, ctx)
    try:
        await _serve(turn)
        await _go_on(turn)
    except QingxinError as error:
        if error.code == QingxinError.code:
            raise  # a fault, no refusal: nothing of it is kept, and it is tried again
        turn.say(Reply(key=error.code, args=error.facts))
    state = replace(turn.state, updated_at=ctx.now, language=turn.person.language)
    await ctx.uow.conversations.save(incoming.channel, incoming.chat, state)
    for reply in turn.replies:
        await _put(ctx, incoming, turn.person.language, reply, turn)


async def _turn(
    incoming: Incoming, meaning: Meaning, files: tuple[KeptFile, ...], ctx: Context
) -> Turn:
    person = await ctx.uow.people.at(incoming.channel, incoming.chat)
    if person is None:
        person = Person(id=PersonId(ctx.house.new_id()), language=first_language(incoming))
        await ctx.uow.people.add(person)
        await ctx.uow.people.bind(
            Address(
                person_id=person.id,
                channel=incoming.channel,
                chat=incoming.chat,
                valid_from=ctx.now,
            )
        )
    return Turn(
        ctx=ctx,
        incoming=incoming,
        meaning=meaning,
        files=files,
        person=person,
        state=await ctx.uow.conversations.load(incoming.channel, incoming.chat),
        cases=await ctx.uow.cases.of_person(person.id),
    )


async def _put(
    ctx: Context, incoming: Incoming, language: str, reply: Reply, turn: Turn | None = None
) -> None:
    await ctx.uow.outbox.put(
        Outgoing(
            channel=incoming.channel,
            chat=incoming.chat,
            language=language,
            reply=reply,
            urgency=Urgency.REPLY,
            case_id=turn.state.case_id if turn else None,
            person_id=turn.person.id if turn else None,
        )
    )


async def _serve(turn: Turn) -> None:
    incoming = turn.incoming
    if incoming.unsupported or incoming.file_too_large:
        key = "file-too-large" if incoming.file_too_large else "unsupported-kind"
        turn.say(Reply(key=key))
        return
    if incoming.button is not None:
        await _pressed(turn, incoming.button)
    elif turn.files or incoming.place or incoming.contact:
        await receive_files(turn, hear)
    elif not any(c.isalnum() for c in incoming.text):
        turn.say(Reply(key="say-it-in-words" if incoming.text.strip() else "empty-message"))
    else:
        await _words(turn)


async def _go_on(turn: Turn) -> None:
    """Whatever put a complaint aside has ended: its open question is asked again."""
    result = go_on(turn.state)
    if result is None:
        return
    turn.state = result.conversation
    for heard in await _perform(turn, result.effects):
        await hear(turn, heard)


async def _pressed(turn: Turn, data: str) -> None:
    question = pressed(data)
    if question is not None:
        await hear(turn, Heard(button=question))
    else:
        await press_button(turn, data, hear)


async def _words(turn: Turn) -> None:
    incoming = turn.incoming
    danger = turn.meaning.means(Intent.DANGER)  # heard as such before it is anything else
    if incoming.edits and not danger and await _edited(turn):
        return
    if incoming.reply_to and not danger and await _answered_push(turn):
        return
    if incoming.text.startswith("/"):
        await _command(turn, incoming.text)
        return
    await _keep_words(turn)
    sites = () if danger else turn.ctx.house.sites.coded(incoming.text)
    rows = as_rows(coded(sites))
    if len(sites) == 1 and says_only(incoming.text, sites[0].code):
        await hear(turn, Heard(sites=rows))
        return
    hearing = Hearing(meaning=turn.meaning, text=incoming.text)
    await hear(turn, Heard(hearing=hearing, sites=rows))


async def _command(turn: Turn, text: str) -> None:
    name, _, argument = text[1:].strip().partition(" ")
    code = site_code(argument) if name == "start" else None
    if code is not None:
        await scan_site(turn, code, hear)
        return
    preset = {"text": argument} if argument else {}
    await hear(turn, Heard(command=name.lower() or "help", preset=preset))


async def _edited(turn: Turn) -> bool:
    """A changed message after filing is kept beside the first one; before, it is heard anew."""
    case = turn.case()
    if case is None or turn.state.form:
        return False
    await record(
        turn.ctx,
        case,
        EventKind.SAID,
        turn.person.id,
        facts={"edits": True},
        personal={"words": turn.incoming.text},
    )
    turn.say(Reply(key="edit-noted", args={"number": case.number}))
    return True


async def _answered_push(turn: Turn) -> bool:
    """Words in reply to something an officer asked go straight back to that case."""
    incoming, ctx = turn.incoming, turn.ctx
    sent = await ctx.uow.outbox.sent_as(incoming.channel, incoming.chat, incoming.reply_to or "")
    if sent is None or sent.purpose != "relay" or sent.case_id is None:
        return False
    case = await turn.own(sent.case_id)
    request = SendMessage(person_id=turn.person.id, case=case, text=incoming.text)
    turn.say(await send_message(request, ctx))
    return True


async def _keep_words(turn: Turn) -> None:
    """While a complaint is being told, every message of it stays in the history, verbatim."""
    if turn.state.form != "complaint" or turn.state.case_id is None:
        return
    case = await turn.own(turn.state.case_id)
    await record(
        turn.ctx,
        case,
        EventKind.SAID,
        turn.person.id,
        personal={"words": turn.incoming.text},
    )
    await keep_alive(turn.ctx, case.id)


async def hear(turn: Turn, heard: Heard) -> None:
    """Step the conversation until nothing is left to perform."""
    queue = [heard]
    for _ in range(MOST_STEPS):
        if not queue:
            return
        result = step(turn.state, replace(queue.pop(0), cases=turn.choices()))
        turn.state = result.conversation
        queue += await _perform(turn, result.effects)


async def _perform(turn: Turn, effects: tuple[Effect, ...]) -> list[Heard]:
    """Say and do; what was learned by it is heard next."""
    heard = []
    for effect in effects:
        if isinstance(effect, Reply):
            turn.say(effect)
        elif (learned := await perform(turn, effect)) is not None:
            heard.append(learned)
    return heard
