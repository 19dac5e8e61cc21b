"""Every table of the house: whoever compares or builds the database asks here."""

from storage import (
    board_tables,
    columns,
    group_tables,
    ledger_tables,
    message_tables,
    staff_tables,
    supervision_tables,
    tables,
)

PARTS = (
    board_tables,
    tables,
    message_tables,
    ledger_tables,
    supervision_tables,
    staff_tables,
    group_tables,
)
"""Importing a part makes its tables known to ``metadata``."""

metadata = columns.metadata
