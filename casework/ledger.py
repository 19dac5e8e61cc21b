"""The district's ledger of building projects (plan 四(一); 724 Art 24, 26, 28, 32, 34)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from casework.errors import BadValue
from casework.money import Fen

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def _at_least(least: int, *values: int | None) -> None:
    if any(value is not None and value < least for value in values):
        raise BadValue(f"less than {least} cannot be")


class ProjectClass(StrEnum):
    """The plan's four classes of project (四(一)2), each with its own lead unit (三)."""

    DISTRICT = "district"  # 区属项目
    CITY = "city"  # 市属项目
    SOE = "soe"  # 国企项目
    PRIVATE = "private"  # 社会项目


class ProjectState(StrEnum):
    """Where the works stand."""

    PLANNED = "planned"  # 未开工
    BUILDING = "building"  # 在建
    STOPPED = "stopped"  # 停工
    FINISHED = "finished"  # 完工
    SETTLED = "settled"  # 已结算


class DepositForm(StrEnum):
    """In what form the wage deposit is given (D65 Art 15: cash or a letter of guarantee)."""

    CASH = "cash"  # 现金存储
    BANK_GUARANTEE = "bank_guarantee"  # 银行保函
    COMPANY_GUARANTEE = "company_guarantee"  # 担保公司保函
    INSURANCE = "insurance"  # 保证保险
    EXEMPT = "exempt"  # 免缴


@dataclass(frozen=True, kw_only=True)
class Funding:
    """Where the money comes from, and whether it is there (724 Art 23). None: nobody knows."""

    source: str = ""
    in_place: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Contract:
    """The works contract, and what it sets apart for wages (724 Art 24).

    ``labour_share`` is in basis points of the price (20 % is 2000); either it or ``labour_cost``
    is usually written down. ``cycle_months``: how often labour cost is paid in.
    """

    permit_number: str = ""
    price: Fen | None = None
    labour_cost: Fen | None = None
    labour_share: int | None = None
    cycle_months: int | None = None
    payment_guarantee: bool | None = None

    def __post_init__(self) -> None:
        _at_least(0, self.price, self.labour_cost, self.labour_share)
        _at_least(1, self.cycle_months)
        if self.labour_share is not None and self.labour_share > 10_000:
            raise BadValue("labour cost is at most the whole price")


@dataclass(frozen=True, kw_only=True)
class SpecialAccount:
    """The special wage account (724 Art 26); its number is in `GuardedFields`."""

    bank: str = ""
    opened_on: date | None = None
    filed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Deposit:
    """The wage deposit as the ledger knows it (724 Art 32)."""

    form: DepositForm | None = None
    amount: Fen | None = None
    expires_on: date | None = None

    def __post_init__(self) -> None:
        _at_least(0, self.amount)


@dataclass(frozen=True, kw_only=True)
class OnSite:
    """What is seen at the site: who works there, how they are paid, what hangs at the gate.

    ``last_paid_month`` is the last month for which wages were paid, ``2026-03``.
    """

    real_name: bool | None = None
    bank_pay: bool | None = None
    board_inspected_on: date | None = None
    head_count: int | None = None
    last_paid_month: str = ""

    def __post_init__(self) -> None:
        _at_least(0, self.head_count)
        if self.last_paid_month and not _MONTH.fullmatch(self.last_paid_month):
            raise BadValue("a month is written 2026-03")


@dataclass(frozen=True, kw_only=True)
class Project:
    """A project of the ledger. ``owner_unit`` is a unit's code where the owner is one of ours.

    ``code`` is short and typed by people (it stands on the poster at the gate). Nothing personal
    is in here: see `GuardedFields`.
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
    investment_code: str = ""
    funding: Funding = Funding()
    contract: Contract = Contract()
    account: SpecialAccount = SpecialAccount()
    deposit: Deposit = Deposit()
    site: OnSite = OnSite()
    started_on: date | None = None
    finished_on: date | None = None
    settled_on: date | None = None
    state: ProjectState = ProjectState.BUILDING
    sample: bool = False

    def __post_init__(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            raise BadValue("a place has a latitude and a longitude")
        if abs(self.latitude or 0) > 90 or abs(self.longitude or 0) > 180:
            raise BadValue("a latitude is at most 90 degrees, a longitude 180")


@dataclass(frozen=True, kw_only=True)
class GuardedFields:
    """What of a project is sealed at rest: the labour officer (724 Art 28(2)), the account."""

    labour_officer: str = ""
    labour_phone: str = ""
    account_number: str = ""


@dataclass(frozen=True, kw_only=True)
class LedgerEntry:
    """A whole row of the ledger: the open part, and the part that few have to see."""

    project: Project
    guarded: GuardedFields = GuardedFields()


class FoundBy(StrEnum):
    """What of a project fits the words (or the place) that were given."""

    CODE = "code"
    NAME = "name"
    SHORT_NAME = "short_name"  # 涧西二院 of 涧西区第二人民医院
    ALIAS = "alias"
    CONTRACTOR = "contractor"
    SUBCONTRACTOR = "subcontractor"
    OWNER = "owner"
    ADDRESS = "address"
    SUB_DISTRICT = "sub_district"
    SEVERAL = "several"  # each part of the words stands somewhere: the road here, the firm there
    DISTANCE = "distance"


@dataclass(frozen=True, kw_only=True)
class SiteMatch:
    """A project that may be the one meant, and how sure the search is (0 to 1).

    ``text`` is what of the project fits, ``by_sound`` whether it only sounds like the words;
    ``metres`` is the distance, where a place was shared.
    """

    project: Project
    score: float
    found_by: FoundBy = FoundBy.NAME
    text: str = ""
    by_sound: bool = False
    metres: int | None = None


class SiteSearch(Protocol):
    """Vague words, or a shared place, into projects, best first, at most three."""

    def find(self, words: str) -> tuple[SiteMatch, ...]: ...
    def coded(self, words: str) -> tuple[Project, ...]:
        """The projects whose codes stand in some words, in their order, at most three."""
        ...

    def near(self, latitude: float, longitude: float) -> tuple[SiteMatch, ...]:
        """The nearest projects within a kilometre, in degrees (WGS 84); none beyond."""
        ...


@dataclass(frozen=True, kw_only=True)
class SiteFirms:
    """A project by its name, with every firm that the ledger names there.

    ``inspected_on``: when its rights board was seen last, by an officer or by a spreadsheet.
    """

    name: str
    general_contractor: str = ""
    others: tuple[str, ...] = ()
    inspected_on: date | None = None

    @property
    def all(self) -> tuple[str, ...]:
        """Each firm, the general contractor first."""
        return tuple(firm for firm in (self.general_contractor, *self.others) if firm)


class Ledger(Protocol):
    """The projects, as stored."""

    async def get(self, code: str) -> Project | None: ...
    async def guarded(self, code: str) -> GuardedFields:
        """The sealed part of a project; empty where there is none."""
        ...

    async def all(self) -> tuple[Project, ...]: ...
    async def firms(self) -> Mapping[str, SiteFirms]:
        """What stands at every gate, by code: little of much, to be looked through at once."""
        ...

    async def replace_samples(self, projects: tuple[Project, ...]) -> None:
        """Put the invented projects of a fresh installation in; a real ledger keeps them out.

        One that somebody has changed since, with an alias say, stays as it is.
        """
        ...
