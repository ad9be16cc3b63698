"""Pictures are drawn anew: upright, at most 2,048 px, in sRGB, and without a single byte that is not a pixel."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from PIL import Image, ImageCms, ImageOps
from PIL.ExifTags import IFD, Base

from app.intake.cleaning.cleaned import Cleaned, Found, Removed
from app.intake.guard.failures import DamagedFileError, PictureTooLargeError

LONGEST_SIDE = 2048
MOST_PIXELS = 64_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
OF_TELEPHONES = ("HEIF", "AVIF")
"""Formats in which many telephones keep what they take; read here, never written."""
_LOSSY = frozenset({"JPEG", "WEBP", "TIFF", *OF_TELEPHONES})
_LARGEST_PNG = 2 * 1024 * 1024
_QUALITY = 85
_CAMERA = (Base.Make, Base.Model, Base.Software, Base.LensModel, Base.BodySerialNumber, Base.HostComputer)
_AUTHOR = (Base.Artist, Base.Copyright, Base.XPAuthor, Base.CameraOwnerName)
_TIME = (Base.DateTime, Base.DateTimeOriginal, Base.DateTimeDigitized)
_NOTES = (Base.ImageDescription, Base.XPTitle, Base.XPComment, Base.XPKeywords, Base.XPSubject, Base.UserComment)
_NO_NOTES = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "exif", "icc_profile"})


def clean(data: bytes) -> Cleaned:
    """The picture as JPEG or PNG. Raises PictureTooLargeError before a pixel is unpacked."""
    found = Found()
    pixels, source = _pixels(data, found)
    drawn, media = _small_enough(pixels, source)
    return Cleaned("picture", media, drawn, found.in_order())


def clean_within(data: bytes, found: Found) -> bytes:
    """A picture inside a document, cleaned in the format that the document says it has."""
    pixels, source = _pixels(data, found)
    wanted = "PNG" if source == "WEBP" else source
    if wanted in ("JPEG", "BMP") and pixels.mode == "RGBA":
        pixels = pixels.convert("RGB")
    return _encoded(pixels, wanted)


def _pixels(data: bytes, found: Found) -> tuple[Image.Image, str]:
    """The pixels alone, in RGB or RGBA, and the format that they came in."""
    try:
        with Image.open(io.BytesIO(data), formats=_formats(data)) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                raise PictureTooLargeError(detail=f"{width} x {height} pixels")
            source = str(opened.format)
            _look(opened, found)
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            opened.load()
            shown = _in_srgb(opened)
            shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
            exif = opened.getexif()
            shown.getexif()[Base.Orientation] = exif.get(Base.Orientation, 1)
            return _bare(ImageOps.exif_transpose(shown)), source
    except Image.DecompressionBombError as error:
        raise PictureTooLargeError(detail=type(error).__name__) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise DamagedFileError(detail=type(error).__name__) from error


def _formats(data: bytes) -> tuple[str, ...]:
    """What this may be read as. Only a picture of a telephone has its reader loaded, which turns it upright itself."""
    if data[4:8] != b"ftyp":
        return FORMATS
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False)
    return OF_TELEPHONES


def _look(opened: Image.Image, found: Found) -> None:
    """Note what stands beside the pixels."""
    exif = opened.getexif()
    inner = exif.get_ifd(IFD.Exif)
    found.note(Removed.PLACE, when=exif.get_ifd(IFD.GPSInfo))
    for thing, tags in (
        (Removed.CAMERA, _CAMERA),
        (Removed.AUTHOR, _AUTHOR),
        (Removed.TIME, _TIME),
        (Removed.NOTES, _NOTES),
    ):
        found.note(thing, when=_any(tags, exif, inner))
    found.note(Removed.PREVIEW, when=exif.get_ifd(IFD.IFD1))
    found.note(Removed.NOTES, when=_told(opened.info))
    found.note(Removed.FRAMES, when=getattr(opened, "n_frames", 1) > 1)


def _any(tags: Iterable[int], *where: Any) -> bool:
    return any(tag in one for tag in tags for one in where)


def _told(info: dict[Any, Any]) -> bool:
    """Whether texts, XMP or the like lie beside the picture."""
    return any(isinstance(value, str | bytes) and value for name, value in info.items() if name not in _NO_NOTES)


def _in_srgb(opened: Image.Image) -> Image.Image:
    if opened.mode.startswith("I"):
        opened = opened.point(lambda value: value / 256).convert("L")
    profile = opened.info.get("icc_profile")
    has_holes = opened.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in opened.info
    if profile and opened.mode in ("RGB", "CMYK", "L"):
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(opened, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
            return turned or opened.convert("RGB")
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile: the plain values are the best there is
    return opened.convert("RGBA" if has_holes else "RGB")


def _bare(shown: Image.Image) -> Image.Image:
    """A picture that has these pixels and never had anything else; what is wholly transparent has no colour."""
    if shown.mode == "RGBA" and shown.getchannel("A").getextrema() == (255, 255):
        shown = shown.convert("RGB")
    fresh = Image.new(shown.mode, shown.size)
    mask = shown.getchannel("A").point(lambda value: 255 if value else 0) if shown.mode == "RGBA" else None
    fresh.paste(shown, (0, 0), mask)
    if mask is not None:
        fresh.putalpha(shown.getchannel("A"))
    return fresh


def _small_enough(pixels: Image.Image, source: str) -> tuple[bytes, str]:
    if pixels.mode == "RGBA" or source not in _LOSSY:
        drawn = _encoded(pixels, "PNG")
        if pixels.mode == "RGBA" or len(drawn) <= _LARGEST_PNG:
            return drawn, "image/png"
    return _encoded(pixels, "JPEG"), "image/jpeg"


def _encoded(pixels: Image.Image, format: str) -> bytes:
    drawn = io.BytesIO()
    options = {"quality": _QUALITY} if format == "JPEG" else {}
    pixels.save(drawn, format=format, **options)
    return drawn.getvalue()
