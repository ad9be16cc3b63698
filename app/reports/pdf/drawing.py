"""Pages drawn one by one, each as soon as it is full; what needs to know the whole is drawn at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.i18n import translation
from app.reports.document import Document
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Laid, Piece, Setting, paginate, put_all
from app.reports.pdf.page import Page

_MOST_FOOTER_LINES = 4


@dataclass(frozen=True)
class Foot:
    """What every page says at its foot, in one language or two."""

    documents: tuple[Document, ...]
    setting: Setting


@dataclass(frozen=True)
class _Leaf:
    """A page in its place: drawn, or what is to be drawn on it."""

    foot: Foot
    page: Page | None
    waiting: list[Laid]


class Drawing:
    """Puts documents on the pages of one file."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._leaves: list[_Leaf] = []

    def draw(self, pages: Iterable[list[Laid]], foot: Foot) -> None:
        """Draw pages after those that are there."""
        for page in pages:
            number = len(self._leaves) + 1
            foot.setting.pages.update({one.piece.anchor: number for one in page if one.piece.anchor})
            waits = any(one.piece.late for one in page)
            drawn = None if waits else self._drawn(page, foot)
            self._leaves.append(_Leaf(foot, drawn, page if waits else []))

    def finish(self) -> None:
        """Draw what waited and the foot of every page, and write the file."""
        pages = []
        for number, leaf in enumerate(self._leaves, start=1):
            page = leaf.page or self._drawn(leaf.waiting, leaf.foot)
            with self._canvas.end_of(page):
                self._draw_foot(leaf.foot, number)
            pages.append(page)
        self._canvas.finish(pages)

    def _drawn(self, page: list[Laid], foot: Foot) -> Page:
        _side, above, _bottom = look.margins(foot.setting.margin)
        top = self._canvas.height - above
        for one in page:
            one.piece.paint(self._canvas, one.area, top - one.offset)
        return self._canvas.end_page()

    def _draw_foot(self, foot: Foot, number: int) -> None:
        """That this is no official position, the period, and which page it is of several."""
        first, setting, canvas = foot.documents[0], foot.setting, self._canvas
        say = translation(first.language)
        # Translators: at the foot of every page of a document
        page = say.gettext("{page} of {count}").format(page=say.number(number), count=say.number(len(self._leaves)))
        area = across(setting)
        top = look.margins(setting.margin)[2] - 14
        spoken = [say.language_name(one.language) for one in foot.documents]
        about = say.row([first.period, *spoken] if first.period else [])
        beside = [setting.type.line(page, look.FOOTER_PAGE)] if len(self._leaves) > 1 else []
        beside += setting.type.lines(about, look.FOOTER_PAGE, area.width * 0.4)
        if not beside and not any(one.footer for one in foot.documents):
            return
        room = area.width - max((line.width for line in beside), default=0.0) - 24
        said = [
            line
            for one in foot.documents
            for line in setting.type.lines(one.footer, look.FOOTER, room, language=one.language)
        ]
        with canvas.unmarked("/Type/Pagination/Subtype/Footer"):
            canvas.rule((area.left, top + 4), (area.left + area.width, top + 4), look.LINE, 0.5)
            put_all(canvas, said[:_MOST_FOOTER_LINES], area.inner(0.0, room), top)
            put_all(canvas, beside[:_MOST_FOOTER_LINES], area, top, align="end")


def across(setting: Setting) -> Area:
    """The whole width between the margins."""
    return Area(look.margins(setting.margin)[0], setting.width, setting.right_to_left)


def on_pages(pieces: Iterable[Piece], setting: Setting) -> Iterator[list[Laid]]:
    """The pieces of one document over the whole width."""
    area = across(setting)
    for page in paginate(pieces, setting.page_height):
        yield [Laid(one.piece, one.offset, area) for one in page]
