"""Who may have to pay, by law: the chain of those liable (724 Art 16-22, 29, 30, 36, 37).

Each row is the district's data (``district/<name>/liable.toml``). What is known fills in the
firms and says which rows hold already; what has still to be found out is said beside the row. The
list is no finding: a person decides who owes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.deadlines import Certainty
from casework.ledger import Project

_SHORTEST = 4
"""A name shorter than this is found in too many others."""


class Liability(StrEnum):
    """As what somebody may have to pay."""

    EMPLOYER = "employer"  # 用人单位
    SUBCONTRACTOR = "subcontractor"  # 分包单位
    GENERAL_CONTRACTOR = "general_contractor"  # 施工总承包单位
    OWNER = "owner"  # 建设单位
    GIVER = "giver"  # who gave the works to a person or an unqualified unit
    LENDER = "lender"  # whose name was used (挂靠)
    USER_UNIT = "user_unit"  # of an unlicensed dispatch
    INVESTOR = "investor"  # 出资人
    SUCCESSOR = "successor"  # after a merger, a division, a deregistration


@dataclass(frozen=True, kw_only=True)
class Liable:
    """One row of the chain.

    ``finding``: what has to be established first; empty where nothing has. ``by_subcontract``:
    a subcontractor of the ledger that is the employer establishes it. ``site_only``: holds for
    building works alone.
    """

    id: str
    party: Liability
    duty: str
    finding: str = ""
    by_subcontract: bool = False
    site_only: bool = False
    title: str
    status: Certainty
    in_force_since: date


@dataclass(frozen=True, kw_only=True)
class Link:
    """A row for one case: the firms it may mean, and whether what is known is enough for it."""

    row: Liable
    firms: tuple[str, ...]
    known: bool


def chain(
    rows: Iterable[Liable], *, employer: str, project: Project | None, is_site: bool, today: date
) -> tuple[Link, ...]:
    """The rows in force that may hold for a case, in the order of the data."""
    subs = _meant(employer, project.subcontractors) if project else ()
    firms = _firms(employer, project, subs)
    return tuple(
        Link(
            row=row,
            firms=firms.get(row.party, ()),
            known=not row.finding or (row.by_subcontract and bool(subs)),
        )
        for row in rows
        if row.in_force_since <= today and (is_site or not row.site_only)
    )


def _meant(employer: str, firms: Iterable[str]) -> tuple[str, ...]:
    """The firms of the ledger that the employer, as the worker called it, can be."""
    if len(employer) < _SHORTEST:
        return ()
    return tuple(firm for firm in firms if employer in firm or firm in employer)


def _firms(
    employer: str, project: Project | None, subs: tuple[str, ...]
) -> Mapping[Liability, tuple[str, ...]]:
    named: dict[Liability, tuple[str, ...]] = {Liability.EMPLOYER: (employer,)}
    if project is not None:
        named |= {
            Liability.SUBCONTRACTOR: subs or project.subcontractors,
            Liability.GENERAL_CONTRACTOR: (project.general_contractor,),
            Liability.OWNER: (project.owner,),
        }
    return {party: tuple(filter(None, firms)) for party, firms in named.items()}
