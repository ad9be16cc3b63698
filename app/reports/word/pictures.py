"""Pictures inside a line of text: drawn dot by dot, each with words for whoever does not see it, or an ornament."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from PIL import Image, ImageDraw

from app import charts
from app.reports import palette, qr_code
from app.reports.word.elements import Element, made, prefixed
from app.reports.word.setting import Setting
from app.reports.written import cleaned

_POINT = 12700
"""Word measures pictures in English metric units, 12,700 of a point."""
_DOTS = 4
"""Dots of a drawn picture for each point."""
_ORNAMENT = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/picture"
Box = tuple[float, float]


def picture(image: bytes, size: Box, setting: Setting, alt: str = "") -> Element:
    """A run that holds a picture of this size in points; without words it is an ornament that no voice reads."""
    relation, _image = setting.file.part.get_or_add_image(io.BytesIO(image))
    number = next(setting.numbers)
    extent = {"cx": round(size[0] * _POINT), "cy": round(size[1] * _POINT)}
    named = {"id": number, "name": f"Picture {number}", "descr": cleaned(alt)}
    fill = prefixed("pic:blipFill", prefixed("a:blip"), prefixed("a:stretch", prefixed("a:fillRect")))
    fill[0].set(qn("r:embed"), relation)
    shape = prefixed(
        "pic:spPr",
        prefixed("a:xfrm", prefixed("a:off", x=0, y=0), prefixed("a:ext", **extent)),
        prefixed("a:prstGeom", prefixed("a:avLst"), prst="rect"),
    )
    about = prefixed("pic:nvPicPr", prefixed("pic:cNvPr", **named), prefixed("pic:cNvPicPr"))
    drawn = prefixed("a:graphicData", prefixed("pic:pic", about, fill, shape), uri=_DRAWN)
    inline = prefixed(
        "wp:inline",
        prefixed("wp:extent", **extent),
        prefixed("wp:docPr", None if alt else _ornament(), **named),
        prefixed("wp:cNvGraphicFramePr"),
        prefixed("a:graphic", drawn),
        **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
    )
    return made("r", made("drawing", inline))


def photo_size(image: bytes, width: float) -> Box:
    """How large a photo stands on a page: 144 dots an inch, and no wider than its place."""
    with Image.open(io.BytesIO(image)) as opened:
        across, down = opened.size
    shown = min(width, across / 2)
    return shown, shown * down / across


@lru_cache(maxsize=64)
def solid(colour: str) -> bytes:
    """One dot of a colour, to be stretched."""
    return _png(Image.new("RGB", (1, 1), colour))


@lru_cache(maxsize=16)
def hatched(size: Box) -> bytes:
    """A box of hatching: nobody said anything."""
    image, pen = _canvas(size, palette.SUNKEN)
    for start, end in charts.hatching(charts.Box(0.0, 0.0, *size), 4.0):
        _line(pen, (start, end), palette.LINE_STRONG, 0.5)
    return _png(image)


@lru_cache(maxsize=16)
def locked(size: Box) -> bytes:
    """A lock: withheld for safety."""
    image, pen = _canvas(size, palette.LINE)
    left, top = size[0] / 2 - 3, size[1] / 2
    _box(pen, (left, top - 0.4, left + 6, top + 4), palette.TEXT)
    bow = [_DOTS * one for one in (left + 1.2, top - 4.2, left + 4.8, top)]
    pen.arc(bow, 180, 360, fill=palette.TEXT, width=_DOTS)
    for across in (left + 1.2, left + 4.8):
        inward = 0.5 if across < size[0] / 2 else -0.5
        _line(pen, ((across + inward, top - 2.2), (across + inward, top)), palette.TEXT, 1.0)
    return _png(image)


@lru_cache(maxsize=16)
def outlined(size: Box) -> bytes:
    """An empty box with an edge and a nought: nothing was done, and somebody said so."""
    image, pen = _canvas(size, palette.PAPER)
    edge = [_DOTS * one for one in (0.5, 0.5, size[0] - 0.5, size[1] - 0.5)]
    pen.rectangle(edge, outline=palette.LINE_STRONG, width=_DOTS * 3 // 4)
    middle = size[0] / 2, size[1] / 2
    nought = [_DOTS * one for one in (middle[0] - 1.7, middle[1] - 2.6, middle[0] + 1.7, middle[1] + 2.6)]
    pen.ellipse(nought, outline=palette.TEXT, width=_DOTS * 3 // 4)
    return _png(image)


def track(size: Box, span: tuple[float, float] | None, ticks: Sequence[float], *, mirrored: bool) -> bytes:
    """A row of a timeline: lines at the ticks and a bar over its span, if it has one, in shares of the width."""
    image, pen = _canvas(size, palette.PAPER)
    middle = size[1] / 2
    _line(pen, ((0, middle), (size[0], middle)), palette.LINE, 0.7)
    for share in ticks:
        across = (1 - share if mirrored else share) * (size[0] - 0.5)
        _line(pen, ((across, 0), (across, size[1])), palette.LINE_STRONG, 0.5)
    if span is not None:
        start, end = sorted((1 - share if mirrored else share) * size[0] for share in span)
        start = min(start, size[0] - 4)
        _box(pen, (start, middle - 3, max(end, start + 4), middle + 3), palette.ACCENT)
    return _png(image)


def code(text: str) -> bytes:
    """A QR code."""
    made_ = io.BytesIO()
    qr_code.made(text).save(made_, kind="png", scale=8, border=qr_code.QUIET)
    return made_.getvalue()


def _canvas(size: Box, ground: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (max(round(size[0] * _DOTS), 1), max(round(size[1] * _DOTS), 1)), ground)
    return image, ImageDraw.Draw(image)


def _line(pen: ImageDraw.ImageDraw, ends: tuple[Box, Box], colour: str, width: float) -> None:
    pen.line([_DOTS * one for end in ends for one in end], fill=colour, width=max(round(width * _DOTS), 1))


def _box(pen: ImageDraw.ImageDraw, corners: tuple[float, float, float, float], colour: str) -> None:
    pen.rectangle([_DOTS * one for one in corners], fill=colour)


def _png(image: Image.Image) -> bytes:
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


def _ornament() -> Element:
    known = prefixed("a:ext", uri=_ORNAMENT)
    known.append(parse_xml(f'<adec:decorative xmlns:adec="{_DECORATIVE}" val="1"/>'))
    return prefixed("a:extLst", known)
