"""A topic as it is read: its sentences, its steps, its entries."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, translation
from app.manual import keys, whole
from app.manual.topic import Row, Topic
from app.ui.look import theme
from app.ui.widgets.card import Card
from app.ui.widgets.text import Label

KEYBOARD, COMMANDS = "keyboard", "commands"
_TOP = Qt.AlignmentFlag.AlignTop


def pieces(topic: Topic, rows: tuple[Row, ...]) -> list[QWidget]:
    """The parts of a topic from the top; `rows` are those of its entries that are wanted."""
    made: list[QWidget] = [Label(_(topic.title), "h1", wraps=True)]
    made += [Label(_(text), "lead", wraps=True) for text in topic.paragraphs]
    if topic.steps:
        made.append(_numbered(topic.steps))
    if rows and topic.code in (KEYBOARD, COMMANDS):
        made.append(_by_code(rows))
    elif rows:
        made.append(_entries(rows))
    return made


def _numbered(steps: tuple[str, ...]) -> Card:
    card, grid = Card(), _grid()
    for row, text in enumerate(steps):
        grid.addWidget(Label(format_number(row + 1), "strong"), row, 0, _TOP)
        grid.addWidget(Label(_(text), wraps=True), row, 1)
    card.add(grid)
    return card


def _by_code(rows: tuple[Row, ...]) -> Card:
    card, grid = Card(), _grid()
    for at, row in enumerate(rows):
        grid.addWidget(Label(keys.named(row.code, translation()), "strong"), at, 0, _TOP)
        grid.addWidget(Label(_(row.term), wraps=True), at, 1)
    card.add(grid)
    return card


def _entries(rows: tuple[Row, ...]) -> Card:
    card = Card()
    for row in rows:
        entry = QVBoxLayout()
        entry.setSpacing(theme.px(2))
        more = [text for text in (row.told, row.advice) if text]
        entry.addWidget(Label(whole.shown(_(row.term)), "strong" if more else "body", wraps=True))
        for text in more:
            entry.addWidget(Label(_(text), wraps=True))
        card.add(entry)
    return card


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(24))
    grid.setVerticalSpacing(theme.px(8))
    grid.setColumnStretch(1, 1)
    return grid
