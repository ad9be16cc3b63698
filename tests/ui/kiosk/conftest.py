"""The kiosk in a window of its own, as the application shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize

from app.services.opening.workspace import Workspace
from app.ui.kiosk.screen import Kiosk
from app.ui.shell.main_window import USUAL, MainWindow


@pytest.fixture
def window(workspace: Workspace, in_front) -> Iterator[Callable[..., MainWindow]]:
    held: list[MainWindow] = []

    def show(size: QSize | None = None) -> MainWindow:
        made = MainWindow()
        held.append(made)
        made.resize(size or USUAL)
        made.show_screen(Kiosk(workspace))
        in_front(made)
        made.centralWidget().setFocus()
        return made

    yield show
    for made in held:
        made.centralWidget().stillness.stop()


@pytest.fixture
def kiosk(window) -> Kiosk:
    return window().centralWidget()
