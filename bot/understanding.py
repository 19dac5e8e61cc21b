"""The interpreter with the names that a district knows, beside a Rasa server where one is set."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from bot.district import LoadedDistrict
from bot.settings import Settings
from casework.ledger import Project
from casework.meaning import Interpreter
from nlu.interpreter import LocalInterpreter


def open_interpreter(loaded: LoadedDistrict, projects: Iterable[Project]) -> LocalInterpreter:
    """Names of the ledger and the district's places win over rules."""
    ledger = tuple(projects)
    return LocalInterpreter(
        known_projects=[name for p in ledger for name in (p.name, *p.aliases)],
        known_employers=[p.general_contractor for p in ledger if p.general_contractor],
        places=[
            *loaded.gazetteer,
            *(
                name
                for sub_district in loaded.district.sub_districts.values()
                for name in (sub_district.name, *sub_district.places)
            ),
        ],
    )


@asynccontextmanager
async def interpreting(
    settings: Settings, loaded: LoadedDistrict, projects: Iterable[Project]
) -> AsyncIterator[Interpreter]:
    """The interpreter of a house: local, or a Rasa server's intents with the local facts."""
    local = open_interpreter(loaded, projects)
    if settings.rasa_url is None:
        yield local
        return
    # Only where a server is set: an HTTP client takes a quarter of a second to load.
    from aiohttp import ClientSession  # noqa: PLC0415

    from nlu.rasa_client import RasaInterpreter  # noqa: PLC0415

    async with ClientSession() as session:
        yield RasaInterpreter(settings.rasa_url, local, session)
