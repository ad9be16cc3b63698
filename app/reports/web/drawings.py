"""Charts as tables with drawings beside the words: every number is text, and the drawing says it once more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app import charts
from app.domain.coverage import Cell, State
from app.i18n import is_right_to_left, translation
from app.reports import palette, qr_code
from app.reports.document import Bars, Code, Coverage, Stacked, Timeline
from app.reports.web.blocks import scrolling
from app.reports.web.markup import Markup, element
from app.reports.web.setting import Setting

_LENGTH, _HEIGHT = 400.0, 10.0
_SIGN = (20.0, 20.0)


def bars(block: Bars, setting: Setting) -> Markup:
    """One row for each bar: its label, the bar, its text; where there is no number there is no bar."""
    if not block.bars:
        return Markup()
    lengths = charts.lengths(block.bars, _LENGTH)
    rows = []
    for bar, length in zip(block.bars, lengths, strict=True):
        drawn = Markup() if length is None else _rect(0, max(length, 1), "bar")
        rows.append(_row(bar.label, drawn, bar.text, setting))
    return _chart(block.title, rows)


def stacked(block: Stacked, setting: Setting) -> Markup:
    """Bars in parts, each in the shade that the key names; a part without a number is hatched."""
    most = max((bar.total for bar in block.bars), default=0) or 1
    rows = []
    for one in block.bars:
        drawn, at = [], 0.0
        for number, part in enumerate(one.parts):
            width = _HEIGHT if part is None else (_LENGTH - 4 * _HEIGHT) * part / most
            drawn.append(_hatched((width, _HEIGHT), at) if part is None else _rect(at, width, _shade(number)))
            at += width
        rows.append(_row(one.label, Markup("".join(drawn)), one.text, setting, _numbers(one.parts, setting)))
    key = [((_svg(_rect(0, _HEIGHT, _shade(at)), (_HEIGHT, _HEIGHT)),), word) for at, word in enumerate(block.key)]
    return _chart(block.title, rows, above=_key(key))


def timeline(block: Timeline, setting: Setting) -> Markup:
    """One row for each moment: its label, where it lies between the ticks, and its dates in words."""
    places = [_LENGTH * share for share, _words in block.scale]
    ground = [element("path", d=f"M0 5H{_LENGTH:g}", class_="line")]
    ground += [element("path", d=f"M{at:.1f} 0V10", class_="tick") for at in places]
    rows = []
    for one in block.moments:
        drawn = [*ground, *([_stretch(*span)] if (span := block.span(one)) else [])]
        rows.append(_row(one.label, Markup("".join(drawn)), one.text, setting))
    at = [_LENGTH - place if is_right_to_left(setting.language) else place for place in places]
    words = (element("text", one, x=f"{x:.1f}", y=18) for x, (_share, one) in zip(at, block.scale, strict=True))
    ticks = element("svg", *words, class_="ticks", **_view(_LENGTH, 24))
    head = element("tr", element("td"), element("td", ticks), element("td"))
    return _chart(block.title, [head, *rows])


def _stretch(start: float, end: float) -> Markup:
    return _rect(min(_LENGTH * start, _LENGTH - 4), max(_LENGTH * (end - start), 4), "bar")


def coverage(block: Coverage, setting: Setting) -> Markup:
    """Places by objectives; a sign that is no number has its words for whoever does not see it."""
    heads = (element("th", one, scope="col") for one in block.columns)
    said = block.said
    rows = (
        element(
            "tr",
            *([] if block.is_strip else [element("th", setting.said(label), scope="row")]),
            *(_cell(one, said, setting) for one in cells),
        )
        for label, cells in block.rows
    )
    head = element("thead", element("tr", *([] if block.is_strip else [element("td")]), *heads))
    caption = element("caption", block.title, element("span", f" {block.alt}", class_="hidden"))
    table = element("table", caption, head, element("tbody", *rows))
    shown = scrolling(table, block.title, "scroll coverage strip" if block.is_strip else "scroll coverage")
    return element("div", shown, signs_key(said))


def signs_key(said: Mapping[State, str]) -> Markup:
    """What the four signs are called."""
    return _key([(_swatches(state), words) for state, words in said.items()])


def code(block: Code, setting: Setting) -> Markup:
    """A QR code, black on white."""
    lines = qr_code.modules(block.text)
    side = len(lines) + 2 * qr_code.QUIET
    dots = "".join(
        f"M{across + qr_code.QUIET} {down + qr_code.QUIET}h1v1h-1z"
        for down, line in enumerate(lines)
        for across, is_dark in enumerate(line)
        if is_dark
    )
    drawn = element("svg", element("title", block.alt), element("path", d=dots, fill="#000000"), **_view(side, side))
    return element("div", drawn, class_="qr")


def _numbers(parts: Sequence[int | None], setting: Setting) -> Markup:
    """Every part that has a number, behind a sign of its shade."""
    number = translation(setting.language).number
    told = (
        element("span", _svg(_rect(0, _HEIGHT, _shade(at)), (_HEIGHT, _HEIGHT)), number(part))
        for at, part in enumerate(parts)
        if part is not None
    )
    return element("div", *told, class_="parts")


def _chart(title: str, rows: Sequence[Markup], above: Markup | None = None) -> Markup:
    table = element("table", element("tbody", *rows))
    return element("figure", element("figcaption", title), above or Markup(), table, class_="chart")


def _row(label: str, drawn: Markup, text: str, setting: Setting, under: Markup | None = None) -> Markup:
    named = element("th", setting.said(label), scope="row")
    if not drawn:
        return element("tr", named, element("td", text, colspan=2, class_="none"))
    svg = _svg(drawn, (_LENGTH, _HEIGHT), label, text)
    return element("tr", named, element("td", svg, under or Markup()), element("td", text, class_="words"))


def _svg(drawn: Markup, size: tuple[float, float], title: str = "", description: str = "") -> Markup:
    """A drawing beside the same in words, which a voice need not read twice."""
    told = [element("title", title), element("desc", description)] if title else []
    return element("svg", *told, drawn, aria_hidden="true", preserveAspectRatio="none", **_view(*size))


def _view(width: float, height: float) -> dict[str, str]:
    return {"viewBox": f"0 0 {width:g} {height:g}"}


def _rect(at: float, width: float, kind: str) -> Markup:
    return element("rect", x=f"{at:.1f}", y=0, width=f"{width:.1f}", height=f"{_HEIGHT:g}", class_=kind)


def _shade(number: int) -> str:
    return f"s{palette.part(number)}"


def _hatched(size: tuple[float, float], at: float = 0.0) -> Markup:
    ground = element("rect", x=f"{at:.1f}", y=0, width=f"{size[0]:g}", height=f"{size[1]:g}", class_="ground")
    lines = "".join(
        f"M{at + start[0]:.1f} {start[1]:.1f}L{at + end[0]:.1f} {end[1]:.1f}"
        for start, end in charts.hatching(charts.Box(0.0, 0.0, *size), 4.0)
    )
    return Markup(ground + element("path", d=lines, class_="hatch"))


def _cell(one: Cell, said: dict[State, str], setting: Setting) -> Markup:
    if one.state is State.DONE:
        number = translation(setting.language).number(one.activities)
        return element("td", number, class_=f"s{charts.step(one.activities)}")
    return element("td", _sign(one.state), element("span", said[one.state], class_="hidden"))


def _sign(state: State) -> Markup:
    if state is State.NOT_REPORTED:
        drawn = _hatched(_SIGN)
    elif state is State.WITHHELD:
        body = element("rect", x=6, y=9, width=8, height=6, class_="ink")
        ground = element("rect", x=0, y=0, width=20, height=20, class_="dim")
        drawn = Markup(ground + body + element("path", d="M7.5 9V7a2.5 2.5 0 0 1 5 0V9", class_="bow"))
    else:
        edge = element("rect", x=0.5, y=0.5, width=19, height=19, class_="edge")
        drawn = Markup(edge + element("path", d="M10 6.5a2 3.5 0 1 0 .01 0z", class_="bow"))
    return element("svg", drawn, aria_hidden="true", **_view(*_SIGN))


def _swatches(state: State) -> tuple[Markup, ...]:
    if state is not State.DONE:
        return (_sign(state),)
    shades = (f"s{charts.step(count)}" for count in charts.STEPS)
    return tuple(_svg(_rect(0, _HEIGHT, shade), (_HEIGHT, _HEIGHT)) for shade in shades)


def _key(entries: Sequence[tuple[Sequence[Markup], str]]) -> Markup:
    return element("ul", *(element("li", *signs, words) for signs, words in entries), class_="key")
