"""The letters of a one-time code by which an officer comes in."""

import secrets

_LETTERS = "34679ACDEFHJKMNPQRTWXY"
"""Without look-alikes in print and by hand: 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V."""

_GROUPS, _GROUP = 3, 4


def new_invitation_code() -> str:
    """Twelve characters (53 bits), in groups that can be read out: ``AC34-EF67-HJ9K``."""
    return "-".join(
        "".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS)
    )
