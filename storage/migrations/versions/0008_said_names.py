"""What workers called a site and a firm, as keyed hashes; the next start fills them in.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("site_key", sa.Text(), nullable=True))
    op.add_column("cases", sa.Column("employer_key", sa.Text(), nullable=True))
    op.create_index(op.f("ix_cases_site_key"), "cases", ["site_key"])
    op.create_index(op.f("ix_cases_employer_key"), "cases", ["employer_key"])


def downgrade() -> None:
    op.drop_index(op.f("ix_cases_employer_key"), table_name="cases")
    op.drop_index(op.f("ix_cases_site_key"), table_name="cases")
    op.drop_column("cases", "employer_key")
    op.drop_column("cases", "site_key")
