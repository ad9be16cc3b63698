"""Office files are packed anew, part by part: a part that no rule knows how to clean is not kept, nor is its file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.intake.cleaning import open_document, open_xml, pictures
from app.intake.cleaning.cleaned import Cleaned, Found, Removed
from app.intake.guard import archives
from app.intake.guard.failures import DamagedFileError, NotCleanableError, NotKeptError

_PICTURES = frozenset("png jpg jpeg jpe jfif gif bmp tif tiff webp".split())
_FONTS = frozenset("odttf fntdata ttf otf".split())
_MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Family:
    """One family of office formats: what goes, and how the rest is rewritten."""

    drops: Callable[[str, Found], bool]
    """Whether a part goes."""
    rewrite: Callable[[str, bytes, Found], bytes | None]
    """The XML of a part as it is kept, None if this part is no XML of the format."""
    finish: Callable[[dict[str, bytes], frozenset[str]], None]
    """Take what points to dropped parts out of those that are kept."""


_OPEN_XML = Family(open_xml.drops, open_xml.rewrite, open_xml.finish)
_OPEN_DOCUMENT = Family(open_document.drops, open_document.rewrite, open_document.finish)


def clean(data: bytes) -> Cleaned:
    """A DOCX, XLSX, PPTX, ODT, ODS or ODP file without its makers, its history and its ways out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            archives.check(archive)
            archives.refuse_doctypes(archive)
            return _clean(archive)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, KeyError, OSError) as error:
        raise DamagedFileError(detail=type(error).__name__) from error


def _clean(archive: zipfile.ZipFile) -> Cleaned:
    names = [name for name in archive.namelist() if not name.endswith("/")]
    known = open_document.media(archive) or open_xml.media(archive)
    if known is None:
        raise NotKeptError
    kind, media = known
    family = _OPEN_DOCUMENT if "mimetype" in names else _OPEN_XML
    found = Found()
    kept: dict[str, bytes] = {}
    dropped = frozenset(name for name in names if family.drops(name, found))
    for name in names:
        if name not in dropped:
            kept[name] = _part(name, b"".join(archives.pieces(archive, name)), family, found)
    family.finish(kept, dropped)
    return Cleaned(kind, media, _packed(kept), found.in_order())


def _part(name: str, data: bytes, family: Family, found: Found) -> bytes:
    ending = name.rpartition(".")[2].lower()
    rewritten = family.rewrite(name, data, found)
    if rewritten is not None:
        return rewritten
    if ending in _PICTURES:
        return pictures.clean_within(data, found)
    if ending in _FONTS or name == "mimetype":
        return data
    if ending in open_xml.INSIDE:
        found.note(Removed.HISTORY)
        return clean(data).data
    raise NotCleanableError(detail=f"a part that ends in .{ending[:12]}")


def _packed(kept: dict[str, bytes]) -> bytes:
    """One archive without moments, systems or remarks; the part `mimetype` first and not packed."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in _first_ones_first(kept):
            part = zipfile.ZipInfo(name, _MOMENT)
            part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(part, kept[name])
    return whole.getvalue()


def _first_ones_first(names: Iterable[str]) -> list[str]:
    first = ("mimetype", "[Content_Types].xml", "_rels/.rels")
    return sorted(names, key=lambda name: (first.index(name) if name in first else len(first), name))
