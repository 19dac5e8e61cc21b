"""What an officer can type, by role, with an example each."""

from casework.messages import Reply, Words
from casework.people import Officer, OfficerRole

FOR_ALL = ("inbox", "today", "case", "verify", "help")
FOR_WORK = (
    "accept",
    "ask",
    "reply",
    "progress",
    "note",
    "call",
    "promise",
    "visit",
    "doc",
    "print",
    "close",
    "object",
    "recuse",
    "new",
    "facts",
    "leave",
)
FOR_TRIAGE = ("route", "refuse", "assign")
FOR_HEAD = ("assign", "refuse")


def commands_for(role: OfficerRole) -> tuple[str, ...]:
    """The commands that a role can use, in the order of a working day."""
    extra = {
        OfficerRole.TRIAGE: FOR_TRIAGE,
        OfficerRole.HEAD: FOR_HEAD,
        OfficerRole.HANDLER: ("refuse",),
    }
    if role is OfficerRole.SUPERVISOR:
        return FOR_ALL
    return (*FOR_ALL, *FOR_WORK, *extra.get(role, ()))


def show_help(officer: Officer) -> Reply:
    """One line a command."""
    lines = tuple(Words(key=f"help-{name}") for name in commands_for(officer.role))
    return Reply(key="officer-help", args={"lines": lines})
