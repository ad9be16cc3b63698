"""What the window costs, measured in a process of its own: `python -m app.ui.timing` prints it as JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app import i18n
from app.services.demonstration import samples
from app.settings import Settings
from app.ui.appearance import make_application
from app.ui.application import Desk
from app.ui.shell.frame import Frame

_ROUNDS = 3
_OTHERS = ("ar", "en")


def language(application: QApplication, pages: Sequence[str] = ()) -> dict[str, object]:
    """On these pages, or all, the CPU seconds from the choice of a language to the painted page, and to the same anew.

    Of the slowest page the middle of some rounds; the pages that were built before are built with it, as for a person.
    """
    desk = Desk(application, Settings(language="en"))
    workspace = samples.open_sample()
    desk.window.show()
    desk.enter(workspace)
    names = pages or _frame(desk).pages.names()
    first = {name: _turn(application, desk, name) for name in names}
    last = max(first, key=lambda name: first[name][0])
    rounds = sorted(_turn(application, desk, last) for _round in range(_ROUNDS))
    switched, anew = rounds[_ROUNDS // 2]
    desk.window.close()
    return {"page": last, "pages": len(names), "switched": switched, "anew": anew}


def _turn(application: QApplication, desk: Desk, name: str) -> tuple[float, float]:
    _frame(desk).go(name)
    _breathe(application)
    spoken = next(code for code in _OTHERS if code != i18n.language())
    switched = _spent(application, lambda: desk.set("language", spoken))
    made: list[Frame] = []
    anew = _spent(application, lambda: made.append(_built(_frame(desk), name)))
    made[0].leave()
    made[0].close()
    made[0].deleteLater()
    _breathe(application)
    return switched, anew


def _built(shown: Frame, name: str) -> Frame:
    """A second frame with the same page."""
    fresh = Frame(shown.session)
    fresh.resize(shown.size())
    fresh.restore({"page": name})
    fresh.show()
    return fresh


def _frame(desk: Desk) -> Frame:
    shown = desk.window.centralWidget()
    assert isinstance(shown, Frame)
    return shown


def _spent(application: QApplication, work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    _breathe(application)
    return time.process_time() - before


def _breathe(application: QApplication) -> None:
    """Paint, and delete what was thrown away, as the window does when a person has let go of the key."""
    application.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(language(make_application())))
