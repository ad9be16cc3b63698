"""What was told in a picture of very many entries: some organisations at a time, read when somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.picture.editions import Edition
from app.i18n import _, format_number
from app.progress import Progress
from app.services.picturing import listing
from app.ui.look import theme
from app.ui.picture.asking import Asking
from app.ui.picture.choosers import Choosers
from app.ui.picture.listed import ListedCard, Listing
from app.ui.process.tasks import Task
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.loading import Loading
from app.ui.widgets.text import Label

Lists = Callable[[Edition], Iterator[Listing]]


@dataclass(frozen=True)
class Stretch:
    """The lists of some organisations, and where the next ones begin."""

    start: int
    end: int
    all: int
    listings: tuple[Listing, ...]


Read = Callable[[int, Progress], Stretch]
"""What the organisations from one on told; long work."""


class Stretches(QWidget):
    """Made anew for each picture; nothing is read before somebody looks, and one stretch is held at a time."""

    def __init__(self, read: Read, sources: Asking) -> None:
        super().__init__()
        self._read, self._sources = read, sources
        self._task: Task | None = None
        self._now: Stretch | None = None
        self._starts: list[int] = []
        self._sentence = Label("", "muted", wraps=True)
        self._back = Button(_("Previous organisations"), SECONDARY)
        self._on = Button(_("Next organisations"), SECONDARY)
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        self._loading = Loading(_("Reading what organisations told"))
        self._shown = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self._sentence)
        layout.addWidget(Choosers(self._back, self._on))
        layout.addWidget(self._loading)
        layout.addWidget(self._shown)
        self._back.hide()
        self._on.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """The first organisations are read when somebody looks."""
        super().showEvent(event)
        if self._now is None and self._task is None:
            self._look(0)

    def _look(self, start: int) -> None:
        self._loading.setVisible(self._now is None)
        for button in (self._back, self._on):
            button.setEnabled(False)
        self._task = self._sources.read(partial(self._read, start), self._take)

    def _go_on(self) -> None:
        if self._now is not None:
            self._starts.append(self._now.start)
            self._look(self._now.end)

    def _go_back(self) -> None:
        if self._starts:
            self._look(self._starts.pop())

    def _take(self, found: object) -> None:
        assert isinstance(found, Stretch)
        self._task, self._now = None, found
        self._loading.hide()
        self._sentence.setText(_sentence(found))
        self._back.setVisible(bool(self._starts))
        self._on.setVisible(found.end < found.all)
        for button in (self._back, self._on):
            button.setEnabled(True)
        self._show(found)

    def _show(self, found: Stretch) -> None:
        before, self._shown = self._shown, QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for listing_ in found.listings:
            column.addWidget(ListedCard(listing_, self._sources))
        self.layout().replaceWidget(before, self._shown)
        before.hide()
        before.deleteLater()
        self._shown.show()


def read(edition: Edition, lists: Lists, start: int, progress: Progress, *, most: int = listing.STRETCH) -> Stretch:
    """The lists of the organisations from the one at `start` on, that tell about `most` entries."""
    progress(0, 0)
    found, end = listing.stretch(edition, start, most)
    return Stretch(start, end, len(listing.organisations(edition)), tuple(lists(found)))


def _sentence(found: Stretch) -> str:
    said = _("These lists are of organisations {first} to {last} of {all}. The workbook has them all at once.")
    first, last, every = (format_number(number) for number in (found.start + 1, found.end, found.all))
    return said.format(first=first, last=last, all=every)
