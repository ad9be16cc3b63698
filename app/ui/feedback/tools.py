"""The line above the list: which kind of entry is shown, and what can be done with messages together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.feedback.kinds import FURTHER, MESSAGES
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.segments import Segments
from app.ui.words.choice import Choice


class Tools(QWidget):
    """A chooser of kinds and buttons; wraps where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {MESSAGES: _("Messages"), **{code: _(told.many) for code, told in FURTHER.items()}}
        self.kinds = Segments(_("What is shown"), tuple(Choice(code, words) for code, words in names.items()))
        self.batch = Button(_("After an outreach day"), GHOST, "list-check")
        self.check = Button(_("Check a slip"), GHOST, "search")
        self.tell = Button(_("Tell people"), GHOST, "speakerphone")
        layout = FlowLayout(self, theme.px(6))
        layout.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(4))
        self.put(self.kinds, self.batch, self.check, self.tell)

    def put(self, *parts: QWidget) -> None:
        """Put parts after those that are there."""
        for part in parts:
            self.layout().addWidget(part)
