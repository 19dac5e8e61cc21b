"""What one process may be, when the work is split over several."""

from enum import StrEnum


class Part(StrEnum):
    """``qingxin run --only …``; without it one process is all of them."""

    WORKER = "worker"  # receives and serves what workers write
    OFFICER = "officer"  # the same for officers
    DELIVERY = "delivery"  # sends what is queued, through either bot
    CLOCK = "clock"  # reminders, promises, alarms that fall due
