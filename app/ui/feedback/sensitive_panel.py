"""Where the form stops: a sensitive report is never typed in; only its kind and month are kept, and that it went on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.drafts import Draft
from app.domain.records import Record, SensitiveNote, rules
from app.i18n import _, translation
from app.services.feedback import dating, loops
from app.services.records import recording
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.contact_cards import ContactCards
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.over_footer import over_footer
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.record import record_fields
from app.ui.widgets.text import Label
from app.ui.words import choices
from app.ui.words.choice import Choice

_NOT_SENSITIVE = ("ordinary", "personal")
"""Codes of the same list that are no reason to stop."""


class SensitivePanel(QWidget):
    """Says what to do now; no field of it takes a text, and nothing is kept before "Keep this note"."""

    kept = Signal()
    """The note was saved."""
    contacts_asked = Signal()
    """The person wants to enter whom to call."""
    left = Signal()
    """It was no sensitive report after all."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.entries = {rule.name: record_fields.make(rule, session) for rule in rules(SensitiveNote)}
        self._narrow_kinds()
        self.save = Button(_("Keep this note"), PRIMARY)
        self.cancel = Button(_("This is no sensitive report"), GHOST)
        self.earlier = Label(
            _("What was saved of it before is erased for good, with its history and its steps."),
            "small",
            wraps=True,
        )
        self.contacts = ContactCards(translation(), across=2, selectable=True)
        self.none = Label(_("The names and numbers to call are not entered yet."), "small", wraps=True)
        self.enter = Button(_("Enter contacts"), SECONDARY, "plus")
        self.enter.clicked.connect(self.contacts_asked)
        self._lay_out()
        self.save.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.left)

    def begin(self, *, saved_before: bool) -> None:
        """Start with nothing but this month; `saved_before`: the message had been saved before it became a report."""
        self._show(dating.begin(self._session.workspace, SensitiveNote))
        self.earlier.setVisible(saved_before)
        found = loops.contacts(self._session.workspace)
        self.contacts.show_contacts(found)
        self.contacts.setVisible(bool(found))
        for part in (self.none, self.enter):
            part.setVisible(not found)

    def focus(self) -> None:
        """Go to the first field."""
        self.entries["type"].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow_kinds(self) -> None:
        """Offer only what is sensitive."""
        field = self.entries["type"].field
        assert isinstance(field, CodeField)
        field.set_choices(_sensitive(self._session))

    def _show(self, draft: Draft[SensitiveNote]) -> None:
        self._draft: Draft[SensitiveNote] = draft
        for name, entry in self.entries.items():
            entry.show(getattr(draft.record, name))
            if entry.told is not None:
                entry.told.set_problem("")

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        call = Banner(
            "warn",
            _("That person knows what to do next. Where life is in danger, call the emergency number first."),
            title=_("Call the focal point of your organisation now"),
            closable=False,
        )
        column.addWidget(PageHeader(_("Please stop here"), "", role="h2"))
        column.addWidget(Label(_("Do not ask further questions. Do not write down what was told."), "lead", wraps=True))
        column.addWidget(call)
        column.addWidget(self.contacts)
        column.addWidget(self.none)
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(Label(_("What was typed in the form is gone."), "small", wraps=True))
        column.addWidget(self.earlier)
        column.addWidget(Label(_("Only this is kept"), "h3", wraps=True))
        for entry in self.entries.values():
            column.addWidget(entry.field)
        column.addStretch(1)
        over_footer(self, Narrow(body, 620), FooterBar(self.cancel, self.save))

    def _keep(self) -> None:
        read = {name: entry.read() for name, entry in self.entries.items()}
        note = replace(self._draft.record, **read)  # type: ignore[arg-type]
        draft: Draft[Record] = Draft(note)
        missing = _missing(self._session, draft)
        for name, entry in self.entries.items():
            if entry.told is not None and not (entry.unread() and entry.told.problem()):
                entry.told.set_problem(missing.get(name, ""))
        if missing or any(entry.unread() for entry in self.entries.values()):
            return
        recording.save(self._session.workspace, draft)
        self.kept.emit()


def _sensitive(session: Session) -> Sequence[Choice]:
    return [
        choice for choice in choices.codes(session.pack, "feedback_sensitivity") if choice.code not in _NOT_SENSITIVE
    ]


def _missing(session: Session, draft: Draft[Record]) -> dict[str, str]:
    return {problem.field: problem.sentence() for problem in recording.problems(session.workspace, draft)}
