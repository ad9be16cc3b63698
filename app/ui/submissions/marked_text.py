"""A text with what somebody must look at marked: by colour, and in bold with a line under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import theme
from app.ui.widgets.direction import mirrored

OPEN, LEAVES, STAYS = "open", "leaves", "stays"
"""Not answered yet; leaves as it is; stays here."""
_INKS = {OPEN: ("bad", "bad-soft"), LEAVES: ("text", "accent-soft"), STAYS: ("muted", "sunken")}


@dataclass(frozen=True)
class Mark:
    """Letters `start` to `end`, and how they stand."""

    start: int
    end: int
    state: str = OPEN


class MarkedText(QWidget):
    """Wrapped text that keeps its own direction, whatever the language of the window."""

    def __init__(self, text: str, marks: Sequence[Mark] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = tuple(marks)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(theme.font())
        option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored() else Qt.AlignmentFlag.AlignLeft)
        option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._write(text)

    def text(self) -> str:
        """The words as they are shown."""
        return self._document.toPlainText()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as the wrapped text."""
        self._document.setTextWidth(width)
        return int(self._document.size().height()) + 1

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(320), self.heightForWidth(theme.px(320)))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(theme.px(120), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        self._document.setTextWidth(self.width())
        painter = QPainter(self)
        self._document.drawContents(painter)
        painter.end()

    def _write(self, text: str) -> None:
        cursor = QTextCursor(self._document)
        plain = QTextCharFormat()
        plain.setForeground(theme.colour("text"))
        cursor.insertText(text, plain)
        for mark in self.marks:
            cursor.setPosition(_units(text, mark.start))
            cursor.setPosition(_units(text, mark.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_look(mark.state))


def _look(state: str) -> QTextCharFormat:
    ink, ground = _INKS[state]
    look = QTextCharFormat()
    look.setForeground(theme.colour(ink))
    look.setBackground(theme.colour(ground))
    look.setFontWeight(theme.font("body", 400 if state == STAYS else 600).weight())
    look.setFontUnderline(state == OPEN)
    look.setFontStrikeOut(state == STAYS)
    return look


def _units(text: str, place: int) -> int:
    """A place in letters as Qt counts it, in halves of rare signs (UTF-16)."""
    return len(text[:place].encode("utf-16-le")) // 2
