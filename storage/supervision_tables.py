"""The tables of dual assignment and supervision (plan 四(八))."""

from sqlalchemy import Boolean, Column, Date, Index, LargeBinary, Table, UniqueConstraint, text

from storage.columns import metadata
from storage.columns import needed as _needed
from storage.columns import of_case as _case
from storage.columns import own_id as _id
from storage.columns import seq as _seq
from storage.types import Json, UtcDateTime

dual_assignments = Table(
    "dual_assignments",
    metadata,
    _seq(),
    _id(),
    _case(),
    _needed("level"),
    Column("assigned_on", Date, nullable=False),
    Column("due_on", Date),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("assignment", LargeBinary, nullable=False),  # assigner, number, the answer
    Column("units", Json, nullable=False),
    Column("confirmed", Json, nullable=False),  # unit, officer's code, instant
    Column("planned_at", UtcDateTime),
    _needed("answer_by"),
    Column("answer_agreed_at", UtcDateTime),
    Column("reported_at", UtcDateTime),
    UniqueConstraint("case_id"),
)

supervision_orders = Table(
    "supervision_orders",
    metadata,
    _seq(),
    _id(),
    _case(),
    Column("grounds", Json, nullable=False),
    _needed("requested_by"),
    Column("requested_at", UtcDateTime, nullable=False),
    Column("reason", LargeBinary, nullable=False),
    Column("approved", Boolean),
    _needed("decided_by"),
    Column("decided_at", UtcDateTime),
    _needed("number"),
    Column("report_by", Date),
    # One undecided request of a case at a time.
    Index(
        "uq_supervision_orders_undecided",
        "case_id",
        unique=True,
        sqlite_where=text("approved IS NULL"),
        postgresql_where=text("approved IS NULL"),
    ),
    Index(None, "case_id"),
)
