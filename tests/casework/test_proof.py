"""The proof on a receipt: the same facts give the same hash, any other fact another."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.history import Event, EventKind
from casework.proof import Proof, find_proof_code, proofs, prove

NUMBER = "JX2026-0000001-9"
FILED = Event(
    case_id="c-1",
    kind=EventKind.FILED,
    at=datetime(2026, 11, 23, 4, 4, 30, 123456, tzinfo=UTC),
    facts={"place_kind": "site", "low_fen": 1_200_000, "high_fen": 1_200_000, "people": 1},
    personal={"employer": "王老板", "name": "张三"},
    seq=3,
)


def _file(seq: int, sha256: str) -> Event:
    return Event(
        case_id="c-1",
        kind=EventKind.EVIDENCE,
        at=FILED.at,
        facts={"kind": "photo", "sha256": sha256},
        seq=seq,
    )


def test_anyone_can_compute_the_hash_again() -> None:
    """The statement is plain text, and the hash is SHA-256 over its bytes."""
    proof = prove(NUMBER, FILED, (_file(2, "ab" * 32), FILED, _file(4, "cd" * 32)))

    assert proof.statement.splitlines() == [
        "清薪回执 1",
        f"编号：{NUMBER}",
        "时间：2026-11-23T04:04:30Z",
        "场所：site",
        "谁欠的：王老板",
        "欠薪（分）不少于：1200000",
        "欠薪（分）不多于：1200000",
        "人数：1",
        "姓名：张三",
        f"文件：{'ab' * 32}",
    ]
    assert proof.fingerprint == hashlib.sha256(proof.statement.encode()).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        replace(FILED, facts={**FILED.facts, "low_fen": 1_200_001}),
        replace(FILED, personal={**FILED.personal, "name": "张四"}),
        replace(FILED, at=FILED.at.replace(second=31)),
        replace(FILED, facts={**FILED.facts, "people": 2}),
    ],
)
def test_another_fact_gives_another_code(other: Event) -> None:
    """A fen, a letter, a second: nothing is too small to show."""
    assert prove(NUMBER, FILED, ()).code != prove(NUMBER, other, ()).code


def test_a_file_that_is_missing_shows() -> None:
    """Files that had come before the filing belong to the receipt; later ones do not."""
    alone, before = prove(NUMBER, FILED, ()), prove(NUMBER, FILED, (_file(2, "ab" * 32),))
    assert alone.code != before.code
    assert alone == prove(NUMBER, FILED, (_file(4, "ab" * 32),))


def test_a_fact_cannot_pass_for_two_lines() -> None:
    """Line breaks in what somebody typed do not make a line of their own."""
    sly = replace(FILED, personal={"employer": "王老板\n人数：9"})
    assert "谁欠的：王老板 人数：9" in prove(NUMBER, sly, ()).statement.splitlines()


def test_every_receipt_of_a_case_keeps_its_proof() -> None:
    """A case that was filed again has two; the newest stands first."""
    again = replace(FILED, seq=9, facts={**FILED.facts, "low_fen": 5})
    newest, first = proofs(NUMBER, (FILED, again))
    assert (prove(NUMBER, again, ()), prove(NUMBER, FILED, ())) == (newest, first)


@given(st.text())
def test_any_text_may_be_searched_for_a_code(text: str) -> None:
    """What is found is written as receipts write it."""
    found = find_proof_code(text)
    assert found is None or len(found) == 14


@given(st.binary(min_size=32, max_size=32))
def test_a_code_is_found_again(digest: bytes) -> None:
    """However it is typed: with other dashes, gaps or full-width digits."""
    code = Proof(statement="", fingerprint=digest.hex()).code
    wide = code.translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))
    for typed in (code, wide, code.replace("-", " "), code.replace("-", ""), f"核对码：{code}。"):
        assert code == find_proof_code(typed)
