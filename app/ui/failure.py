"""What a person sees when something fails: a sentence for what we expect, one crash dialog for what we do not.

A `GroundworkError` says in one sentence what happened and what to do. Anything else is a bug: the dialog
says what happened, what is safe and what to do; details are folded, can be copied, and hold no personal
text, because only types of errors and places in the program are put there, never messages.
"""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import _
from app.progress import Cancelled
from app.ui import theme
from app.ui.widgets.buttons import GHOST, PRIMARY, Button
from app.ui.widgets.text import IconLabel, Label

log = logging.getLogger(__name__)


def sentence(error: BaseException) -> str:
    """The sentence for a person: an expected failure's own, or that something unexpected happened."""
    if isinstance(error, GroundworkError):
        return error.sentence()
    return _("Something unexpected happened. What you wrote is kept on this computer.")


def details(error: BaseException) -> str:
    """Types and places only: what a developer needs, and nothing that a person wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    about = f"Python {platform.python_version()}, {platform.system()}"
    told = error.detail if isinstance(error, GroundworkError) else ""
    return "\n".join(part for part in (type(error).__qualname__, told, *lines, about) if part)


def catch(show: Callable[[BaseException], None]) -> None:
    """Send every exception that leaves a slot to `show`; one that is raised while showing only to the log."""
    showing = False

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if showing or isinstance(error, (KeyboardInterrupt, Cancelled)):
            return
        if not isinstance(error, GroundworkError):
            log.error("unexpected: %s", details(error))
        showing = True
        try:
            show(error)
        finally:
            showing = False

    sys.excepthook = caught


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
        self._more.clicked.connect(self._unfold)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details.toPlainText()))
        self._close.clicked.connect(self.accept)

    def _lay_out(self, told: str, *, expected: bool) -> None:
        words = QVBoxLayout()
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
        head.addWidget(IconLabel("alert-octagon", "bad", 22))
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


def _module(filename: str) -> str:
    """The part of a file's path that is ours or the library's, without the folders of this person."""
    parts = filename.replace("\\", "/").split("/")
    start = next((place for place, part in enumerate(parts) if part in ("app", "site-packages")), len(parts) - 1)
    return "/".join(parts[start:])
