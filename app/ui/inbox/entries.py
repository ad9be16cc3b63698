"""What the sender says, as text that can be read, copied and walked with the keys, and never changed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.ui.inbox.reading import FACTS, HEADING, TITLE, Passage
from app.ui.look import theme
from app.ui.widgets.fields.text_field import TextEdit

_LOOKS = {HEADING: ("h3", 600, "text"), TITLE: ("body", 600, "text"), FACTS: ("small", 400, "muted")}
_PLAIN = ("body", 400, "text")
_ABOVE = {HEADING: 14, TITLE: 8}


class EntriesView(TextEdit):
    """As tall as its text; the page scrolls, and follows the text cursor."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(
            f"QTextEdit {{ border: 2px solid transparent; padding: 0; }}"
            f"QTextEdit:focus {{ border: 2px solid {theme.colour('focus').name()}; }}"
        )
        self.document().setDocumentMargin(2)
        self.cursorPositionChanged.connect(self._follow)

    def show_passages(self, passages: list[Passage]) -> None:
        """Show these and nothing else."""
        self.clear()
        cursor = QTextCursor(self.document())
        for place, passage in enumerate(passages):
            above = theme.px(_ABOVE.get(passage.role, 0)) if place else 0
            block = QTextBlockFormat()
            block.setTopMargin(above)
            if place:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            cursor.insertText(passage.text, _look(passage.role))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with the text."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(300), self.height())

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(int(self.document().size().height()) + theme.px(8))

    def _follow(self) -> None:
        if not self.hasFocus():
            return
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and area.widget() is not None:
            caret: QRect = self.cursorRect()
            place = self.viewport().mapTo(area.widget(), caret.center())
            area.ensureVisible(place.x(), place.y(), 8, 48)


def _look(role: str) -> QTextCharFormat:
    size, weight, ink = _LOOKS.get(role, _PLAIN)
    look = QTextCharFormat()
    look.setFont(theme.font(size, weight))
    look.setForeground(theme.colour(ink))
    return look
