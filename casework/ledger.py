"""The district's ledger of building projects (plan 四(一))."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class ProjectClass(StrEnum):
    """The plan's four classes of project (四(一)2), each with its own lead unit (三)."""

    DISTRICT = "district"  # 区属项目
    CITY = "city"  # 市属项目
    SOE = "soe"  # 国企项目
    PRIVATE = "private"  # 社会项目


@dataclass(frozen=True, kw_only=True)
class Project:
    """A project of the ledger. ``owner_unit`` is a unit's code where the owner is one of ours.

    ``code`` is short and typed by people (it stands on the poster at the gate).
    """

    code: str
    name: str
    project_class: ProjectClass
    sub_class: str = ""
    industry: str = ""
    industry_unit: str = ""  # confirmed for this project; otherwise the industry's row decides
    sub_district: str = ""
    address: str = ""
    owner: str = ""
    owner_unit: str = ""
    general_contractor: str = ""
    subcontractors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    command_post: bool = False
    latitude: float | None = None
    longitude: float | None = None
    started_on: date | None = None
    state: str = "building"
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class SiteMatch:
    """A project that may be the one meant, and how sure the search is (0 to 1)."""

    project: Project
    score: float


class SiteSearch(Protocol):
    """Vague words into projects, best first, at most three."""

    def find(self, words: str) -> tuple[SiteMatch, ...]: ...


class Ledger(Protocol):
    """The projects, as stored."""

    async def get(self, code: str) -> Project | None: ...
    async def all(self) -> tuple[Project, ...]: ...
    async def replace_samples(self, projects: tuple[Project, ...]) -> None:
        """Put the invented projects of a fresh installation in; a real ledger keeps them out."""
        ...
