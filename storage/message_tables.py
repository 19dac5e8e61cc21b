"""The tables of messages: on their way in, in conversation, and on their way out."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from storage.columns import metadata
from storage.columns import needed as _needed
from storage.columns import of_case as _case
from storage.columns import own_id as _id
from storage.columns import seq as _seq
from storage.types import UtcDateTime

conversations = Table(
    "conversations",
    metadata,
    Column("chat_key", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    _case(nullable=True),
    _needed("language"),
    Column("greeted", Boolean, nullable=False),
    Column("state", LargeBinary, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    _seq(),
    _needed("channel"),
    Column("update_key", Text, nullable=False, unique=True),  # channel, update id
    Column("update_number", BigInteger),
    _needed("conversation_key"),
    _needed("message_key"),  # channel, conversation, message id
    Column("update", LargeBinary, nullable=False),
    _needed("state"),
    Column("received_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease_until", UtcDateTime),
    _needed("error"),
    Index(None, "state", "seq"),
    Index(None, "conversation_key", "state", "seq"),
    Index(None, "channel", "update_number"),
    Index(None, "message_key"),
)

outbox = Table(
    "outbox",
    metadata,
    _seq(),
    _id(),
    _needed("channel"),
    _needed("chat_key"),
    Column("rank", Integer, nullable=False),  # 0: an alarm, 1: anything else
    _needed("language"),
    _needed("urgency"),
    _case(nullable=True),
    Column("person_id", Text),
    _needed("purpose"),
    Column("sealed", LargeBinary, nullable=False),  # chat and reply
    _needed("state"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_at", UtcDateTime),
    Column("lease_until", UtcDateTime),
    Column("finished_at", UtcDateTime),
    _needed("reason"),
    Column("live_key", Text, nullable=False, server_default=""),  # channel, chat, name
    Index(None, "state", "rank", "seq"),
    Index(None, "chat_key", "state", "rank", "seq"),
    Index(None, "case_id"),
    Index(None, "live_key", "state"),
)

sent_messages = Table(
    "sent_messages",
    metadata,
    Column("message_key", Text, primary_key=True),  # channel, chat, message id
    Column("outbox_seq", BigInteger, ForeignKey("outbox.seq"), nullable=False),
    _case(nullable=True),
)

live_messages = Table(
    "live_messages",
    metadata,
    Column("live_key", Text, primary_key=True),
    Column("message_id", LargeBinary, nullable=False),  # as the channel calls it, sealed
    Column("outbox_seq", BigInteger, ForeignKey("outbox.seq"), nullable=False),
)
