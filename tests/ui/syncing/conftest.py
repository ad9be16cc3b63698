"""Two real laptops, and the frame on the page about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.services.opening.workspace import Workspace
from app.settings import Settings
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from app.ui.syncing.page import SyncingPage
from tests.laptops import laptops


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    one, other = laptops(tmp_path)
    yield one, other
    one.close()
    other.close()


@pytest.fixture
def framed(in_front, tasks, qtbot) -> Iterator[Callable[[Workspace], tuple[Frame, SyncingPage, Session]]]:
    made: list[Frame] = []

    def frame_of(workspace: Workspace) -> tuple[Frame, SyncingPage, Session]:
        session = Session(workspace, tasks, Settings(language="en"), workspace.pack)
        frame = in_front(Frame(session))
        frame.resize(1366, 768)
        made.append(frame)
        frame.go("syncing")
        page = frame.pages.page()
        assert isinstance(page, SyncingPage)
        return frame, page, session

    yield frame_of
    for frame in made:
        frame.leave()
