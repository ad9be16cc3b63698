"""Maps on a web page: a drawing with its words for whoever does not see it, and under it the key of its signs."""

from __future__ import annotations

from collections.abc import Iterable

from app.charts import Area, Edge, Shape, Stroke, Words
from app.charts.maps import laid
from app.domain.coverage import State
from app.i18n import translation
from app.reports import palette
from app.reports.document import Map
from app.reports.web.drawings import signs_key
from app.reports.web.markup import Markup, element
from app.reports.web.setting import Setting

_WIDTH, _LINE = 800.0, 15.0
_LETTER, _WIDE_LETTER, _WIDE_FROM = 0.47, 1.0, "\u2e80"
"""Shares of the height of a letter: what is narrower is drawn with room to spare."""
_SHADES = {
    f"{kind}-{step}": colour
    for kind, colours in (("heat", palette.SHADES), ("heat-ink", palette.SHADE_INKS))
    for step, colour in enumerate(colours)
}


class _Screen:
    """About how much room words take: a page is shown with whatever fonts there are."""

    def __init__(self, language: str) -> None:
        self._say = translation(language)

    def width(self, text: str, role: str) -> float:
        """The width of a text in one line."""
        return _LINE * sum(_WIDE_LETTER if letter >= _WIDE_FROM else _LETTER for letter in text)

    def height(self, text: str, role: str, room: float) -> float:
        """The height of a line."""
        return _LINE * 1.15

    def number(self, value: int) -> str:
        """A number as the language of the page writes it."""
        return self._say.number(value)


def placed(block: Map, setting: Setting) -> Markup:
    """The map, in no language mirrored; nothing where no place is known."""
    if not block.placed:
        return Markup()
    band = laid(block, _WIDTH, _Screen(setting.language)).band
    told = element("title", block.title), element("desc", block.alt)
    size = f"0 0 {_WIDTH:g} {band.height:.1f}"
    drawn = element("svg", *told, *map(_shape, band.shapes), role="img", class_="map", viewBox=size)
    return element(
        "div",
        element("figure", element("figcaption", block.title), drawn, class_="chart"),
        signs_key(dict(zip(State, block.key, strict=True))),
    )


def _shape(shape: Shape) -> Markup:
    if isinstance(shape, Stroke):
        return element("path", d=_way((shape.start, shape.end)), **_paint("", shape.ink, shape.width))
    if isinstance(shape, Area):
        return element("path", d=f"{_way(shape.points)}Z", **_paint(shape.ink, shape.edge, shape.width))
    box = shape.box
    if isinstance(shape, Words):
        at = {"x": f"{box.left + box.width / 2:.1f}", "y": f"{box.top + box.height / 2 + _LINE * 0.36:.1f}"}
        return element("text", shape.text, **at, **_paint(shape.ink))
    corners = {"x": box.left, "y": box.top, "width": box.width, "height": box.height}
    place = {name: f"{value:.1f}" for name, value in corners.items()}
    if isinstance(shape, Edge):
        return element("rect", **place, **_paint("", shape.ink, shape.width))
    return element("rect", **place, **_paint(shape.ink))


def _way(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _paint(ink: str, edge: str = "", width: float = 0.0) -> dict[str, object]:
    """Inks of the page change with its ground and are named by classes; shades stay what they are."""
    shade = _SHADES.get(ink)
    named = " ".join([*([] if shade else [f"f-{ink or 'none'}"]), *([f"e-{edge}"] if edge else [])])
    return {"class_": named or None, "fill": shade, "stroke_width": f"{width:.2f}" if edge else None}
