"""How a case stood at an instant, replayed from its append-only history.

Nothing here reads the case's row, which knows only today: the same events give the same standing
whenever they are replayed, so a report of last month can be written again tomorrow.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from casework.case import HOLDERS, Outcome, Source, TrackKind
from casework.causes import Cause
from casework.history import Event, EventKind
from casework.meaning import MoneyRange
from casework.money import Fen


@dataclass(frozen=True, kw_only=True)
class Promise:
    """Somebody's word to pay: when it was given, how much, by when."""

    made_at: datetime
    amount: Fen
    day: date


@dataclass(frozen=True, kw_only=True)
class Ending:
    """One closing of a track, as it was told."""

    at: datetime
    tracks: frozenset[TrackKind]
    outcome: Outcome | None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A case at an instant. ``open_tracks`` are those on which a holder still has to act."""

    case_id: str
    number: str = ""
    opened_at: datetime
    source: Source = Source.BOT
    filed_at: datetime | None = None
    holder: str = ""
    inspection: str = ""
    confirmed_at: datetime | None = None  # a person said that the holder is the right one
    project: str = ""
    project_class: str = ""
    industry: str = ""
    sub_district: str = ""
    site: str = ""  # as the worker called it
    employer: str = ""
    cause: Cause = Cause.UNDECIDED
    people_claimed: int = 0
    listed_at: datetime | None = None
    claimed: MoneyRange | None = None  # as filed
    open_tracks: frozenset[TrackKind] = HOLDERS
    endings: tuple[Ending, ...] = ()
    reopened: tuple[datetime, ...] = ()
    promises: tuple[Promise, ...] = ()
    leader_met_on: date | None = None
    satisfied: bool | None = None

    @property
    def is_open(self) -> bool:
        """Whether a holder still has to do something."""
        return bool(self.open_tracks)

    @property
    def closed_at(self) -> datetime | None:
        """When the last of its tracks was closed; None while it is open."""
        return None if self.is_open or not self.endings else self.endings[-1].at

    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None while it is open."""
        return None if self.is_open or not self.endings else self.endings[-1].outcome

    @property
    def entered_on_paper(self) -> bool:
        """Whether somebody brought it to a desk or a telephone instead of the chat."""
        return self.source is not Source.BOT


def stand(events: Iterable[Event], *, number: str, inspection: str) -> Standing:
    """Replay a case's events, in their order. Raises ValueError for a history without a beginning.

    ``inspection``: the unit of the labour-inspection track, which no event names.
    """
    standing: Standing | None = None
    for event in events:
        if event.kind is EventKind.OPENED:
            standing = _opened(event, number, inspection)
        elif standing is not None and (step := _STEPS.get(event.kind)):
            standing = step(standing, event)
    if standing is None:
        raise ValueError(f"the history of {number} does not begin with its opening")
    return standing


def _opened(event: Event, number: str, inspection: str) -> Standing:
    return Standing(
        case_id=event.case_id,
        number=number,
        opened_at=event.at,
        source=Source(str(event.facts.get("source", Source.BOT))),
        holder=str(event.facts.get("unit", "")),
        inspection=inspection,
    )


def _filed(standing: Standing, event: Event) -> Standing:
    facts, personal = event.facts, event.personal
    low, high = int(facts.get("low_fen", 0)), int(facts.get("high_fen", 0))
    return replace(
        standing,
        filed_at=standing.filed_at or event.at,
        project=str(facts.get("project", "")),
        people_claimed=int(facts.get("people", 0)),
        claimed=MoneyRange(low=Fen(low), high=Fen(high)) if high else None,
        site=personal.get("site") or personal.get("where", ""),
        employer=personal.get("employer", ""),
    )


def _classified(standing: Standing, event: Event) -> Standing:
    """What the routing says about the place; facts that an event does not name stay."""
    facts = event.facts
    return replace(
        standing,
        holder=str(facts.get("holder", facts.get("to", standing.holder))),
        project=str(facts.get("project", standing.project)),
        project_class=str(facts.get("class", standing.project_class)),
        industry=str(facts.get("industry", standing.industry)),
        sub_district=str(facts.get("sub_district", standing.sub_district)),
        confirmed_at=event.at if event.kind is EventKind.ROUTED else standing.confirmed_at,
    )


def _accepted(standing: Standing, event: Event) -> Standing:
    if event.track is not TrackKind.LEAD_UNIT or standing.confirmed_at:
        return standing
    return replace(standing, confirmed_at=event.at)


def _ended(standing: Standing, event: Event) -> Standing:
    one_only = event.kind in {EventKind.CLOSED, EventKind.REFUSED} and event.track in HOLDERS
    tracks = frozenset({event.track}) if one_only and event.track else HOLDERS
    closing = tracks & standing.open_tracks
    ending = Ending(at=event.at, tracks=closing, outcome=_outcome(event))
    return replace(
        standing,
        open_tracks=standing.open_tracks - tracks,
        endings=(*standing.endings, ending),
    )


_OUTCOMES: Mapping[EventKind, Outcome] = {
    EventKind.WITHDRAWN: Outcome.WITHDRAWN_BY_WORKER,
    EventKind.TRANSFERRED: Outcome.TRANSFERRED_OTHER_PLACE,
}


def _outcome(event: Event) -> Outcome | None:
    said = str(event.facts.get("outcome", event.facts.get("ground", "")))
    return Outcome(said) if said in set(Outcome) else _OUTCOMES.get(event.kind)


_REFUSED = {outcome for outcome in Outcome if outcome.value.startswith("not_accepted")}


def _reopened(standing: Standing, event: Event) -> Standing:
    """Every closed track goes on; what was refused stays refused until it is routed anew."""
    again = {track for ending in standing.endings for track in ending.tracks} - {
        track
        for ending in standing.endings
        if ending.outcome in _REFUSED
        for track in ending.tracks
    }
    return replace(
        standing,
        open_tracks=standing.open_tracks | again,
        reopened=(*standing.reopened, event.at),
    )


def _routed(standing: Standing, event: Event) -> Standing:
    routed = _classified(standing, event)
    return replace(routed, open_tracks=routed.open_tracks | {TrackKind.LEAD_UNIT})


def _promised(standing: Standing, event: Event) -> Standing:
    if "day" not in event.facts:
        return standing  # the boss's word in the worker's message, without a date
    promise = Promise(
        made_at=event.at,
        amount=Fen(int(event.facts.get("fen", 0))),
        day=date.fromisoformat(str(event.facts["day"])),
    )
    return replace(standing, promises=(*standing.promises, promise))


def _planned(standing: Standing, event: Event) -> Standing:
    said = str(event.facts.get("cause", standing.cause))
    return replace(standing, cause=Cause(said) if said in set(Cause) else standing.cause)


def _listed(standing: Standing, event: Event) -> Standing:
    return replace(standing, listed_at=event.at)


def _met(standing: Standing, event: Event) -> Standing:
    return replace(standing, leader_met_on=date.fromisoformat(str(event.facts["day"])))


def _judged(standing: Standing, event: Event) -> Standing:
    """The worker's last word counts."""
    return replace(standing, satisfied=bool(event.facts["satisfied"]))


_STEPS: Mapping[EventKind, Callable[[Standing, Event], Standing]] = {
    EventKind.FILED: _filed,
    EventKind.ROUTE_PROPOSED: _classified,
    EventKind.ROUTED: _routed,
    EventKind.ACCEPTED: _accepted,
    EventKind.REFUSED: _ended,
    EventKind.CLOSED: _ended,
    EventKind.WITHDRAWN: _ended,
    EventKind.TRANSFERRED: _ended,
    EventKind.REOPENED: _reopened,
    EventKind.PROMISED: _promised,
    EventKind.PLANNED: _planned,
    EventKind.PEOPLE_LISTED: _listed,
    EventKind.LEADER_MET: _met,
    EventKind.SATISFACTION: _judged,
}

TELLING = frozenset({EventKind.OPENED, *_STEPS})
"""The events that a standing is made of."""
