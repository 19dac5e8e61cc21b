"""The work on a whole ledger as it is done in a process of its own: pages of bytes in and out.

A page is a few dozen values in one piece, so that the process that serves people opens no more at
a time than it can within a few milliseconds.
"""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from casework.ledger import LedgerEntry
from casework.ledger_import import PlannedRow
from casework.ledger_jobs import FileReport, LedgerFile
from documents.ledger.cells import Vocabulary
from documents.ledger.check import check_file
from documents.ledger.writing import write_ledger

PAGE = 50


@dataclass(frozen=True, kw_only=True)
class PackedFile:
    """`casework.ledger_jobs.ReadFile`, its rows in pages."""

    report: FileReport
    pages: tuple[bytes, ...]


class PackedRows:
    """Rows out of their pages, one page at a time."""

    def __init__(self, pages: Sequence[bytes]) -> None:
        self._pages = pages

    def __iter__(self) -> Iterator[PlannedRow]:
        return chain.from_iterable(map(unpack, self._pages))


def pack(values: Iterable[object]) -> bytes:
    """Values as one page."""
    return pickle.dumps(tuple(values), pickle.HIGHEST_PROTOCOL)


def unpack(page: bytes) -> tuple[Any, ...]:
    """The values of a page that another process of ours has packed."""
    found: tuple[Any, ...] = pickle.loads(page)  # noqa: S301 — from our own process, by a pipe
    return found


def check_packed(
    file: LedgerFile, content: bytes, words: Vocabulary, known: Sequence[bytes]
) -> PackedFile:
    """See `documents.ledger.check.check_file`; ``known`` are pages of identities."""
    identities = chain.from_iterable(map(unpack, known))
    checked = check_file(content, file.name, file.sheet, words, identities)
    rows = iter(checked.plan.rows)
    pages = iter(lambda: tuple(islice(rows, PAGE)), ())
    return PackedFile(report=checked.report(), pages=tuple(map(pack, pages)))


def write_packed(pages: Sequence[bytes], words: Vocabulary, *, guarded: bool) -> bytes:
    """See `documents.ledger.writing.write_ledger`; ``pages`` are of entries."""
    entries: list[LedgerEntry] = [*chain.from_iterable(map(unpack, pages))]
    samples = any(entry.project.sample for entry in entries)
    return write_ledger(entries, words, guarded=guarded, samples=samples)
