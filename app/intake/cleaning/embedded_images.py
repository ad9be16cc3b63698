"""Image streams of a PDF lose what stands beside their pixels, without being drawn anew: pages look as they did."""

from __future__ import annotations

from app.intake.guard.failures import DamagedFileError

_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_END, _SCAN = 0xD9, 0xDA
_NOTES = frozenset({0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE})
"""APP1 (EXIF, XMP), APP3 to APP13, APP15 and comments; JFIF, colour profile and Adobe's transform stay."""
_JP2_NOTES = frozenset({b"uuid", b"xml ", b"uinf", b"url "})
_JP2_MAGIC = b"\x00\x00\x00\x0cjP  "


def jpeg(data: bytes) -> bytes:
    """A JPEG without its notes and without what follows its end. Raises DamagedFileError if it is none."""
    if not data.startswith(b"\xff\xd8"):
        raise DamagedFileError(detail="not a JPEG")
    kept, at = [data[:2]], 2
    while at < len(data):
        if data[at] != 0xFF:
            raise DamagedFileError(detail="no marker where one must be")
        while at + 1 < len(data) and data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1] if at + 1 < len(data) else _END
        end = at + 2 if marker in _STANDALONE or marker == _END else at + 2 + _length(data, at + 2)
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        if marker not in _NOTES:
            kept.append(data[at:end])
        at = end
        if marker == _END:
            break
    return b"".join(kept)


def jpeg_2000(data: bytes) -> bytes:
    """A JPEG 2000 file without the boxes that tell of it; a bare code stream is as it was."""
    if not data.startswith(_JP2_MAGIC):
        return data
    kept, at = [], 0
    while at + 8 <= len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        end = len(data) if size == 0 else at + max(size, 8)
        if name not in _JP2_NOTES:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


def _length(data: bytes, at: int) -> int:
    if at + 2 > len(data):
        raise DamagedFileError(detail="a JPEG that was cut short")
    return max(int.from_bytes(data[at : at + 2], "big"), 2)


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker stands after the packed pixels that begin at `at`."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2
