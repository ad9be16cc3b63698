"""A local workspace, a coordinator with a call, and the page once it has read both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.shared import Call, Question
from app.services.opening.workspace import Workspace
from app.services.submitting import calls
from app.ui.submissions.page import SubmissionsPage
from tests.making import PERIOD, make_workspace

Open = Callable[..., SubmissionsPage]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = make_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def coordinator(tmp_path: Path) -> Iterator[Workspace]:
    made = make_workspace(tmp_path, "Ministry of Migration", coordinator=True, seed=2)
    yield made
    made.close()


@pytest.fixture
def call_file(coordinator: Workspace, tmp_path: Path) -> Path:
    asked = Call("", "", PERIOD, due="2026-11-08", questions=(Question("Q1", "What helps most?", 4),))
    path = tmp_path / "call.gwb"
    path.write_bytes(calls.make(coordinator, asked)[1])
    return path


@pytest.fixture
def opened(session, in_front, qtbot) -> Open:
    def make(width: int = 1142, height: int = 720) -> SubmissionsPage:
        page = SubmissionsPage(session)
        page.resize(width, height)
        in_front(page)
        qtbot.waitUntil(lambda: page.found is not None)
        return page

    return make


@pytest.fixture
def read(qtbot) -> Callable[[SubmissionsPage], None]:
    """Wait until the worker has nothing more to read."""

    def wait(page: SubmissionsPage) -> None:
        qtbot.waitUntil(lambda: not page.session.tasks.running() and page.journey.seen is not None)

    return wait
