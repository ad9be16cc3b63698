"""Pictures made fit for an archive: sRGB, upright, no more dots than paper shows, and nothing told but the picture.

A JPEG that is fit already goes in as it is, less whatever it says about camera, place and person.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

DOTS_PER_INCH = 200
_TOLERATED = 1.15
"""How many more dots than that are not worth a loss."""
_QUALITY = 88
_FLAT = 256
"""A picture of no more colours than this is a drawing: it is kept without loss."""
_KEPT = frozenset({0xE0, 0xEE})
_PLAIN_MODES = {"RGB": "DeviceRGB", "L": "DeviceGray"}
_ORIENTATION, _PROFILE = 0x0112, "icc_profile"
_IMAGE, _SCAN = b"\xff\xd8", 0xDA
_SEGMENTS = frozenset(range(0xE0, 0xF0)) | {0xFE}


class PictureUnreadableError(ValueError):
    """Bytes that are no picture."""


@dataclass(frozen=True)
class Picture:
    """What goes into the file: the data under one filter, and how see-through every dot is, if any is."""

    width: int
    height: int
    colours: str
    data: bytes
    is_jpeg: bool
    alpha: bytes = b""


def size_of(image: bytes) -> tuple[int, int]:
    """Dots across and down when it stands upright. Raises PictureUnreadableError."""
    with _opened(image) as opened:
        width, height = opened.size
        return (height, width) if opened.getexif().get(_ORIENTATION, 1) > 4 else (width, height)


def fitted(image: bytes, inches: float) -> Picture:
    """The picture for a place this many inches wide. Raises PictureUnreadableError."""
    most = round(inches * DOTS_PER_INCH)
    with _opened(image) as opened:
        across = size_of(image)[0]
        upright = opened.getexif().get(_ORIENTATION, 1) == 1
        plain = opened.mode in _PLAIN_MODES and _PROFILE not in opened.info
        if opened.format == "JPEG" and upright and plain and across <= most * _TOLERATED:
            return Picture(*opened.size, _PLAIN_MODES[opened.mode], _bare(image), is_jpeg=True)
        try:
            return _made_anew(opened, most)
        except (OSError, SyntaxError) as failure:
            raise PictureUnreadableError from failure


def _opened(image: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(image), formats=("JPEG", "PNG"))
    except (OSError, SyntaxError) as failure:
        raise PictureUnreadableError from failure


def _made_anew(opened: Image.Image, most: int) -> Picture:
    if opened.format == "JPEG":
        opened.draft(None, (most, most))  # decode no more than is needed
    shown = _in_srgb(ImageOps.exif_transpose(opened))
    if shown.width > most:
        shown = shown.resize((most, max(round(shown.height * most / shown.width), 1)), Image.Resampling.LANCZOS)
    alpha = shown.getchannel("A").tobytes() if shown.mode in ("RGBA", "LA") else b""
    flat = shown.convert("L" if shown.mode in ("L", "LA") else "RGB")
    colours = _PLAIN_MODES[flat.mode]
    if opened.format != "JPEG" and flat.getcolors(_FLAT) is not None:
        return Picture(*flat.size, colours, flat.tobytes(), is_jpeg=False, alpha=alpha)
    held = io.BytesIO()
    flat.save(held, "JPEG", quality=_QUALITY)
    return Picture(*flat.size, colours, held.getvalue(), is_jpeg=True, alpha=alpha)


def _in_srgb(image: Image.Image) -> Image.Image:
    """The same colours in sRGB; a profile that cannot be read is left aside."""
    profile = image.info.get(_PROFILE)
    see_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            turned = None
        if turned is not None:
            return turned
    if image.mode in ("L", "1", "LA") and "transparency" not in image.info:
        return image.convert("LA" if see_through else "L")
    if image.mode.startswith("I") or image.mode == "F":
        return image.convert("L")
    return image.convert("RGBA" if see_through else "RGB")


def _bare(image: bytes) -> bytes:
    """A JPEG without the segments that only tell about it; every dot stays as it is."""
    return b"".join(_segments(image))


def _segments(image: bytes) -> Iterator[bytes]:
    yield _IMAGE
    at = len(_IMAGE)
    while at + 4 <= len(image) and image[at] == 0xFF and image[at + 1] != _SCAN:
        kind, end = image[at + 1], at + 2 + int.from_bytes(image[at + 2 : at + 4], "big")
        if kind not in _SEGMENTS or kind in _KEPT:
            yield image[at:end]
        at = end
    yield image[at:]
