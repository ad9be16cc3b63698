"""Charts as tables: every number is text that can be read, copied and changed; pictures only show it once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app import charts
from app.domain.coverage import Cell, State
from app.i18n import translation
from app.reports import palette
from app.reports.document import Bars, Code, Coverage, Photo, Stacked, Timeline
from app.reports.word import pictures
from app.reports.word.elements import Element, filled, made, paragraph
from app.reports.word.runs import inked, runs
from app.reports.word.setting import Setting
from app.reports.word.styles import PLAIN_TABLE
from app.reports.word.tables import caption, cell, grid, line

_NAME_SHARE = 0.2
_BARS, _STACKED, _TIMELINE = (0.32, 0.68), (0.28, 0.4, 0.32), (0.26, 0.4, 0.34)
"""The shares of the columns in charts."""
_BAR, _LETTER, _GAP = 9.0, 5.2, "\u2002"
_SIDES = ("top", "left", "bottom", "right")
_KEY, _SAMPLE = (11.0, 11.0), (6.0, 6.0)
_CODE = 132.0


def bars(block: Bars, setting: Setting) -> list[Element]:
    """One row for each bar: its label, then the bar with its text; where there is no number there is no bar."""
    if not block.bars:
        return []
    widths = _shares(setting, _BARS)
    room = _room(widths[1], [bar.text for bar in block.bars if bar.value is not None])
    table = grid(widths, setting, caption=block.title, style=PLAIN_TABLE, heads=False)
    for bar, length in zip(block.bars, charts.lengths(block.bars, room), strict=True):
        told = setting.paragraph("Value", bar.text if length is None else f"{_GAP}{bar.text}")
        if length is not None:
            told.insert(1, _bar(palette.ACCENT, max(length, 0.8), setting))
        together = bar is not block.bars[-1]
        table.append(_row([setting.paragraph("Cell", bar.label, keep_next=together), told], widths))
    return [*caption(block.title, setting), table, paragraph("Gap")]


def stacked(block: Stacked, setting: Setting) -> list[Element]:
    """Bars in parts, each part in the shade that the key names; a part without a number is hatched."""
    if not block.bars:
        return []
    widths = _shares(setting, _STACKED)
    most = max(bar.total for bar in block.bars) or 1
    hatches = max(sum(part is None for part in bar.parts) for bar in block.bars)
    scale = (widths[1] / 20 - _BAR * hatches - 8) / most
    table = grid(widths, setting, caption=block.title, style=PLAIN_TABLE, heads=False)
    for one in block.bars:
        drawn = paragraph("Cell", *_parts(one.parts, scale, setting), rtl=setting.right_to_left, keep_next=True)
        together = one is not block.bars[-1]
        row = [
            cell(widths[0], setting.paragraph("Cell", one.label, keep_next=together), tight=True),
            cell(widths[1], drawn, *_numbers(one.parts, setting), tight=True),
            cell(widths[2], setting.paragraph("Cell", f"{_GAP}{one.text}"), tight=True),
        ]
        table.append(line(row, height=340))
    key = [([_bar(_shade(at), _BAR, setting)], word) for at, word in enumerate(block.key)]
    return [*caption(block.title, setting), _key(key, setting, keep_next=True), table, paragraph("Gap")]


def _numbers(parts: Sequence[int | None], setting: Setting) -> list[Element]:
    """Every part that has a number, behind a sign of its shade."""
    number = translation(setting.language).number
    known = [(at, number(part)) for at, part in enumerate(parts) if part is not None]
    if not known:
        return []
    whole = setting.paragraph("Parts", "")
    for at, words in known:
        whole.append(pictures.picture(pictures.solid(_shade(at)), _SAMPLE, setting))
        filled(whole, runs(f"\u00a0{words}{_GAP}", setting.language, foreign=setting.foreign))
    return [whole]


def _parts(parts: Sequence[int | None], scale: float, setting: Setting) -> Iterator[Element]:
    for at, part in enumerate(parts):
        if part is None:
            yield pictures.picture(pictures.hatched((_BAR, _BAR)), (_BAR, _BAR), setting)
        elif part:
            yield _bar(_shade(at), scale * part, setting)


def timeline(block: Timeline, setting: Setting) -> list[Element]:
    """One row for each moment: its label, where it lies between the ticks, and its dates in words."""
    ticks = [share for share, _words in block.scale]
    widths = _shares(setting, _TIMELINE)
    size = (widths[1] / 20, 12.0)
    table = grid(widths, setting, caption=block.title, style=PLAIN_TABLE)
    head = _ticks([words for _share, words in block.scale], [round(one * widths[1]) for one in ticks], setting)
    corner = cell(widths[0], setting.paragraph("Mark", ""), tight=True)
    table.append(line([corner, cell(widths[1] + widths[2], head, tight=True, double=True)], is_head=True))
    for one in block.moments:
        image = pictures.track(size, block.span(one), ticks, mirrored=setting.right_to_left)
        drawn = paragraph("Cell", pictures.picture(image, size, setting), rtl=setting.right_to_left)
        row = [setting.paragraph("Cell", one.label), drawn, setting.paragraph("Cell", f"{_GAP}{one.text}")]
        table.append(_row(row, widths))
    return [*caption(block.title, setting), table, paragraph("Gap")]


def _ticks(words: Sequence[str], places: Sequence[int], setting: Setting) -> Element:
    """What the lines of a timeline say, each word beginning at its line."""
    told = setting.paragraph("Mark", "".join(f"\t{one}" if at else one for at, one in zip(places, words, strict=True)))
    stops = [made("tab", val="left", pos=at) for at in places if at]
    if stops:
        told[0].insert(1, made("tabs", *stops))
    return told


def coverage(block: Coverage, setting: Setting) -> list[Element]:
    """Places by objectives; what is no number is a sign with its words, as the cells have no room for them."""
    name = 0 if block.is_strip else round(setting.width * _NAME_SHARE)
    said = block.said
    each = (setting.width - name) // max(len(block.columns), 1)
    widths = [*([name] if name else []), *[each] * len(block.columns)]
    table = grid(widths, setting, caption=block.title, style=PLAIN_TABLE, row_heads=not block.is_strip)
    table.find(made("tblPr").tag).append(made("tblDescription", val=block.alt))
    heads = [setting.paragraph("Mark", text, centre=True, keep_next=True) for text in block.columns]
    corner = [cell(name, setting.paragraph("Mark", "", keep_next=True), tight=True)] if name else []
    table.append(line([*corner, *(cell(each, head, tight=True) for head in heads)], is_head=True))
    for label, cells in block.rows:
        named = [cell(name, setting.paragraph("Cell", label), tight=True)] if name else []
        table.append(line([*named, *(_sign(one, each, said, setting) for one in cells)], height=340))
    return [*caption(block.title, setting), table, signs_key(said, setting)]


def signs_key(said: Mapping[State, str], setting: Setting) -> Element:
    """What the four signs are called."""
    return _key([(_swatches(state, setting), words) for state, words in said.items()], setting)


def photo(block: Photo, setting: Setting) -> list[Element]:
    """A picture with its words, and its caption below."""
    size = pictures.photo_size(block.image, setting.width / 20)
    drawn = pictures.picture(block.image, size, setting, block.alt or block.caption)
    shown = paragraph("BodyText", drawn, rtl=setting.right_to_left, keep_next=bool(block.caption))
    return [shown, *([setting.paragraph("Small", block.caption)] if block.caption else [])]


def code(block: Code, setting: Setting) -> list[Element]:
    """A QR code as a picture."""
    drawn = pictures.picture(pictures.code(block.text), (_CODE, _CODE), setting, block.alt)
    return [paragraph("BodyText", drawn, rtl=setting.right_to_left)]


def _shares(setting: Setting, shares: Sequence[float]) -> list[int]:
    return [round(setting.width * share) for share in shares]


def _row(content: Sequence[Element], widths: Sequence[int]) -> Element:
    return line([cell(width, one, tight=True) for width, one in zip(widths, content, strict=True)], height=340)


def _room(width: int, texts: Sequence[str]) -> float:
    """How long a bar may be, in points, so that its text still stands beside it."""
    longest = max(map(len, texts), default=0)
    return max(width / 20 - _LETTER * (longest + 3), width / 60)


def _bar(colour: str, length: float, setting: Setting) -> Element:
    return pictures.picture(pictures.solid(colour), (length, _BAR), setting)


def _shade(at: int) -> str:
    return palette.SHADES[palette.part(at)]


def _key(entries: list[tuple[list[Element], str]], setting: Setting, *, keep_next: bool = False) -> Element:
    """What signs mean, in one paragraph that breaks where it must."""
    whole = setting.paragraph("Key", "", keep_next=keep_next)
    for signs, text in entries:
        filled(whole, signs)
        filled(whole, runs(f"\u00a0{text}{_GAP}{_GAP}", setting.language, foreign=setting.foreign))
    return whole


def _sign(one: Cell, width: int, said: dict[State, str], setting: Setting) -> Element:
    edge = made("tcBorders", *(made(side, val="single", sz=4, space=0, color="FFFFFF") for side in _SIDES))
    if one.state is State.DONE:
        step = charts.step(one.activities)
        text = setting.paragraph("Mark", translation(setting.language).number(one.activities), centre=True)
        for run in text.iter(made("r").tag):
            inked(run, palette.SHADE_INKS[step])
        return cell(width, text, borders=edge, ground=palette.SHADES[step], tight=True)
    size = (width / 20 - 2, 14.0)
    drawn = pictures.picture(_drawn(one.state, size), size, setting, said[one.state])
    return cell(width, paragraph("Mark", drawn, centre=True, rtl=setting.right_to_left), borders=edge, tight=True)


def _drawn(state: State, size: pictures.Box) -> bytes:
    drawers = {
        State.NOTHING_DONE: pictures.outlined,
        State.NOT_REPORTED: pictures.hatched,
        State.WITHHELD: pictures.locked,
    }
    return drawers[state](size)


def _swatches(state: State, setting: Setting) -> list[Element]:
    if state is State.DONE:
        shades = [palette.SHADES[charts.step(count)] for count in charts.STEPS]
        return [pictures.picture(pictures.solid(colour), _KEY, setting) for colour in shades]
    return [pictures.picture(_drawn(state, _KEY), _KEY, setting)]
