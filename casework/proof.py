"""The proof on a receipt: a hash over what was recorded and over every file sent with it.

Anyone who holds the printed statement can compute the hash again with any tool for SHA-256; the
code is its short form, for typing into the chat. The hash also stands in the case's chain, so
that neither the facts nor the files nor the receipt itself can be changed afterwards unnoticed.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC

from casework.history import Event, EventKind

FORMAT = "清薪回执 1"
"""The first line of a statement; a later layout gets a new one, so that old receipts still fit."""

_LABELS = {
    "place_kind": "场所",
    "project": "项目代码",
    "site": "工地",
    "where": "地点",
    "employer": "谁欠的",
    "low_fen": "欠薪（分）不少于",
    "high_fen": "欠薪（分）不多于",
    "months": "欠几个月",
    "people": "人数",
    "name": "姓名",
    "phone": "电话",
}
_CODE_DIGITS = 12
_CODE = re.compile(r"(?<!\d)(\d{4})[-\s]?(\d{4})[-\s]?(\d{4})(?!\d)")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－_"), "-")


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What a receipt proves: the statement, line by line, and the hash over it (64 hex digits)."""

    statement: str
    fingerprint: str

    @property
    def code(self) -> str:
        """Twelve digits of it, in groups that can be read aloud: ``1234-5678-9012``."""
        digits = f"{int(self.fingerprint, 16) % 10**_CODE_DIGITS:0{_CODE_DIGITS}d}"
        return "-".join(digits[at : at + 4] for at in range(0, _CODE_DIGITS, 4))


def prove(number: str, filed: Event, history: tuple[Event, ...]) -> Proof:
    """The proof of a complaint as ``filed``, with the files that had come by then.

    The statement is UTF-8 text with one fact a line and no line break at its end; facts that
    nobody knew are left out.
    """
    facts: Mapping[str, object] = {**filed.facts, **filed.personal}
    lines = [FORMAT, f"编号：{number}", f"时间：{filed.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"]
    lines += [
        f"{label}：{_one_line(str(facts[name]))}"
        for name, label in _LABELS.items()
        if facts.get(name)
    ]
    lines += [f"文件：{sha256}" for sha256 in files_before(filed, history)]
    statement = "\n".join(lines)
    return Proof(
        statement=statement,
        fingerprint=hashlib.sha256(statement.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def files_before(filed: Event, history: tuple[Event, ...]) -> tuple[str, ...]:
    """The SHA-256 of each file that had come before the filing, in the order of coming."""
    return tuple(
        str(event.facts["sha256"])
        for event in history
        if event.kind is EventKind.EVIDENCE and event.seq < filed.seq and event.facts.get("sha256")
    )


def proofs(number: str, history: tuple[Event, ...]) -> tuple[Proof, ...]:
    """The proof of every receipt that a case has had, the newest first."""
    filed = [event for event in history if event.kind is EventKind.FILED]
    return tuple(prove(number, event, history) for event in reversed(filed))


def find_proof_code(text: str) -> str | None:
    """A receipt's code anywhere in a text, as the receipt writes it; None where there is none."""
    match = _CODE.search(unicodedata.normalize("NFKC", text).translate(_DASHES))
    return "-".join(match.groups()) if match else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
