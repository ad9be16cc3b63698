"""A list, beside it one thing that is looked at, and below that a bar of answers; in a narrow window two pages."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.panes import Panes
from app.ui.widgets.scrolling import Scrolling

_WIDTH = 320


class LookingPanes(Panes):
    """`put` shows a thing in place of the one before; whoever chooses in the list is led to it where only one fits."""

    def __init__(
        self, listing: QWidget, view: ListView, bar: QWidget, back: str, parent: QWidget | None = None
    ) -> None:
        """`view` is the list within `listing`; `back` are the words of the button that leads back to it."""
        self._place = QVBoxLayout()
        self._back = Button(back, GHOST)
        self._back.hide()
        body, detail = QWidget(), QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._back)
        column.addLayout(self._place)
        self.scrolled = Scrolling(body)
        down = QVBoxLayout(detail)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.scrolled, 1)
        down.addWidget(bar)
        super().__init__(listing, detail, width=_WIDTH, parent=parent)
        detail.setProperty("role", "")  # cards stand on the ground of the window here
        self.shown: QWidget | None = None
        view.opened.connect(lambda _id: self.show_detail())
        view.clicked.connect(lambda _index: self.show_detail())
        self._back.clicked.connect(self.show_list)
        self.narrowed.connect(self._back.setVisible)

    def put(self, thing: QWidget) -> None:
        """Show this; what was shown is gone."""
        if self.shown is not None:
            self.shown.hide()
            self.shown.deleteLater()
        self.shown = thing
        self._place.addWidget(thing)
        thing.show()

    def to_top(self) -> None:
        """Show its beginning."""
        self.scrolled.verticalScrollBar().setValue(0)
