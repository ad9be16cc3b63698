"""What the buttons beside a form do to a saved record, and what is said of it: trash, review, history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.records import Record
from app.i18n import _, isolate
from app.services.opening.changes import Change
from app.services.records import commenting, recording
from app.ui.process.session import Session
from app.ui.widgets.record.record_history import HistoryDialog
from app.ui.widgets.record.record_kind import Kind


def trash(session: Session, kind: Kind, id: str) -> tuple[str, Change | None]:
    """Put a record in the trash; the sentence about it, and what takes it back."""
    saved = recording.open_draft(session.workspace, kind.record_class, id)
    title = kind.title(session, saved.record)
    return kind.words.trashed(title), recording.trash(session.workspace, id)


def send_for_review(session: Session, kind: Kind, record: Record) -> str:
    """Ask somebody else to read a record; the sentence about it."""
    commenting.ask(session.workspace, record.id)
    return _("{title} was sent for review.").format(title=isolate(kind.title(session, record)))


def show_history(session: Session, kind: Kind, id: str, above: QWidget, back: Callable[[Change], None]) -> None:
    """Show every version of a record above the window; `back` is called after one of them was brought back."""
    dialog = HistoryDialog(session, kind.record_class, id, above)
    dialog.brought_back.connect(back)
    dialog.open()
