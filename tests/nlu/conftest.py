"""What tests of whole messages share."""

import pytest

from bot.district import load_district
from bot.settings import Settings
from bot.understanding import open_interpreter
from nlu.interpreter import LocalInterpreter


@pytest.fixture(scope="session")
def district_interpreter() -> LocalInterpreter:
    """The interpreter as the bot opens it: trained, with the names of the sample district."""
    loaded = load_district(Settings().district)
    return open_interpreter(loaded, loaded.sample_projects)
