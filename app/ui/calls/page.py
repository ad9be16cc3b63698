"""The calls of this coordinator: those made, and the form of a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import files
from app.domain.shared import Call
from app.errors import GroundworkError
from app.i18n import N_, _, format_number, ngettext
from app.services.coordinating import triage
from app.services.opening.workspace import digits
from app.services.submitting import calls, revisions
from app.ui.calls.form import CallForm
from app.ui.calls.view import CallView, OwnDigits, due_of, title_of
from app.ui.list_head import ListHead
from app.ui.look import theme
from app.ui.process.failure import sentence
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
        self._versions: tuple[Call, ...] = ()
        self._rows: list[Row] = []
        model = PagedModel(lambda start, count: self._rows[start : start + count], lambda: len(self._rows), self)
        self._list = ListView(_("Calls made"), model)
        self._new = Button(_("New call"), SECONDARY, "plus")
        self._save = Button("", PRIMARY, "download")
        self._change = Button(_("Change this call"), SECONDARY, "pencil")
        self._withdraw = Button(_("Withdraw"), GHOST)
        self._back = Button(_("Back to the calls"), GHOST)
        self._head = ListHead(_("Calls"), self._new)
        self._form = CallForm(session)
        self._changing: Call | None = None
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
        self._change.clicked.connect(self._begin_change)
        self._withdraw.clicked.connect(self._save_withdrawal)
        self.reload()
        self._dress()

    def _lay_out(self) -> None:
        listing, column = QWidget(), QVBoxLayout()
        listing.setLayout(column)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        self._form_head = PageHeader("", "", role="h2")
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(12))
        inside.addWidget(self._form_head)
        inside.addWidget(self._form)
        inside.addLayout(self._shown)
        inside.addWidget(OwnDigits(digits(self.session.workspace)))
        inside.addStretch(1)
        detail = QWidget()
        self._footer = FooterBar(self._withdraw, self._change, self._save)
        self._footer.put_first(self._back)
        self._back.hide()
        self._scroll = over_footer(detail, body, self._footer)
        self._panes = Panes(listing, detail, width=320)
        detail.setProperty("role", "")  # cards stand on the ground of the window here
        self.set_body(self._panes, scrolls=False)

    def reload(self) -> None:
        """Show the calls there are now, keeping the one that is shown."""
        own = self.session.workspace.keys.ours
        self._versions = tuple(one for one in calls.every(self.session.workspace) if one.signing in own)
        self._calls = revisions.newest(self._versions)
        answers = [line.series for line in triage.inbox(self.session.workspace)]
        self._rows = [_row(one, answers.count(one.series)) for one in self._calls]
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
        kept = {"call": self._list.current_id(), "draft": self._form.draft(), "changing": self._changing}
        return kept | {"due": self._form.unread_due()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up another page's call and draft."""
        if isinstance(draft := state.get("draft"), Call):
            self._form.load(draft, str(state.get("due") or ""))
        if self._list.select(str(state.get("call") or "")):
            self._show_call(self._list.current_id())
        if isinstance(changing := state.get("changing"), Call):
            self._changing = changing
            self._show(None)

    def primary(self) -> Button:
        """The button that saves the file."""
        return self._save

    def areas(self) -> list[QWidget]:
        """List, form, footer."""
        return [self._list, self._scroll, self._footer]

    def _show_call(self, id: str) -> None:
        call = next(one for one in self._calls if one.id == id)
        self._changing = None
        self._show(CallView(call, self.session.pack, revisions.before(call, self._versions)))

    def _show_form(self) -> None:
        self._list.select("")
        self._changing = None
        self._show(None)
        self._panes.show_detail()
        self._form.setFocus()

    def _show(self, view: CallView | None) -> None:
        if self._view is not None:
            self._view.hide()
            self._view.deleteLater()
        self._view = view
        for part in (self._form_head, self._form):
            part.setVisible(view is None)
        self._dress()
        if view is not None:
            self._shown.addWidget(view)
            view.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _dress(self) -> None:
        """Words and buttons for a new call, one that is being changed, or one that was made."""
        chosen = self._chosen()
        told = _("You get a file. Hand it to everybody you ask: by mail, on a stick, in a shared folder.")
        if self._changing is not None:
            told = _("You get a new file, which names the call that it changes. Answers to that one stay.")
        self._form_head.set_words(_("New call") if self._changing is None else _("Change the call"), told)
        self._save.set_text(_("Save the call file") if self._changing is None else _("Save the changed call"))
        self._change.setVisible(chosen is not None)
        self._withdraw.setVisible(chosen is not None and not chosen.withdrawn)

    def _chosen(self) -> Call | None:
        """The call that is shown; none while a form is."""
        if self._view is None:
            return None
        return next((one for one in self._calls if one.id == self._list.current_id()), None)

    def _begin_change(self) -> None:
        self._changing = self._chosen()
        assert self._changing is not None
        self._form.load(self._changing)
        self._show(None)
        self._form.setFocus()

    def _save_file(self) -> None:
        chosen, changing = self._chosen(), self._changing
        if chosen is None and not self._form.is_complete():
            return
        workspace, wanted = self.session.workspace, self._form.draft()
        if chosen is not None:
            self._write(chosen, lambda: (chosen, calls.file_of(workspace, chosen)))
        elif changing is not None:
            whole = replace(wanted, sections=changing.sections, threshold=changing.threshold)
            self._write(whole, lambda: calls.revise(workspace, changing, whole))
        else:
            self._write(wanted, lambda: calls.make(workspace, wanted))

    def _save_withdrawal(self) -> None:
        chosen = self._chosen()
        assert chosen is not None
        self._write(chosen, lambda: calls.withdraw(self.session.workspace, chosen), withdrawn=True)

    def _write(self, call: Call, make: Callable[[], tuple[Call, bytes]], *, withdrawn: bool = False) -> None:
        """Ask where the file goes, then make and write it: who thinks better of it has made nothing."""
        name = f"call-{call.period.iso.replace('..', '-')}"
        asked = _("Save the file that withdraws this call") if withdrawn else _("Save the call file")
        path = ask_place(self, asked, name, FileKind(_(_KIND), ".gwb"))
        if path is None:
            return
        try:
            made, data = make()
        except GroundworkError as failure:
            self.banner.emit("warn", sentence(failure))
            return
        files.write_whole(path, data, replace=True)
        self.banner.emit("info", "")
        self.reload()
        self._list.select(made.id)
        self._show_call(made.id)
        said = _("The call is in {name}. Hand it to everybody you ask.")
        if withdrawn:
            said = _("The call is withdrawn. Hand {name} to everybody who has the call.")
        self.toast.emit(said.format(name=in_path(path.name)), None)


def _row(call: Call, answers: int) -> Row:
    received = ngettext("{count} answer received", "{count} answers received", answers).format(count=answers)
    status = _("Version {number}").format(number=format_number(call.version)) if call.replaces else ""
    if call.withdrawn:
        status = _("Withdrawn")
    return Row(call.id, title_of(call), due_of(call), received, status=status)
