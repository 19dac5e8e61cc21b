"""The whole ledger: every field of a project, its history, and the work on files.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TEXTS = (
    "investment_code",
    "funding_source",
    "contract_permit_number",
    "account_bank",
    "site_last_paid_month",
)
_YES_NO = ("funding_in_place", "contract_payment_guarantee", "site_real_name", "site_bank_pay")
_MONEY = ("contract_price", "contract_labour_cost", "deposit_amount")
_COUNTS = ("contract_labour_share", "contract_cycle_months", "site_head_count")
_DAYS = (
    "account_opened_on",
    "account_filed_on",
    "deposit_expires_on",
    "site_board_inspected_on",
    "finished_on",
    "settled_on",
)


def upgrade() -> None:
    with op.batch_alter_table("projects", schema=None) as batch_op:
        for name in _TEXTS:
            batch_op.add_column(sa.Column(name, sa.Text(), server_default="", nullable=False))
        for name in _YES_NO:
            batch_op.add_column(sa.Column(name, sa.Boolean(), nullable=True))
        for name in _MONEY:
            batch_op.add_column(sa.Column(name, sa.BigInteger(), nullable=True))
        for name in _COUNTS:
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=True))
        for name in _DAYS:
            batch_op.add_column(sa.Column(name, sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("deposit_form", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("guarded", sa.LargeBinary(), nullable=True))
    op.create_table(
        "ledger_jobs",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("skip_bad", sa.Boolean(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_ledger_jobs")),
        sa.UniqueConstraint("id", name=op.f("uq_ledger_jobs_id")),
    )
    with op.batch_alter_table("ledger_jobs", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ledger_jobs_state_seq"), ["state", "seq"], unique=False
        )
    op.create_table(
        "project_changes",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("added", sa.Boolean(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("guarded", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_project_changes")),
    )
    with op.batch_alter_table("project_changes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_project_changes_code_seq"), ["code", "seq"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_project_changes_job_id_seq"), ["job_id", "seq"], unique=False
        )


def downgrade() -> None:
    op.drop_table("project_changes")
    op.drop_table("ledger_jobs")
    with op.batch_alter_table("projects", schema=None) as batch_op:
        for name in (*_TEXTS, *_YES_NO, *_MONEY, *_COUNTS, *_DAYS, "deposit_form", "guarded"):
            batch_op.drop_column(name)
