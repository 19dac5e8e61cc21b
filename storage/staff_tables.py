"""The tables of officers and units: posts, invitations, leaves, the log, how units are reached."""

from sqlalchemy import Column, Date, Index, Integer, LargeBinary, Table, Text

from storage.columns import metadata
from storage.columns import needed as _needed
from storage.columns import of_person as _person
from storage.columns import own_id as _id
from storage.columns import seq as _seq
from storage.types import Json, UtcDateTime

officers = Table(
    "officers",
    metadata,
    _seq(),
    _id(),
    _person(),
    _needed("unit"),
    _needed("role"),
    Column("code", Text, nullable=False, unique=True),
    Column("enrolled_at", UtcDateTime, nullable=False),
    Column("suspended_at", UtcDateTime),
    Index(None, "unit"),
    Index(None, "person_id"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("code_key", Text, primary_key=True),
    _needed("unit"),
    _needed("role"),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)

leaves = Table(
    "leaves",
    metadata,
    _seq(),
    Column("id", Text),
    _needed("officer_id"),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    _needed("deputy_id"),
    Column("state", Text, nullable=False, server_default="accepted"),  # of before there were any
    Index(None, "officer_id"),
    Index(None, "deputy_id"),
    Index(None, "id"),
)

unit_changes = Table(
    "unit_changes",
    metadata,
    _seq(),
    _needed("unit"),
    Column("contact_mode", Text),  # NULL: as it was
    Column("phone", Text),
    Column("at", UtcDateTime, nullable=False),
    _needed("by_officer"),
    Index(None, "unit"),
)

staff_events = Table(
    "staff_events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _needed("kind"),
    Column("at", UtcDateTime, nullable=False),
    _needed("unit"),
    _needed("post"),
    _needed("by_officer"),
    Column("facts", Json, nullable=False),
    Column("digests", Json, nullable=False),
    Column("personal", LargeBinary),
    _needed("hash"),
    Index(None, "post"),
    Index(None, "unit"),
)

chain_ends = Table(
    "chain_ends",
    metadata,
    Column("name", Text, primary_key=True),  # of a chain that is no case's
    Column("length", Integer, nullable=False),
    _needed("head"),
)
