"""Photos: a figure that says in words what it shows, with its caption under it."""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

from app.reports.document import Photo
from app.reports.pdf import look, pictures
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, after, height_of, put_all, text_pieces
from app.reports.pdf.objects import name, number, plain_stream, text_string

_USUAL_DOTS, _POINTS = 150, 72
"""Dots of an inch where there is room enough, and points of one."""
_TALLEST = 0.55
"""The share of a page that a photo takes at most."""
_ABOVE, _UNDER = 12.0, 5.0


def photo(block: Photo, setting: Setting) -> list[Piece]:
    """A photo as large as it is sharp and as there is room; one that cannot be read is told in its words."""
    caption = block.caption.strip()
    words = block.alt.strip() or caption
    try:
        across, down = pictures.size_of(block.image)
    except pictures.PictureUnreadableError:
        return after(_ABOVE, [*_instead(words, setting), *(_under(caption, setting) if caption != words else [])])
    width, height = _size(across, down, setting)
    whole = setting.tree.add("Figure", attributes=b"/Alt" + text_string(words).content) if words else None

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        box = area.box(0.0, top, width, height)
        key = _held(canvas, block.image, width)
        if whole is None:
            with canvas.unmarked():
                canvas.image(key, box)
            return
        corners = " ".join(number(one) for one in (box.left, box.bottom, box.left + width, top))
        whole.attributes += f"/A<</O/Layout/BBox[{corners}]>>".encode()
        with canvas.marked(whole):
            canvas.image(key, box)

    return after(_ABOVE, [Piece(height + _UNDER, paint, stays=bool(caption)), *_under(caption, setting)])


def _under(caption: str, setting: Setting) -> list[Piece]:
    """The caption as a paragraph of its own, which a voice reads after the words of the picture."""
    if not caption:
        return []
    return text_pieces(
        setting.type.lines(caption, look.SMALL, setting.width), setting.tree.add("P"), width=setting.width
    )


def _size(across: int, down: int, setting: Setting) -> tuple[float, float]:
    natural = across * _POINTS / _USUAL_DOTS
    share = min(1.0, setting.width / natural, setting.page_height * _TALLEST / (natural * down / across))
    return natural * share, natural * share * down / across


def _held(canvas: TaggedCanvas, image: bytes, width: float) -> str:
    """The name of the picture in the file; the same one twice is held once."""
    key = f"P{hashlib.sha256(image).hexdigest()[:24]}W{round(width)}"
    if not canvas.has_image(key):
        made = pictures.fitted(image, width / _POINTS)
        entries: dict[str, Any] = {"ColorSpace": name(made.colours)}
        if made.alpha:
            entries["SMask"] = canvas.hold(_stream(made, zlib.compress(made.alpha, 6), ColorSpace=name("DeviceGray")))
        data = made.data if made.is_jpeg else zlib.compress(made.data, 6)
        canvas.add_image(key, _stream(made, data, is_jpeg=made.is_jpeg, **entries))
    return key


def _stream(made: pictures.Picture, data: bytes, *, is_jpeg: bool = False, **entries: Any) -> Any:
    kind = name("DCTDecode" if is_jpeg else "FlateDecode")
    dots = {"Width": made.width, "Height": made.height, "BitsPerComponent": 8}
    return plain_stream(data, Type=name("XObject"), Subtype=name("Image"), Filter=kind, **dots, **entries)


def _instead(words: str, setting: Setting) -> list[Piece]:
    """A frame with the words of a picture that cannot be read."""
    if not words:
        return []
    lines = setting.type.lines(words, look.SMALL, setting.width - 2 * _ABOVE)
    height = height_of(lines) + 2 * _ABOVE
    element = setting.tree.add("P")

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.unmarked():
            canvas.frame(area.box(0.0, top, area.width, height), look.LINE_STRONG)
        with canvas.marked(element):
            put_all(canvas, lines, area.inner(_ABOVE, area.width - 2 * _ABOVE), top - _ABOVE)

    return [Piece(height, paint)]
