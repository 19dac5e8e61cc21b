"""The log of rights boards (724 Art 34; plan 五(一))."""

from sqlalchemy import Column, Date, Index, Integer, LargeBinary, Table, Text

from storage.columns import metadata
from storage.columns import needed as _needed
from storage.types import Json, UtcDateTime

board_events = Table(
    "board_events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _needed("kind"),
    Column("at", UtcDateTime, nullable=False),
    _needed("project"),  # a code; "": the site is not known
    _needed("unit"),
    _needed("by_officer"),
    Column("by_person", Text),
    Column("seen_on", Date),
    Column("missing", Json, nullable=False),
    Column("digests", Json, nullable=False),
    Column("personal", LargeBinary),  # photos, words
    _needed("hash"),
    Index(None, "project", "seq"),
    Index(None, "kind", "seq"),
)
