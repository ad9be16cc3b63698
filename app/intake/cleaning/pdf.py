"""A PDF is made anew from its pages: what is drawn stays, everything that tells of people, places and programs goes.

What lies over a page (stamps, black boxes, filled-in fields) is kept as it looks: taking a black box away would
show what it hides.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import FileNotDecryptedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from app.errors import GroundworkError
from app.intake.cleaning import embedded_images
from app.intake.cleaning.cleaned import Cleaned, Found, Removed
from app.intake.guard.failures import (
    DamagedFileError,
    EmptyFileError,
    NotCleanableError,
    PasswordProtectedError,
    TooLargeError,
)

MOST_PAGES = 2_000
MOST_OBJECTS = 300_000
LARGEST_IMAGE = 64 * 1024 * 1024

_PAGE_KEYS = frozenset(
    "/Type /Parent /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /Rotate /Resources /Contents /Group /UserUnit "
    "/Annots".split()
)
_DRAWN_KEYS = frozenset(
    "/Type /Subtype /Rect /AP /AS /F /C /IC /BS /Border /QuadPoints /InkList /Vertices /L /LE /CA /DA".split()
)
_NOT_DRAWN = frozenset(
    "/Link /Text /Popup /FileAttachment /Sound /Movie /Screen /RichMedia /3D /PrinterMark /TrapNet".split()
)
_NAMES = frozenset(
    "/Font /XObject /ExtGState /ColorSpace /Pattern /Shading /Properties /CharProcs /Colorants /N".split()
)
"""Dictionaries whose keys are names that the pages chose; any name may be one of ours."""
_NEVER: dict[str, Removed | None] = {
    "/Metadata": Removed.NOTES,
    "/PieceInfo": Removed.HISTORY,
    "/LastModified": Removed.TIME,
    "/Thumb": Removed.PREVIEW,
    "/AF": Removed.FILES,
    "/EF": Removed.FILES,
    "/JS": Removed.SCRIPTS,
    "/AA": Removed.SCRIPTS,
    "/A": Removed.LINKS,
    "/Measure": Removed.PLACE,
    "/VP": Removed.PLACE,
    "/LGIDict": Removed.PLACE,
    "/PtData": Removed.PLACE,
    "/OPI": Removed.HISTORY,
    "/Usage": Removed.HISTORY,
    "/Alternates": None,
    "/Ref": None,
    "/ID": None,
}


def clean(data: bytes) -> Cleaned:
    """The pages of a PDF without anything else. Raises PasswordProtectedError or what else is wrong with it."""
    try:
        return _clean(data)
    except FileNotDecryptedError as error:
        raise PasswordProtectedError from error
    except (GroundworkError, MemoryError):
        raise
    except Exception as error:  # pypdf raises any type on broken files
        raise DamagedFileError(detail=type(error).__name__) from error


def _clean(data: bytes) -> Cleaned:
    found = Found()
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise PasswordProtectedError
    if len(reader.pages) > MOST_PAGES:
        raise TooLargeError(detail=f"{len(reader.pages)} pages")
    if not len(reader.pages):
        raise EmptyFileError
    _look(reader, found)
    for page in reader.pages:
        _strip_page(page, found)
    for reached in _reachable(reader):
        _strip(reached, found)
    writer = PdfWriter()
    writer.metadata = None
    for page in reader.pages:
        writer.add_page(page)
    whole = io.BytesIO()
    writer.write(whole)
    return Cleaned("pdf", "application/pdf", whole.getvalue(), found.in_order())


def _look(reader: PdfReader, found: Found) -> None:
    """Note what the document tells beside its pages."""
    told: Any = reader.metadata or {}
    root: Any = reader.trailer["/Root"].get_object()
    found.note(Removed.AUTHOR, when=told.get("/Author") or told.get("/Creator"))
    found.note(Removed.TIME, when=told.get("/CreationDate") or told.get("/ModDate"))
    found.note(Removed.NOTES, when=root.get("/Metadata"))
    names: Any = root.get("/Names", {})
    names = names.get_object() if names else {}
    found.note(Removed.FILES, when="/EmbeddedFiles" in names or "/AF" in root)
    found.note(Removed.SCRIPTS, when="/JavaScript" in names or "/OpenAction" in root or "/AA" in root)


def _strip_page(page: Any, found: Found) -> None:
    """Only what is needed to draw the page; private data and links of the page go."""
    for key in [key for key in page if key not in _PAGE_KEYS]:
        if thing := _NEVER.get(key):
            found.note(thing)
        del page[key]
    entries = page.get("/Annots")
    entries = entries.get_object() if entries is not None else []
    kept = ArrayObject()
    for entry in entries:
        over = entry.get_object()
        if isinstance(over, DictionaryObject) and _keep_drawn(over, found):
            kept.append(entry)
    if "/Annots" in page:
        page[NameObject("/Annots")] = kept


def _keep_drawn(over: DictionaryObject, found: Found) -> bool:
    """Reduce what lies over a page to its looks; False if it has none."""
    kind = str(over.get("/Subtype"))
    found.note(Removed.LINKS, when=kind == "/Link")
    found.note(Removed.FILES, when=kind in ("/FileAttachment", "/Sound", "/Movie", "/RichMedia"))
    found.note(Removed.NOTES, when=kind in ("/Text", "/Popup"))
    found.note(Removed.AUTHOR, when="/T" in over and kind not in ("/Widget", "/Link"))
    if kind in _NOT_DRAWN:
        return False
    words = kind == "/FreeText" and "/AP" not in over
    for key in [key for key in over if key not in _DRAWN_KEYS and not (words and key == "/Contents")]:
        del over[key]
    looks = over.get("/AP")
    if looks is not None:
        only = DictionaryObject({NameObject("/N"): looks.get_object()["/N"]}) if "/N" in looks.get_object() else None
        over[NameObject("/AP")] = only or DictionaryObject()
    return True


def _reachable(reader: PdfReader) -> Iterator[Any]:
    """Every dictionary and stream that the pages need, each once, but those that only give names."""
    waiting: list[tuple[Any, bool]] = [(page, False) for page in reader.pages]
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting:
        one, is_names = waiting.pop()
        if isinstance(one, IndirectObject):
            if (one.idnum, one.generation) in seen:
                continue
            seen.add((one.idnum, one.generation))
            one = one.get_object()
        count += 1
        if count > MOST_OBJECTS:
            raise TooLargeError(detail="too many objects")
        if isinstance(one, DictionaryObject):
            if not is_names:
                yield one
            inner = [key for key in one if key != "/Parent"]
            waiting += [(dict.__getitem__(one, key), key in _NAMES and not is_names) for key in inner]
        elif isinstance(one, ArrayObject):
            waiting += [(member, False) for member in list.__iter__(one)]


def _strip(one: DictionaryObject, found: Found) -> None:
    for key in [key for key in one if key in _NEVER]:
        if thing := _NEVER[key]:
            found.note(thing)
        del one[key]
    if not isinstance(one, StreamObject):
        return
    if "/F" in one:
        raise NotCleanableError(detail="a stream that lies in another file")
    if one.get("/Subtype") == "/Image":
        _strip_image(one)


def _strip_image(image: StreamObject) -> None:
    filters = image.get("/Filter")
    named = [str(name) for name in filters] if isinstance(filters, list) else [str(filters)] if filters else []
    raw = bytes(image._data)  # noqa: SLF001 - the public way would unpack the pixels
    if named == ["/FlateDecode", "/DCTDecode"]:
        raw, named = _inflated(raw), ["/DCTDecode"]
        image[NameObject("/Filter")] = NameObject("/DCTDecode")
        image.pop("/DecodeParms", None)
    if named == ["/DCTDecode"]:
        image._data = embedded_images.jpeg(raw)  # noqa: SLF001 - and pack them again
    elif named == ["/JPXDecode"]:
        image._data = embedded_images.jpeg_2000(raw)  # noqa: SLF001 - and pack them again
    elif "/DCTDecode" in named or "/JPXDecode" in named:
        raise NotCleanableError(detail=f"filters {named}")


def _inflated(raw: bytes) -> bytes:
    engine = zlib.decompressobj()
    unpacked = engine.decompress(raw, LARGEST_IMAGE)
    if engine.unconsumed_tail:
        raise TooLargeError(detail="an image unpacks without end")
    return unpacked
