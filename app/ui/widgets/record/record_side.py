"""What stands beside a list: the form of a record, words that none is chosen, or a part of the page in their place."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from app.ui.process.session import Session
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.record.record_kind import Kind
from app.ui.widgets.record.record_sheet import RecordSheet


class RecordSide(QStackedWidget):
    """Shows one of them at a time, at first that nothing is chosen."""

    def __init__(self, session: Session, kind: Kind) -> None:
        super().__init__()
        self.sheet = RecordSheet(session, kind)
        self._nothing = EmptyState(kind.words.icon, kind.words.nothing_chosen, "")
        for part in (self._nothing, self.sheet):
            self.addWidget(part)

    @property
    def has_sheet(self) -> bool:
        """Whether the form of a record is shown."""
        return self.currentWidget() is self.sheet

    @property
    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return self.currentWidget() is self._nothing

    def show_sheet(self) -> None:
        """Show the form."""
        self.setCurrentWidget(self.sheet)

    def show_nothing(self) -> None:
        """Say that nothing is chosen."""
        self.setCurrentWidget(self._nothing)
