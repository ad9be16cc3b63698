"""The keys of the frame, from the one table; a page adds none of its own for whole-window things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.manual.keys import KEYS, pressed
from app.ui.shell.page_stack import PageStack
from app.ui.widgets.direction import mirrored
from app.ui.widgets.page import NEW

_NINE = 9


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
    slots = _slots(frame)
    for one in KEYS:
        if one.does in slots:
            for key in (pressed(one.key, mirrored=mirrored()), *one.also):
                _bind(key, slots[one.does], parent)
    for place, name in enumerate(frame.pages.names()[:_NINE], start=1):
        _bind(f"Ctrl+{place}", _going(frame, name), parent)


def _bind(key: str, slot: Callable[[], None], parent: QWidget) -> None:
    shortcut = QShortcut(QKeySequence(key), parent)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.activated.connect(slot)


def _slots(frame: Keyed) -> dict[str, Callable[[], None]]:
    """What the frame does, by the names of the table of keys; `pages` has nine keys of its own."""
    slots: dict[str, Callable[[], None]] = {
        "search": frame.search_everything,
        "filter": frame.focus_filter,
        "lock": frame.lock_asked.emit,
        "panic": frame.panic_asked.emit,
        "primary": frame.press_primary,
        "sync": frame.sync_now,
        "area": frame.next_area,
        "undo": frame.undo,
        "redo": frame.redo,
        "print": frame.print_record,
        "help": frame.help,
        "back": frame.go_back,
        "forward": frame.go_forward,
        "larger": lambda: frame.setting_chosen.emit("text_size", "larger"),
        "smaller": lambda: frame.setting_chosen.emit("text_size", "smaller"),
        "normal": lambda: frame.setting_chosen.emit("text_size", 100),
    }
    pages = {"activity": ("activities", NEW), "feedback": ("feedback", NEW), "settings": ("settings", None)}
    there = {does: page for does, page in pages.items() if page[0] in frame.pages.names()}
    return slots | {does: _going(frame, name, argument) for does, (name, argument) in there.items()}


def _going(frame: Keyed, name: str, argument: object = None) -> Callable[[], None]:
    return lambda: frame.go(name, argument)
