"""The two buttons about paper above a list, and what they open."""

from __future__ import annotations

from functools import partial

from app.i18n import _, format_number, ngettext
from app.services.paper import sheet_book
from app.services.paper.sheet_book import Sheet
from app.ui.from_paper.dialog import FromPaperDialog
from app.ui.from_paper.printing_dialog import PrintSheetsDialog
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.page import Page


class PaperTools:
    """`print` and `type_in` are buttons for a page to place; the page keeps what is typed before they open anything."""

    def __init__(self, page: Page, kind: str) -> None:
        self._page, self._kind = page, kind
        self.print = Button(_("Print blank sheets"), GHOST, "printer")
        self.type_in = Button(_("From paper"), GHOST, "pencil")
        self.print.clicked.connect(self._print)
        self.type_in.clicked.connect(self._type_in)

    def _print(self) -> None:
        PrintSheetsDialog(self._page.session, self._kind, self._page).open()

    def _type_in(self) -> None:
        self._page.keep()
        dialog = FromPaperDialog(self._page.session, self._page)
        dialog.accepted.connect(lambda: self._tell(tuple(dialog.typed)))
        dialog.open()

    def _tell(self, typed: tuple[Sheet, ...]) -> None:
        if typed:
            words = ngettext("{count} sheet was typed in.", "{count} sheets were typed in.", len(typed))
            self._page.toast.emit(words.format(count=format_number(len(typed))), partial(self._take_back, typed))

    def _take_back(self, typed: tuple[Sheet, ...]) -> None:
        for sheet in typed:
            sheet_book.take_back(self._page.session.workspace, sheet)
