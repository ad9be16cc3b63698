"""Maps in a Word file: a picture with its words, and under it the key of its signs.

Names stand in it where they can be set letter by letter, from the left; what cannot stands in the words alone.
"""

from __future__ import annotations

import io
import unicodedata
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from app import paths
from app.charts import Area, Edge, Fill, Shape, Stroke, Words
from app.charts.maps import laid
from app.domain.coverage import State
from app.i18n import translation
from app.reports import palette
from app.reports.document import Map
from app.reports.word import pictures
from app.reports.word.drawings import signs_key
from app.reports.word.elements import Element, paragraph
from app.reports.word.setting import Setting
from app.reports.word.tables import caption

_DOTS, _SIZE, _LEADING = 3, 7.5, 1.25
"""Dots of the picture for each point; points of a letter, and the height of a line for each."""
_LATIN, _HAN = "IBMPlexSans-Medium.ttf", "NotoSansSC-wght.ttf"
_HAN_FROM = "\u2e80"
_INKS = {
    "surface": palette.PAPER,
    "sunken": palette.SUNKEN,
    "text": palette.TEXT,
    "line": palette.LINE,
    "line-strong": palette.LINE_STRONG,
    **{f"heat-{step}": shade for step, shade in enumerate(palette.SHADES)},
    **{f"heat-ink-{step}": ink for step, ink in enumerate(palette.SHADE_INKS)},
}


class _Picture:
    """How much room words take in the picture."""

    def __init__(self, language: str) -> None:
        self._say = translation(language)

    def width(self, text: str, role: str) -> float:
        """The width of a text in one line; more than there is for one that cannot be set letter by letter."""
        return _font(text).getlength(text) / _DOTS if _is_plain(text) else float("inf")

    def height(self, text: str, role: str, room: float) -> float:
        """The height of a line."""
        return _SIZE * _LEADING

    def number(self, value: int) -> str:
        """A number as the language of the document writes it."""
        return self._say.number(value)


def placed(block: Map, setting: Setting) -> list[Element]:
    """The map over the whole width; nothing where no place is known."""
    if not block.placed:
        return []
    width = setting.width / 20
    band = laid(block, width, _Picture(setting.language)).band
    drawn = pictures.picture(_drawn(band.shapes, (width, band.height)), (width, band.height), setting, block.alt)
    shown = paragraph("Map", drawn, rtl=setting.right_to_left, keep_next=True)
    return [*caption(block.title, setting), shown, signs_key(dict(zip(State, block.key, strict=True)), setting)]


def _drawn(shapes: tuple[Shape, ...], size: tuple[float, float]) -> bytes:
    image = Image.new("RGB", (round(size[0] * _DOTS), round(size[1] * _DOTS)), palette.PAPER)
    pen = ImageDraw.Draw(image)
    for shape in shapes:
        _put(pen, shape)
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


def _put(pen: ImageDraw.ImageDraw, shape: Shape) -> None:
    if isinstance(shape, Stroke):
        ends = [one * _DOTS for end in (shape.start, shape.end) for one in end]
        pen.line(ends, fill=_INKS[shape.ink], width=_thick(shape.width))
    elif isinstance(shape, Area):
        points = [(x * _DOTS, y * _DOTS) for x, y in shape.points]
        pen.polygon(points, fill=_INKS[shape.ink])
        pen.line([*points, points[0]], fill=_INKS[shape.edge], width=_thick(shape.width))
    elif isinstance(shape, Words):
        middle = (shape.box.left + shape.box.width / 2) * _DOTS, (shape.box.top + shape.box.height / 2) * _DOTS
        pen.text(middle, shape.text, fill=_INKS[shape.ink], font=_font(shape.text), anchor="mm")
    else:
        _box(pen, shape)


def _box(pen: ImageDraw.ImageDraw, shape: Fill | Edge) -> None:
    box = shape.box
    corners = [one * _DOTS for one in (box.left, box.top, box.left + box.width, box.top + box.height)]
    if isinstance(shape, Edge):
        pen.rectangle(corners, outline=_INKS[shape.ink], width=_thick(shape.width))
    else:
        pen.rectangle(corners, fill=_INKS[shape.ink])


def _thick(width: float) -> int:
    return max(round(width * _DOTS), 1)


def _is_plain(text: str) -> bool:
    """Whether its letters stand one after the other, from the left, and none changes its form."""
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    return not kinds & {"R", "AL", "NSM"}


def _font(text: str) -> ImageFont.FreeTypeFont:
    return _face(_HAN if any(letter >= _HAN_FROM for letter in text) else _LATIN)


@lru_cache(maxsize=2)
def _face(name: str) -> ImageFont.FreeTypeFont:
    folder: Path = paths.resources() / "fonts"
    return ImageFont.truetype(str(folder / name), round(_SIZE * _DOTS), layout_engine=ImageFont.Layout.BASIC)
