"""Scenes of practices between organisations: a neighbour that knows nothing of the sample workspace gives some."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.records import Practice
from app.services.opening.workspace import Workspace
from app.services.peers import giving, library
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from tests.laptops import later
from tests.making import approve, make_workspace, write_down
from tests.services.paper.test_sheets import PRACTICE

_WRITTEN: tuple[dict[str, object], ...] = (
    {
        "title": "Health days in the market hall",
        "objectives": "15",
        "summary": "Once a month nurses see everybody who comes, without asking for papers.",
        "impact": "Half of those who came had not seen a nurse for a year.",
        "lessons": "Come when the market is open, and bring somebody who speaks the languages.",
        "reach": "About 300 people in a year.",
    },
    {
        "title": "مرافقة إلى المدرسة",
        "objectives": "15,16",
        "summary": "أمهات يرافقن أسرًا جديدة إلى المدرسة في الأسبوع الأول.",
        "impact": "بقي كل الأطفال في المدرسة.",
        "lessons": "ابدأوا قبل الصيف.",
    },
    {
        "title": "One counter for all papers",
        "objectives": "4",
        "summary": "Town hall, tax office and school sit at one table every Thursday.",
        "impact": "People come once and not five times.",
        "lessons": "Ask Amina on 0661 23 45 67.",
    },
)
_SHARED = {**PRACTICE, "links": "", "contact": ""}


def scenes() -> dict[str, Callable[[Session], QWidget]]:
    """Every scene by the name of its picture."""
    return {"library-read": _read, "library-offer": _offer, "library-give": _give}


@cache
def _neighbour() -> tuple[Workspace, bytes]:
    """An organisation with three approved practices and one that nobody approved, and its file."""
    made = make_workspace(Path(tempfile.mkdtemp(prefix="groundwork-peers-")), "Harbour Women", seed=7)
    for one in _WRITTEN:
        approve(made, write_down(made, Practice, **{**_SHARED, **one}))
    write_down(made, Practice, **{**_SHARED, **_WRITTEN[0], "title": "Not approved yet"})
    later(made, days=40)
    return made, giving.make(made, accept_findings=True)[1]


@cache
def _reader() -> Workspace:
    made = make_workspace(Path(tempfile.mkdtemp(prefix="groundwork-reader-")), "Tangier Network")
    _other, data = _neighbour()
    library.take(made, data, library.look(made, data).digits)
    return made


def _on(session: Session, workspace: Workspace) -> Frame:
    frame = Frame(replace(session, workspace=workspace, pack=workspace.pack))
    frame.restore({"page": "library"})
    return frame


def _read(session: Session) -> Frame:
    return _on(session, _reader())


def _offer(session: Session) -> Frame:
    frame = _on(session, session.workspace)
    path = Path(tempfile.mkdtemp()) / "practices.gwb"
    path.write_bytes(_neighbour()[1])
    frame.pages.page().look([path])
    return frame


def _give(session: Session) -> Frame:
    frame = _on(session, _neighbour()[0])
    frame.go("library", "give")
    return frame
