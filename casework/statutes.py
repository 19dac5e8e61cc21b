"""The law as dated data: limits, thresholds, and the points that nobody has settled yet.

A district's ``statutes.toml`` becomes one value of `Statutes`. It is read like a mapping from an
id to its limit, so that a rule is always cited by its name: ``statutes["LI-1"]``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from casework.case import TrackKind
from casework.deadlines import Certainty, Statute
from casework.errors import BadValue


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """A number of people, months or yuan from which a rule holds.

    ``op`` ">=" includes the number itself (民法典 Art 1259). ``representatives``: fewest and most.
    ``least`` and ``most`` bound what may be ordered, in ``unit``.
    """

    id: str
    about: str
    basis: str
    title: str
    status: Certainty
    in_force_since: date | None = None
    n: int | None = None
    op: str = ""
    unit: str = ""
    months: int | None = None
    people: int | None = None
    yuan: int | None = None
    least: int | None = None
    most: int | None = None
    representatives: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        numbers = (self.n, self.months, self.people, self.yuan, self.least, self.most)
        if not any(numbers):
            raise BadValue(f"{self.id}: a threshold needs a number (n, months, people, yuan …)")
        if any(number is not None and number < 1 for number in numbers):
            raise BadValue(f"{self.id}: the numbers of a threshold are 1 or more")
        if self.op not in {"", ">=", "<="}:
            raise BadValue(f'{self.id}: op is ">=" or "<=", not {self.op!r}')
        if self.least and self.most and self.least > self.most:
            raise BadValue(f"{self.id}: least is more than most")
        if self.representatives and self.representatives[0] > self.representatives[1]:
            raise BadValue(f"{self.id}: representatives are fewest first, then most")


@dataclass(frozen=True, kw_only=True)
class Switch:
    """A conflict of the law for the justice bureau to settle (off until it has).

    Off: the earlier date is the target, the later one the outer limit. On: ``settled`` alone.
    """

    id: str
    question: str
    rules: tuple[str, ...] = ()
    on: bool = False
    settled: str = ""
    settled_on: date | None = None
    settled_by: str = ""

    def __post_init__(self) -> None:
        if self.on and (self.settled_on is None or not self.settled_by):
            raise BadValue(
                f"switch {self.id}: on needs settled_on (the day) and settled_by (who, which paper)"
            )
        if self.on and self.rules and self.settled not in self.rules:
            rules = " or ".join(self.rules)
            raise BadValue(f"switch {self.id}: on needs settled = {rules}")
        if not self.on and self.settled:
            raise BadValue(f"switch {self.id}: settled is written, but it is off; set on = true")


@dataclass(frozen=True, kw_only=True, eq=False)
class Statutes(Mapping[str, Statute]):
    """Everything in a district's ``statutes.toml``; a mapping of the limits by id."""

    rows: Mapping[str, Statute]
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    switches: Mapping[str, Switch] = field(default_factory=dict)
    _on_tracks: dict[TrackKind, tuple[Statute, ...]] = field(
        default_factory=dict, init=False, repr=False
    )

    def __getitem__(self, statute_id: str) -> Statute:
        return self.rows[statute_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def in_use(self, statute_id: str) -> bool:
        """False where a switch has settled that another rule governs alone."""
        return not any(
            s.on and statute_id in s.rules and statute_id != s.settled
            for s in self.switches.values()
        )

    def on_track(self, kind: TrackKind) -> tuple[Statute, ...]:
        """The limits that may run on a track, without those that a switch has put aside."""
        if kind not in self._on_tracks:
            mine = (s for s in self.rows.values() if kind in s.tracks and self.in_use(s.id))
            self._on_tracks[kind] = tuple(mine)
        return self._on_tracks[kind]

    def pair(self, statute: Statute) -> Statute | None:
        """The other source of a duty that two sources limit, while nobody has settled which."""
        other = self.rows.get(statute.pair)
        return other if other is not None and self.in_use(other.id) else None
