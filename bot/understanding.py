"""The interpreter with the names that a district knows, beside a Rasa server where one is set."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import date

from bot.district import LoadedDistrict
from bot.giving_way import give_way
from bot.settings import Settings
from casework.ledger import Project
from casework.meaning import Interpreter, Meaning
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


class LearningInterpreter:
    """`casework.meaning.Interpreter` that takes up the names of a changed ledger."""

    def __init__(self, loaded: LoadedDistrict, local: LocalInterpreter) -> None:
        self._loaded = loaded
        self._local = local

    async def interpret(self, text: str, *, on: date) -> Meaning:
        """See `casework.meaning.Interpreter.interpret`."""
        return await self._local.interpret(text, on=on)

    async def learn(self, projects: tuple[Project, ...]) -> None:
        """Know these names, and no others of the ledger, from now on."""
        self._local = await give_way(open_interpreter, self._loaded, projects)

    def copy(self) -> "LearningInterpreter":
        """Another one that begins where this one stands."""
        return LearningInterpreter(self._loaded, self._local)


@asynccontextmanager
async def interpreting(
    settings: Settings, local: LearningInterpreter
) -> AsyncIterator[Interpreter]:
    """The interpreter of a house: local, or a Rasa server's intents with the local facts."""
    if settings.rasa_url is None:
        yield local
        return
    # Only where a server is set: an HTTP client takes a quarter of a second to load.
    from aiohttp import ClientSession  # noqa: PLC0415

    from nlu.rasa_client import RasaInterpreter  # noqa: PLC0415

    async with ClientSession() as session:
        token = settings.rasa_token.get_secret_value() if settings.rasa_token else None
        yield RasaInterpreter(settings.rasa_url, local, session, token=token)
