"""Everything that was deleted, of any kind: who, when, one button that brings it back, one that erases it for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.roles import Verb
from app.folding import fold
from app.i18n import _, format_number, ngettext
from app.services.records import erasing, recording, undoing
from app.services.records.erasing import Proof, Reason
from app.services.records.recording import Brief
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.trash import rows
from app.ui.trash.erase_dialog import EraseDialog
from app.ui.widgets.buttons import DANGER, PRIMARY, Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fields.search_field import SearchField
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.segments import Segments
from app.ui.words.choice import Choice

DELETED, ERASED = "deleted", "erased"


class TrashPage(Page):
    """Deleted records, the one deleted last first; several are brought back or erased at once. And what was erased."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: Sequence[Brief] = ()
        self._proofs: Sequence[Proof] = ()
        choices = [Choice(DELETED, _("Deleted")), Choice(ERASED, _("Erased"))]
        self.segments = Segments(_("Which entries"), choices)
        self.search = SearchField(_("Filter this list"))
        self.rows = ListView(_("Trash"), PagedModel(self._load, lambda: len(self._shown())))
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.restore_button = Button(_("Bring back"), PRIMARY, "arrow-back-up")
        self.erase_button = Button(_("Erase for good…"), DANGER, "trash")
        self.erase_button.hide()
        self._footer = FooterBar(self.erase_button, self.restore_button)
        self._stack = QStackedWidget()
        self._lay_out()
        self.segments.chosen.connect(lambda _code: self._show())
        self.search.searched.connect(lambda _words: self._show())
        self.rows.selectionModel().selectionChanged.connect(lambda _on, _off: self._offer())
        self.rows.opened.connect(lambda _id: self._bring_back())
        self.restore_button.clicked.connect(self._bring_back)
        self.erase_button.clicked.connect(self._ask_erase)
        self.reload()

    def _lay_out(self) -> None:
        words = _("What was deleted stays here and can be brought back at any time, until somebody erases it for good.")
        nothing = _("What you delete comes here first, and stays until you bring it back.")
        self._empty = EmptyState("trash", _("The trash is empty"), nothing)
        self._none = EmptyState("filter", _("Nothing fits"), _("No entry has these words."))
        told = _(
            "When something is erased for good, this is where it says so: when, by whom and why, and nothing else."
        )
        self._untouched = EmptyState("shield-check", _("Nothing was erased"), told)
        for part in (self.rows, self._empty, self._none, self._untouched):
            self._stack.addWidget(part)
        body = QWidget()
        column = QVBoxLayout(body)
        edge = theme.px(24)
        column.setContentsMargins(edge, theme.px(16), edge, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(PageHeader(_("Trash"), words))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self.segments)
        head.addWidget(self.search, 1)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.set_body(body, self._footer, scrolls=False)

    def reload(self) -> None:
        """Show what the trash holds now."""
        self._found = recording.deleted(self.session.workspace)
        self._proofs = erasing.proofs(self.session.workspace)
        self._show()

    def primary(self) -> Button:
        """Bring back."""
        return self.restore_button

    def filter_field(self) -> QLineEdit:
        """The filter above the list."""
        return self.search

    def state(self) -> dict[str, object]:
        """Which of the two lists, and its filter."""
        return {"segment": self.segments.value(), "filter": self.search.text()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        self.segments.set_value(str(state.get("segment") or ""))
        self.search.setText(str(state.get("filter") or ""))
        self._show()

    def areas(self) -> list[QWidget]:
        """List, footer."""
        return [self.rows, self._footer]

    def chosen(self) -> list[str]:
        """The ids of the selected records."""
        found = [self.rows.rows.row(index.row()) for index in self.rows.selectionModel().selectedIndexes()]
        return [row.id for row in found if row is not None]

    def _show(self) -> None:
        self.rows.reload()
        whole, nothing = (self._proofs, self._untouched) if self._shows_erased() else (self._found, self._empty)
        self._stack.setCurrentWidget(self.rows if self._shown() else self._none if whole else nothing)
        self.search.setEnabled(bool(whole))
        self._offer()

    def _offer(self) -> None:
        count, erased = len(self.chosen()), self._shows_erased()
        may_write = bool(self.session.workspace.allows(Verb.WRITE))
        self.erase_button.setVisible(may_write and count > 0 and not erased)
        self.restore_button.setVisible(not erased)
        self.restore_button.setEnabled(count > 0)
        words = ngettext("Bring back {count} record", "Bring back {count} records", count)
        self.restore_button.set_text(words.format(count=format_number(count)) if count else _("Bring back"))
        if erased:
            self._footer.say(_("Of what was erased nothing is kept but this."), "shield-check", "good")
        else:
            self._footer.say(_("Choose several with Shift or Ctrl.") if self._found else "")

    def _ask_erase(self) -> None:
        wanted = self.chosen()
        if not wanted:
            return
        dialog = EraseDialog(len(wanted), len(erasing.belonging(self.session.workspace, *wanted)), self)
        dialog.accepted.connect(lambda: self._erase(wanted, dialog.chosen_reason()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _erase(self, wanted: Sequence[str], reason: Reason) -> None:
        erasing.erase(self.session.workspace, *wanted, reason=reason)
        told = ngettext("{count} record was erased for good.", "{count} records were erased for good.", len(wanted))
        self.toast.emit(told.format(count=format_number(len(wanted))), None)

    def _bring_back(self) -> None:
        wanted = self.chosen()
        if not wanted or self._shows_erased():
            return
        change = recording.bring_back(self.session.workspace, *wanted)
        told = ngettext("{count} record is back.", "{count} records are back.", len(wanted))
        undo = lambda: undoing.undo(self.session.workspace, change)  # noqa: E731
        self.toast.emit(told.format(count=format_number(len(wanted))), undo)

    def _shows_erased(self) -> bool:
        return self.segments.value() == ERASED

    def _shown(self) -> Sequence[Brief | Proof]:
        whole: Sequence[Brief | Proof] = self._proofs if self._shows_erased() else self._found
        wanted = fold(self.search.text()).split()
        return [one for one in whole if all(word in self._words(one) for word in wanted)] if wanted else whole

    def _words(self, one: Brief | Proof) -> str:
        row = self._row(one)
        return fold(f"{row.title} {row.facts} {row.status}")

    def _load(self, start: int, count: int) -> Sequence[Row]:
        return [self._row(one) for one in self._shown()[start : start + count]]

    def _row(self, one: Brief | Proof) -> Row:
        return rows.erased(self.session, one) if isinstance(one, Proof) else rows.deleted(self.session, one)
