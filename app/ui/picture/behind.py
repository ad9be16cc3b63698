"""From what: the entries behind a figure, each with its organisation, the version, the file and the day it came."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.shared import SharedActivity, SharedEntry
from app.i18n import _, format_number, isolate
from app.services.coordinating.sources import Behind, Source
from app.ui.look import theme
from app.ui.picture.asking import Answered, Asked, Asking
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.text import Label
from app.ui.words import pictures, wording

LINES = 5
"""Entries in sight at once; more are scrolled."""


class BehindCard(Card):
    """Shown under what was asked; Escape and Close lead back there."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        close = Button(_("Close"), GHOST)
        super().__init__(_("From what"), aside=close, parent=parent)
        self._rows: list[Row] = []
        self._awaited: Answered | None = None
        model = PagedModel(lambda start, count: self._rows[start : start + count], lambda: len(self._rows), self)
        self.list = ListView(name, model)
        self._about = Label("", "strong", wraps=True)
        self._nothing = Label(_("Nobody told anything of it. That is not zero."), "muted", wraps=True)
        more = _("More entries than these are behind it; the workbook of the picture has all of them.")
        self._more = Label(more, "muted", wraps=True)
        for widget in (self._about, self._nothing, self._more, self.list):
            self.add(widget)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.list, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave)
        close.clicked.connect(self._leave)
        self.hide()

    def ask(self, about: str, asked: Asked, sources: Asking) -> None:
        """Say from what a figure is made, as soon as it is known; what was asked before is told nowhere any more."""
        self._drop()
        self._awaited = Answered(partial(self.tell, about), self)
        sources.find(asked, self._awaited)

    def forget(self) -> None:
        """What was asked belongs to what is in sight no more."""
        self._drop()
        self.hide()

    def tell(self, about: str, found: Behind) -> None:
        """Say what a figure is made of; where it is made of nothing, its sentence stands alone."""
        self._awaited = None
        self._rows = rows(found.sources)
        self._more.setVisible(found.are_more)
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

    def _drop(self) -> None:
        if self._awaited is not None:
            self._awaited.drop()
            self._awaited = None

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
