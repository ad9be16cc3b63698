"""What migrants and neighbours told, newest month first, each in the form beside the list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.drafts import Draft
from app.domain.records import Feedback, Record
from app.domain.records.feedback import SENSITIVE
from app.domain.terms import When
from app.i18n import _, format_number, ngettext, pgettext
from app.services import recording
from app.services.workspace import Workspace
from app.ui.feedback import rows
from app.ui.feedback.form_sections import CONSENT_HINTS, SECTIONS
from app.ui.feedback.sensitive_panel import SensitivePanel
from app.ui.session import Session
from app.ui.widgets.buttons import Button
from app.ui.widgets.choice import Choice
from app.ui.widgets.page import Page
from app.ui.widgets.record_desk import NEW, RecordDesk
from app.ui.widgets.record_kind import ALL, Kind, Words

WAITING = "waiting"


class FeedbackPage(Page):
    """List and form side by side; `open` takes a message's id, or "new" to record one.

    Choosing "sensitive report" stops the form at once: what was typed is dropped, also what was kept of it.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.desk = RecordDesk(session, kind())
        self.panel = SensitivePanel(session)
        self.set_body(self.desk, scrolls=False)
        self.desk.toast.connect(self.toast)
        self.desk.shown.connect(self._show_consent)
        self.desk.form.edited.connect(self._edited)
        self.panel.kept.connect(self._told)
        self.panel.left.connect(self.desk.begin)
        self.desk.start()

    def reload(self) -> None:
        """Show what the workspace holds now; what is being typed stays."""
        self.desk.reload()

    def open(self, argument: object) -> None:
        """Show the record with this id, or begin a new one."""
        if argument == NEW:
            self.desk.begin()
        elif isinstance(argument, str):
            self.desk.open_record(argument)

    def state(self) -> dict[str, object]:
        """What a rebuild carries over."""
        return self.desk.state() | {"stopped": self._is_stopped()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        self.desk.restore(state)
        if state.get("stopped") is True:
            self._stop()

    def keep(self) -> None:
        """Save what is being typed."""
        self.desk.settle()

    def primary(self) -> Button | None:
        """Done, or the one button of what stands in its place."""
        return self.panel.save if self._is_stopped() else self.desk.primary()

    def filter_field(self) -> QLineEdit:
        """The filter above the list."""
        return self.desk.list.search

    def areas(self) -> list[QWidget]:
        """List, form, footer."""
        return [self.desk.list.rows, self.panel] if self._is_stopped() else self.desk.areas()

    def _edited(self, name: str) -> None:
        if name == "type" and self.desk.form.entries["type"].read() == SENSITIVE:
            self._stop()
        elif name == "consent":
            self._show_consent()

    def _stop(self) -> None:
        """Drop what was typed; a message that had been saved before goes to the trash, without an Undo."""
        loaded = self.desk.form.loaded()
        saved_before = bool(loaded.base)
        self.desk.discard()
        if saved_before:
            recording.trash(self.session.workspace, loaded.record.id)
        self.desk.list.select("")
        self.panel.begin(saved_before=saved_before)
        self.desk.show_instead(self.panel)
        self.panel.focus()

    def _told(self) -> None:
        self.desk.close_record()
        self.desk.reload()
        self.desk.go_to_list()
        self.toast.emit(_("The note was kept. Nothing else was."), None)

    def _is_stopped(self) -> bool:
        return self.panel.isVisibleTo(self)

    def _show_consent(self) -> None:
        """Say under the field for their words what the agreement allows."""
        level = str(self.desk.form.entries["consent"].read())
        self.desk.form.set_hint("own_words", _(CONSENT_HINTS.get(level, CONSENT_HINTS[""])))


def kind() -> Kind:
    """Feedback, in the active language."""
    return Kind(
        Feedback,
        _words(),
        SECTIONS,
        rows.row,
        rows.title,
        _fresh,
        (Choice(ALL, _("All")), Choice(WAITING, _("Waiting for an answer"))),
        {WAITING: lambda query: replace(query, open_loop=True)},
    )


def _words() -> Words:
    return Words(
        title=_("Feedback"),
        new=pgettext("feedback", "New"),
        segments=_("Which messages"),
        icon="message-2-heart",
        empty=_("No feedback yet"),
        empty_more=_("Write down what people told you, without anything that shows who said it."),
        empty_button=_("Record feedback"),
        fresh=_("New message"),
        nothing_chosen=_("Choose a message, or record a new one"),
        count=lambda number: ngettext("{count} message", "{count} messages", number).format(
            count=format_number(number)
        ),
        trashed=lambda _title: _("The message was moved to the trash."),
        saved=lambda _title: _("The message was saved."),
    )


def _fresh(workspace: Workspace) -> Draft[Record]:
    today = workspace.now().astimezone().date()
    return recording.new(workspace, Feedback, month=When.of(today).only_month)
