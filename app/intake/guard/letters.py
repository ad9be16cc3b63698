"""The letters of a text file: by its mark, by how its bytes lie, or as a person says who sees them.

Runs in the guarded child only.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from app.intake.guard.failures import DamagedFileError, EncodingNeededError

ENCODINGS = ("cp1252", "cp1256", "cp1251", "gb18030")
"""What a person may choose from when the file is not Unicode: Latin, Arabic, Cyrillic and Chinese letters."""
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 4096
_WIDE, _STRAY = 0.05, 0.1
"""Of all pairs of bytes so many have one that is zero where letters take two; and so many of those may stand apart."""
_FEW = 20
"""One byte in so many may be zero in a text that is none the worse for it."""
_STRANGE = frozenset(("Cc", "Cn", "Co", "Cs"))
_SPACES = frozenset("\t\n\r\x0b\x0c\x1a\x1c\x1d\x1e\x1f")


@dataclass(frozen=True)
class Letters:
    """A text without the zero bytes that stood in it, and how many they were."""

    text: str
    nulls: int = 0


def decoded(data: bytes, encoding: str | None) -> Letters:
    """The text of the file; `encoding` counts only where there is no mark and the bytes are no Unicode.

    Raises EncodingNeededError if none is given then, and DamagedFileError for what its mark does not fit.
    """
    mark = next((name for start, name in _MARKS if data.startswith(start)), "") or wide(data)
    try:
        return _without_nulls(data.decode(mark or "utf-8"))
    except UnicodeDecodeError as error:
        if mark:
            raise DamagedFileError(detail=type(error).__name__) from error
    if encoding not in ENCODINGS:
        raise EncodingNeededError
    return _without_nulls(data.decode(encoding, "replace"))


def narrow(head: bytes) -> bytes:
    """The first bytes of a file in UTF-8 and without stray zeros, if they are text; else as they are."""
    if b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head
    if mark := wide(head):
        return head.decode(mark, "ignore").encode("utf-8", "replace")
    return head.replace(b"\0", b"") if head.count(b"\0") <= max(1, len(head) // _FEW) else head


def wide(data: bytes) -> str:
    """utf-16-le or utf-16-be for a text of two bytes for each letter that has no mark; "" for all else."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, fewest = max(even, odd), min(even, odd)
    if len(data) % 2 or most < _WIDE * len(sample) / 2 or fewest > _STRAY * most or len(sample) < 4:
        return ""
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = sample.decode(name, "ignore")
    strange = sum(unicodedata.category(one) in _STRANGE and one not in _SPACES for one in text)
    return name if text and strange <= len(text) // 100 else ""


def _without_nulls(text: str) -> Letters:
    nulls = text.count("\0")
    return Letters(text.replace("\0", ""), nulls) if nulls else Letters(text)
