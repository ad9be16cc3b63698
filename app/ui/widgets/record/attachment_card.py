"""One attached file: a small picture, what is said of it, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.records import Attachment, flat, rule, rules
from app.i18n import _, isolate
from app.services.records import attachments, recording
from app.ui.look import theme
from app.ui.process.saving import FileKind, ask_place
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.card import Card
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.fields.text_field import TextField
from app.ui.widgets.record.attachment_away import AttachmentAway
from app.ui.widgets.record.attachment_picture import Thumbnail
from app.ui.widgets.record.attachment_preview import AttachmentPreview, facts
from app.ui.widgets.record.value_words import value_words
from app.ui.widgets.text import Label
from app.ui.words import choices

_SAID = ("title", "alt", "consent", "people_shown", "goes_along", "sensitivity")
"""The fields that a person fills in."""


class AttachmentCard(Card):
    """The form of one attachment; what was typed is saved on leaving a field. Closed, it is text like its record."""

    removed = Signal(str)
    """Asked to put the attachment with this id in the trash."""

    def __init__(self, session: Session, shown: Attachment) -> None:
        super().__init__()
        self._session, self._shown = session, shown
        self.title = LineField(_("What it shows"))
        self.alt = TextField(_("Description for those who cannot see it"), lines=2)
        self.alt.control.setMaximumHeight(self.alt.control.minimumHeight())
        agreed = choices.codes(session.pack, "consent_levels")
        self.consent = CodeField(_(rule(Attachment, "consent").label), agreed, nothing=_("Not said"))
        self.sensitivity = CodeField(
            _(rule(Attachment, "sensitivity").label),
            choices.codes(session.pack, "data_sensitivity"),
            nothing=_("Not said"),
        )
        self.people = CheckField(_("People can be recognised"))
        going = rule(Attachment, "goes_along")
        self.along = CheckField(_(going.label), _(going.help))
        self.preview = Button(_("Preview"), GHOST, "eye")
        self.copy = Button(_("Save a copy…"), GHOST, "device-floppy")
        self.remove = Button(_("Remove"), GHOST, "trash")
        self._thumbnail = Thumbnail(session, shown)
        self.away = AttachmentAway(session, shown)
        self._closed = False
        self._text = Label("", wraps=True)
        self._text.hide()
        self._lay_out()
        self._connect()
        self._fill(shown)
        self._tell()

    def _lay_out(self) -> None:
        if self._shown.kind != attachments.PICTURE:
            self.alt.hide()  # showing what has no parent yet would open a window of its own
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addStretch(1)
        for button in (self.preview, self.copy, self.remove):
            buttons.addWidget(button)
        fields = QVBoxLayout()
        fields.setSpacing(theme.px(8))
        told = Label(facts(self._shown), "caption", wraps=True)
        said = (self.title, self.alt, self.consent, self.people, self.sensitivity, self.along)
        for part in (self._text, self.away, *said, told):
            fields.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(self._thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(fields, 1)
        self.add(row)
        self.add(buttons)
        self._row = row
        self._show_whether_here()

    def _connect(self) -> None:
        for field in (self.title, self.alt, self.consent, self.sensitivity):
            field.left.connect(self.keep)
        self.people.edited.connect(self.keep)
        self.along.edited.connect(self.keep)
        self.away.arrived.connect(self._arrive)
        self.preview.clicked.connect(self.open_preview)
        self.copy.clicked.connect(self._save_copy)
        self.remove.clicked.connect(lambda: self.removed.emit(self._shown.id))

    def _show_whether_here(self) -> None:
        here = attachments.has_arrived(self._session.workspace, self._shown.hash)
        for part in (self.preview, self.copy):
            part.setHidden(not here)
        self.away.setHidden(here)

    def _arrive(self) -> None:
        """The file is here: show it, and go on where the button was."""
        fresh = Thumbnail(self._session, self._shown)
        self._row.replaceWidget(self._thumbnail, fresh)
        self._thumbnail.hide()
        self._thumbnail.deleteLater()
        self._thumbnail = fresh
        self._show_whether_here()
        self.preview.setFocus()

    def close_or_open(self, *, closed: bool) -> None:
        """Show the fields as text and take nothing, or the fields themselves."""
        self._closed = closed
        for field in (self.title, self.consent, self.people, self.sensitivity, self.along, self.remove):
            field.setHidden(closed)
        self.alt.setHidden(closed or self._shown.kind != attachments.PICTURE)
        self._text.setVisible(closed)
        self._tell()

    def take(self, shown: Attachment) -> None:
        """Show what the workspace holds of it now; what is being typed stays."""
        if self.read() == self._shown:
            self._fill(shown)
        self._tell()

    def read(self) -> Attachment:
        """The attachment as it stands in the fields."""
        return replace(
            self._shown,
            title=self.title.value(),
            alt=self.alt.value(),
            consent=self.consent.value(),
            sensitivity=self.sensitivity.value(),
            people_shown=self.people.value(),
            goes_along=self.along.value(),
        )

    def keep(self) -> None:
        """Save what was typed."""
        fresh = self.read()
        if fresh == self._shown or self._closed:
            return
        self._shown = fresh
        draft = recording.open_draft(self._session.workspace, Attachment, fresh.id)
        said = {name: getattr(fresh, name) for name in _SAID}
        recording.save(self._session.workspace, replace(draft, record=replace(draft.record, **said)))
        self._tell()

    def open_preview(self) -> AttachmentPreview:
        """Show the file inside the program."""
        dialog = AttachmentPreview(self._session, self.read(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _save_copy(self) -> None:
        ending = attachments.ENDINGS.get(self._shown.media, "")
        kind = FileKind(attachments.kind_words(self._shown.kind), ending)
        if path := ask_place(self, _("Save a copy"), _("attachment"), kind):
            attachments.save_copy(self._session.workspace, self._shown, path)

    def _fill(self, shown: Attachment) -> None:
        self._shown = shown
        self.title.set_value(shown.title)
        self.alt.set_value(shown.alt)
        self.consent.set_value(shown.consent)
        self.sensitivity.set_value(shown.sensitivity)
        self.people.set_value(shown.people_shown)
        self.along.set_value(shown.goes_along)

    def _tell(self) -> None:
        """Ask for what is missing, beside its field."""
        shown = self.read()
        self._text.setText(_as_text(self._session, shown))
        draft = replace(recording.new(self._session.workspace, Attachment), record=shown)
        found = {one.field: one.sentence() for one in recording.problems(self._session.workspace, draft)}
        self.title.set_help(_("Say in a few words what it shows.") if "title" in found else "")
        asked = _("Nobody has described this picture yet. Say in one or two sentences what can be seen, without names.")
        self.alt.set_help(asked if "alt" in found else "")
        self.consent.set_problem(found.get("consent", ""))
        named = isolate(shown.title) if shown.title else _("Without a title")
        for button, words in (
            (self.preview, _("Preview: {title}")),
            (self.copy, _("Save a copy: {title}")),
            (self.remove, _("Remove: {title}")),
        ):
            button.setAccessibleName(words.format(title=named))
        self.setAccessibleName(named)
        self._thumbnail.say(shown)


def _as_text(session: Session, shown: Attachment) -> str:
    """What is said of the file, a line for each thing."""
    said = [(found, flat(shown).get(found.name)) for found in rules(Attachment) if found.name in _SAID]
    told = [(_(found.label), isolate(value_words(session, found, value))) for found, value in said if value]
    lines = [_("{label}: {value}").format(label=label, value=value) for label, value in told]
    return "\n".join(lines) or _("Without a title")
