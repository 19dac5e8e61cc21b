"""Who is responsible: the plan's table (三、职责分工) as a decision with reasons.

The machine proposes and a person confirms (PIPL Art 24): every decision carries the rule, the
facts it used and the alternatives.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from casework.ledger import Project


@dataclass(frozen=True, kw_only=True)
class RoutingFacts:
    """What routing may look at; None means unknown."""

    construction: bool | None
    project: Project | None = None
    outside: bool | None = None
    sub_district: str = ""
    place_said: str = ""


@dataclass(frozen=True, kw_only=True)
class RoutingDecision:
    """A proposal: lead unit, assisting units, and why.

    ``sure`` is False where the arrears office has to designate. ``alternatives`` are unit codes
    that another reading of the facts would give.
    """

    rule_id: str
    rule_version: str
    source: str  # the plan's or the law's clause
    lead: str
    assist: tuple[str, ...] = ()
    command_post: bool = False
    sure: bool = True
    facts_used: Mapping[str, str] = field(default_factory=dict)
    alternatives: tuple[str, ...] = ()
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
