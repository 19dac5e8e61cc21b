"""A unit that the table proposes once more facts are known; in the history, until a person decides.

It moves nothing. The newest one counts, and only until the case is designated again.
"""

from collections.abc import Iterable, Mapping

from casework.history import Event, EventKind
from casework.routing import RoutingDecision

_FACT = "fact:"
_SETTLE = frozenset({EventKind.ROUTED, EventKind.UNIT_KEPT, EventKind.ACCEPTED})


def as_facts(decision: RoutingDecision) -> dict[str, str | int | bool]:
    """A decision as the facts of an event; codes and names of lists only, nothing personal."""
    return {
        "rule": decision.rule_id,
        "version": decision.rule_version,
        "source": decision.source,
        "lead": decision.lead,
        "assist": ",".join(decision.assist),
        "sure": decision.sure,
        **{f"{_FACT}{name}": word for name, word in decision.facts_used.items()},
    }


def from_facts(facts: Mapping[str, str | int | bool]) -> RoutingDecision:
    """The decision that `as_facts` wrote down."""
    assist = str(facts["assist"])
    return RoutingDecision(
        rule_id=str(facts["rule"]),
        rule_version=str(facts["version"]),
        source=str(facts["source"]),
        lead=str(facts["lead"]),
        assist=tuple(assist.split(",")) if assist else (),
        sure=bool(facts["sure"]),
        facts_used={
            name.removeprefix(_FACT): str(word)
            for name, word in facts.items()
            if name.startswith(_FACT)
        },
    )


def newest_facts(events: Iterable[Event]) -> Mapping[str, str] | None:
    """The facts of the newest suggestion, decided about or not; None where there was none."""
    suggested = [event for event in events if event.kind is EventKind.UNIT_SUGGESTED]
    return from_facts(suggested[-1].facts).facts_used if suggested else None


def open_suggestion(events: Iterable[Event]) -> RoutingDecision | None:
    """The newest suggestion that nobody has decided about yet."""
    newest: RoutingDecision | None = None
    for event in events:
        if event.kind is EventKind.UNIT_SUGGESTED:
            newest = from_facts(event.facts)
        elif event.kind in _SETTLE and event.track in {None, "lead_unit"}:
            newest = None
    return newest
