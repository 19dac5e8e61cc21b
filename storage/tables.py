"""The tables. What is personal is in ``LargeBinary`` columns, sealed (`storage.seal`).

``…_key`` columns are keyed hashes for look-ups. ``seq`` numbers rows in the order in which they
were stored. References to cases and persons are checked at the commit, so that the order inside
one unit of work does not matter.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import metadata
from storage.columns import needed as _needed
from storage.columns import of_case as _case
from storage.columns import of_person as _person
from storage.columns import own_id as _id
from storage.columns import seq as _seq
from storage.types import BigKey, Json, UtcDateTime

persons = Table(
    "persons",
    metadata,
    _seq(),
    _id(),
    _needed("language"),
    Column("personal", LargeBinary, nullable=False),  # name, phone
    Column("phone_key", Text, index=True),
)

addresses = Table(
    "addresses",
    metadata,
    _seq(),
    _person(),
    _needed("channel"),
    _needed("chat_key"),
    Column("chat", LargeBinary, nullable=False),
    Column("valid_from", UtcDateTime, nullable=False),
    Column("valid_to", UtcDateTime),
    Index(None, "person_id"),
    # One person at an address at a time; former holders stay.
    Index(
        "uq_addresses_open",
        "chat_key",
        unique=True,
        sqlite_where=text("valid_to IS NULL"),
        postgresql_where=text("valid_to IS NULL"),
    ),
)

cases = Table(
    "cases",
    metadata,
    _seq(),
    _id(),
    Column("number", Text, nullable=False, unique=True),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("first_message_at", UtcDateTime, nullable=False),
    Column("filed_at", UtcDateTime),
    _needed("source"),
    Column("personal", LargeBinary, nullable=False),  # what was said, and other free text
    _needed("place_kind"),
    Column("project_code", Text),
    _needed("project_class"),
    _needed("industry"),
    _needed("sub_district"),
    Column("outside", Boolean, nullable=False),
    _needed("cause"),
    _needed("claim_kind"),
    Column("people_claimed", Integer),
    Column("people_confirmed", Integer),
    Column("group_id", Text),
    Column("leader_met_at", UtcDateTime),
    Column("leader", Text, nullable=False, server_default=""),  # 包案领导, a post
    Column("flags", Json, nullable=False),
    Column("version", Integer, nullable=False),
    Column("code_key", Text),  # of the receipt's query code
    Column("code_failures", Integer, nullable=False),
    Column("chain_length", Integer, nullable=False),  # the history's last link
    Column("chain_head", Text, nullable=False),
    Column("site_key", Text, index=True),  # of what the worker called it; NULL: not hashed yet
    Column("employer_key", Text, index=True),
    Index(None, "project_code", "opened_at"),
    Index(None, "leader"),
)

tracks = Table(
    "tracks",
    metadata,
    _case(),
    _needed("kind"),
    _needed("unit"),
    _needed("status"),
    Column("officer_id", Text),
    Column("confirmed", Boolean, nullable=False),
    Column("objections", Integer, nullable=False),
    Column("outcome", Text),
    Column("closed_at", UtcDateTime),
    PrimaryKeyConstraint("case_id", "kind"),
    Index(None, "unit", "status"),
)

case_parties = Table(
    "case_parties",
    metadata,
    _seq(),
    _case(),
    _person(),
    _needed("role"),
    _needed("authority"),
    Column("agreed_at", UtcDateTime),
    Column("may_name", Boolean),
    UniqueConstraint("case_id", "person_id"),
    Index(None, "person_id"),
)

claims = Table(
    "claims",
    metadata,
    _seq(),
    _id(),
    _case(),
    _person(nullable=True),
    Column("name", LargeBinary, nullable=False),
    _needed("kind"),
    Column("amount_low", BigInteger),  # fen
    Column("amount_high", BigInteger),
    Column("amount_approximate", Boolean, nullable=False),
    Column("months_low", Float),
    Column("months_high", Float),
    Column("months_approximate", Boolean, nullable=False),
    Column("period_start", Text),
    Column("period_end", Text),
    _needed("source"),
    Column("confirmed_at", UtcDateTime),
    Index(None, "case_id"),
    Index(None, "person_id"),
)

payments = Table(
    "payments",
    metadata,
    _seq(),
    _id(),
    _case(),
    Column("claim_id", Text),
    Column("amount", BigInteger),  # fen
    Column("paid_on", Date),
    _needed("payer"),
    _needed("proof"),
    Column("own_word", Boolean, nullable=False),
    Column("earlier", Boolean, nullable=False),  # paid before the complaint
    Column("all_of_it", Boolean, nullable=False),
    _needed("receipt"),  # SHA-256 of a file, or empty
    _person("reported_by", nullable=True),
    _needed("recorded_by"),  # an officer, or empty
    Column("reported_at", UtcDateTime, nullable=False),
    Index(None, "case_id"),
    Index(None, "receipt"),
)

payment_marks = Table(
    "payment_marks",
    metadata,
    _seq(),
    _case(),
    _needed("payment_id"),
    _needed("state"),
    Column("at", UtcDateTime, nullable=False),
    _person("by_person", nullable=True),
    _needed("by_officer"),
    Index(None, "case_id"),
    Index(None, "payment_id"),
)

events = Table(
    "events",
    metadata,
    Column("position", BigKey, primary_key=True, autoincrement=True),
    _case(),
    Column("seq", Integer, nullable=False),
    _needed("kind"),
    Column("at", UtcDateTime, nullable=False),
    Column("track", Text),
    Column("by_officer", Text),
    Column("by_person", Text),
    _needed("acting_unit"),
    _needed("entered_by"),
    _needed("medium"),
    _needed("document_number"),
    Column("facts", Json, nullable=False),
    Column("digests", Json, nullable=False),  # of the personal values, salted
    Column("personal", LargeBinary),  # salts and values; NULL once erased
    _needed("source_message"),
    _needed("hash"),
    UniqueConstraint("case_id", "seq"),
)

chain_marks = Table(
    "chain_marks",
    metadata,
    Column("day", Date, nullable=False),
    _needed("case_number"),  # no reference: it has to outlive a dropped case
    Column("length", Integer, nullable=False),
    _needed("head"),
    PrimaryKeyConstraint("day", "case_number"),
)

chain_heads = Table(
    "chain_heads",
    metadata,
    Column("day", Date, primary_key=True),
    Column("cases", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    _needed("head"),
)

routing_decisions = Table(
    "routing_decisions",
    metadata,
    _seq(),
    _case(),
    _needed("rule_id"),
    _needed("rule_version"),
    _needed("source"),
    _needed("lead"),
    Column("assist", Json, nullable=False),
    Column("command_post", Boolean, nullable=False),
    Column("sure", Boolean, nullable=False),
    Column("facts_used", LargeBinary, nullable=False),  # may quote what was said
    Column("alternatives", Json, nullable=False),
    _needed("confirmed_by"),
    Column("confirmed_at", UtcDateTime),
    Index(None, "case_id", "seq"),
)

evidence = Table(
    "evidence",
    metadata,
    _seq(),
    _id(),
    _case(),
    _person(nullable=True),
    Column("received_at", UtcDateTime, nullable=False),
    Column("personal", LargeBinary, nullable=False),  # file, caption, note
    _needed("source_message"),
    Index(None, "case_id"),
)

work_items = Table(
    "work_items",
    metadata,
    _seq(),
    _id(),
    _needed("kind"),
    _needed("unit"),
    Column("unique_key", Text, nullable=False, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime),
    _case(nullable=True),
    Column("officer_id", Text),
    Column("sealed", LargeBinary, nullable=False),  # key and facts: a key may hold a chat
    Column("done_at", UtcDateTime),
    Index(None, "unit", "done_at"),
    Index(None, "case_id"),
)

due = Table(
    "due",
    metadata,
    _seq(),
    _id(),
    _needed("kind"),
    Column("unique_key", Text, nullable=False, unique=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    _case(nullable=True),
    Column("sealed", LargeBinary, nullable=False),  # key and facts
)

counters = Table(
    "counters",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
