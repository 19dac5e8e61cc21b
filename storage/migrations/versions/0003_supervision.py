"""Assignments from above, and orders of supervision.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _seq() -> "sa.Column[int]":
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("seq", key, autoincrement=True, nullable=False)


def _of_case(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["case_id"],
        ["cases.id"],
        name=op.f(f"fk_{table}_case_id_cases"),
        initially="DEFERRED",
        deferrable=True,
    )


def upgrade() -> None:
    op.create_table(
        "dual_assignments",
        _seq(),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("assigned_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assignment", sa.LargeBinary(), nullable=False),
        sa.Column("units", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Text(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_by", sa.Text(), nullable=False),
        sa.Column("answer_agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        _of_case("dual_assignments"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_dual_assignments")),
        sa.UniqueConstraint("case_id", name=op.f("uq_dual_assignments_case_id")),
        sa.UniqueConstraint("id", name=op.f("uq_dual_assignments_id")),
    )
    op.create_table(
        "supervision_orders",
        _seq(),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("grounds", sa.Text(), nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("report_by", sa.Date(), nullable=True),
        _of_case("supervision_orders"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_supervision_orders")),
        sa.UniqueConstraint("id", name=op.f("uq_supervision_orders_id")),
    )
    with op.batch_alter_table("supervision_orders", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supervision_orders_case_id"), ["case_id"], unique=False
        )
        batch_op.create_index(
            "uq_supervision_orders_undecided",
            ["case_id"],
            unique=True,
            sqlite_where=sa.text("approved IS NULL"),
            postgresql_where=sa.text("approved IS NULL"),
        )


def downgrade() -> None:
    op.drop_table("supervision_orders")
    op.drop_table("dual_assignments")
