"""What came in says how much of it is probably told by others, too, and leads to where that is compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.services.coordinating import triage
from app.services.picturing import duplicates
from app.services.picturing.duplicates import Answer
from app.ui.inbox.page import InboxPage
from app.ui.process.session import Session
from tests.ui.accessible import unnamed
from tests.ui.coordinating import finished, line_of, press, read
from tests.ui.once.conftest import CLINIC, COUNCIL


def test_likely_duplicates_are_told_before_anything_is_accepted(
    page: InboxPage, answered: Callable[..., Path], session: Session, in_front, qtbot
) -> None:
    page.take_in([answered(CLINIC), answered(COUNCIL)])
    finished(session, qtbot)
    qtbot.waitUntil(lambda: "likely duplicate" in read(page))
    assert "1 likely duplicate" in read(page)
    assert not unnamed(page)
    with qtbot.waitSignal(page.navigate) as asked:
        press(page, "To the duplicates")
    assert asked.args == ["once", "waiting"]

    again = InboxPage(session)
    again.resize(1142, 720)
    in_front(again)
    again.restore(page.state())
    assert "1 likely duplicate" in read(again)
    page.open(line_of(session, CLINIC).id)
    assert "1 likely duplicate" in read(page)

    workspace = session.workspace
    ids = [line.id for line in triage.inbox(workspace)]
    found = duplicates.brought(workspace, ids)
    assert {len(pairs) for pairs in found.values()} == {1} and set(found) == set(ids)
    assert duplicates.look(workspace).proposed == (), "nothing counts yet"
    assert duplicates.look(workspace, waiting=True).proposed == found[ids[0]], "but it is told where that is asked for"
    triage.trust_all_waiting(workspace)
    triage.accept_all(workspace)
    (proposed,) = duplicates.look(workspace).proposed
    assert found[ids[0]] == (proposed,)
    duplicates.answer(workspace, *proposed.pair, Answer.NOT_SAME)
    assert duplicates.brought(workspace, ids) == {}, "what somebody answered is asked no more"
