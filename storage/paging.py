"""Many ids in statements of a bounded size: SQLite takes a limited number of values in one."""

from collections.abc import Iterator, Sequence

AT_ONCE = 500


def pages(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids, some at a time."""
    for first in range(0, len(ids), AT_ONCE):
        yield ids[first : first + AT_ONCE]
