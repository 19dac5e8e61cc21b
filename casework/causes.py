"""Why wages are owed, as an officer found it: the codes of the plan's work ledger (plan 四(一)).

Each goes back to an article of the State Council's order 724 (国务院令第724号).
"""

from enum import StrEnum


class Cause(StrEnum):
    """What is behind the arrears; ``UNDECIDED`` until an officer has looked into it."""

    UNDECIDED = "undecided"
    OWNER_UNPAID = "owner_unpaid"  # 724 Art 29
    FUNDS_SHORT = "funds_short"  # 724 Art 23, 59
    ILLEGAL_SUBCONTRACT = "illegal_subcontract"  # 724 Art 30, 36
    KEPT_BY_SUBCONTRACTOR = "kept_by_subcontractor"  # 724 Art 30
    QUANTITY_DISPUTE = "quantity_dispute"  # 724 Art 35
    EMPLOYER_FLED = "employer_fled"  # 724 Art 63
    EMPLOYER_CLOSED = "employer_closed"  # 724 Art 22
    NO_SPECIAL_ACCOUNT = "no_special_account"  # 724 Art 55
    OTHER = "other"
