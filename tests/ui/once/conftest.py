"""A coordinator who has accepted answers of which two tell of one day of legal aid and one is a pair by its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Workspace
from app.settings import Settings
from app.ui.once.page import OncePage
from app.ui.process.session import Session
from app.ui.process.tasks import TaskRunner
from tests.making import copy_of, make_workspace
from tests.ui.coordinating import Member, answer, finished, make_call

COUNCIL = Member(
    "Oujda City Council",
    31,
    {"types": ("ST-LOC",), "languages": ("en",)},
    (
        {
            "title": "Legal aid day at the town hall",
            "objectives": "7",
            "place": "MA007",
            "reach_total": "64",
            "partners": "Maghreb Law Clinic",
            "summary": "Two advisers answered questions about papers, school and work.",
        },
        {"title": "Birth registration", "objectives": "4", "place": "MA007", "joint_id": "MA-2026/14"},
    ),
)
CLINIC = Member(
    "Maghreb Law Clinic",
    32,
    {"types": ("ST-CSO",), "languages": ("en",)},
    (
        {"title": "Legal aid day in Oujda town hall", "objectives": "7", "place": "MA007", "reach_total": "61"},
        {"title": "Papers for newborns", "objectives": "4", "place": "MA007", "joint_id": "ma 2026 14"},
    ),
)


@pytest.fixture(scope="session")
def told_twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once and copied."""
    folder = tmp_path_factory.mktemp("once")
    made = make_workspace(folder, "Tangier Network", coordinator=True)
    call = make_call(made)
    (folder / "received").mkdir()
    receiving.receive(made, [answer(folder / "received", call, member) for member in (COUNCIL, CLINIC)])
    triage.trust_all_waiting(made)
    triage.accept_all(made)
    made.close()
    return made.path


@pytest.fixture
def coordinator(tmp_path: Path, told_twice: Path) -> Iterator[Workspace]:
    """That coordinator, for one test."""
    made = copy_of(told_twice, tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened(tasks: TaskRunner, in_front, qtbot) -> Callable[..., OncePage]:
    """The page, once everything is compared."""

    def open_page(workspace: Workspace, width: int = 1142, height: int = 720, language: str = "en") -> OncePage:
        session = Session(workspace, tasks, Settings(language=language), workspace.pack)
        page = OncePage(session)
        page.resize(width, height)
        in_front(page)
        finished(session, qtbot)
        return page

    return open_page
