"""Deciding about submissions and their senders, and taking that back; what is written about them until then."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.i18n import _, isolate
from app.services.coordinating import triage
from app.services.coordinating.triage import FingerprintDiffersError, InboxLine, Replacing, Verdict
from app.services.opening.workspace import Workspace
from app.ui.inbox.answering import accepted_words, decided_words
from app.ui.inbox.unsent import Unsent


class Deciding(QObject):
    """Keeps decisions; tells when they are kept, or why not."""

    changed = Signal()
    """Something else is decided than before."""
    told = Signal(str, object)
    """(what was decided, what takes it back or None)."""
    key_in_doubt = Signal(str)
    """Why a sender is not trusted."""
    known = Signal()
    """A sender is trusted from now on."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.unsent = Unsent()

    def decide(self, line: InboxLine, verdict: Verdict) -> None:
        """Keep a decision with the comment and the questions that were written."""
        if verdict is Verdict.ACCEPTED and not line.trusted:
            said = _("Compare the digits first. What comes from an unknown sender cannot be accepted.")
            self.key_in_doubt.emit(said)
            return
        comment, asked = self.unsent.comment(line), self.unsent.asked(line)
        self.unsent.forget(line)
        self._give(line, verdict, comment, asked)
        self.told.emit(decided_words(verdict, line.name), partial(self._take_back, (line,)))

    def accept_all(self, ready: tuple[InboxLine, ...]) -> None:
        """Accept what can be accepted at once; `ready` are those, as they were before."""
        count = triage.accept_all(self._workspace)
        self.changed.emit()
        self.told.emit(accepted_words(count), partial(self._take_back, ready))

    def trust(self, line: InboxLine, digits: str, replacing: Replacing) -> None:
        """Trust a sender whose digits a person compared."""
        try:
            triage.trust(self._workspace, line.organisation, digits, replacing=replacing)
        except FingerprintDiffersError as differs:
            self.key_in_doubt.emit(differs.sentence())
            return
        self.changed.emit()
        self.known.emit()
        self.told.emit(_("From now on you know {name}.").format(name=isolate(line.name)), None)

    def _give(self, line: InboxLine, verdict: Verdict, comment: str, asked: Mapping[str, str]) -> None:
        triage.decide(self._workspace, line.id, verdict, comment=comment, questions=asked)
        self.changed.emit()

    def _take_back(self, lines: tuple[InboxLine, ...]) -> None:
        """Decide again as it was decided before."""
        for line in lines:
            self._give(line, line.verdict, line.comment, line.questions)
