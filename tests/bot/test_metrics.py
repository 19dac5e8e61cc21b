"""What a monitor reads."""

import socket

import pytest
from aiohttp import ClientSession

from bot.metrics import served
from casework.errors import ConfigurationError


async def test_the_counters_are_served_on_loopback() -> None:
    """The fallbacks of a Rasa server are among them."""
    with served(0) as port:
        async with ClientSession() as session, session.get(f"http://127.0.0.1:{port}/") as answer:
            text = await answer.text()
    assert "qingxin_rasa_fallbacks_total" in text


def test_nothing_is_served_unasked() -> None:
    """No port, no server."""
    with served(None) as port:
        assert port is None


def test_a_port_that_is_taken() -> None:
    """One line that names the setting."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with (
            pytest.raises(ConfigurationError, match="QINGXIN_METRICS_PORT"),
            served(taken.getsockname()[1]),
        ):
            pass
