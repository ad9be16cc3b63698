"""What stands under a request by an authority: a template answer to what was asked for, ready to be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.records import AuthorityRequest
from app.i18n import _
from app.services.records import authority_letter
from app.ui.process.session import Session
from app.ui.widgets.card import Card
from app.ui.widgets.text import Label


class AnswerLetter(Card):
    """The words can be selected; nothing is put into the clipboard or anywhere else by itself."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            _("A template answer"),
            _("Change what is in brackets, and let a lawyer read it. Until then say only that you will answer."),
        )
        self._workspace = session.workspace
        self.words = Label("", wraps=True)
        selecting = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.words.setTextInteractionFlags(selecting)
        self.words.setMinimumWidth(1)
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words.setAccessibleName(_("A template answer"))
        self.add(self.words)

    def show_record(self, record: AuthorityRequest) -> None:
        """Fit the answer to what was asked for."""
        self.words.setText(authority_letter.letter(self._workspace, record.kind))
