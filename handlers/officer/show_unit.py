"""A unit: how it is reached, who is there; and how that is changed, with who and when."""

from dataclasses import dataclass

from casework.directory import ContactMode, UnitChange
from casework.messages import Reply, Words
from casework.people import Officer, OfficerRole
from casework.staff_log import StaffEvent, StaffEventKind
from handlers.context import Context
from handlers.officer.acting import require
from handlers.officer.waiting import keep_unit
from handlers.units import unit_now


@dataclass(frozen=True, kw_only=True)
class ShowUnit:
    """Which unit; ``mode`` and ``phone`` change it where they are given."""

    officer: Officer
    unit: str
    mode: ContactMode | None = None
    phone: str = ""


async def show_unit(request: ShowUnit, ctx: Context) -> Reply:
    """Say how it is reached now, after the change if there is one."""
    require(request.officer, OfficerRole.SUPERVISOR, OfficerRole.TRIAGE)
    if request.mode is not None or request.phone:
        await _change(request, ctx)
        await keep_unit(ctx, request.unit)
    unit = await unit_now(ctx, request.unit)
    changes = await ctx.uow.units.of_unit(unit.code)
    posts = await ctx.uow.officers.of_unit(unit.code)
    alone = unit.contact_mode is ContactMode.CHAT and not posts
    return Reply(
        key="unit-card",
        args={
            "code": unit.code,
            "unit": unit.name,
            "mode": Words(key=f"mode-{unit.contact_mode.value}"),
            "phone": Words(key="unit-phone", args={"phone": unit.phone})
            if unit.phone
            else Words(key="unit-no-phone"),
            "n": len(posts),
            "alone": Words(key="unit-alone") if alone else "",
            "changed": Words(
                key="unit-changed", args={"by": changes[-1].by_officer, "at": changes[-1].at}
            )
            if changes
            else Words(key="unit-as-filed"),
        },
    )


async def _change(request: ShowUnit, ctx: Context) -> None:
    before = await unit_now(ctx, request.unit)
    await ctx.uow.units.add(
        UnitChange(
            unit=before.code,
            at=ctx.now,
            by_officer=request.officer.code,
            contact_mode=request.mode,
            phone=request.phone or None,
        )
    )
    facts = (
        {"mode": request.mode.value, "mode_before": before.contact_mode.value}
        if request.mode
        else {}
    )
    if request.phone:
        facts |= {"phone": request.phone, "phone_before": before.phone}
    await ctx.uow.staff.append(
        StaffEvent(
            kind=StaffEventKind.UNIT_CHANGED,
            at=ctx.now,
            unit=before.code,
            by_officer=request.officer.code,
            facts=facts,
        )
    )
