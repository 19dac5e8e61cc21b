"""Values as JSON, sealed values, keys and their rotation."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite.aiosqlite import dialect as sqlite_dialect

from casework.conversation_state import Conversation
from casework.errors import BadValue, ConfigurationError
from casework.meaning import CountRange, MoneyRange, Period, WageRate
from casework.messages import Button, FileKind, KeptFile, Money, OutgoingFile, Reply, Words
from casework.money import Fen
from storage.meta import check_keys
from storage.plain import dumps, from_plain, loads
from storage.seal import DamagedValue, Sealer, new_key
from storage.types import UtcDateTime
from tests.database import KEY, NOON
from tests.storage.conftest import Database

_TEXT = st.text(st.characters(exclude_categories=()), max_size=8)
_DAY = st.dates()
_NUMBER = st.integers(0, 10**12)
_MONEY = st.tuples(_NUMBER, _NUMBER, st.booleans()).map(
    lambda t: MoneyRange(low=Fen(min(t[:2])), high=Fen(max(t[:2])), approximate=t[2])
)
_COUNT = st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)).map(
    lambda pair: CountRange(low=min(pair), high=max(pair))
)
_ANSWER = st.one_of(
    st.none(),
    _TEXT,
    st.integers(),
    st.booleans(),
    _DAY,
    _MONEY,
    _COUNT,
    st.builds(WageRate, amount=_MONEY, per=_TEXT),
    st.builds(Period, start=st.none() | _TEXT, end=st.none() | _TEXT),
    st.lists(_TEXT, max_size=3).map(tuple),
)
_CONVERSATION = st.builds(
    Conversation,
    answers=st.dictionaries(_TEXT | st.just("$"), _ANSWER, max_size=5),
    skipped=st.frozensets(_TEXT, max_size=3),
    path=st.lists(_TEXT, max_size=3).map(tuple),
    updated_at=st.none() | st.datetimes(timezones=st.timezones()),
)
_ARG: st.SearchStrategy[Any] = st.deferred(
    lambda: st.one_of(
        _TEXT,
        st.integers(),
        _DAY,
        st.datetimes(timezones=st.just(NOON.tzinfo)),
        st.builds(Money, fen=st.integers()),
        _WORDS,
        st.lists(_WORDS, max_size=2).map(tuple),
    )
)
_ARGS = st.dictionaries(_TEXT | st.just("$"), _ARG, max_size=2)
_WORDS: st.SearchStrategy[Words] = st.builds(Words, key=_TEXT, args=_ARGS)
_BUTTON = st.builds(Button, label=_WORDS, data=st.text("abc:07", min_size=1, max_size=64))
_REPLY = st.builds(
    Reply,
    key=_TEXT,
    args=_ARGS,
    buttons=st.lists(st.lists(_BUTTON, max_size=2).map(tuple), max_size=2).map(tuple),
    file=st.none() | st.builds(OutgoingFile),
)
_FILE = st.builds(KeptFile, kind=st.sampled_from(FileKind), size=_NUMBER)


@given(st.one_of(_CONVERSATION, _REPLY, _FILE, _ANSWER))
def test_what_is_stored_comes_back(value: object) -> None:
    """``loads(dumps(x)) == x`` for everything that is stored like this, and in ASCII."""
    stored = dumps(value)
    assert value == loads(stored)
    assert stored.isascii()


def test_kinds_that_look_alike_stay_apart() -> None:
    """True is not 1, an instant is not a day, a tuple stays one."""
    values = (True, 1, 1.0, "1", date(2026, 2, 15), datetime(2026, 2, 15, tzinfo=NOON.tzinfo))
    assert [type(value) for value in values] == [type(value) for value in loads(dumps(values))]


def test_what_is_not_ours_is_refused() -> None:
    """An unknown value is not written, and one of another version not read."""
    with pytest.raises(BadValue):
        dumps(object())
    with pytest.raises(BadValue):
        from_plain({"$": "Unheard"})


@given(st.one_of(st.binary(max_size=200), _TEXT))
def test_a_sealed_value_opens(value: bytes | str) -> None:
    """Bytes and any text, also half of an emoji."""
    sealer = Sealer([KEY])
    sealed = sealer.seal(value)
    assert value == (sealer.open(sealed) if isinstance(value, bytes) else sealer.open_text(sealed))


def test_a_rotated_key_opens_and_finds_what_the_old_one_sealed() -> None:
    """New keys go in front: look-ups stay, and what is sealed anew needs the new key."""
    old, rotated = Sealer([KEY]), Sealer([new_key(), new_key(), KEY])

    assert rotated.open_text(old.seal("张小满")) == "张小满"
    assert old.lookup("phone", "13800001234") == rotated.lookup("phone", "13800001234")
    with pytest.raises(DamagedValue):
        old.open(rotated.seal("张小满"))


def test_look_ups_of_different_kinds_differ() -> None:
    """Neither another kind nor another cut of the same letters gives the same hash."""
    sealer = Sealer([KEY])
    looked_up = {
        sealer.lookup("chat", "telegram", "12"),
        sealer.lookup("chat", "telegram1", "2"),
        sealer.lookup("phone", "telegram", "12"),
        sealer.lookup("chat", "telegram,12"),
        Sealer([new_key()]).lookup("chat", "telegram", "12"),
    }
    assert len(looked_up) == 5


@pytest.mark.parametrize("at", [0, 10, 60, -1])
def test_a_damaged_value_is_refused(at: int) -> None:
    """One bit is enough."""
    sealer = Sealer([KEY])
    sealed = bytearray(sealer.seal("张小满"))
    sealed[at] ^= 2
    with pytest.raises(DamagedValue):
        sealer.open(bytes(sealed))


@pytest.mark.parametrize("keys", [[], ["short"], [KEY, "不是钥匙"], [KEY[4:]], [""]])
def test_malformed_keys_are_refused_without_quoting_them(keys: list[str]) -> None:
    """The line says what a key looks like, not what was found."""
    with pytest.raises(ConfigurationError, match=r"QINGXIN_ENCRYPTION_KEYS") as refused:
        Sealer(keys)
    assert not any(key and key in str(refused.value) for key in keys)


async def test_the_keys_of_the_first_start_are_remembered(database: Database) -> None:
    """A key in front is fine; without the oldest, or with another last, the house stays shut."""
    newer = new_key()
    await check_keys(database.engine, Sealer([KEY]))
    await check_keys(database.engine, Sealer([newer, KEY]))

    with pytest.raises(ConfigurationError, match="does not open this database"):
        await check_keys(database.engine, Sealer([newer]))
    with pytest.raises(ConfigurationError, match="stay the last"):
        await check_keys(database.engine, Sealer([KEY, newer]))


def test_an_instant_without_zone_is_refused() -> None:
    """SQLite would take it, and nobody could say later what it meant."""
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(BadValue):
        UtcDateTime().process_bind_param(naive, sqlite_dialect())


@given(st.datetimes(timezones=st.timezones(), min_value=datetime(1990, 1, 1)))  # noqa: DTZ001
def test_an_instant_comes_back_as_the_same_in_utc(instant: datetime) -> None:
    """From any zone, also where the database forgets zones."""
    column, dialect = UtcDateTime(), sqlite_dialect()
    stored = column.process_bind_param(instant, dialect)
    assert stored is not None
    read = column.process_result_value(stored.replace(tzinfo=None), dialect)
    assert instant.astimezone(NOON.tzinfo) == read
    assert read.tzinfo is NOON.tzinfo
