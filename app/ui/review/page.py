"""What two people wrote at once, and the records sent for review, in one list beside what is to be decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from app.domain.fold import Value
from app.i18n import _, isolate
from app.services.records import commenting, conflicts, disputes, recording, undoing
from app.services.records.conflicts import Conflict
from app.services.records.disputes import Dispute
from app.services.records.recording import Brief
from app.ui.look import theme
from app.ui.pages import page_of
from app.ui.process.session import Session
from app.ui.review import rows
from app.ui.review.conflict_view import ConflictView
from app.ui.review.dispute_view import DisputeView
from app.ui.review.request_view import RequestView
from app.ui.widgets.direction import margins
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panes import Panes
from app.ui.widgets.record.value_words import title_words
from app.ui.widgets.typed import put_back, typed


class ReviewPage(Page):
    """Conflicts first, then what waits for a reviewer; `open` takes the id of a record."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._conflicts: Mapping[str, Conflict] = {}
        self._disputes: Mapping[str, Dispute] = {}
        self._asked: Mapping[str, Brief] = {}
        self._rows: Sequence[Row] = ()
        self._view: ConflictView | DisputeView | RequestView | None = None
        self._open = ""
        self.rows = ListView(_("Review"), PagedModel(lambda at, n: self._rows[at : at + n], lambda: len(self._rows)))
        self._head = PageHeader(_("Review"), "", role="h2")
        self._nothing = EmptyState(
            "eye-check", _("Nothing to review"), _("Conflicts and records sent for review come here.")
        )
        self._side = QStackedWidget()
        self.panes = Panes(self._listing(), self._side, width=300)
        self._side.addWidget(self._nothing)
        self.set_body(self.panes, scrolls=False)
        self.rows.chosen.connect(self._show)
        self.rows.opened.connect(self._enter)
        self.rows.clicked.connect(lambda _index: self.panes.show_detail())
        self.panes.narrowed.connect(lambda narrow: self._view.back.setVisible(narrow) if self._view else None)
        self.reload()

    def _listing(self) -> QWidget:
        listing = QWidget()
        column = QVBoxLayout(listing)
        column.setContentsMargins(margins(theme.px(12), theme.px(16), theme.px(8), 0))
        column.setSpacing(theme.px(8))
        column.addWidget(self._head)
        column.addWidget(self.rows, 1)
        return listing

    def reload(self) -> None:
        """Show what waits now; what is being decided stays while its versions are the same."""
        workspace = self.session.workspace
        self._disputes = {one.record: one for one in disputes.every(workspace)}
        self._conflicts = {one.record: one for one in conflicts.every(workspace) if one.record not in self._disputes}
        decided = {**self._disputes, **self._conflicts}
        self._asked = {one.id: one for one in commenting.waiting(workspace) if one.id not in decided}
        told = [rows.disputed(self.session, one) for one in self._disputes.values()]
        told += [rows.contested(self.session, one) for one in self._conflicts.values()]
        self._rows = [*told, *(rows.asked(self.session, one) for one in self._asked.values())]
        self._head.set_words(_("Review"), _about(bool(self._conflicts) and not self._disputes))
        self.rows.reload()
        if self._open not in {row.id for row in self._rows}:
            self._close()
        elif self._is_another():
            self._show(self._open)
        if not self._open and self._rows:
            self._show(self._rows[0].id)

    def open(self, argument: object) -> None:
        """Show this record, if something of it waits."""
        if isinstance(argument, str) and argument in {row.id for row in self._rows}:
            self._show(argument)
            self.panes.show_detail()

    def state(self) -> dict[str, object]:
        """Which record is open, and what was decided or written about it and is not kept yet."""
        if self._view is None:
            return {}
        kept = self._view.chosen() if isinstance(self._view, ConflictView) else {}
        return {"open": self._open, "chosen": kept, "typed": typed(self._view)}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        if self._open != state.get("open"):
            self.open(state.get("open"))
        if self._view is None or self._open != state.get("open"):
            return
        if isinstance(self._view, ConflictView) and isinstance(chosen := state.get("chosen"), dict):
            self._view.choose(chosen)
        else:
            put_back(self._view, state.get("typed"))

    def primary(self) -> QAbstractButton | None:
        """Keep the result, or the record, or approve."""
        return self._view.primary() if self._view else None

    def areas(self) -> list[QWidget]:
        """List, what is to be decided, footer."""
        return [self.rows, *([self._view.area, self._view.footer] if self._view else [])]

    def _show(self, record: str) -> None:
        self._close()
        self._open = record
        if record in self._disputes:
            self._view = self._disputed(self._disputes[record])
        elif record in self._conflicts:
            self._view = ConflictView(self.session, self._conflicts[record])
            self._view.settled.connect(self._settle)
        elif (made := self._request(record)) is not None:
            self._view = made
        else:
            return
        self._view.back.setVisible(self.panes.is_narrow())
        self._view.back.clicked.connect(self._go_to_list)
        self._side.addWidget(self._view)
        self._side.setCurrentWidget(self._view)
        self.rows.select(record)

    def _is_another(self) -> bool:
        """Whether what is decided of the open record is not what is shown of it."""
        if self._open in self._disputes:
            return self._disputes[self._open] != getattr(self._view, "dispute", None)
        return self._open in self._conflicts and self._conflicts[self._open] != getattr(self._view, "conflict", None)

    def _disputed(self, dispute: Dispute) -> DisputeView:
        workspace = self.session.workspace
        found = recording.open_draft(workspace, recording.kind_of(workspace, dispute.record), dispute.record)
        view = DisputeView(self.session, dispute, found.record)
        view.decided.connect(self._decide)
        return view

    def _request(self, record: str) -> RequestView | None:
        workspace = self.session.workspace
        try:
            draft = recording.open_draft(workspace, recording.kind_of(workspace, record), record)
        except recording.RecordMissingError:
            return None
        view = RequestView(self.session, draft.record, self._asked[record].title)
        view.answered.connect(self._answer)
        page = page_of(type(draft.record).KIND)
        view.open.setVisible(bool(page))
        view.open_asked.connect(lambda: self.navigate.emit(page, record))
        return view

    def _close(self) -> None:
        self._open = ""
        self._side.setCurrentWidget(self._nothing)
        if self._view is not None:
            self._side.removeWidget(self._view)
            self._view.deleteLater()
            self._view = None

    def _settle(self, chosen: Mapping[str, Value]) -> None:
        conflict = self._conflicts[self._open]
        title = title_words(conflict.kind, conflict.title)
        conflicts.settle(self.session.workspace, conflict, chosen)
        change = self.session.workspace.done.to_undo[-1]
        undo = partial(undoing.undo, self.session.workspace, change)
        self.toast.emit(_("{title} is decided.").format(title=isolate(title)), undo)

    def _decide(self, kept: bool) -> None:
        dispute, workspace = self._disputes[self._open], self.session.workspace
        change = disputes.keep(workspace, dispute) if kept else disputes.let_go(workspace, dispute)
        words = _("{title} is kept.") if kept else _("{title} was moved to the trash.")
        title = isolate(title_words(dispute.kind, dispute.title))
        self.toast.emit(words.format(title=title), partial(undoing.undo, workspace, change))

    def _answer(self, approved: bool) -> None:
        brief = self._asked[self._open]
        commenting.answer(self.session.workspace, brief.id, approved=approved)
        change = self.session.workspace.done.to_undo[-1]
        words = _("{title} was approved.") if approved else _("Changes were asked for in {title}.")
        title = isolate(title_words(brief.kind, brief.title))
        self.toast.emit(words.format(title=title), partial(undoing.undo, self.session.workspace, change))

    def _enter(self, record: str) -> None:
        self._show(record)
        self.panes.show_detail()
        if isinstance(self._view, ConflictView):
            self._view.rows[0].focus()
        elif isinstance(self._view, DisputeView):
            self._view.keep.setFocus()
        elif self._view is not None:
            self._view.comment.setFocus()

    def _go_to_list(self) -> None:
        self.panes.show_list()
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)


def waiting(session: Session) -> int:
    """How many records wait for a decision or a reviewer."""
    if session.workspace is None:
        return 0
    return conflicts.count(session.workspace) + len(commenting.waiting(session.workspace))


def _about(is_contested: bool) -> str:
    if not is_contested:
        return ""
    return _(
        "Two people changed the same field without knowing of each other. Nothing is lost: both versions are kept "
        "until you choose."
    )
