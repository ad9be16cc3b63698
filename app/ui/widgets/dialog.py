"""What dialogs of pages have in common: a heading, a column that scrolls, and buttons below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import Button
from app.ui.widgets.making import Making
from app.ui.widgets.reading_order import turn
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label


class Dialog(QDialog):
    """A dialog with a title, a sentence, parts under each other, and buttons of which the last is primary.

    What it showed is gone when it is closed: nothing of it waits in the memory of the page. A job of it is stopped.
    """

    HEIGHT = 520
    """Px at 100 % that it would like; never more than the window behind it has."""

    def __init__(self, session: Session, title: str, sentence: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.making = Making(session.tasks)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(12))
        self.column.addWidget(Label(title, "h2", wraps=True))
        if sentence:
            self.column.addWidget(Label(sentence, "muted", wraps=True))
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(16))
        self._foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolling(body), 1)
        layout.addLayout(self._foot)
        wanted = QSize(theme.px(640), theme.px(self.HEIGHT))
        self.resize(wanted.boundedTo(parent.window().size()) if parent is not None else wanted)
        self.finished.connect(self.making.stop)

    def put(self, *parts: QWidget) -> None:
        """Put parts side by side under what is there."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for part in parts:
            row.addWidget(part, 1)
        self.column.addLayout(row)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes as read here too: a topic chosen later stands where it is seen."""
        return turn(self, self.focusWidget(), forward=next)

    def put_buttons(self, *buttons: Button) -> None:
        """Put what comes of a job, and the buttons, at the foot; the last button is pressed by Enter."""
        self.column.addWidget(self.making)
        self.column.addStretch(1)
        for button in buttons:
            button.setAutoDefault(False)
            self._foot.addWidget(button)
        buttons[-1].setDefault(True)
