"""Everything that was deleted, of any kind: who, when, and one button that brings it back; files can be erased."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.records import Attachment
from app.domain.roles import Verb
from app.domain.stamps import moment_ms
from app.folding import fold
from app.i18n import _, format_number, ngettext
from app.services.records import attachments, recording, undoing
from app.services.records.recording import Brief
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.trash.erase_dialog import EraseDialog
from app.ui.widgets.buttons import DANGER, PRIMARY, Button
from app.ui.widgets.direction import in_line
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fields.search_field import SearchField
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.record.record_history import writer
from app.ui.widgets.record.saved_words import moment_words
from app.ui.widgets.record.value_words import kind_words, title_words


class TrashPage(Page):
    """Deleted records, the one deleted last first; several can be brought back at once, and files erased."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: Sequence[Brief] = ()
        self.search = SearchField(_("Filter this list"))
        self.rows = ListView(_("Trash"), PagedModel(self._load, lambda: len(self._shown())))
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.restore_button = Button(_("Bring back"), PRIMARY, "arrow-back-up")
        self.erase_button = Button(_("Erase for good…"), DANGER, "trash")
        self.erase_button.hide()
        self._footer = FooterBar(self.erase_button, self.restore_button)
        self._stack = QStackedWidget()
        self._lay_out()
        self.search.searched.connect(lambda _words: self._show())
        self.rows.selectionModel().selectionChanged.connect(lambda _on, _off: self._offer())
        self.rows.opened.connect(lambda _id: self._bring_back())
        self.restore_button.clicked.connect(self._bring_back)
        self.erase_button.clicked.connect(self._ask_erase)
        self.reload()

    def _lay_out(self) -> None:
        words = _("What was deleted stays here and can be brought back at any time. Only files can be erased.")
        nothing = _("What you delete comes here first, and stays until you bring it back.")
        self._empty = EmptyState("trash", _("The trash is empty"), nothing)
        self._none = EmptyState("filter", _("Nothing fits"), _("No entry has these words."))
        for part in (self.rows, self._empty, self._none):
            self._stack.addWidget(part)
        body = QWidget()
        column = QVBoxLayout(body)
        edge = theme.px(24)
        column.setContentsMargins(edge, theme.px(16), edge, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(PageHeader(_("Trash"), words))
        column.addWidget(self.search)
        column.addWidget(self._stack, 1)
        self.set_body(body, self._footer, scrolls=False)

    def reload(self) -> None:
        """Show what the trash holds now."""
        self._found = recording.deleted(self.session.workspace)
        self._show()

    def primary(self) -> Button:
        """Bring back."""
        return self.restore_button

    def filter_field(self) -> QLineEdit:
        """The filter above the list."""
        return self.search

    def areas(self) -> list[QWidget]:
        """List, footer."""
        return [self.rows, self._footer]

    def chosen(self) -> list[str]:
        """The ids of the selected records."""
        found = [self.rows.rows.row(index.row()) for index in self.rows.selectionModel().selectedIndexes()]
        return [row.id for row in found if row is not None]

    def _show(self) -> None:
        self.rows.reload()
        self._stack.setCurrentWidget(self.rows if self._shown() else self._none if self._found else self._empty)
        self.search.setEnabled(bool(self._found))
        self._offer()

    def _offer(self) -> None:
        count, kinds = len(self.chosen()), {one.kind for one in self._found if one.id in set(self.chosen())}
        may_write = bool(self.session.workspace.allows(Verb.WRITE))
        self.erase_button.setVisible(may_write and kinds == {Attachment.KIND})
        self.restore_button.setEnabled(count > 0)
        words = ngettext("Bring back {count} record", "Bring back {count} records", count)
        self.restore_button.set_text(words.format(count=format_number(count)) if count else _("Bring back"))
        self._footer.say(_("Choose several with Shift or Ctrl.") if self._found else "")

    def _ask_erase(self) -> None:
        wanted = self.chosen()
        dialog = EraseDialog(len(wanted), self)
        dialog.accepted.connect(lambda: attachments.erase_all(self.session.workspace, *wanted))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _bring_back(self) -> None:
        wanted = self.chosen()
        if not wanted:
            return
        change = recording.bring_back(self.session.workspace, *wanted)
        told = ngettext("{count} record is back.", "{count} records are back.", len(wanted))
        undo = lambda: undoing.undo(self.session.workspace, change)  # noqa: E731
        self.toast.emit(told.format(count=format_number(len(wanted))), undo)

    def _shown(self) -> Sequence[Brief]:
        wanted = fold(self.search.text()).split()
        return (
            [one for one in self._found if all(word in self._words(one) for word in wanted)] if wanted else self._found
        )

    def _words(self, one: Brief) -> str:
        return fold(f"{one.title} {kind_words(one.kind)} {writer(self.session, one.by)}")

    def _load(self, start: int, count: int) -> Sequence[Row]:
        return [self._row(one) for one in self._shown()[start : start + count]]

    def _row(self, one: Brief) -> Row:
        when = moment_words(datetime.fromtimestamp(moment_ms(one.stamp) / 1000, UTC))
        facts = in_line([_("Deleted {when}").format(when=when), writer(self.session, one.by)])
        return Row(one.id, title_words(one.kind, one.title), facts, status=kind_words(one.kind))
