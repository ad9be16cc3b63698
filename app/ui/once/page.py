"""Duplicates: activities that several organisations seem to tell of, compared side by side; a person answers."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QAbstractButton, QWidget

from app.errors import GroundworkError
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
from app.ui.widgets.buttons import PRIMARY, Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.loading import Loading
from app.ui.widgets.looking_panes import LookingPanes
from app.ui.widgets.page import Page

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
        self._is_wide = False
        """Whether what was found has what nobody accepted yet, too."""
        self.listing = Listing()
        self._bar = AnswerBar()
        self._panes = LookingPanes(self.listing, self.listing.list, self._bar, _("Back to the list"))
        self.set_body(self._panes, scrolls=False)
        self.listing.turned.connect(self._show_list)
        self.listing.widened.connect(self.reload)
        self.listing.list.chosen.connect(lambda _id: self._show_current())
        self._bar.answered.connect(self._answer)
        self._bar.later_asked.connect(self._go_on)
        self.reload()

    # what the frame calls

    def reload(self) -> None:
        """Show the answers that hold now; look again only where other files count, or more is wanted."""
        workspace = self.session.workspace
        self.listing.offer_waiting(duplicates.files_waiting(workspace))
        wide = self.listing.waiting.isVisibleTo(self.listing) and self.listing.waiting.value()
        if self._found is not None and self._is_wide == wide and self._found.basis == duplicates.basis(workspace):
            found = self._found.with_answers(duplicates.answers(workspace))
            if found.proposed or not found.more:
                self._take(found)
                return
        if self._task is not None:
            self._task.stop()
        loading = Loading(_("Comparing what organisations told"), stoppable=True)
        if self._found is None or self._is_wide != wide:
            self._found = None
            self._bar.hide()
            self.listing.show_pairs((), "")
            self._panes.put(loading)
        self._is_wide = wide
        work = partial(_look, self.session, wide)
        self._task = self.session.tasks.run(work, done=self._take, failed=self._fail, progressed=loading.show_progress)
        self._task.cancelled.connect(partial(self._say_stopped, self._task))
        loading.cancelled.connect(self._task.stop)

    def open(self, argument: object) -> None:
        """Show also what nobody has accepted yet, where somebody comes from there."""
        if argument == "waiting" and not self.listing.waiting.value():
            self.listing.waiting.set_value(True)
            self.reload()

    def state(self) -> dict[str, object]:
        """Which list and which pair."""
        kept = {"list": self.listing.chooser.value(), "chosen": self.listing.list.current_id()}
        return {**kept, "found": self._found, "waiting": self._is_wide}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what another page of this kind left, also what it had compared."""
        self.listing.chooser.set_value(str(state.get("list") or PROPOSED))
        if isinstance(found := state.get("found"), Found):
            self._found, self._is_wide = found, bool(state.get("waiting"))
            self.listing.waiting.set_value(self._is_wide)
            self.reload()
        self.listing.list.select(str(state.get("chosen") or ""))
        self._show_current()

    def primary(self) -> QAbstractButton | None:
        """The answer that is asked for, while a pair is shown."""
        return self._bar.primary() if isinstance(self._panes.shown, PairView) else None

    def areas(self) -> list[QWidget]:
        """List, pair, answers."""
        return [self.listing, self._panes.scrolled, self._bar]

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
        self.listing.show_pairs(self._pairs, pairs.counted(name, len(self._pairs), self._found.more))
        if self._pairs and chosen not in {one.id for one in self._pairs}:
            self.listing.list.select(self._pairs[0].id)
        self._show_current()

    def _show_current(self) -> None:
        if self._found is None:
            return
        shown = next((one for one in self._pairs if one.id == self.listing.list.current_id()), None)
        self._bar.setVisible(shown is not None)
        if shown is None:
            self._panes.put(self._empty())
            return
        if isinstance(self._panes.shown, PairView) and self._panes.shown.shown == shown:
            return
        self._bar.offer(shown)
        self._panes.put(PairView(shown, self._found, self.session.pack))
        self._panes.to_top()

    def _empty(self) -> EmptyState:
        if self._found is not None and self._found.is_empty:
            inbox = Button(_("Open the inbox"), PRIMARY, "inbox")
            inbox.clicked.connect(lambda: self.navigate.emit("inbox", None))
            said = _("As soon as you accept what came in, activities that two organisations tell of are found here.")
            return EmptyState("arrows-join-2", _("Nothing to compare yet"), said, inbox)
        if self.listing.chooser.value() == PROPOSED:
            said = _("No two organisations seem to tell of one activity, or you have answered about all that do.")
            return EmptyState("circle-check", _("Nothing waits for your answer"), said)
        return EmptyState("arrows-join-2", _("No pair here"), _("What you answer about pairs is listed here."))

    def _say_stopped(self, task: Task) -> None:
        """Nothing is lost: what was compared is kept."""
        if self._task is task:
            self._task = None
            if self._found is None:
                said = _("What was compared so far is kept, and nothing was changed.")
                self._panes.put(self._again(_("Comparing was stopped"), said))

    def _fail(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, GroundworkError):
            raise error
        self._panes.put(self._again(_("Comparing did not work"), str(error)))

    def _again(self, title: str, said: str) -> EmptyState:
        again = Button(_("Compare again"), PRIMARY, "refresh")
        again.clicked.connect(self.reload)
        return EmptyState("arrows-join-2", title, said, again)

    # what is answered

    def _answer(self, given: Answer) -> None:
        if not isinstance(self._panes.shown, PairView):
            return
        shown = self._panes.shown.shown
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
        if isinstance(self._panes.shown, PairView):
            self.listing.list.select(self._after(self._panes.shown.shown))

    def _after(self, shown: Shown) -> str:
        """The pair after this one, the first one after the last."""
        ids = [one.id for one in self._pairs]
        return ids[(ids.index(shown.id) + 1) % len(ids)] if shown.id in ids else ""


def _look(session: Session, wide: bool, progress: Progress) -> Found:
    return duplicates.look(session.workspace, None, progress, waiting=wide)
