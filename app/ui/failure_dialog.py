"""The dialog of a failure: what happened, what is safe, what to do; details folded and without personal text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import _
from app.ui.look import theme
from app.ui.process.failure import details, sentence
from app.ui.widgets.buttons import GHOST, PRIMARY, Button
from app.ui.widgets.text import IconLabel, Label


class FailureDialog(QDialog):
    """What happened, what is safe, what to do; the safe button is the default."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        expected = isinstance(error, GroundworkError)
        self.setWindowTitle(_("That did not work") if expected else _("Something unexpected happened"))
        self._details = _details_view(details(error))
        self._more = Button(_("Details"), GHOST)
        self._copy = Button(_("Copy the details"), GHOST, "copy")
        self._close = Button(_("Go on working"), PRIMARY)
        self._close.setDefault(True)
        self._lay_out(sentence(error), expected=expected)
        self._copy.hide()
        self._close.setFocus()
        self._more.clicked.connect(self._unfold)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details.toPlainText()))
        self._close.clicked.connect(self.accept)

    def _lay_out(self, told: str, *, expected: bool) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme.px(6))
        words.addWidget(Label(self.windowTitle(), "h3", wraps=True))
        words.addWidget(Label(told, wraps=True))
        if not expected:
            words.addWidget(
                Label(_("You can go on working. If it happens again, close Groundwork and open it."), wraps=True)
            )
            words.addWidget(
                Label(
                    _("The details hold no text of yours. Please send them to whoever helps you."), "small", wraps=True
                )
            )
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(IconLabel("alert-octagon", "bad", 22), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        for button in (self._more, self._copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(12))
        layout.addLayout(head)
        layout.addWidget(self._details)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(theme.px(460))

    def _unfold(self) -> None:
        shown = not self._details.isVisible()
        self._details.setVisible(shown)
        self._copy.setVisible(shown)


def _details_view(text: str) -> QTextEdit:
    view = QTextEdit()
    view.setReadOnly(True)
    view.setPlainText(text)
    view.setAccessibleName(_("Details"))
    view.setTabChangesFocus(True)
    view.hide()
    return view
