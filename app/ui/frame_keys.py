"""The keys of the frame, in one table; a page adds none of its own for whole-window things."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.ui.widgets.direction import mirrored

if TYPE_CHECKING:
    from app.ui.frame import Frame

NEW = "new"
"""The argument with which a page is opened to write something new."""


def bind(frame: Frame) -> None:
    """Bind every key to the frame; pages that are not there leave their keys free."""
    for keys, slot in _table(frame):
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), frame)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(slot)


def _table(frame: Frame) -> list[tuple[tuple[str, ...], Callable[[], None]]]:
    back, forward = ("Alt+Right", "Alt+Left") if mirrored() else ("Alt+Left", "Alt+Right")
    names = frame.pages.names()
    table: list[tuple[tuple[str, ...], Callable[[], None]]] = [
        (("Ctrl+K",), frame.top_bar.search.setFocus),
        (("Ctrl+F",), frame.focus_filter),
        (("Ctrl+L",), frame.lock_asked.emit),
        (("Ctrl+Return", "Ctrl+Enter"), frame.press_primary),
        (("F6",), frame.next_area),
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
        ("F1", "help", None),
    ):
        if name in names:
            table.append(((key,), _going(frame, name, argument)))
    return table


def _going(frame: Frame, name: str, argument: object = None) -> Callable[[], None]:
    return lambda: frame.go(name, argument)
