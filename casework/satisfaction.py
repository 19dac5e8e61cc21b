"""Why a worker is not satisfied with how a closed case was handled: the reason decides what follows."""

from enum import StrEnum


class Dissatisfied(StrEnum):
    """What the worker can press."""

    MONEY = "money"  # the money is not there
    UNTRUE = "untrue"  # what was written down is not what happened
    SLOW = "slow"
    MANNER = "manner"
    OTHER = "other"

    @property
    def reopens(self) -> bool:
        """Whether the case itself has to go on; everything else is about how it was handled."""
        return self in {Dissatisfied.MONEY, Dissatisfied.UNTRUE}
