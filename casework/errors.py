"""Everything that may go wrong by the rules.

    QingxinError
    ├── BadValue            a value that cannot be right was refused when it was made
    ├── MoveNotAllowed      the table of moves has no such step for this person
    ├── NotFound            there is no such thing, or this person may not know of it
    ├── NotAllowed          the person's role does not carry this
    ├── AlreadyDone         the same thing twice; the first time stands
    ├── ChangedMeanwhile    somebody else saved it first; reading it again and retrying is safe
    └── ConfigurationError  the house cannot start like this; one line says how to mend it

A ``code`` names the sentence in ``bot/texts`` that a person is shown.
"""


class QingxinError(Exception):
    """The root. ``code`` is the key of the sentence for people, ``facts`` its arguments."""

    code = "error-unexpected"

    def __init__(self, message: str = "", /, *, code: str | None = None, **facts: str) -> None:
        super().__init__(message or code or self.code)
        self.code = code or self.code
        self.facts = facts


class BadValue(QingxinError, ValueError):
    """A value that cannot be right: say which, and what would be."""

    code = "error-bad-value"


class MoveNotAllowed(QingxinError):
    """The table of moves has no such step from here, or not for this actor."""

    code = "error-move"


class NotFound(QingxinError):
    """There is no such thing; a stranger asking for somebody's case hears the same."""

    code = "error-not-found"


class NotAllowed(QingxinError):
    """The person's role does not carry this action."""

    code = "error-not-allowed"


class AlreadyDone(QingxinError):
    """The same request a second time; nothing was changed by it."""

    code = "error-already-done"


class ChangedMeanwhile(QingxinError):
    """Somebody else saved it since it was read; nothing was changed, a new try is safe."""


class ConfigurationError(QingxinError):
    """The house cannot start like this. The message is one line and says how to mend it."""

    code = "error-configuration"
