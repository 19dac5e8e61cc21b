"""Groups of cases from one site, batches over them, and messages that are edited in place.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op


revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _seq() -> "sa.Column[object]":
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("seq", key, autoincrement=True, nullable=False)


def _case() -> "sa.Column[object]":
    return sa.Column("case_id", sa.Text(), nullable=False)


def _to_case(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["case_id"],
        ["cases.id"],
        name=op.f(f"fk_{table}_case_id_cases"),
        deferrable=True,
        initially="DEFERRED",
    )


def upgrade() -> None:
    op.create_table(
        "groups",
        _seq(),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_groups")),
        sa.UniqueConstraint("id", name=op.f("uq_groups_id")),
        sa.UniqueConstraint("number", name=op.f("uq_groups_number")),
    )
    op.create_table(
        "group_cases",
        _seq(),
        sa.Column("group_id", sa.Text(), nullable=False),
        _case(),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("belongs", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_group_cases_group_id_groups")
        ),
        _to_case("group_cases"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_group_cases")),
    )
    op.create_index(
        "uq_group_cases_group_id_case_id", "group_cases", ["group_id", "case_id"], unique=True
    )
    op.create_index(op.f("ix_group_cases_case_id"), "group_cases", ["case_id"])
    op.create_table(
        "site_marks",
        sa.Column("mark_key", sa.Text(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("mark_key", name=op.f("pk_site_marks")),
    )
    op.create_index(op.f("ix_site_marks_group_id"), "site_marks", ["group_id"])
    op.create_table(
        "batches",
        _seq(),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_batches_group_id_groups")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_batches")),
        sa.UniqueConstraint("id", name=op.f("uq_batches_id")),
    )
    op.create_table(
        "batch_cases",
        sa.Column("batch_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        _case(),
        sa.Column("fared", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_batch_cases_batch_id_batches")
        ),
        _to_case("batch_cases"),
        sa.PrimaryKeyConstraint("batch_id", "place", name=op.f("pk_batch_cases")),
    )
    op.add_column("outbox", sa.Column("live_key", sa.Text(), nullable=False, server_default=""))
    op.create_index(op.f("ix_outbox_live_key_state"), "outbox", ["live_key", "state"])
    op.create_table(
        "live_messages",
        sa.Column("live_key", sa.Text(), nullable=False),
        sa.Column("message_id", sa.LargeBinary(), nullable=False),
        sa.Column("outbox_seq", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outbox_seq"], ["outbox.seq"], name=op.f("fk_live_messages_outbox_seq_outbox")
        ),
        sa.PrimaryKeyConstraint("live_key", name=op.f("pk_live_messages")),
    )


def downgrade() -> None:
    op.drop_table("live_messages")
    op.drop_index(op.f("ix_outbox_live_key_state"), table_name="outbox")
    op.drop_column("outbox", "live_key")
    for table in ("batch_cases", "batches", "site_marks", "group_cases", "groups"):
        op.drop_table(table)
