"""Your laptops: the sync, what it taught, what waits, who belongs, and letting a new one in."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.i18n import _
from app.services.syncing import devices, exchanging
from app.services.syncing.spaces import NoSpaceError
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.syncing.admit_card import AdmitCard
from app.ui.syncing.around import Around
from app.ui.syncing.clean_up_card import CleanUpCard
from app.ui.syncing.found_card import FoundCard
from app.ui.syncing.held_card import HeldCard
from app.ui.syncing.laptops_card import LaptopsCard
from app.ui.syncing.lesson_card import LessonCard
from app.ui.syncing.sync_card import SyncCard
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.typed import put_back, typed

_WIDTH = 720
LEARNED, WHERE = "learned", "place"
"""What `open` takes: what was learned, or the place to meet."""


class SyncingPage(Page):
    """With one laptop only the way to a second; with several all that concerns them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        around = Around(session, lambda told: self.toast.emit(told, None), self.navigate.emit, self.sync_asked.emit)
        self.found = FoundCard(around)
        self.sync = SyncCard(around)
        self.lesson = LessonCard(around)
        self.held = HeldCard(around)
        self.laptops = LaptopsCard(around)
        self.admit = AdmitCard(around)
        self.clean_up = CleanUpCard(around)
        self._shared: tuple[QWidget, ...] = (
            *(self.lesson, self.sync, self.held, self.laptops),
            *(self.admit, self.clean_up),
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        about = _("The same work on several laptops, without a server and without the internet.")
        column.addWidget(PageHeader(_("Your laptops"), about))
        for card in (self.found, *self._shared):
            column.addWidget(card)
        column.addStretch(1)
        self.set_body(Narrow(inside, _WIDTH))
        self.reload()

    def reload(self) -> None:
        """Show what the workspace holds now; what is being typed stays."""
        workspace = self.session.workspace
        try:
            seen, standing = devices.overview(workspace), exchanging.standing(workspace)
        except NoSpaceError:
            self.found.show()
            for card in self._shared:
                card.hide()
            return
        self.found.hide()
        self.sync.show()
        self.laptops.show()
        self.admit.setVisible(seen.may_change)
        self.sync.show_standing(standing)
        self.lesson.reload()
        self.held.show_standing(standing, may_change=seen.may_change)
        self.laptops.show_overview(seen)
        self.clean_up.reload()

    def open(self, argument: object) -> None:
        """Bring what was learned, or the place and what is lacking of it, into sight and give it the focus."""
        if argument == LEARNED and self.lesson.isVisibleTo(self):
            self._focus(self.lesson.read)
        if argument == WHERE:
            self._focus(self.sync.wanted())

    def state(self) -> dict[str, object]:
        """What was typed and not kept yet."""
        return {"typed": typed(self)}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        put_back(self, state.get("typed"))

    def primary(self) -> QAbstractButton:
        """Sync; with one laptop, make it ready for more."""
        return self.sync.now if self.sync.isVisibleTo(self) else self.found.begin

    def _focus(self, part: QWidget) -> None:
        QTimer.singleShot(0, part, part.setFocus)
