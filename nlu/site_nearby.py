"""Projects near a shared place, by a grid of their coordinates."""

from collections import defaultdict
from collections.abc import Iterable
from math import asin, cos, floor, radians, sin, sqrt

from casework.ledger import FoundBy, Project, SiteMatch

NEARBY = 1000
"""Metres: whoever stands farther from the gate may stand anywhere."""

_EARTH = 6_371_009  # metres, mean radius
_CELL = 0.02
"""Degrees: two kilometres north to south and, up to 60° north, at least one from west to east."""


class Nearby:
    """The projects that have coordinates, in cells."""

    def __init__(self, projects: Iterable[Project]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, Project]]] = defaultdict(list)
        for project in projects:
            if project.latitude is not None and project.longitude is not None:
                cell = _cell(project.latitude, project.longitude)
                self._cells[cell].append((project.latitude, project.longitude, project))

    def find(self, latitude: float, longitude: float) -> tuple[SiteMatch, ...]:
        """Within ``NEARBY`` metres, the nearest first. A place that is none has nothing near."""
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return ()
        row, column = _cell(latitude, longitude)
        found = [
            (_metres(latitude, longitude, north, east), project.code, project)
            for r in (row - 1, row, row + 1)
            for c in (column - 1, column, column + 1)
            for north, east, project in self._cells.get((r, c), ())
        ]
        return tuple(
            SiteMatch(
                project=project,
                score=round(1 - metres / NEARBY / 2, 4),
                found_by=FoundBy.DISTANCE,
                metres=round(metres),
            )
            for metres, _, project in sorted(found, key=lambda each: each[:2])
            if metres <= NEARBY
        )


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return floor(latitude / _CELL), floor(longitude / _CELL)


def _metres(north: float, east: float, other_north: float, other_east: float) -> float:
    """Along the surface (haversine)."""
    up, across = radians(other_north - north) / 2, radians(other_east - east) / 2
    near = cos(radians(north)) * cos(radians(other_north)) * sin(across) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(sin(up) ** 2 + near)))
