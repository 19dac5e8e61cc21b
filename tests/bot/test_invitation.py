"""Invitations: a code that can be read out over the telephone."""

import pytest

from bot.invitation_code import new_invitation_code
from handlers.officer.enrol import as_given_out


def test_a_code_is_what_was_given_out_however_it_is_typed() -> None:
    """Small letters, full width, spaces and missing dashes are the same code."""
    code = new_invitation_code()
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in code)

    for typed in (code, code.lower(), code.replace("-", ""), code.replace("-", " "), wide):
        assert code == as_given_out(f"  {typed} ")


@pytest.mark.parametrize("typed", ["", "AB", "/start", "我的邀请码"])
def test_what_is_no_code_stays_as_it_is(typed: str) -> None:
    """Nothing is made up out of what somebody else types."""
    assert typed == as_given_out(typed)
