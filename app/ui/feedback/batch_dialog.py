"""An outreach day: what all messages share is set once, then message after message is typed, Enter for the next."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.records import Feedback
from app.domain.records.feedback import SENSITIVE
from app.domain.records.fields import rule
from app.i18n import _, format_number, ngettext
from app.services.feedback import dating
from app.services.records import batches
from app.ui.process.session import Session
from app.ui.widgets.buttons import PRIMARY, SECONDARY, Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.record import record_fields
from app.ui.widgets.text import Label
from app.ui.words import choices

_SHARED = ("month", "channel", "place", "language")


class BatchDialog(Dialog):
    """Each message is saved when the next one begins, as it was typed; `kept` are the ids of this batch."""

    HEIGHT = 640

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = _("Set the day once, then type message after message. Enter keeps one and begins the next.")
        super().__init__(session, _("After an outreach day"), words, parent)
        self.kept: list[str] = []
        names = (*_SHARED, "type", "topics", "consent")
        self.entries = {name: record_fields.make(rule(Feedback, name), session) for name in names}
        offered = [one for one in choices.codes(session.pack, "feedback_types") if one.code != SENSITIVE]
        kinds = self.entries["type"].field
        assert isinstance(kinds, CodeField)
        kinds.set_choices(offered)
        self.entries["month"].show(dating.this_month(session.workspace))
        self.paraphrase = LineField(_("In your words"), _("Without anything that shows who said it."), longest=2000)
        self.count = Label("", "small")
        self._lay_out()
        self._tell()

    def _lay_out(self) -> None:
        self.put(*(self.entries[name].field for name in ("month", "channel")))
        self.put(*(self.entries[name].field for name in ("place", "language")))
        self.column.addWidget(Label(_("One message"), "h3"))
        self.put(*(self.entries[name].field for name in ("type", "consent")))
        self.put(self.entries["topics"].field)
        self.put(self.paraphrase)
        self.column.addWidget(self.count)
        self.done_button = Button(_("Finish the day"), SECONDARY)
        self.next = Button(_("Keep, next message"), PRIMARY)
        self.put_buttons(self.done_button, self.next)
        self.next.setDefault(False)
        self.done_button.clicked.connect(self.finish)
        self.next.clicked.connect(self.keep)
        self.paraphrase.entered.connect(self.keep)

    def keep(self) -> None:
        """Save the message that stands here, and begin the next one of the same kind."""
        if self._is_empty():
            return
        read: dict[str, Any] = {name: entry.read() for name, entry in self.entries.items()}
        setting = batches.Setting(**{name: read[name] for name in _SHARED})
        entry = batches.Entry(read["type"], read["topics"], self.paraphrase.value(), read["consent"])
        self.kept.append(batches.add(self.session.workspace, setting, entry))
        self.paraphrase.set_value("")
        self.entries["topics"].show(())
        self.entries["type"].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def finish(self) -> None:
        """Keep what is typed, and close."""
        self.keep()
        self.accept()

    def reject(self) -> None:
        """Esc and the cross lose nothing either."""
        self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a choice keeps the message as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.keep()
            return
        super().keyPressEvent(event)

    def _is_empty(self) -> bool:
        return not self.paraphrase.value() and not self.entries["topics"].read()

    def _tell(self) -> None:
        number = len(self.kept)
        self.count.setText(
            ngettext("{count} message kept", "{count} messages kept", number).format(count=format_number(number))
        )
