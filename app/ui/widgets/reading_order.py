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
    """Give the focus to the next or the last widget as read, and round again; False if there is none.

    Qt asks this too when the widget with the focus was hidden or disabled: then it goes to what is nearest.
    """
    order = as_read(top)
    if not order:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    chosen = _beside(order, here, forward=forward) if here in order else _nearest(top, order, here)
    chosen.setFocus(reason)
    return True


def _beside(order: list[QWidget], here: QWidget, *, forward: bool) -> QWidget:
    return order[(order.index(here) + (1 if forward else -1)) % len(order)]


def _nearest(top: QWidget, order: list[QWidget], gone: QWidget | None) -> QWidget:
    """The next widget in the smallest part that still has one: the field of a chip, the page of a page."""
    every = list(_inside(top, hidden=True))
    place = every.index(gone) if gone in every else len(every)
    around = gone.parentWidget() if gone is not None else None
    while around is not None and around is not top:
        if near := [widget for widget in order if around.isAncestorOf(widget)]:
            return next((widget for widget in near if every.index(widget) > place), near[-1])
        around = around.parentWidget()
    return order[0]


def _inside(top: QWidget, *, hidden: bool = False) -> Iterator[QWidget]:
    """Every widget in `top`, those that cannot be seen only if `hidden`."""
    laid = list(_laid_out(top.layout()))
    loose = [child for child in top.children() if isinstance(child, QWidget) and child not in laid]
    for widget in (*laid, *loose):
        if not widget.isWindow() and (hidden or widget.isVisible()):
            yield widget
            yield from _inside(widget, hidden=hidden)


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
