"""The recipe of a document that carries its data: all that is needed, beside the data, to draw the same pages again.

It stands in the file itself. The edition is a digest of whatever has a say in how pages look: our own code, the
catalogue of each language, fonts, reference pack and places, and the versions of the packages that draw. Two programs
of one edition draw the same pages from the same data; about two of different editions nothing can be said.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app import catalogues, paths
from app.compact.in_force import folder_in_force
from app.reports.document import Bilingual, Document

_CODE = ("reports", "charts", "domain", "compact", "places", "privacy/suppression")
_MODULES = ("catalogues.py", "i18n.py", "tongues.py", "folding.py", "paths.py")
_RESOURCES = ("compact", "places", "fonts/SOURCES.tsv")
_PACKAGES = ("reportlab", "uharfbuzz", "pillow", "Babel", "segno", "pyphen")
_DIGITS = 16


@dataclass(frozen=True)
class Recipe:
    """In which languages (the second, if any, after the first or `beside` it), on which paper, by which edition."""

    languages: tuple[str, ...]
    page: str
    beside: bool
    edition: str

    @classmethod
    def of(cls, whole: Document | Bilingual) -> Recipe:
        """What a document is drawn by here and now."""
        languages = tuple(one.language for one in whole.each)
        beside = isinstance(whole, Bilingual) and whole.beside
        return cls(languages, whole.each[0].page, beside, edition(languages))


def edition(languages: tuple[str, ...]) -> str:
    """The edition of this program for these languages, with the reference pack in force: 16 hexadecimal digits."""
    return edition_with(languages, _lines((folder_in_force() / "manifest.json").read_bytes()))


@lru_cache(maxsize=64)
def edition_with(languages: tuple[str, ...], pack: bytes) -> str:
    """The same with the reference pack of this manifest, which holds the hash of every file of the pack."""
    found = hashlib.sha256()
    for part in (*_parts(languages), pack):
        found.update(b"%d " % len(part))
        found.update(part)
    return found.hexdigest()[:_DIGITS]


def _parts(languages: tuple[str, ...]) -> Iterator[bytes]:
    yield unicodedata.unidata_version.encode()
    for package in _PACKAGES:
        yield f"{package} {_version(package)}".encode()
    for language in languages:
        yield _lines(catalogues.source(language))
    own = Path(__file__).resolve().parent.parent
    for folder in _CODE:
        yield from _files(own, own / folder, "*.py")
    yield from ((own / module).read_bytes() for module in _MODULES if (own / module).exists())
    for resource in _RESOURCES:
        yield from _files(paths.resources(), paths.resources() / resource, "*")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _files(top: Path, place: Path, pattern: str) -> Iterator[bytes]:
    """Names and contents, in the order of the names."""
    found = sorted(place.rglob(pattern)) if place.is_dir() else [place]
    for path in (one for one in found if one.is_file()):
        yield path.relative_to(top).as_posix().encode()
        yield _lines(path.read_bytes())


def _lines(data: bytes) -> bytes:
    """With the line ends that every system agrees on."""
    return data.replace(b"\r\n", b"\n")
