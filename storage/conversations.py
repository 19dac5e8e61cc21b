"""Where each conversation stands."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.conversation_state import STATE_VERSION, Conversation
from storage.engine import put_row
from storage.message_tables import conversations
from storage.plain import dumps, loads
from storage.seal import Sealer


class SqlConversations:
    """`casework.conversation_state.Conversations`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def load(self, channel: str, chat: str) -> Conversation:
        """The state of a chat, locked until the commit; a fresh one where there is none.

        The state of another version is not opened: the conversation restarts, and keeps who it
        is with (language, greeted, case).
        """
        rows = await self._connection.execute(
            select(conversations)
            .where(conversations.c.chat_key == self._key(channel, chat))
            .with_for_update()
        )
        row = rows.one_or_none()
        if row is None:
            return Conversation()
        if row.version != STATE_VERSION:
            return Conversation(case_id=row.case_id, language=row.language, greeted=row.greeted)
        conversation: Conversation = loads(self._sealer.open(row.state))
        return conversation

    async def save(self, channel: str, chat: str, conversation: Conversation) -> None:
        """Store the state."""
        row = {
            "chat_key": self._key(channel, chat),
            "version": conversation.version,
            "case_id": conversation.case_id,
            "language": conversation.language,
            "greeted": conversation.greeted,
            "state": self._sealer.seal(dumps(conversation)),
        }
        put = put_row(self._connection, conversations, "chat_key")
        await self._connection.execute(put, row)

    def _key(self, channel: str, chat: str) -> str:
        return self._sealer.lookup("chat", channel, chat)
