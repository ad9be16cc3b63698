"""Wrapped text whose pieces look different, painted from the tokens; it keeps its own direction."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.differences import Part, Piece
from app.ui.look import theme
from app.ui.widgets.direction import mirrored

MINE, THEIRS = "side-a", "side-b"
"""The tokens of the two sides of a conflict."""


class FormattedText(QWidget):
    """Pieces of text, each with its look, in one paragraph flow, whatever the language of the window."""

    def __init__(self, pieces: Iterable[tuple[str, QTextCharFormat]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document = QTextDocument(self)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(theme.font())
        option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored() else Qt.AlignmentFlag.AlignLeft)
        option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self.set_pieces(pieces)

    def set_pieces(self, pieces: Iterable[tuple[str, QTextCharFormat]]) -> None:
        """Show these pieces instead."""
        self.document.clear()
        cursor = QTextCursor(self.document)
        for text, look in pieces:
            cursor.insertText(text, look)
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words as they are shown."""
        return self.document.toPlainText()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as the wrapped text."""
        self.document.setTextWidth(width)
        return int(self.document.size().height()) + 1

    def sizeHint(self) -> QSize:
        """The room it would like."""
        return QSize(theme.px(320), self.heightForWidth(theme.px(320)))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(theme.px(120), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        self.document.setTextWidth(self.width())
        painter = QPainter(self)
        self.document.drawContents(painter)
        painter.end()


def plain(tone: str = "text") -> QTextCharFormat:
    """Text that stands as it is."""
    look = QTextCharFormat()
    look.setForeground(theme.colour(tone))
    return look


def marked(ink: str, ground: str) -> QTextCharFormat:
    """Text that differs: in bold, on a soft ground."""
    look = plain(ink)
    look.setBackground(theme.colour(ground))
    look.setFontWeight(theme.font("body", 600).weight())
    if theme.is_contrast():
        look.setFontUnderline(True)
    return look


def removed() -> QTextCharFormat:
    """Text that was taken out: struck, on a soft ground."""
    look = plain("bad")
    look.setBackground(theme.colour("bad-soft"))
    look.setFontStrikeOut(True)
    return look


def of_differences(pieces: Iterable[Piece]) -> list[tuple[str, QTextCharFormat]]:
    """What was taken out struck, what was put in bold; never colour alone."""
    looks = {Part.SAME: plain(), Part.REMOVED: removed(), Part.ADDED: marked("good", "good-soft")}
    return [(piece.text, looks[piece.part]) for piece in pieces]


def of_side(pieces: Iterable[Piece], side: str) -> list[tuple[str, QTextCharFormat]]:
    """One side of a conflict: what the other does not have in bold, on the colour of this side."""
    looks = {Part.SAME: plain(), Part.ADDED: marked(side, f"{side}-soft")}
    return [(piece.text, looks[piece.part]) for piece in pieces if piece.text]
