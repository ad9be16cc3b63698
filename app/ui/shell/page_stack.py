"""The pages of one session: built when first shown, told of commits, asked for their state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.look import theme
from app.ui.pages import PageEntry
from app.ui.process.session import Session
from app.ui.widgets.page import Page
from app.ui.widgets.typed import begun, go_on

_BEGUN = "begun"
"""Beside the state of a page: names that were begun and not chosen."""


class PageStack(QStackedWidget):
    """Shows one page of the table at a time."""

    built = Signal(object)
    """A Page was made: the frame connects its signals."""

    def __init__(self, session: Session, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entries = {entry.name: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._waiting: dict[str, dict[str, object]] = {}
        self.current_name = ""

    def minimumSizeHint(self) -> QSize:
        """Little: a page never forces the window wider."""
        return QSize(theme.px(280), theme.px(200))

    def names(self) -> tuple[str, ...]:
        """The pages there are, in the order of the table."""
        return tuple(self._entries)

    def show_page(self, name: str) -> Page | None:
        """Show a page, building it if need be; None for a name that is not in the table."""
        if name not in self._entries:
            return None
        page = self._pages.get(name) or self._build(name)
        if name in self._stale:
            self._stale.discard(name)
            page.reload()
        self.current_name = name
        self.setCurrentWidget(page)
        return page

    def page(self) -> Page | None:
        """The page in sight."""
        return self._pages.get(self.current_name)

    def changed(self) -> None:
        """A commit was made: the page in sight reloads, the others when they are shown."""
        self._stale = {name for name in self._pages if name != self.current_name}
        if (page := self.page()) is not None:
            page.reload()

    def keep(self) -> None:
        """Let every page write down what is being typed."""
        for page in self._pages.values():
            page.keep()

    def state(self) -> dict[str, dict[str, object]]:
        """What every page wants to carry over a rebuild; kept in memory only, never written to a file."""
        built = {name: page.state() | {_BEGUN: begun(page)} for name, page in self._pages.items()}
        return self._waiting | built

    def restore(self, state: dict[str, dict[str, object]]) -> None:
        """Give each page its state when it is built."""
        self._waiting = {name: kept for name, kept in state.items() if name in self._entries}

    def _build(self, name: str) -> Page:
        page = self._entries[name].make(self._session, self)
        self._pages[name] = page
        self.addWidget(page)
        self.built.emit(page)
        if name in self._waiting:
            kept = self._waiting.pop(name)
            page.restore(kept)
            go_on(page, kept.get(_BEGUN))
        return page
