"""The contract between a page and the frame around it.

A page is one class in `app/ui/<feature>/page.py` and one line in the table of `app/ui/pages.py`::

    class ActivitiesPage(Page):
        '''The activities of this workspace, newest first.'''

        def __init__(self, session: Session, parent: QWidget | None = None) -> None:
            super().__init__(session, parent)
            self._list = ...
            self._lay_out()              # ends with self.set_body(...) or self.set_panes(...)
            self.reload()

Life of a page
    It is built when it is first shown, with a `Session` whose workspace is open. It is thrown away and
    built again when the language, the direction, the theme, the text size or the workspace changes: first
    `state()` is asked of the old one, then `restore()` is called on the new one. Nothing is retranslated
    and nothing listens to the theme. `reload()` is called after each commit while the page is visible, and
    when it is shown again after commits it missed.

Down by call, up by signal
    A page knows no other page and not the window. It says what should happen by a signal; the frame calls
    the five methods marked "the frame calls". Expected failures may simply be raised in a slot: a
    `GroundworkError` becomes a sentence for the person, anything else the one crash dialog.

Badges
    A page that counts what waits for this person has a module function `waiting(session) -> int` beside its
    class, and `badge=True` in the table; the frame asks after each commit, without building the page.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.process.session import Session
from app.ui.widgets.scrolling import Scrolling

NEW = "new"
"""The argument with which a page is opened to write something new."""


class Page(QWidget):
    """One page of the window; see the module for its life. `body` fills it, `footer` never scrolls."""

    navigate = Signal(str, object)
    """(name of a page in the table, argument for its `open`): show another page. Argument may be None."""
    toast = Signal(str, object)
    """(sentence, undo): say that something is done; `undo` is a callable without arguments, or None."""
    banner = Signal(str, str)
    """(kind `info`, `warn` or `bad`, sentence): one banner above the page; an empty sentence takes it away."""

    setting = Signal(str, object)
    """(name in Settings, value): ask for another language, theme or text size; the window is built again."""

    kiosk_asked = Signal()
    """Let people answer on this screen themselves; the page comes back as it was when staff leave the kiosk."""

    sync_asked = Signal(str)
    """(name of a place, or ""): exchange changes with the other laptops there, in the background."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def set_body(self, body: QWidget, footer: QWidget | None = None, *, scrolls: bool = True) -> None:
        """Fill the page: `body` in a scroll area with the page margins, `footer` (a FooterBar) under it.

        With `scrolls=False` the body is put in as it is, for a page that brings its own panes.
        """
        self._layout.addWidget(Scrolling(body) if scrolls else body, 1)
        if footer is not None:
            self._layout.addWidget(footer)

    # what the frame calls; every one may be left as it is

    def reload(self) -> None:
        """Show what the workspace holds now, keeping selection, scroll place and unsent text."""

    def open(self, argument: object) -> None:
        """Show what another page asked for in `navigate`: a record's id, an objective's number, or None."""

    def state(self) -> dict[str, object]:
        """What must survive a rebuild (language, theme, lock): selection, filter, unsent text.

        Kept in memory only: text that must survive a restart goes into the workspace, by `keep`.
        """
        return {}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave, in another language or theme; unknown or missing keys are fine."""

    def keep(self) -> None:
        """Write down what is being typed, now: called before locking, closing and rebuilding."""

    def primary(self) -> QAbstractButton | None:
        """The one primary button, pressed by Ctrl+Enter."""
        return None

    def filter_field(self) -> QLineEdit | None:
        """The field that narrows the list of this page, reached by Ctrl+F."""
        return None

    def printed_record(self) -> str:
        """The id of the record that Ctrl+P prints, "" where there is none."""
        return ""

    def prints(self) -> QAbstractButton | None:
        """The button that Ctrl+P presses where pages are made of what is in sight, and there is no record."""
        return None

    def why_not_printed(self) -> str:
        """What Ctrl+P says where nothing is printed, and what to do instead."""
        return _("Open a record first: it is what is printed here.")

    def areas(self) -> list[QWidget]:
        """The areas that F6 walks through, in reading order: list, form, footer."""
        return [self]
