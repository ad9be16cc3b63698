"""A coordinator who has accepted two of three answers to a call, and the picture of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.services.coordinating import receiving, triage
from app.services.coordinating.triage import Verdict
from app.services.opening.workspace import Workspace
from app.settings import Settings
from app.ui.picture.page import PicturePage
from app.ui.process.session import Session
from app.ui.process.tasks import TaskRunner
from tests.making import copy_of, make_workspace
from tests.ui.coordinating import OUJDA, RABAT, TANGIER, Member, answer, finished, make_call


@pytest.fixture(scope="session")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A coordinator in Morocco that holds three answers: two accepted, one returned; made once and copied."""
    folder = tmp_path_factory.mktemp("merged")
    made = make_workspace(folder, "Tangier Network", coordinator=True)
    call = make_call(made)
    (folder / "received").mkdir()
    receiving.receive(made, [answer(folder / "received", call, member) for member in (OUJDA, RABAT, TANGIER)])
    for line in triage.inbox(made):
        triage.trust(made, line.organisation, line.sender)
        verdict = Verdict.RETURNED if line.name == TANGIER.name else Verdict.ACCEPTED
        triage.decide(made, line.id, verdict, comment="How many desks?")
    made.close()
    return made.path


@pytest.fixture
def coordinator(tmp_path: Path, merged: Path) -> Iterator[Workspace]:
    """That coordinator, for one test."""
    made = copy_of(merged, tmp_path)
    yield made
    made.close()


@pytest.fixture
def session(coordinator: Workspace, tasks: TaskRunner) -> Session:
    """What a page is given."""
    return Session(coordinator, tasks, Settings(language="en"), coordinator.pack)


@pytest.fixture
def opened(session: Session, in_front, qtbot) -> Callable[..., PicturePage]:
    """The picture, once its figures are there."""

    def open_page(width: int = 1142, height: int = 720) -> PicturePage:
        page = PicturePage(session)
        page.resize(width, height)
        in_front(page)
        finished(session, qtbot)
        return page

    return open_page


@pytest.fixture
def page(opened: Callable[..., PicturePage]) -> PicturePage:
    """The picture in a usual window."""
    return opened()


def accept(session: Session, member: Member) -> None:
    """Accept the submission of a member."""
    line = next(one for one in triage.inbox(session.workspace) if one.name == member.name)
    triage.decide(session.workspace, line.id, Verdict.ACCEPTED)
