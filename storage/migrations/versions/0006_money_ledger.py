"""The money ledger: what a payment rests on, and what became of it.

Revision ID: 0006
Revises: 0005
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _new() -> "tuple[sa.Column[Any], ...]":
    return (
        sa.Column("proof", sa.Text(), nullable=False, server_default="word"),
        sa.Column("own_word", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("earlier", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("all_of_it", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("receipt", sa.Text(), nullable=False, server_default=""),
        sa.Column("recorded_by", sa.Text(), nullable=False, server_default=""),
    )


def upgrade() -> None:
    # Until now only workers told of payments, and without a day only of those before they filed.
    with op.batch_alter_table("payments") as table:
        for column in _new():
            table.add_column(column)
        table.create_index("ix_payments_receipt", ["receipt"])
    op.execute("UPDATE payments SET earlier = true WHERE paid_on IS NULL")
    with op.batch_alter_table("payments") as table:
        for column in _new():
            table.alter_column(column.name, server_default=None)
    op.create_table(
        "payment_marks",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("payment_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_person", sa.Text(), nullable=True),
        sa.Column("by_officer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_person"],
            ["persons.id"],
            name=op.f("fk_payment_marks_by_person_persons"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
            name=op.f("fk_payment_marks_case_id_cases"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_payment_marks")),
    )
    op.create_index(op.f("ix_payment_marks_case_id"), "payment_marks", ["case_id"])
    op.create_index(op.f("ix_payment_marks_payment_id"), "payment_marks", ["payment_id"])


def downgrade() -> None:
    op.drop_table("payment_marks")
    op.drop_index("ix_payments_receipt", table_name="payments")
    with op.batch_alter_table("payments") as table:
        for column in reversed(_new()):
            table.drop_column(column.name)
