"""The tables of many workers at one site: groups, what points to them, and batches over them."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from storage.columns import metadata
from storage.columns import needed as _needed
from storage.columns import of_case as _case
from storage.columns import own_id as _id
from storage.columns import seq as _seq
from storage.types import UtcDateTime

groups = Table(
    "groups",
    metadata,
    _seq(),
    _id(),
    Column("number", Integer, nullable=False, unique=True),
    _needed("why"),
    Column("made_at", UtcDateTime, nullable=False),
    _needed("state"),
    _needed("decided_by"),
    Column("decided_at", UtcDateTime),
    Column("told_at", Integer, nullable=False),
)

group_cases = Table(
    "group_cases",
    metadata,
    _seq(),
    Column("group_id", Text, ForeignKey("groups.id"), nullable=False),
    _case(),
    _needed("why"),
    Column("since", UtcDateTime, nullable=False),
    _needed("belongs"),
    Index("uq_group_cases_group_id_case_id", "group_id", "case_id", unique=True),
    Index(None, "case_id"),
)

site_marks = Table(
    "site_marks",
    metadata,
    Column("mark_key", Text, primary_key=True),  # keyed: a site or an employer as people said it
    Column("last_at", UtcDateTime),
    _needed("case_id"),
    _needed("group_id"),
    Index(None, "group_id"),
)

batches = Table(
    "batches",
    metadata,
    _seq(),
    _id(),
    Column("group_id", Text, ForeignKey("groups.id"), nullable=False),
    _needed("verb"),
    _needed("officer_id"),
    Column("made_at", UtcDateTime, nullable=False),
    _needed("state"),
    Column("words", LargeBinary, nullable=False),  # what the officer wrote
)

batch_cases = Table(
    "batch_cases",
    metadata,
    Column("batch_id", Text, ForeignKey("batches.id"), nullable=False),
    Column("place", Integer, nullable=False),
    _case(),
    _needed("fared"),
    _needed("reason"),
    PrimaryKeyConstraint("batch_id", "place"),
)
