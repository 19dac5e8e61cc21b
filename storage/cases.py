"""Cases, their tracks and parties, and the receipts' query codes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.case import (
    Case,
    Flag,
    Outcome,
    Said,
    Source,
    Status,
    Track,
    TrackKind,
)
from casework.cases import CodeTry, SaidAs
from casework.claims import ClaimKind
from casework.errors import ChangedMeanwhile
from casework.history import GENESIS
from casework.numbers import case_number
from casework.people import Authority, Party, PartyRole, PersonId
from casework.said_names import same_firm
from storage.chains import ChainEnds
from storage.counters import next_value
from storage.engine import put_row
from storage.paging import pages
from storage.said_names import hashed, keys_of
from storage.seal import Sealer
from storage.tables import case_parties, cases, tracks

CODE_TRIES = 5
"""Wrong query codes after which a case is opened by an officer only."""

ENDED = (Status.CLOSED.value, Status.NOT_ACCEPTED.value)
_KINDS = list(TrackKind)

# What nearly every message asks is built once: building costs as much as asking.
_BY_ID = select(cases).where(cases.c.id == bindparam("wanted")).with_for_update()
_BY_NUMBER = select(cases).where(cases.c.number == bindparam("wanted")).with_for_update()
_TRACKS = select(tracks).where(tracks.c.case_id.in_(bindparam("ids", expanding=True)))
_SAVE = update(cases).where(
    cases.c.id == bindparam("saved_id"), cases.c.version == bindparam("saved_version")
)
_OF_PERSON = (
    select(cases)
    .where(
        cases.c.id.in_(
            select(case_parties.c.case_id).where(case_parties.c.person_id == bindparam("person"))
        )
    )
    .order_by(cases.c.opened_at.desc(), cases.c.seq.desc())
)
_MAY_RUN = select(tracks.c.case_id).where(
    tracks.c.status.not_in([*ENDED, Status.DRAFT.value])
    | tracks.c.outcome.in_([o.value for o in Outcome if o.leaves_money_owed])
)
_WATCHED = (
    select(cases)
    .where(
        cases.c.number > bindparam("number"),
        cases.c.filed_at.is_not(None),
        cases.c.id.in_(_MAY_RUN),
    )
    .order_by(cases.c.number)
    .limit(bindparam("most"))
)
_PARTIES = (
    select(case_parties)
    .where(case_parties.c.case_id == bindparam("id"))
    .order_by(case_parties.c.seq)
)


class SqlCases:
    """`casework.cases.Cases`. Lives as long as its unit of work.

    ``get`` and ``by_number`` lock the case until the commit (PostgreSQL; SQLite has one writer).
    The version counts units of work that saved: inside one, a case may be saved repeatedly.
    """

    def __init__(self, connection: AsyncConnection, sealer: Sealer, ends: ChainEnds) -> None:
        self._connection = connection
        self._sealer = sealer
        self._ends = ends
        self._saved: dict[str, tuple[int, int]] = {}  # case: version read, version stored by us
        self._changed: dict[str, None] = {}
        self._tracks: dict[tuple[str, TrackKind], Track] = {}  # as they stand in the database
        self._locked: dict[str, Case] = {}  # what nobody else can change before the commit

    @property
    def saved(self) -> tuple[str, ...]:
        """The ids of the cases that this unit of work has changed, each once."""
        return tuple(self._changed)

    async def next_number(self, prefix: str, year: int) -> str:
        """The next case number of a year; without gaps, for a rolled-back one comes again."""
        sequence = await next_value(self._connection, f"case:{prefix}:{year:04d}")
        return case_number(prefix, year, sequence)

    async def add(self, case: Case) -> None:
        """Store a new case."""
        row = {
            **self._row(case),
            "id": case.id,
            "version": case.version,
            "code_failures": 0,
            "chain_length": 0,
            "chain_head": GENESIS,
        }
        await self._connection.execute(insert(cases), row)
        self._ends[case.id] = (0, GENESIS)
        self._saved[case.id] = (case.version, case.version)
        await self._save_tracks(case)

    async def get(self, case_id: str) -> Case | None:
        """The case, locked until the commit."""
        known = self._locked.get(case_id)
        return known or await self._lock(_BY_ID, case_id)

    async def by_number(self, number: str) -> Case | None:
        """The case of a number as `casework.numbers` writes it, locked until the commit."""
        return await self._lock(_BY_NUMBER, number)

    async def these(self, case_ids: Sequence[str]) -> tuple[Case, ...]:
        """Cases by their ids, for looking only."""
        found: list[Case] = []
        for some in pages(case_ids):
            found += await self._many(cases.c.id.in_(some))
        return tuple(sorted(found, key=lambda case: case.number))

    async def save(self, case: Case) -> None:
        """Store a changed case. Raises ChangedMeanwhile where somebody else was first."""
        read, stored = self._saved.get(case.id, (case.version, case.version))
        again = case.id in self._saved and case.version in {read, stored}
        expected, version = (stored, stored) if again else (case.version, case.version + 1)
        which = {"saved_id": case.id, "saved_version": expected}
        result = await self._connection.execute(
            _SAVE, {**which, **self._row(case), "version": version}
        )
        if result.rowcount == 0:
            raise ChangedMeanwhile(f"case {case.number} is not at version {expected} any more")
        if not again:
            self._saved[case.id] = (case.version, version)
        self._changed[case.id] = None
        await self._save_tracks(case)
        self._locked[case.id] = replace(case, version=version)

    async def add_party(self, party: Party) -> None:
        """Add a person's part in a case, or put it in place of the one they had."""
        row = {
            "case_id": party.case_id,
            "person_id": party.person_id,
            "role": party.role.value,
            "authority": party.authority.value,
            "agreed_at": party.agreed_at,
            "may_name": party.may_name,
        }
        put = put_row(self._connection, case_parties, "case_id", "person_id")
        await self._connection.execute(put, row)

    async def parties(self, case_id: str) -> tuple[Party, ...]:
        """Everybody who has a part in a case, in the order in which they came."""
        rows = await self._connection.execute(_PARTIES, {"id": case_id})
        return tuple(_party(row) for row in rows)

    async def of_person(self, person_id: PersonId) -> tuple[Case, ...]:
        """The cases in which a person has a part, newest first."""
        return await self._all(_OF_PERSON, {"person": person_id})

    async def held_by(self, unit: str, *, officer_id: str | None = None) -> tuple[Case, ...]:
        """Cases with an open track of this unit (and, where given, of this handler)."""
        held = select(tracks.c.case_id).where(tracks.c.unit == unit, tracks.c.status.not_in(ENDED))
        if officer_id is not None:
            held = held.where(tracks.c.officer_id == officer_id)
        return await self._many(cases.c.id.in_(held), cases.c.seq)

    async def worked_on_by(self, officer_id: str) -> tuple[Case, ...]:
        """Cases with an open track of which this officer is the handler, in whatever unit."""
        theirs = select(tracks.c.case_id).where(
            tracks.c.officer_id == officer_id, tracks.c.status.not_in(ENDED)
        )
        return await self._many(cases.c.id.in_(theirs), cases.c.seq)

    async def led_by(self, leader: str) -> tuple[Case, ...]:
        """Cases that a leader is in charge of, closed ones too."""
        return await self._many(cases.c.leader == leader, cases.c.seq)

    async def at_project(self, project_code: str, since: datetime) -> tuple[Case, ...]:
        """Cases of one site opened since then, oldest first."""
        there = (cases.c.project_code == project_code) & (cases.c.opened_at >= since)
        return await self._many(there, cases.c.opened_at, cases.c.seq)

    async def said_as(self, said_as: SaidAs, *names: str) -> tuple[Case, ...]:
        """Cases whose worker called the site, or the firm, by one of these names; oldest first."""
        keys = hashed(self._sealer, said_as, *names)
        if not keys:
            return ()
        if said_as is SaidAs.SITE:
            return await self._many(cases.c.site_key.in_(keys), cases.c.seq)
        # Of one 字号 there may be a builder and a supplier of workers: two firms.
        alike = await self._many(cases.c.employer_key.in_(keys), cases.c.seq)
        return tuple(c for c in alike if any(same_firm(n, c.said.employer) for n in names))

    async def after(self, number: str, *, limit: int) -> tuple[Case, ...]:
        """The next cases by number, closed ones too, behind ``number``; "" begins."""
        page = (
            select(cases.c.id).where(cases.c.number > number).order_by(cases.c.number).limit(limit)
        )
        return await self._many(cases.c.id.in_(page), cases.c.number)

    async def watched(self, number: str, *, limit: int) -> tuple[Case, ...]:
        """The next filed cases by number on which a limit may run."""
        return await self._all(_WATCHED, {"number": number, "most": limit})

    async def set_query_code(self, case_id: str, code: str) -> None:
        """Keep the keyed hash of the receipt's six digits; the tries begin anew."""
        await self._connection.execute(
            update(cases)
            .where(cases.c.id == case_id)
            .values(code_key=self._code_key(case_id, code), code_failures=0)
        )

    async def try_query_code(self, case_id: str, code: str) -> CodeTry:
        """Compare a code. The fifth wrong one in a row already says LOCKED.

        The try counts only once it is committed: the caller must not raise after a wrong one.
        """
        rows = await self._connection.execute(
            select(cases.c.code_key, cases.c.code_failures)
            .where(cases.c.id == case_id)
            .with_for_update()
        )
        row = rows.one_or_none()
        if row is None or row.code_key is None:
            return CodeTry.WRONG
        if row.code_failures >= CODE_TRIES:
            return CodeTry.LOCKED
        right = row.code_key == self._code_key(case_id, code)
        failures = 0 if right else row.code_failures + 1
        if failures != row.code_failures:
            counted = update(cases).where(cases.c.id == case_id).values(code_failures=failures)
            await self._connection.execute(counted)
        if right:
            return CodeTry.RIGHT
        return CodeTry.LOCKED if failures >= CODE_TRIES else CodeTry.WRONG

    def _code_key(self, case_id: str, code: str) -> str:
        return self._sealer.lookup("query code", case_id, code)

    async def _lock(self, statement: Select[Any], wanted: str) -> Case | None:
        found = await self._connection.execute(statement, {"wanted": wanted})
        row = found.one_or_none()
        if row is None:
            return None
        # A second statement, not a join: after waiting for the lock PostgreSQL would give a join
        # the tracks of before.
        mine = await self._connection.execute(_TRACKS, {"ids": [row.id]})
        self._ends.setdefault(row.id, (row.chain_length, row.chain_head))
        case = self._locked[row.id] = self._case(row, [_track(track) for track in mine])
        return case

    async def _many(
        self, condition: ColumnElement[bool], *order: ColumnElement[Any]
    ) -> tuple[Case, ...]:
        return await self._all(select(cases).where(condition).order_by(*order), {})

    async def _all(self, wanted: Select[Any], values: Mapping[str, Any]) -> tuple[Case, ...]:
        rows = (await self._connection.execute(wanted, values)).all()
        if not rows:
            return ()
        by_case: dict[str, list[Track]] = {}
        for some in pages([row.id for row in rows]):
            for row in await self._connection.execute(_TRACKS, {"ids": some}):
                by_case.setdefault(row.case_id, []).append(_track(row))
        return tuple(self._case(row, by_case.get(row.id, [])) for row in rows)

    async def _save_tracks(self, case: Case) -> None:
        changed = [t for t in case.tracks if self._tracks.get((case.id, t.kind)) != t]
        if not changed:
            return
        await self._connection.execute(
            put_row(self._connection, tracks, "case_id", "kind"),
            [_track_row(case.id, track) for track in changed],
        )
        self._tracks.update({(case.id, track.kind): track for track in changed})

    def _row(self, case: Case) -> dict[str, Any]:
        said = case.said
        personal = {
            "said": [said.site, said.employer, said.boss, said.place, said.first_words],
            "prior_complaint": case.prior_complaint,
            "source_number": case.source_number,
        }
        return {
            "number": case.number,
            "opened_at": case.opened_at,
            "first_message_at": case.first_message_at,
            "filed_at": case.filed_at,
            "source": case.source.value,
            "personal": self._sealer.seal(json.dumps(personal)),
            "place_kind": case.place_kind,
            "project_code": case.project_code,
            "project_class": case.project_class,
            "industry": case.industry,
            "sub_district": case.sub_district,
            "outside": case.outside,
            "cause": case.cause,
            "claim_kind": case.claim_kind.value,
            "people_claimed": case.people_claimed,
            "people_confirmed": case.people_confirmed,
            "group_id": case.group_id,
            "leader_met_at": case.leader_met_at,
            "leader": case.leader,
            **keys_of(self._sealer, said),
            "flags": sorted(flag.value for flag in case.flags),
        }

    def _case(self, row: Any, mine: list[Track]) -> Case:
        personal = json.loads(self._sealer.open(row.personal))
        site, employer, boss, place, first_words = personal["said"]
        self._tracks.update({(row.id, track.kind): track for track in mine})
        return Case(
            id=row.id,
            number=row.number,
            opened_at=row.opened_at,
            first_message_at=row.first_message_at,
            filed_at=row.filed_at,
            source=Source(row.source),
            source_number=personal["source_number"],
            said=Said(
                site=site, employer=employer, boss=boss, place=place, first_words=first_words
            ),
            place_kind=row.place_kind,
            project_code=row.project_code,
            project_class=row.project_class,
            industry=row.industry,
            sub_district=row.sub_district,
            outside=row.outside,
            cause=row.cause,
            claim_kind=ClaimKind(row.claim_kind),
            people_claimed=row.people_claimed,
            people_confirmed=row.people_confirmed,
            prior_complaint=personal["prior_complaint"],
            group_id=row.group_id,
            leader_met_at=row.leader_met_at,
            leader=row.leader,
            flags=frozenset(Flag(flag) for flag in row.flags),
            tracks=tuple(sorted(mine, key=lambda track: _KINDS.index(track.kind))),
            version=row.version,
        )


def _track_row(case_id: str, track: Track) -> dict[str, Any]:
    return {
        "case_id": case_id,
        "kind": track.kind.value,
        "unit": track.unit,
        "status": track.status.value,
        "officer_id": track.officer_id,
        "confirmed": track.confirmed,
        "objections": track.objections,
        "outcome": None if track.outcome is None else track.outcome.value,
        "closed_at": track.closed_at,
    }


def _track(row: Any) -> Track:
    return Track(
        kind=TrackKind(row.kind),
        unit=row.unit,
        status=Status(row.status),
        officer_id=row.officer_id,
        confirmed=row.confirmed,
        objections=row.objections,
        outcome=None if row.outcome is None else Outcome(row.outcome),
        closed_at=row.closed_at,
    )


def _party(row: Any) -> Party:
    return Party(
        case_id=row.case_id,
        person_id=PersonId(row.person_id),
        role=PartyRole(row.role),
        authority=Authority(row.authority),
        agreed_at=row.agreed_at,
        may_name=row.may_name,
    )
