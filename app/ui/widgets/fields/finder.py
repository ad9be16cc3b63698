"""A line edit that offers choices while you type: arrows move, Enter takes the first or the marked one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate, QWidget

from app.ui.widgets.fields.line_field import LineEdit
from app.ui.words.choice import Choice

Find = Callable[[str], Sequence[Choice]]
"""The choices for what was typed, best first."""


class Finder(LineEdit):
    """Offers what `find` gives from `least` letters on; says `chosen` with the Choice taken."""

    chosen = Signal(object)

    def __init__(self, find: Find, placeholder: str = "", parent: QWidget | None = None, *, least: int = 2) -> None:
        super().__init__(placeholder, parent)
        self._find, self._least = find, least
        self._offered: Sequence[Choice] = ()
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        popup = QListView()
        popup.setProperty("role", "popup")
        popup.setAccessibleName(placeholder)
        self._completer.setPopup(popup)
        popup.setItemDelegate(QStyledItemDelegate(popup))  # only this one follows the style sheet
        self._completer.setMaxVisibleItems(8)
        self._completer.activated[QModelIndex].connect(self._take_index)
        self.textEdited.connect(self.offer)

    def offer(self, typed: str | None = None) -> None:
        """Show the choices for what stands in the field; nothing below the least number of letters."""
        self._look_up(self.text() if typed is None else typed)
        self._model.setStringList([choice.label for choice in self._offered])
        if not self._offered:
            self._completer.popup().hide()
            return
        self._completer.complete()
        self._completer.popup().setCurrentIndex(self._completer.completionModel().index(0, 0))

    def go_on(self, typed: str) -> None:
        """Show what somebody had begun to type; Enter takes the first choice, and the list opens at the next key."""
        self.setText(typed)
        self.setModified(True)
        self._look_up(typed)

    def is_offering(self) -> bool:
        """Whether the choices are in sight."""
        return self._completer.popup().isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            if self._offered:
                self._take(self._offered[0])
            return
        if event.key() == Qt.Key.Key_Down and not self._completer.popup().isVisible():
            self.offer()
            return
        super().keyPressEvent(event)

    def _look_up(self, typed: str) -> None:
        enough = len(typed.strip()) >= self._least or typed.strip().isdecimal()
        self._offered = tuple(self._find(typed))[:20] if enough else ()

    def _take_index(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._offered):
            self._take(self._offered[index.row()])

    def _take(self, choice: Choice) -> None:
        self._completer.popup().hide()
        self._offered = ()
        self.chosen.emit(choice)
