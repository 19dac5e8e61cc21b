"""The interpreter with the names that a district knows."""

from collections.abc import Iterable

from bot.district import LoadedDistrict
from casework.ledger import Project
from nlu.interpreter import LocalInterpreter


def open_interpreter(loaded: LoadedDistrict, projects: Iterable[Project]) -> LocalInterpreter:
    """Names of the ledger and the district's places win over rules."""
    ledger = tuple(projects)
    return LocalInterpreter(
        known_projects=[name for p in ledger for name in (p.name, *p.aliases)],
        known_employers=[p.general_contractor for p in ledger if p.general_contractor],
        places=[
            name
            for sub_district in loaded.district.sub_districts.values()
            for name in (sub_district.name, *sub_district.places)
        ],
    )
