"""What an officer can type, by role, with an example each."""

from casework.messages import Reply, Words
from casework.people import Officer, OfficerRole

FOR_ALL = ("inbox", "today", "overdue", "case", "project", "employer", "verify", "help")
FOR_WORK = (
    "accept",
    "ask",
    "reply",
    "group",
    "ungroup",
    "progress",
    "note",
    "call",
    "promise",
    "money",
    "liable",
    "pay",
    "reverse",
    "visit",
    "plan",
    "met",
    "doc",
    "clocks",
    "track",
    "extend",
    "stop",
    "resume",
    "restart",
    "print",
    "close",
    "site",
    "object",
    "recuse",
    "new",
    "facts",
    "board",
    "boards",
    "leave",
    "back",
)
FOR_DUAL = ("dual", "dualok", "supervise", "answer", "report")
"""Of use to the petition bureau and the arrears office, who carry assignments from above."""

FOR_FIGURES = ("stats", "cases", "ledger")
FOR_TRIAGE = ("queues", "route", "refuse", "assign", *FOR_DUAL, "supervised", *FOR_FIGURES)
FOR_HEAD = ("queues", "assign", "refuse", "staff")

FOR_ADMINISTRATION = ("staff", "unit", "invite", "suspend", "restore", "move", "leader")


def commands_for(role: OfficerRole) -> tuple[str, ...]:
    """The commands that a role can use, in the order of a working day."""
    extra = {
        OfficerRole.TRIAGE: (*FOR_TRIAGE, *FOR_ADMINISTRATION),
        OfficerRole.HEAD: FOR_HEAD,
        OfficerRole.HANDLER: ("refuse",),
    }
    if role is OfficerRole.SUPERVISOR:
        return (*FOR_ALL, "group", "clocks", "queues", *FOR_FIGURES, *FOR_ADMINISTRATION)
    return (*FOR_ALL, *FOR_WORK, *extra.get(role, ()))


def show_help(officer: Officer, *, dual: bool = False) -> Reply:
    """One line a command. ``dual``: the officer's unit carries assignments from above."""
    names = commands_for(officer.role)
    if dual and officer.role is not OfficerRole.SUPERVISOR:
        names = tuple(dict.fromkeys((*names, *FOR_DUAL)))
    return Reply(key="officer-help", args={"lines": tuple(Words(key=f"help-{n}") for n in names)})
