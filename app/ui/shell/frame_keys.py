"""The keys of the frame, in one table; a page adds none of its own for whole-window things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.shell.page_stack import PageStack
from app.ui.widgets.direction import mirrored
from app.ui.widgets.page import NEW


class Keyed(Protocol):
    """What the keys need of the frame."""

    pages: PageStack
    lock_asked: SignalInstance
    panic_asked: SignalInstance
    setting_chosen: SignalInstance

    def go(self, name: str, argument: object = None) -> None:
        """Show a page."""

    def search_everything(self) -> None:
        """Open the search palette."""

    def go_back(self) -> None:
        """The page before."""

    def go_forward(self) -> None:
        """The page after."""

    def press_primary(self) -> None:
        """Press the primary button."""

    def focus_filter(self) -> None:
        """Go to the filter."""

    def undo(self) -> None:
        """Take back what was done last; a text that has the focus undoes its own typing first."""

    def redo(self) -> None:
        """Do again what was undone last."""

    def help(self) -> None:
        """Show the help for the page in sight."""

    def print_record(self) -> None:
        """Print the record in sight through PDF."""

    def sync_now(self) -> None:
        """Exchange changes with the other laptops."""

    def next_area(self) -> None:
        """Go to the next area."""


def bind(frame: Keyed, parent: QWidget) -> None:
    """Bind every key to the frame while `parent`, the frame as a widget, is in the active window.

    Pages that are not there leave their keys free.
    """
    for keys, slot in _table(frame):
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), parent)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(slot)


def _table(frame: Keyed) -> list[tuple[tuple[str, ...], Callable[[], None]]]:
    back, forward = ("Alt+Right", "Alt+Left") if mirrored() else ("Alt+Left", "Alt+Right")
    names = frame.pages.names()
    table: list[tuple[tuple[str, ...], Callable[[], None]]] = [
        (("Ctrl+K",), frame.search_everything),
        (("Ctrl+F",), frame.focus_filter),
        (("Ctrl+L",), frame.lock_asked.emit),
        (("Ctrl+Shift+L",), frame.panic_asked.emit),
        (("Ctrl+Return", "Ctrl+Enter"), frame.press_primary),
        (("Ctrl+Shift+S",), frame.sync_now),
        (("F6",), frame.next_area),
        (("Ctrl+Z",), frame.undo),
        (("Ctrl+P",), frame.print_record),
        (("F1",), frame.help),
        (("Ctrl+Shift+Z", "Ctrl+Y"), frame.redo),
        ((back,), frame.go_back),
        ((forward,), frame.go_forward),
        (("Ctrl++", "Ctrl+="), lambda: frame.setting_chosen.emit("text_size", "larger")),
        (("Ctrl+-",), lambda: frame.setting_chosen.emit("text_size", "smaller")),
        (("Ctrl+0",), lambda: frame.setting_chosen.emit("text_size", 100)),
    ]
    table += [((f"Ctrl+{place}",), _going(frame, name)) for place, name in enumerate(names[:9], start=1)]
    for key, name, argument in (
        ("Ctrl+N", "activities", NEW),
        ("Ctrl+Shift+N", "feedback", NEW),
        ("Ctrl+,", "settings", None),
    ):
        if name in names:
            table.append(((key,), _going(frame, name, argument)))
    return table


def _going(frame: Keyed, name: str, argument: object = None) -> Callable[[], None]:
    return lambda: frame.go(name, argument)
