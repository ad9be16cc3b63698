"""What tests of the kiosk do: find what is in sight, and touch it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.ui.kiosk.footer import Ways
from app.ui.kiosk.screen import Kiosk


def screen(kiosk: Kiosk) -> QWidget:
    return kiosk.body


def ways(kiosk: Kiosk) -> Ways:
    return next(found for found in kiosk.findChildren(Ways) if found.isVisible())


def visible(kiosk: Kiosk, kind: type[QWidget]) -> QWidget:
    return next(found for found in kiosk.findChildren(kind) if found.isVisible())


def touch(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))


def begin(kiosk: Kiosk, code: str) -> None:
    next(tongue for tongue in screen(kiosk).tongues if tongue.code == code).click()
