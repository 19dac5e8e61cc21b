"""What waits in queues is part of the morning's digest; the rows that planned its own message go.

Revision ID: 0009
Revises: 0008
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM due WHERE kind = 'queue_reminder'")


def downgrade() -> None:
    """Nothing to put back: an item that is added plans the next row."""
