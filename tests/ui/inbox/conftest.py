"""A coordinator who has made a call, the window of it, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.shared import Question
from app.ui.inbox.page import InboxPage
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from tests.ui.coordinating import Member, answer, finished, make_call, press

QUESTIONS = (Question("q1", "How many desks?", 4), Question("q2", "Which languages are spoken?", 13))


@pytest.fixture
def answered(tmp_path: Path, session: Session) -> Callable[..., Path]:
    """Make the file of a member: `answered(OUJDA)`, `answered(OUJDA, {...}, name="second.pdf")`."""
    call = make_call(session.workspace, *QUESTIONS)
    folder = tmp_path / "received"
    folder.mkdir()

    def make(member: Member, *more: dict[str, str], name: str = "") -> Path:
        return answer(folder, call, member, *more, name=name)

    return make


@pytest.fixture
def frame(session: Session, in_front) -> Frame:
    """The window of the coordinator, at the inbox."""
    made = Frame(session)
    made.resize(1366, 768)
    made.restore({"page": "inbox"})
    return in_front(made)


@pytest.fixture
def page(session: Session, in_front) -> InboxPage:
    """The inbox alone."""
    made = InboxPage(session)
    made.resize(1142, 720)
    return in_front(made)


@pytest.fixture
def taken_in(page: InboxPage, session: Session, qtbot) -> Callable[..., InboxPage]:
    """Take files in, close the summary, and stand on the first submission."""

    def take(*paths: Path) -> InboxPage:
        page.take_in(list(paths))
        finished(session, qtbot)
        press(page, "Close the summary")
        return page

    return take
