"""The fields of a ledger entry under flat names, as a table, a column or a history has them.

A field of a group is called group and field: ``contract_price``. Everything that has one place
for each field (tables, spreadsheets, the history of changes) goes through here.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, cast

from casework.ledger import (
    Contract,
    Deposit,
    DepositForm,
    Funding,
    GuardedFields,
    LedgerEntry,
    OnSite,
    Project,
    ProjectClass,
    ProjectState,
    SpecialAccount,
)
from casework.money import Fen

FieldValue = str | int | float | bool | date | tuple[str, ...] | ProjectClass | ProjectState | None
Plain = str | int | float | bool | list[str] | None


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    NAMES = "names"  # several, in an order
    YES_NO = "yes_no"
    DAY = "day"
    MONTH = "month"
    MONEY = "money"
    SHARE = "share"  # basis points
    COUNT = "count"
    DEGREES = "degrees"
    CLASS = "class"
    SUB_CLASS = "sub_class"
    STATE = "state"
    DEPOSIT_FORM = "deposit_form"
    INDUSTRY = "industry"
    SUB_DISTRICT = "sub_district"
    UNIT = "unit"


_GROUPS: Mapping[str, type[Any]] = {
    "funding": Funding,
    "contract": Contract,
    "account": SpecialAccount,
    "deposit": Deposit,
    "site": OnSite,
}
_OWN = tuple(field.name for field in fields(Project) if field.name not in _GROUPS)
_INSIDE: Mapping[str, Mapping[str, str]] = {
    group: {field.name: f"{group}_{field.name}" for field in fields(kind)}
    for group, kind in _GROUPS.items()
}
"""The flat name of each field of each group. Looked up once: an import asks ten thousand times."""

FIELDS: Mapping[str, FieldKind] = {
    "code": FieldKind.TEXT,
    "name": FieldKind.TEXT,
    "aliases": FieldKind.NAMES,
    "project_class": FieldKind.CLASS,
    "sub_class": FieldKind.SUB_CLASS,
    "owner": FieldKind.TEXT,
    "owner_unit": FieldKind.UNIT,
    "industry": FieldKind.INDUSTRY,
    "industry_unit": FieldKind.UNIT,
    "sub_district": FieldKind.SUB_DISTRICT,
    "address": FieldKind.TEXT,
    "latitude": FieldKind.DEGREES,
    "longitude": FieldKind.DEGREES,
    "general_contractor": FieldKind.TEXT,
    "subcontractors": FieldKind.NAMES,
    "labour_officer": FieldKind.TEXT,
    "labour_phone": FieldKind.TEXT,
    "investment_code": FieldKind.TEXT,
    "funding_source": FieldKind.TEXT,
    "funding_in_place": FieldKind.YES_NO,
    "contract_permit_number": FieldKind.TEXT,
    "contract_price": FieldKind.MONEY,
    "contract_labour_cost": FieldKind.MONEY,
    "contract_labour_share": FieldKind.SHARE,
    "contract_cycle_months": FieldKind.COUNT,
    "contract_payment_guarantee": FieldKind.YES_NO,
    "site_real_name": FieldKind.YES_NO,
    "site_bank_pay": FieldKind.YES_NO,
    "account_bank": FieldKind.TEXT,
    "account_number": FieldKind.TEXT,
    "account_opened_on": FieldKind.DAY,
    "account_filed_on": FieldKind.DAY,
    "deposit_form": FieldKind.DEPOSIT_FORM,
    "deposit_amount": FieldKind.MONEY,
    "deposit_expires_on": FieldKind.DAY,
    "site_board_inspected_on": FieldKind.DAY,
    "site_head_count": FieldKind.COUNT,
    "site_last_paid_month": FieldKind.MONTH,
    "command_post": FieldKind.YES_NO,
    "started_on": FieldKind.DAY,
    "finished_on": FieldKind.DAY,
    "settled_on": FieldKind.DAY,
    "state": FieldKind.STATE,
    "sample": FieldKind.YES_NO,
}
"""Every field, in the order in which people read them."""

GUARDED = frozenset(field.name for field in fields(GuardedFields))
"""What is sealed, and left out of whatever goes to a chat."""

_PLAIN: Mapping[FieldKind, Callable[[Any], Any]] = {
    FieldKind.NAMES: tuple,
    FieldKind.DAY: date.fromisoformat,
    FieldKind.CLASS: ProjectClass,
    FieldKind.STATE: ProjectState,
    FieldKind.DEPOSIT_FORM: DepositForm,
    FieldKind.MONEY: Fen,
    FieldKind.DEGREES: float,
}


def flat(entry: LedgerEntry) -> dict[str, FieldValue]:
    """Every field of an entry by its flat name."""
    values = flat_project(entry.project)
    values.update({name: getattr(entry.guarded, name) for name in GUARDED})
    return values


def flat_project(project: Project) -> dict[str, FieldValue]:
    """The same without the guarded ones."""
    values: dict[str, FieldValue] = {name: getattr(project, name) for name in _OWN}
    for group, inside in _INSIDE.items():
        value = getattr(project, group)
        values.update({flat_name: getattr(value, name) for name, flat_name in inside.items()})
    return values


def project_of(values: Mapping[str, Any]) -> Project:
    """The project of flat values; what is missing is as in an empty one. Raises BadValue."""
    return Project(**_own(values), **_groups(values))


def entry_of(values: Mapping[str, Any], base: LedgerEntry | None = None) -> LedgerEntry:
    """The entry of flat values; what is missing stays as in ``base``. Raises BadValue."""
    guarded = {name: value for name, value in values.items() if name in GUARDED}
    if base is None:
        return LedgerEntry(project=project_of(values), guarded=GuardedFields(**guarded))
    project = replace(base.project, **_own(values), **_groups(values, base.project))
    return LedgerEntry(project=project, guarded=replace(base.guarded, **guarded))


def to_plain(value: FieldValue) -> Plain:
    """A value as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    return [*value] if isinstance(value, tuple) else value


def from_plain(name: str, value: Plain) -> FieldValue:
    """The value again."""
    read = _PLAIN.get(FIELDS[name])
    result: Any = value if read is None or value is None else read(value)
    return cast("FieldValue", result)


def _own(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in _OWN if name in values}


def _groups(values: Mapping[str, Any], base: Project | None = None) -> dict[str, Any]:
    groups = {}
    for group, kind in _GROUPS.items():
        inside = {name: values[n] for name, n in _INSIDE[group].items() if n in values}
        if inside:
            groups[group] = replace(getattr(base, group), **inside) if base else kind(**inside)
    return groups
