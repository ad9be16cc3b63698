"""Reads what assistive tools read: who is there, what it is called, and in which order Tab goes.

Page authors: `assert not unnamed(page)`, and `names_in_tab_order(page)` compared with the order as read.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

_WITHOUT_NAME = (QAccessible.Role.ScrollBar, QAccessible.Role.Indicator, QAccessible.Role.Splitter)


def unnamed(top: QWidget) -> list[str]:
    """Every visible control that can have the focus, and every list item, that has no name or no role."""
    return [_described(found) for found in walk(top) if _needs_name(found) and not name_of(found)]


def names_in_tab_order(top: QWidget) -> list[str]:
    """The names of what Tab reaches inside `top`, in the order in which it does."""
    inside, start = [], top
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        if top.isAncestorOf(widget) and _takes_tab(widget):
            inside.append(_name(widget))
        widget = widget.nextInFocusChain()
    return inside


def walk(top: QWidget) -> Iterator[QAccessibleInterface]:
    """Every accessible thing under `top` that is not hidden, depth first."""
    start = QAccessible.queryAccessibleInterface(top)
    waiting = [start] if start is not None else []
    while waiting:
        found = waiting.pop()
        if found is None or not found.isValid() or found.state().invisible:
            continue
        yield found
        waiting.extend(found.child(place) for place in reversed(range(min(found.childCount(), 200))))


def name_of(found: QAccessibleInterface) -> str:
    """The name; for a combo box and an edit the one set by hand, because their text is no name."""
    widget = found.object()
    if isinstance(widget, QComboBox | QLineEdit):
        return _name(widget)
    return found.text(QAccessible.Text.Name)


def role_of(widget: QWidget) -> QAccessible.Role:
    """What assistive tools take a widget for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def focused() -> str:
    """The name of what has the focus now; empty if nothing has."""
    widget = QApplication.focusWidget()
    return _name(widget) if widget is not None else ""


def _name(widget: QObject) -> str:
    if isinstance(widget, QComboBox | QLineEdit):
        return widget.accessibleName()
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def _needs_name(found: QAccessibleInterface) -> bool:
    if found.role() in _WITHOUT_NAME:
        return False
    if found.role() == QAccessible.Role.ListItem:
        return True
    widget = found.object()
    return isinstance(widget, QWidget) and _takes_tab(widget)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _described(found: QAccessibleInterface) -> str:
    widget = found.object()
    kind = type(widget).__name__ if widget is not None else "item"
    return f"{kind} ({found.role().name}) {found.text(QAccessible.Text.Value)!r}"
