"""Tab in the order of reading: the order of the layouts, whenever a widget was made.

Qt's own order is that of construction, so that the rows of a list that was filled later come after everything
else. The main window asks here instead; dialogs and popups are windows of their own and keep Qt's order.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def as_read(top: QWidget) -> list[QWidget]:
    """Every widget inside `top` that Tab may reach now, in the order in which a person reads."""
    return [widget for widget in _inside(top) if _takes_tab(widget)]


def turn(top: QWidget, here: QWidget | None, *, forward: bool) -> bool:
    """Give the focus to the next or the last widget as read, and round again; False if there is none."""
    order = as_read(top)
    if not order:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    _next(order, _place(order, here), forward=forward).setFocus(reason)
    return True


def _next(order: list[QWidget], place: int, *, forward: bool) -> QWidget:
    if forward:
        return order[(place + 1) % len(order)]
    return order[place - 1] if place > 0 else order[-1]


def _place(order: list[QWidget], here: QWidget | None) -> int:
    """Where the focus is; inside something that has no place of its own, where its nearest parent is."""
    while here is not None:
        if here in order:
            return order.index(here)
        here = here.parentWidget()
    return -1


def _inside(top: QWidget) -> Iterator[QWidget]:
    laid = list(_laid_out(top.layout()))
    loose = [child for child in top.children() if isinstance(child, QWidget) and child not in laid]
    for widget in (*laid, *loose):
        if not widget.isWindow() and widget.isVisible():
            yield widget
            yield from _inside(widget)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place)
        if item.widget() is not None:
            yield item.widget()
        else:
            yield from _laid_out(item.layout())


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.focusProxy() is None
