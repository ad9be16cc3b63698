"""The calls of this coordinator: those made, and the form of a new one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import files
from app.domain.shared import Call
from app.i18n import N_, _, ngettext
from app.services.coordinating import triage
from app.services.opening.workspace import digits
from app.services.submitting import calls
from app.ui.calls.form import CallForm
from app.ui.calls.view import CallView, OwnDigits, due_of, title_of
from app.ui.list_head import ListHead
from app.ui.look import theme
from app.ui.process.saving import FileKind, ask_place
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.direction import in_path
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.over_footer import over_footer
from app.ui.widgets.page import NEW, Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panes import Panes

_KIND = N_("Groundwork file")


class CallsPage(Page):
    """List of calls on the leading side; the form of a new one, or the one that is chosen, beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._calls: tuple[Call, ...] = ()
        self._rows: list[Row] = []
        model = PagedModel(lambda start, count: self._rows[start : start + count], lambda: len(self._rows), self)
        self._list = ListView(_("Calls made"), model)
        self._new = Button(_("New call"), SECONDARY, "plus")
        self._save = Button(_("Save the call file"), PRIMARY, "download")
        self._back = Button(_("Back to the calls"), GHOST)
        self._head = ListHead(_("Calls"), self._new)
        self._form = CallForm(session.pack, session.workspace.now().date())
        self._shown = QVBoxLayout()
        self._view: CallView | None = None
        self._lay_out()
        self._list.chosen.connect(self._show_call)
        self._list.opened.connect(lambda _id: self._panes.show_detail())
        self._list.clicked.connect(lambda _index: self._panes.show_detail())
        self._new.clicked.connect(self._show_form)
        self._back.clicked.connect(self._panes.show_list)
        self._panes.narrowed.connect(self._back.setVisible)
        self._save.clicked.connect(self._save_file)
        self.reload()

    def _lay_out(self) -> None:
        listing, column = QWidget(), QVBoxLayout()
        listing.setLayout(column)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        told = _("You get a file. Hand it to everybody you ask: by mail, on a stick, in a shared folder.")
        self._new_head = PageHeader(_("New call"), told, role="h2")
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(12))
        inside.addWidget(self._new_head)
        inside.addWidget(self._form)
        inside.addLayout(self._shown)
        inside.addWidget(OwnDigits(digits(self.session.workspace)))
        inside.addStretch(1)
        detail = QWidget()
        self._footer = FooterBar(self._save)
        self._footer.put_first(self._back)
        self._back.hide()
        self._scroll = over_footer(detail, body, self._footer)
        self._panes = Panes(listing, detail, width=320)
        detail.setProperty("role", "")  # cards stand on the ground of the window here
        self.set_body(self._panes, scrolls=False)

    def reload(self) -> None:
        """Show the calls there are now, keeping the one that is shown."""
        own = self.session.workspace.keys.public.signing
        self._calls = tuple(one for one in calls.every(self.session.workspace) if one.signing == own)
        answers = [line.call for line in triage.inbox(self.session.workspace)]
        self._rows = [_row(one, answers.count(one.id)) for one in self._calls]
        made = ngettext("{count} call made", "{count} calls made", len(self._calls)).format(count=len(self._calls))
        self._head.set_sentence(made if self._calls else _("No call yet. The first one is ready beside."))
        self._list.reload()

    def open(self, argument: object) -> None:
        """Show the form of a new call, or the call with this id."""
        if argument == NEW:
            self._show_form()
        elif self._list.select(str(argument)):
            self._show_call(str(argument))

    def state(self) -> dict[str, object]:
        """The call shown and what is being written."""
        return {"call": self._list.current_id(), "draft": self._form.draft()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up another page's call and draft."""
        if isinstance(draft := state.get("draft"), Call):
            self._form.load(draft)
        if self._list.select(str(state.get("call") or "")):
            self._show_call(self._list.current_id())

    def primary(self) -> Button:
        """The button that saves the file."""
        return self._save

    def areas(self) -> list[QWidget]:
        """List, form, footer."""
        return [self._list, self._scroll, self._footer]

    def _show_call(self, id: str) -> None:
        call = next(one for one in self._calls if one.id == id)
        self._show(CallView(call, self.session.pack))

    def _show_form(self) -> None:
        self._list.select("")
        self._show(None)
        self._panes.show_detail()
        self._form.setFocus()

    def _show(self, view: CallView | None) -> None:
        if self._view is not None:
            self._view.hide()
            self._view.deleteLater()
        self._view = view
        for part in (self._new_head, self._form):
            part.setVisible(view is None)
        if view is not None:
            self._shown.addWidget(view)
            view.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _save_file(self) -> None:
        chosen = next((one for one in self._calls if one.id == self._list.current_id()), None)
        if chosen is None and not self._form.is_complete():
            return
        call = chosen or self._form.draft()
        name = f"call-{call.period.iso.replace('..', '-')}"
        path = ask_place(self, _("Save the call file"), name, FileKind(_(_KIND), ".gwb"))
        if path is not None:
            self._write(path, call, made_already=chosen is not None)

    def _write(self, path: Path, call: Call, *, made_already: bool) -> None:
        if made_already:
            data = calls.file_of(self.session.workspace, call)
        else:
            call, data = calls.make(self.session.workspace, call)
            self.reload()
            self._list.select(call.id)
            self._show_call(call.id)
        files.write_whole(path, data, replace=True)
        said = _("The call is in {name}. Hand it to everybody you ask.")
        self.toast.emit(said.format(name=in_path(path.name)), None)


def _row(call: Call, answers: int) -> Row:
    received = ngettext("{count} answer received", "{count} answers received", answers).format(count=answers)
    return Row(call.id, title_of(call), due_of(call), received)
