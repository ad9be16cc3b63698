"""From what: the entries behind a figure, each with its organisation, the version, the file and the day it came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.shared import SharedActivity, SharedEntry, Told
from app.i18n import _, format_number, isolate
from app.services.coordinating.sources import Source
from app.ui.look import theme
from app.ui.picture.asking import Answered, Asking
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.text import Label
from app.ui.words import pictures, wording

LINES = 5
"""Entries in sight at once; more are scrolled."""


@dataclass(frozen=True)
class Asked:
    """What a figure is made of: entries of the picture, of the period before, and counts of messages."""

    told: tuple[Told, ...] = ()
    before: tuple[Told, ...] = ()
    messages: int = 0
    """The objective whose counts of messages are in it; 0 for none."""


class BehindCard(Card):
    """Shown under what was asked; Escape and Close lead back there."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        close = Button(_("Close"), GHOST)
        super().__init__(_("From what"), aside=close, parent=parent)
        self._rows: list[Row] = []
        model = PagedModel(lambda start, count: self._rows[start : start + count], lambda: len(self._rows), self)
        self.list = ListView(name, model)
        self._about = Label("", "strong", wraps=True)
        self._nothing = Label(_("Nobody told anything of it. That is not zero."), "muted", wraps=True)
        for widget in (self._about, self._nothing, self.list):
            self.add(widget)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.list, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave)
        close.clicked.connect(self._leave)
        self.hide()

    def ask(self, about: str, asked: Asked, sources: Asking) -> None:
        """Say from what a figure is made, as soon as all of it is known."""
        found = sources.of(asked.told, asked.before)
        if not asked.messages:
            self.tell(about, found)
            return
        sources.with_messages(asked.messages, found, Answered(partial(self.tell, about), self))

    def tell(self, about: str, sources: Iterable[Source]) -> None:
        """Say what a figure is made of; where it is made of nothing, its sentence stands alone."""
        self._rows = rows(sources)
        self._about.setText(about)
        self.list.reload()
        self.list.setVisible(bool(self._rows))
        self._nothing.setVisible(not self._rows)
        lines = min(len(self._rows), LINES)
        self.list.setFixedHeight(lines * max(self.list.sizeHintForRow(0), 1) + theme.px(4))
        self.show()
        if self._rows:
            self.list.select(self._rows[0].id)
            self.list.setFocus()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


def rows(sources: Iterable[Source]) -> list[Row]:
    """One row for each entry: its title, when and where; then the file that it came in. Never a number of people."""
    found = [(one, entry) for one in sources for entry in one.entries]
    return [_row(place, one, entry) for place, (one, entry) in enumerate(found)]


def _row(place: int, one: Source, entry: SharedEntry) -> Row:
    facts = [isolate(one.name)]
    if isinstance(entry, SharedActivity):
        facts += [wording.when(entry.start), wording.place(entry.place)]
    else:
        facts.append(wording.kind(entry.KIND))
    return Row(str(place), pictures.entry(entry), in_line(tuple(facts)), tags=_file(one))


def _file(one: Source) -> str:
    """final_v3.pdf, version 2, received on 12 October 2026."""
    if not one.file:
        return ""
    return _("{file}, version {number}, received on {day}").format(
        file=isolate(one.file), number=format_number(one.revision), day=pictures.day(one.received_ms)
    )
