"""The list beside a form: heading, filter, segments, how many, and the rows read as they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import _
from app.services.records import recording
from app.services.records.listing import Listing
from app.ui.look import theme
from app.ui.process import failure
from app.ui.process.session import Session
from app.ui.process.tasks import Task
from app.ui.widgets.beside import Beside
from app.ui.widgets.buttons import PRIMARY, SECONDARY, Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fields.search_field import SearchField
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.loading import BARS_MS, Loading
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.record.record_kind import ALL, Kind
from app.ui.widgets.record.record_rows import Picked, Wish, picked, rows_of
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label

_LEAST = 40
"""Px at 100 % that the rows keep however low the window is: they can be scrolled, the heading cannot."""


class RecordList(QWidget):
    """Every record of a kind, newest month first, or those that the filter and the segment leave.

    A segment that looks into the records or sorts them in its own way reads them in the background.
    """

    chosen = Signal(str)
    """The id of the row a person went to."""
    opened = Signal(str)
    """The id of the row on which Enter was pressed, or that was double-clicked."""
    pressed = Signal(str)
    """The id of the row that was pressed with the pointer."""
    delete_asked = Signal(str)
    new_asked = Signal()
    filled = Signal()
    """The rows that were asked for are there."""

    def __init__(self, session: Session, kind: Kind) -> None:
        super().__init__()
        self._session, self._kind = session, kind
        self.new = Button(kind.words.new, PRIMARY, "plus")
        self.search = SearchField(_("Filter this list"))
        self.segments = Segments(kind.words.segments, kind.segments)
        self._count = Label("", "caption").to_trailing()
        self.rows = ListView(kind.words.title, PagedModel(self._load, self._ask_count))
        self._stack = QStackedWidget()
        self._task: Task | None = None
        self._request = 0
        self._shown_words = ""
        self._listing = Listing(session.workspace, self._query())
        self._lay_out()
        self.new.clicked.connect(self.new_asked)
        self.search.searched.connect(self._filter)
        self.segments.chosen.connect(lambda _code: self.reload())
        self.rows.chosen.connect(self.chosen)
        self.rows.opened.connect(self.opened)
        self.rows.clicked.connect(lambda _index: self.pressed.emit(self.rows.current_id()))
        self.rows.delete_asked.connect(self.delete_asked)

    def _lay_out(self) -> None:
        words = self._kind.words
        edge, inner = theme.px(16), theme.px(8)
        head = QVBoxLayout()
        head.setContentsMargins(edge - inner, 0, edge - inner, 0)
        head.setSpacing(theme.px(10))
        head.addWidget(PageHeader(words.title, "", self.new, role="h2"))
        head.addWidget(self.search)
        if len(self._kind.segments) == 1:
            self.segments.hide()  # one choice is none
        head.addWidget(Beside(self.segments, self._count))
        first = Button(words.empty_button, SECONDARY, "plus")
        first.clicked.connect(self.new_asked)
        everything = Button(_("Show all"), SECONDARY)
        everything.clicked.connect(self.show_all)
        again = Button(_("Try again"), SECONDARY, "refresh")
        again.clicked.connect(self.reload)
        self._empty = Scrolling(EmptyState(words.icon, words.empty, words.empty_more, first), margin=0)
        self._nothing = Scrolling(
            EmptyState("filter", _("Nothing fits"), _("No entry has these words and marks."), everything), margin=0
        )
        self._failed = Scrolling(
            EmptyState("alert-octagon", _("The list could not be read"), _("Nothing is lost."), again), margin=0
        )
        for part in (self.rows, self._empty, self._nothing, self._failed):
            self._stack.addWidget(part)
        self._stack.setMinimumHeight(theme.px(_LEAST))  # else what is not shown would squeeze the heading
        column = QVBoxLayout(self)
        column.setContentsMargins(inner, edge, inner, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        if not self._session.workspace.allows(Verb.WRITE):
            for button in (self.new, first):
                button.hide()

    def reload(self) -> None:
        """Read again what the workspace holds, keeping the selected row and the place of what is in sight."""
        self.stop()
        self._request += 1
        self._shown_words = self.search.text().strip()
        wish = self._wish()
        if wish.pick is None and wish.order is None:
            self._show_listing(wish.query)
            return
        work = partial(picked, self._session, self._kind, wish)
        self._task = self._session.tasks.run(work, done=self._show_picked, failed=self._show_failure)
        QTimer.singleShot(BARS_MS, self, partial(self._show_loading, self._request))

    def stop(self) -> None:
        """Stop reading in the background."""
        if self._task is not None:
            self._task.stop()
            self._task = None

    def show_all(self) -> None:
        """Take away filter and segment."""
        self.search.clear()
        self.segments.set_value(ALL)
        self.reload()

    def current_id(self) -> str:
        """The id of the selected row; empty if there is none."""
        return self.rows.current_id()

    def select(self, id: str) -> bool:
        """Select a row without saying so; False and no selection if it is not in the list."""
        return self.rows.select(id)

    def neighbour(self, id: str) -> str:
        """The row that is next to this one: the one below, else the one above; empty if there is none."""
        place = self.rows.rows.place_of(id, self.rows.currentIndex().row())
        found = self.rows.rows.row(place + 1) or self.rows.rows.row(place - 1) if place >= 0 else None
        return found.id if found is not None else ""

    def first(self) -> str:
        """The id of the first row; empty in an empty list."""
        found = self.rows.rows.row(0)
        return found.id if found is not None else ""

    def _query(self) -> recording.Query:
        everything = recording.Query(self._kind.record_class.KIND, words=self.search.text().strip())
        narrowed = self._kind.narrowed.get(self.segments.value())
        return narrowed(everything) if narrowed else everything

    def _wish(self) -> Wish:
        segment = self.segments.value()
        return Wish(self._request, self._query(), self._kind.picks.get(segment), self._kind.orders.get(segment))

    def _load(self, start: int, count: int) -> Sequence[Row]:
        return rows_of(self._session, self._kind, self._listing.lines(start, count))

    def _ask_count(self) -> int:
        return self._listing.count()

    def _filter(self, words: str) -> None:
        if words != self._shown_words:
            self.reload()

    def _show_listing(self, query: recording.Query) -> None:
        self._listing = Listing(self._session.workspace, query)
        try:
            self._show(self._load, self._ask_count)
        except GroundworkError as error:
            self._show_failure(error)

    def _show_picked(self, picked: Picked) -> None:
        if picked.wish.number == self._request:
            self._task = None
            self._show(lambda start, count: picked.rows[start : start + count], lambda: len(picked.rows))

    def _show_failure(self, error: Exception) -> None:
        self._task = None
        self._failed.setAccessibleDescription(failure.sentence(error))
        self._put(self._failed)

    def _show_loading(self, request: int) -> None:
        if self._task is not None and request == self._request:
            loading = Loading(_("Reading the list"), stoppable=True)
            loading.cancelled.connect(self.show_all)
            self._stack.addWidget(loading)
            self._put(loading)

    def _show(self, load: Callable[[int, int], Sequence[Row]], count: Callable[[], int]) -> None:
        anchor, top, offset = self._anchor()
        kept, near = self.current_id(), self.rows.currentIndex().row()
        self.rows.blockSignals(True)
        self.rows.rows.set_source(load, count)
        self.rows.blockSignals(False)
        if kept:
            self.rows.select(kept, near)
        self._return_to(anchor, top, offset)
        self._tell(self.rows.rows.rowCount())
        self.filled.emit()

    def _tell(self, number: int) -> None:
        words = self._kind.words.count(number)
        if self._count.text() != words and (self.search.text() or self.search.hasFocus()):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._count.setText(words)
        narrowed = bool(self.search.text().strip()) or self.segments.value() != ALL
        self._put(self.rows if number else self._nothing if narrowed else self._empty)

    def _put(self, part: QWidget) -> None:
        old = self._stack.currentWidget()
        self._stack.setCurrentWidget(part)
        if isinstance(old, Loading) and old is not part:
            self._stack.removeWidget(old)
            old.deleteLater()

    def _anchor(self) -> tuple[str, int, int]:
        """The first row in sight, its place, how far it is scrolled; nothing at the top, where new rows may appear."""
        index = self.rows.indexAt(QPoint(theme.px(8), 1))
        row = self.rows.rows.row(index.row()) if index.isValid() else None
        if row is None or self.rows.verticalScrollBar().value() == 0:
            return "", 0, 0
        return row.id, index.row(), self.rows.visualRect(index).top()

    def _return_to(self, anchor: str, near: int, offset: int) -> None:
        place = self.rows.rows.place_of(anchor, near) if anchor else -1
        if place >= 0:
            self.rows.scrollTo(self.rows.rows.index(place, 0), ListView.ScrollHint.PositionAtTop)
            bar = self.rows.verticalScrollBar()
            bar.setValue(bar.value() - offset)
