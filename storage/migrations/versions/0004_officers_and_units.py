"""The log of officers and units, absences that somebody accepts, leaders in charge of cases.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unit_changes",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("contact_mode", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_officer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_unit_changes")),
    )
    op.create_index(op.f("ix_unit_changes_unit"), "unit_changes", ["unit"])
    op.create_table(
        "staff_events",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("by_officer", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("digests", sa.Text(), nullable=False),
        sa.Column("personal", sa.LargeBinary(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_staff_events")),
    )
    op.create_index(op.f("ix_staff_events_post"), "staff_events", ["post"])
    op.create_index(op.f("ix_staff_events_unit"), "staff_events", ["unit"])
    op.create_table(
        "chain_ends",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_chain_ends")),
    )
    op.add_column("leaves", sa.Column("id", sa.Text(), nullable=True))
    op.add_column(
        "leaves",
        # Whoever was named before deputies were asked has been told, and works already.
        sa.Column("state", sa.Text(), nullable=False, server_default="accepted"),
    )
    op.execute("UPDATE leaves SET id = 'before-' || seq WHERE id IS NULL")
    op.create_index(op.f("ix_leaves_deputy_id"), "leaves", ["deputy_id"])
    op.create_index(op.f("ix_leaves_id"), "leaves", ["id"])
    op.add_column("cases", sa.Column("leader", sa.Text(), nullable=False, server_default=""))
    op.create_index(op.f("ix_cases_leader"), "cases", ["leader"])


def downgrade() -> None:
    op.drop_index(op.f("ix_cases_leader"), table_name="cases")
    op.drop_column("cases", "leader")
    op.drop_index(op.f("ix_leaves_id"), table_name="leaves")
    op.drop_index(op.f("ix_leaves_deputy_id"), table_name="leaves")
    op.drop_column("leaves", "state")
    op.drop_column("leaves", "id")
    op.drop_table("chain_ends")
    op.drop_table("staff_events")
    op.drop_table("unit_changes")
