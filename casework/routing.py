"""Who is responsible: the plan's table (三、职责分工) as a decision with reasons.

The machine proposes and a person confirms (PIPL Art 24): every decision carries the rule, the
facts it used and the alternatives. The table itself is data (``district/<name>/routing.toml``).

Labour inspection is never a lead or an assisting unit here: it has a track of its own on every
case (724 Art 7, 10).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casework.directory import District, Industry, Unit
from casework.errors import BadValue
from casework.ledger import Project, ProjectClass
from casework.places import locate

MIXED_FUNDING = "mixed"
"""The ``sub_class`` of a project whose money is of more than one class."""


@dataclass(frozen=True, kw_only=True)
class RoutingFacts:
    """What routing may look at; None means unknown.

    ``place_said`` is read for a place only where neither the ledger nor ``sub_district`` and
    ``outside`` tell one; it is free text and never goes into a decision. ``project_class`` and ``industry`` are what a person established about a site that the ledger
    does not know; the ledger's own word counts where there is a project.
    """

    construction: bool | None
    project: Project | None = None
    outside: bool | None = None
    sub_district: str = ""
    place_said: str = ""
    project_class: ProjectClass | None = None
    industry: str = ""


@dataclass(frozen=True, kw_only=True)
class RoutingDecision:
    """A proposal: lead unit, assisting units, and why.

    ``facts_used``: yes/no under ``outside``, ``construction``, ``industry_confirmed``; codes under
    ``project``, ``class``, ``sub_class``, ``industry``, ``owner_unit``, ``sub_district``; names
    from the district's lists under ``outside_place``, ``place_without_lead``. ``sure`` is False where the arrears office has to designate. ``alternatives`` are unit codes
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

    def holder(self, district: District) -> str:
        """Who holds the case at first: the lead, or the arrears office until it has designated."""
        return self.lead if self.sure else district.arrears_office

    @property
    def outside(self) -> bool:
        """Whether the place lies outside the district, so that a person arranges a transfer."""
        return self.facts_used.get("outside") == "yes"


class Role(StrEnum):
    """Which unit a rule means, before it is known which one that is for these facts.

    A rule may also name one unit of the district by its code.
    """

    ARREARS_OFFICE = "arrears_office"
    LABOUR = "labour"
    STREET = "street"
    INDUSTRY = "industry"
    OWNER_OR_INDUSTRY = "owner_or_industry"


@dataclass(frozen=True, kw_only=True)
class RoutingRule:
    """One row of the table. A condition that is None does not matter; an unknown fact fits none.

    ``lead`` and ``assist``: a ``Role`` or a unit's code. ``designate``: the arrears office has to
    name the lead.
    """

    id: str
    source: str
    lead: str
    assist: tuple[str, ...] = ()
    designate: bool = False
    outside: bool | None = None
    construction: bool | None = None
    project: bool | None = None
    project_class: ProjectClass | None = None
    funding_mixed: bool | None = None

    @property
    def has_conditions(self) -> bool:
        """False for the row that takes whatever no other row took."""
        return self.project_class is not None or any(
            value is not None
            for value in (self.outside, self.construction, self.project, self.funding_mixed)
        )


@dataclass(frozen=True, kw_only=True)
class RoutingRules:
    """The table, top row first. The last row has no conditions and leads to the arrears office."""

    version: str
    rules: tuple[RoutingRule, ...]

    def __post_init__(self) -> None:
        last = self.rules[-1] if self.rules else None
        if last is None or last.has_conditions or last.lead != Role.ARREARS_OFFICE:
            raise BadValue("the last rule has no conditions and leads to the arrears office")
        if not all(rule.has_conditions for rule in self.rules[:-1]):
            raise BadValue("a rule without conditions hides every rule below it")


@dataclass(frozen=True, kw_only=True)
class Condition:
    """What a rule wants to be so, and what is known; "" is unknown."""

    name: str
    wanted: str
    known: str

    @property
    def met(self) -> bool:
        """An unknown fact meets nothing."""
        return self.wanted == self.known


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What became of one rule for some facts. ``fits`` and not ``fired``: see ``lead_open``.

    ``lead_open``: it was the first that fits, but nobody can say which unit plays its lead, so
    that the last rule counts. ``behind``: the rule above it that was taken.
    """

    rule: RoutingRule
    conditions: tuple[Condition, ...]
    fired: bool
    lead_open: bool = False
    behind: str = ""

    @property
    def fits(self) -> bool:
        """Whether every condition is met."""
        return all(condition.met for condition in self.conditions)


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """A decision with its units looked up, for whoever has to judge it.

    ``always`` is the unit of the labour-inspection track that every case has beside this.
    """

    decision: RoutingDecision
    lead: Unit
    assist: tuple[Unit, ...]
    always: Unit
    alternatives: tuple[Unit, ...]


def route(facts: RoutingFacts, district: District, rules: RoutingRules) -> RoutingDecision:
    """The proposal for these facts. Always one existing lead unit; never raises.

    Rule: the first row whose conditions fit, if its lead can be named; otherwise the last row,
    by which the arrears office designates (XF22 Art 24).
    Source: plan 三, 四(一)2.
    Example: a private project in 南昌路街道 → that street's office, the industry department
    assists. A city project of an industry whose department is open → the arrears office.
    """
    known = _Known(facts, district)
    fitting = next(rule for rule in rules.rules if known.fits(rule))
    rule = fitting if known.unit(fitting.lead) else rules.rules[-1]
    lead = known.unit(rule.lead) or district.arrears_office
    assist = tuple(unit for unit in known.units(rule.assist) if unit != lead)
    others = tuple(unit for unit in known.candidates(rule) if unit not in {lead, *assist})
    disputed = rule.lead == Role.OWNER_OR_INDUSTRY and known.owner_and_industry_differ
    return RoutingDecision(
        rule_id=rule.id,
        rule_version=rules.version,
        source=rule.source,
        lead=lead,
        assist=assist,
        command_post=known.project is not None and known.project.command_post,
        sure=not rule.designate and not disputed,
        facts_used=known.as_used()
        | ({} if rule is fitting else {"rule_without_lead": fitting.id}),
        alternatives=others,
    )


def judge(facts: RoutingFacts, district: District, rules: RoutingRules) -> tuple[Judged, ...]:
    """What became of every rule of the table, top to bottom: which one fired, why others did not.

    Exactly one fired, the one that `route` names.
    """
    known = _Known(facts, district)
    first = next(rule for rule in rules.rules if known.fits(rule))
    lead_open = not known.unit(first.lead)
    fired = rules.rules[-1] if lead_open else first
    at = rules.rules.index(first)
    return tuple(
        Judged(
            rule=rule,
            conditions=tuple(known.conditions(rule)),
            fired=rule is fired,
            lead_open=lead_open and rule is first and rule is not fired,
            behind=first.id if number > at and rule is not fired else "",
        )
        for number, rule in enumerate(rules.rules)
    )


def explain(decision: RoutingDecision, district: District) -> Explanation:
    """The decision with its units; codes that the district has dropped since are left out."""

    def look_up(codes: Iterable[str]) -> tuple[Unit, ...]:
        return tuple(district.units[code] for code in codes if code in district.units)

    return Explanation(
        decision=decision,
        lead=district.units.get(decision.lead, district.units[district.arrears_office]),
        assist=look_up(decision.assist),
        always=district.units[district.inspection],
        alternatives=look_up(decision.alternatives),
    )


class _Known:
    """The facts of one question, the ledger's word before the worker's."""

    def __init__(self, facts: RoutingFacts, district: District) -> None:
        self.facts = facts
        self.district = district
        self.project = project = facts.project
        self.project_class = project.project_class if project else facts.project_class
        code = project.industry if project else facts.industry
        self.industry: Industry | None = district.industries.get(code)
        self.place = locate(facts.place_said, district)
        said = facts.sub_district or self.place.sub_district or ""
        self.sub_district = (project.sub_district if project else "") or said
        self.funding_mixed = project.sub_class == MIXED_FUNDING if project else None
        self.outside = facts.outside
        if facts.outside is None and not self.sub_district:
            self.outside = self.place.outside

    def fits(self, rule: RoutingRule) -> bool:
        """Whether every condition of the row is met by what is known."""
        return all(condition.met for condition in self.conditions(rule))

    def conditions(self, rule: RoutingRule) -> Iterator[Condition]:
        """What the row wants, beside what is known."""
        facts: tuple[tuple[str, str, str], ...] = (
            ("outside", _yes_no(rule.outside), _yes_no(self.outside)),
            ("construction", _yes_no(rule.construction), _yes_no(self.facts.construction)),
            ("project", _yes_no(rule.project), _yes_no(self.project is not None)),
            ("project_class", rule.project_class or "", self.project_class or ""),
            ("funding_mixed", _yes_no(rule.funding_mixed), _yes_no(self.funding_mixed)),
        )
        for name, wanted, known in facts:
            if wanted:
                yield Condition(name=name, wanted=wanted, known=known)

    def unit(self, role: str) -> str:
        """The unit that plays this role here; "" where the facts or the plan leave it open."""
        code = {
            Role.ARREARS_OFFICE.value: self.district.arrears_office,
            Role.LABOUR.value: self.district.labour,
            Role.STREET.value: self.street,
            Role.INDUSTRY.value: self.industry_unit,
            Role.OWNER_OR_INDUSTRY.value: self.owner_unit or self.industry_unit,
        }.get(str(role), role)
        return code if code in self.district.units else ""

    def units(self, roles: Iterable[str]) -> Iterator[str]:
        """The units of some roles, without those left open."""
        return filter(None, dict.fromkeys(map(self.unit, roles)))

    @property
    def street(self) -> str:
        """The street office of the place."""
        found = self.district.sub_districts.get(self.sub_district)
        return found.unit if found else ""

    @property
    def owner_unit(self) -> str:
        """The owner, where it is one of the district's own units."""
        code = self.project.owner_unit if self.project else ""
        return code if code in self.district.units else ""

    @property
    def industry_unit(self) -> str:
        """The department confirmed for this very project, else the industry's."""
        confirmed = self.project.industry_unit if self.project else ""
        if confirmed in self.district.units:
            return confirmed
        return self.industry.unit if self.industry else ""

    @property
    def owner_and_industry_differ(self) -> bool:
        """The plan names both with one breath; where they differ it has to be settled once."""
        confirmed = self.project is not None and self.project.industry_unit != ""
        known = {self.owner_unit, self.industry_unit} - {""}
        return not confirmed and len(known) > 1

    def candidates(self, rule: RoutingRule) -> Iterator[str]:
        """Who else it may be: by another row for a designation, by another reading otherwise."""
        codes = list(self.units((Role.OWNER_OR_INDUSTRY, Role.INDUSTRY)))
        if self.industry:
            codes += self.industry.candidates
        if rule.designate:
            codes += self.units((Role.STREET,))
            if self.project is None and self.facts.construction is None:
                codes.append(self.district.labour)
        return (code for code in dict.fromkeys(codes) if code in self.district.units)

    def as_used(self) -> dict[str, str]:
        """The facts as words for the record; unknown ones are left out."""
        words = {
            "outside": _yes_no(self.outside),
            "outside_place": self.place.outside_place if self.outside else "",
            "place_without_lead": self.place.unassigned,
            "construction": _yes_no(self.facts.construction),
            "project": self.project.code if self.project else "",
            "class": self.project_class or "",
            "sub_class": self.project.sub_class if self.project else "",
            "industry": self.industry.code if self.industry else "",
            "industry_confirmed": self._industry_confirmed(),
            "owner_unit": self.owner_unit,
            "sub_district": self.sub_district,
            "command_post": "yes" if self.project and self.project.command_post else "",
        }
        return {name: str(word) for name, word in words.items() if word}

    def _industry_confirmed(self) -> str:
        if self.project is not None and self.project.industry_unit:
            return "yes"
        return _yes_no(self.industry.confirmed) if self.industry else ""


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"
