"""A text with what somebody must look at marked: by colour, and in bold with a line under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from app.ui.look import theme
from app.ui.widgets.formatted_text import FormattedText, plain

OPEN, LEAVES, STAYS = "open", "leaves", "stays"
"""Not answered yet; leaves as it is; stays here."""
_INKS = {OPEN: ("bad", "bad-soft"), LEAVES: ("text", "accent-soft"), STAYS: ("muted", "sunken")}


@dataclass(frozen=True)
class Mark:
    """Letters `start` to `end`, and how they stand."""

    start: int
    end: int
    state: str = OPEN


class MarkedText(FormattedText):
    """Wrapped text that keeps its own direction, whatever the language of the window."""

    def __init__(self, text: str, marks: Sequence[Mark] = (), parent: QWidget | None = None) -> None:
        super().__init__([(text, plain())], parent)
        self.marks = tuple(marks)
        cursor = QTextCursor(self.document)
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
