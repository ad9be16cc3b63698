"""F6: from one area of the window to the next, and round again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_on(areas: Sequence[QWidget], page: QWidget | None) -> None:
    """Give the focus to the area after the one that has it; `page` holds the areas after the first two."""
    here = QApplication.focusWidget()
    head = 1 if page is not None and page.isAncestorOf(here) else -1  # a head of the page is before its areas
    place = next((n for n, area in enumerate(areas) if area is here or area.isAncestorOf(here)), head)
    for area in (*areas[place + 1 :], *areas[: place + 1]):
        if _focus_into(area):
            return


def _focus_into(area: QWidget) -> bool:
    """Give the focus to an area or to the first thing in it that takes it."""
    inside = [area, *area.findChildren(QWidget)]
    for widget in inside:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
