"""Posts in words: what an officer may do, whether the post works, who stands in."""

from collections.abc import Mapping

from casework.messages import Words
from casework.people import Leave, LeaveState, Officer, OfficerRole


def role_words(role: OfficerRole) -> Words:
    """What an officer may do."""
    return Words(key=f"role-{role.value.replace('_', '-')}")


def post_line(officer: Officer, leave: Leave | None, codes: Mapping[str, str]) -> Words:
    """One post on one line; ``codes`` gives the post of an officer's id."""
    return Words(
        key="staff-line",
        args={
            "code": officer.code,
            "role": role_words(officer.role),
            "state": _state(officer, leave, codes),
        },
    )


def _state(officer: Officer, leave: Leave | None, codes: Mapping[str, str]) -> Words:
    if officer.suspended_at is not None:
        return Words(key="staff-suspended", args={"day": officer.suspended_at.date()})
    if leave is None:
        return Words(key="staff-active")
    accepted = leave.state is LeaveState.ACCEPTED
    key = "staff-on-leave" if accepted else "staff-on-leave-alone"
    return Words(key=key, args={"last": leave.last, "deputy": codes.get(leave.deputy_id, "")})
