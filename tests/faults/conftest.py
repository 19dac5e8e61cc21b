"""A town for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.town import Town, town


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    """A fresh town."""
    async with town(tmp_path) as fresh:
        yield fresh
