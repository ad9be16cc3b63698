"""The attachment of a PDF, looked up by pypdf under narrow rules. Runs in the guarded child only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from app.intake.guard.failures import DamagedFileError, PasswordProtectedError, TooLargeError, UnsafeFileError

FILE_NAME = "submission.gwb"
"""The one name that is looked for; it is compared and never used as a path."""
MOST_ENTRIES = 50
LARGEST_RAW = 200 * 1024 * 1024

_OUR_MARK = "groundwork"
_PRINTERS = re.compile(
    r"print|skia|quartz|chromium|chrome|firefox|safari|ghostscript|cairo|pdfium|webkit|cups|distiller|cutepdf|foxit"
    r"|pdfcreator|pdf24|dopdf|optimi[sz]|ilovepdf|smallpdf|scan",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """What was found: the raw stream, or none and whether the file looks like a printed copy."""

    present: bool
    raw: bytes = b""
    deflated: bool = False
    printed: bool = False
    producer: str = ""


def find(data: bytes) -> Found:
    """The one stream called `submission.gwb` among the associated files of the document, not inflated.

    Raises UnsafeFileError if there are more than one, too many entries, or filters that we never write.
    """
    import io

    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise PasswordProtectedError
        root: Any = reader.trailer["/Root"].get_object()
        stream = _stream(root)
        info = _info(reader)
    except FileNotDecryptedError as error:
        raise PasswordProtectedError from error
    except (PasswordProtectedError, UnsafeFileError, TooLargeError):
        raise
    except Exception as error:  # pypdf raises any type on broken files
        raise DamagedFileError(detail=type(error).__name__) from error
    if stream is None:
        printed = _OUR_MARK in info.lower() or bool(_PRINTERS.search(info))
        return Found(present=False, printed=printed, producer=info[:200])
    return _raw(stream)


def _stream(root: Any) -> Any:
    """The embedded stream; None if the document has no associated file of our name and kind."""
    entries = root.get("/AF")
    entries = entries.get_object() if entries is not None else []
    if len(entries) > MOST_ENTRIES:
        raise UnsafeFileError(detail=f"{len(entries)} associated files")
    ours = [entry.get_object() for entry in entries]
    ours = [entry for entry in ours if _name(entry) == FILE_NAME and entry.get("/AFRelationship") == "/Data"]
    if len(ours) > 1:
        raise UnsafeFileError(detail="two attachments of one name")
    return ours[0]["/EF"].get_object()["/F"].get_object() if ours else None


def _name(entry: Any) -> str:
    return str(entry.get("/UF") or entry.get("/F") or "")


def _raw(stream: Any) -> Found:
    filters = stream.get("/Filter")
    named = [str(one) for one in (filters if isinstance(filters, list) else [filters])] if filters is not None else []
    if named not in ([], ["/FlateDecode"]) or stream.get("/DecodeParms") is not None:
        raise UnsafeFileError(detail=f"filters {named}")
    raw = bytes(stream._data)  # noqa: SLF001 - the public way would inflate without our limit
    if len(raw) > LARGEST_RAW:
        raise TooLargeError
    return Found(present=True, raw=raw, deflated=bool(named))


def _info(reader: Any) -> str:
    """Producer, creator, title and the like in one line, for telling printers and our own pages."""
    metadata = reader.metadata or {}
    told = [str(metadata.get(key) or "")[:200] for key in ("/Producer", "/Creator", "/Title", "/Keywords")]
    return " | ".join(one for one in told if one)
