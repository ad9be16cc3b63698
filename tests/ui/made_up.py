"""Finds text that was not translated and labels that are cut, in the made-up language or any other.

Page authors: `dressed("qps")`, build the page, show it at 1366x768, then
`assert not untranslated(page)` and `assert not clipped(page)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget

from app.ui.widgets.brand import NAME

_MARKED = re.compile(r"⟦.*⟧", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_KEYS = re.compile(r"(Ctrl|Alt|Shift|Enter|Esc|F\d)[+\w,]*")
_SLACK = 1


def untranslated(top: QWidget, *allowed: str) -> list[str]:
    """Every text shown, told or offered as a hint that was not marked; `allowed` are names and typed text."""
    return [f"{where}: {text!r}" for where, text in texts(top) if _is_plain(text, {NAME, *allowed})]


def texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """Every text under `top`, with where it stands."""
    for widget in (top, *top.findChildren(QWidget)):
        kind = type(widget).__name__
        if isinstance(widget, QLabel | QAbstractButton):
            yield kind, widget.text()
        if isinstance(widget, QLineEdit | QTextEdit):
            yield f"{kind} placeholder", widget.placeholderText()
        yield f"{kind} name", widget.accessibleName()
        yield f"{kind} description", widget.accessibleDescription()
        yield f"{kind} tooltip", widget.toolTip()


def clipped(top: QWidget) -> list[str]:
    """Every visible label or button whose text needs more room than it has."""
    return [f"{type(widget).__name__}: {widget.text()!r}" for widget in _with_text(top) if _is_cut(widget)]


def _with_text(top: QWidget) -> Iterator[QLabel | QAbstractButton]:
    for widget in top.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible() and widget.text():
            if not isinstance(widget, QComboBox) and not _is_icon_only(widget):
                yield widget


def _is_icon_only(widget: QWidget) -> bool:
    return isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def _is_cut(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + _SLACK
    needed: QSize = widget.sizeHint()
    return needed.width() > widget.width() + _SLACK or needed.height() > widget.height() + 2 * _SLACK


def _is_plain(text: str, allowed: set[str]) -> bool:
    rest = _KEYS.sub("", _MARKED.sub("", text))
    for name in sorted(allowed, key=len, reverse=True):
        rest = rest.replace(name, "")
    return bool(_LETTERS.search(rest))
