"""Duplicates: activities that several organisations seem to tell of, compared side by side; a person answers."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.i18n import N_, _, isolate
from app.progress import Progress
from app.services.picturing import duplicates
from app.services.picturing.duplicates import Answer, Found
from app.ui.once import pairs
from app.ui.once.answer_bar import AnswerBar
from app.ui.once.listing import Listing
from app.ui.once.pairs import PROPOSED, Shown
from app.ui.once.view import PairView
from app.ui.process.session import Session
from app.ui.process.tasks import Task
from app.ui.widgets.buttons import GHOST, PRIMARY, Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.loading import Loading
from app.ui.widgets.page import Page
from app.ui.widgets.panes import Panes
from app.ui.widgets.scrolling import Scrolling

_SAID = {
    Answer.SAME: N_("“{one}” and “{other}” count as one activity."),
    Answer.NOT_SAME: N_("“{one}” and “{other}” stay apart, also when they come in again."),
    Answer.OPEN: N_("“{one}” and “{other}” are as if nobody had answered."),
}


class OncePage(Page):
    """Comparing is done on the worker thread and kept as long as the same files count; an answer takes no time."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: Found | None = None
        self._task: Task | None = None
        self._pairs: list[Shown] = []
        self._view: QWidget | None = None
        self.listing = Listing()
        self._bar = AnswerBar()
        self._back = Button(_("Back to the list"), GHOST)
        self._lay_out()
        self.listing.turned.connect(self._show_list)
        self.listing.list.chosen.connect(lambda _id: self._show_current())
        self.listing.list.opened.connect(lambda _id: self._panes.show_detail())
        self.listing.list.clicked.connect(lambda _index: self._panes.show_detail())
        self._back.clicked.connect(self._panes.show_list)
        self._panes.narrowed.connect(self._back.setVisible)
        self._bar.answered.connect(self._answer)
        self._bar.later_asked.connect(self._go_on)
        self.reload()

    def _lay_out(self) -> None:
        self._place = QVBoxLayout()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._back)
        column.addLayout(self._place)
        detail = QWidget()
        down = QVBoxLayout(detail)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self._scroll = Scrolling(body)
        down.addWidget(self._scroll, 1)
        down.addWidget(self._bar)
        self._back.hide()
        self._panes = Panes(self.listing, detail, width=320)
        detail.setProperty("role", "")  # cards stand on the ground of the window here
        self.set_body(self._panes, scrolls=False)

    # what the frame calls

    def reload(self) -> None:
        """Show the answers that hold now; compare again only where other files count."""
        if self._found is not None and self._found.basis == duplicates.basis(self.session.workspace):
            self._take(self._found.with_answers(duplicates.answers(self.session.workspace)))
            return
        if self._task is not None:
            self._task.stop()
        loading = Loading(_("Comparing what organisations told"), stoppable=True)
        if self._found is None:
            self._bar.hide()
            self._put(loading)
        work = partial(_look, self.session)
        self._task = self.session.tasks.run(work, done=self._take, progressed=loading.show_progress)
        loading.cancelled.connect(self._task.stop)

    def state(self) -> dict[str, object]:
        """Which list and which pair."""
        return {"list": self.listing.chooser.value(), "chosen": self.listing.list.current_id(), "found": self._found}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what another page of this kind left, also what it had compared."""
        self.listing.chooser.set_value(str(state.get("list") or PROPOSED))
        if isinstance(found := state.get("found"), Found):
            self._found = found
            self.reload()
        self.listing.list.select(str(state.get("chosen") or ""))
        self._show_current()

    def primary(self) -> QAbstractButton | None:
        """The answer that is asked for, while a pair is shown."""
        return self._bar.primary() if isinstance(self._view, PairView) else None

    def areas(self) -> list[QWidget]:
        """List, pair, answers."""
        return [self.listing, self._scroll, self._bar]

    # what is shown

    def _take(self, found: Found) -> None:
        self._task = None
        self._found = found
        self._show_list()

    def _show_list(self) -> None:
        if self._found is None:
            return
        name = self.listing.chooser.value()
        self._pairs = pairs.of(self._found, name)
        chosen = self.listing.list.current_id()
        self.listing.show_pairs(self._pairs, pairs.counted(name, len(self._pairs)) if self._pairs else "")
        if self._pairs and chosen not in {one.id for one in self._pairs}:
            self.listing.list.select(self._pairs[0].id)
        self._show_current()

    def _show_current(self) -> None:
        if self._found is None:
            return
        shown = next((one for one in self._pairs if one.id == self.listing.list.current_id()), None)
        self._bar.setVisible(shown is not None)
        if shown is None:
            self._put(self._empty())
            return
        if isinstance(self._view, PairView) and self._view.shown == shown:
            return
        self._bar.offer(shown)
        self._put(PairView(shown, self._found, self.session.pack))
        self._scroll.verticalScrollBar().setValue(0)

    def _empty(self) -> EmptyState:
        if self._found is not None and not self._found.told:
            inbox = Button(_("Open the inbox"), PRIMARY, "inbox")
            inbox.clicked.connect(lambda: self.navigate.emit("inbox", None))
            said = _("As soon as you accept what came in, activities that two organisations tell of are found here.")
            return EmptyState("arrows-join-2", _("Nothing to compare yet"), said, inbox)
        if self.listing.chooser.value() == PROPOSED:
            said = _("No two organisations seem to tell of one activity, or you have answered about all that do.")
            return EmptyState("circle-check", _("Nothing waits for your answer"), said)
        return EmptyState("arrows-join-2", _("No pair here"), _("What you answer about pairs is listed here."))

    def _put(self, view: QWidget) -> None:
        if self._view is not None:
            self._view.hide()
            self._view.deleteLater()
        self._view = view
        self._place.addWidget(view)
        view.show()

    # what is answered

    def _answer(self, given: Answer) -> None:
        if not isinstance(self._view, PairView):
            return
        shown = self._view.shown
        after = self._after(shown)
        before = duplicates.answer(self.session.workspace, *shown.names, given)
        self.listing.list.select(after)
        self.reload()
        said = _(_SAID[given]).format(one=isolate(pairs.title(shown.one)), other=isolate(pairs.title(shown.other)))
        self.toast.emit(said, partial(self._take_back, shown, before))

    def _take_back(self, shown: Shown, before: Answer) -> None:
        duplicates.answer(self.session.workspace, *shown.names, before)
        self.listing.chooser.set_value(shown.list)
        self.reload()
        self.listing.list.select(shown.id)

    def _go_on(self) -> None:
        """The next pair; this one stays as it is."""
        if isinstance(self._view, PairView):
            self.listing.list.select(self._after(self._view.shown))

    def _after(self, shown: Shown) -> str:
        """The pair after this one, the first one after the last."""
        ids = [one.id for one in self._pairs]
        return ids[(ids.index(shown.id) + 1) % len(ids)] if shown.id in ids else ""


def _look(session: Session, progress: Progress) -> Found:
    return duplicates.look(session.workspace, None, progress)
