"""Pages drawn one by one, each as soon as it is full; what needs to know the whole is drawn at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.i18n import translation
from app.reports.document import Document
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Laid, Piece, Setting, paginate, put_all
from app.reports.pdf.lines import Line
from app.reports.pdf.page import Page

_MOST_FOOTER_LINES = 4


@dataclass(frozen=True)
class Foot:
    """What every page says at its foot, in one language or two; each document is told in its own setting."""

    documents: tuple[Document, ...]
    settings: tuple[Setting, ...]

    @property
    def setting(self) -> Setting:
        """That of the first, which has the pages."""
        return self.settings[0]


@dataclass(frozen=True)
class _Leaf:
    """A page in its place: drawn, or what is to be drawn on it."""

    foot: Foot
    page: Page | None
    waiting: list[Laid]
    is_last: bool
    """Whether it is the last of its document, where the sentence at the foot is heard."""


class Drawing:
    """Puts documents on the pages of one file."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._leaves: list[_Leaf] = []

    def draw(self, pages: Iterable[list[Laid]], foot: Foot) -> None:
        """Draw pages after those that are there."""
        held: list[Laid] | None = None
        for page in pages:
            if held is not None:
                self._add(held, foot, is_last=False)
            held = page
        if held is not None:
            self._add(held, foot, is_last=True)

    def finish(self) -> None:
        """Draw what waited and the foot of every page, and write the file."""
        pages = []
        for number, leaf in enumerate(self._leaves, start=1):
            page = leaf.page or self._drawn(leaf.waiting, leaf.foot, number, is_last=leaf.is_last)
            with self._canvas.end_of(page):
                self._draw_foot(leaf, number)
            pages.append(page)
        self._canvas.finish(pages)

    def _add(self, page: list[Laid], foot: Foot, *, is_last: bool) -> None:
        number = len(self._leaves) + 1
        foot.setting.pages.update({one.piece.anchor: number for one in page if one.piece.anchor})
        waits = any(one.piece.late for one in page)
        drawn = None if waits else self._drawn(page, foot, number, is_last=is_last)
        self._leaves.append(_Leaf(foot, drawn, page if waits else [], is_last))

    def _drawn(self, page: list[Laid], foot: Foot, number: int, *, is_last: bool) -> Page:
        _side, above, _bottom = look.margins(foot.setting.margin)
        top = self._canvas.height - above
        for one in page:
            one.piece.paint(self._canvas, one.area, top - one.offset)
        if is_last:
            self._say(foot, number)
        return self._canvas.end_page()

    def _say(self, foot: Foot, number: int) -> None:
        """What every page says at its foot, heard once, at the very end of a document."""
        area, under = across(foot.setting), _under(foot.setting)
        room = _room(area, _beside(foot, number, number))
        for setting, lines in zip(foot.settings, _sentences(foot, room), strict=True):
            if lines:
                with self._canvas.marked(setting.tree.add("P")):
                    under -= put_all(self._canvas, lines, area.inner(0.0, room), under)

    def _draw_foot(self, leaf: _Leaf, number: int) -> None:
        """That this is no official position, the period, and which page it is of several."""
        foot, canvas = leaf.foot, self._canvas
        area, under = across(foot.setting), _under(foot.setting)
        beside = _beside(foot, number, len(self._leaves))
        if not beside and not any(one.footer.strip() for one in foot.documents):
            return
        room = _room(area, beside)
        said = [] if leaf.is_last else [line for lines in _sentences(foot, room) for line in lines]
        with canvas.unmarked("/Type/Pagination/Subtype/Footer"):
            canvas.rule((area.left, under + 4), (area.left + area.width, under + 4), look.LINE, 0.5)
            put_all(canvas, said, area.inner(0.0, room), under)
            put_all(canvas, beside, area, under, align="end")


def _under(setting: Setting) -> float:
    """Where the foot of a page begins."""
    return look.margins(setting.margin)[2] - 14


def _beside(foot: Foot, number: int, count: int) -> list[Line]:
    """Which page it is of several, the period and the languages."""
    first, setting = foot.documents[0], foot.setting
    say = translation(first.language)
    # Translators: at the foot of every page of a document
    page = say.gettext("{page} of {count}").format(page=say.number(number), count=say.number(count))
    about = say.row(
        [first.period, *(say.language_name(one.language) for one in foot.documents)] if first.period else []
    )
    lines = [setting.type.line(page, look.FOOTER_PAGE)] if count > 1 else []
    lines += setting.type.lines(about, look.FOOTER_PAGE, across(setting).width * 0.4)
    return lines[:_MOST_FOOTER_LINES]


def _room(area: Area, beside: list[Line]) -> float:
    return area.width - max((line.width for line in beside), default=0.0) - 24


def _sentences(foot: Foot, room: float) -> Iterator[tuple[Line, ...]]:
    """The sentence of each document in its lines: all together no more than there is room for, but some of each."""
    left = _MOST_FOOTER_LINES
    for place, (one, setting) in enumerate(zip(foot.documents, foot.settings, strict=True)):
        others = sum(1 for other in foot.documents[place + 1 :] if other.footer.strip())
        lines = setting.type.lines(one.footer, look.FOOTER, room)[: left - others] if one.footer.strip() else ()
        left -= len(lines)
        yield lines


def across(setting: Setting) -> Area:
    """The whole width between the margins."""
    return Area(look.margins(setting.margin)[0], setting.width, setting.right_to_left)


def on_pages(pieces: Iterable[Piece], setting: Setting) -> Iterator[list[Laid]]:
    """The pieces of one document over the whole width."""
    area = across(setting)
    for page in paginate(pieces, setting.page_height):
        yield [Laid(one.piece, one.offset, area) for one in page]
