"""Nobody counts before the digits of the key were compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.services.coordinating import triage
from app.services.coordinating.triage import InboxLine, Verdict
from app.storage import exchange
from app.ui.inbox.page import InboxPage
from app.ui.process.session import Session
from tests.ui.accessible import focused
from tests.ui.coordinating import OUJDA, TANGIER, chips, field, finished, line_of, press, read

Answered = Callable[..., Path]
_PLAIN = dict.fromkeys((0x2068, 0x2069))
TakenIn = Callable[..., InboxPage]


def test_an_unknown_sender_cannot_be_accepted_and_the_digits_are_asked_for(
    taken_in: TakenIn, answered: Answered, session: Session
) -> None:
    page = taken_in(answered(OUJDA))
    press(page, "Accept")
    assert line_of(session, OUJDA).verdict is Verdict.WAITING
    assert focused() == "What they read to you"
    assert "What comes from an unknown sender cannot be accepted." in read(page)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("12345 67890", "These are not thirty digits"), ("12345 " * 6, "These digits are not those of the key")],
)
def test_digits_that_differ_trust_nobody(
    taken_in: TakenIn, answered: Answered, session: Session, qtbot, typed: str, problem: str
) -> None:
    page = taken_in(answered(OUJDA))
    qtbot.keyClicks(field(page, "What they read to you"), typed)
    press(page, "Compare")
    assert problem in read(page)
    assert not line_of(session, OUJDA).trusted


def test_digits_are_understood_in_the_numerals_of_the_keyboard(
    taken_in: TakenIn, answered: Answered, session: Session, qtbot
) -> None:
    page = taken_in(answered(TANGIER))
    right = line_of(session, TANGIER).sender
    field(page, "What they read to you").setText(right.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))
    press(page, "Compare")
    assert line_of(session, TANGIER).trusted
    assert "Ready to accept" in chips(page)
    assert focused() == "Accept"


def test_another_key_of_a_known_organisation_is_an_alarm_that_no_click_ends(
    page: InboxPage, answered: Answered, session: Session, qtbot
) -> None:
    first = answered(OUJDA)
    page.take_in([first])
    finished(session, qtbot)
    known = triage.inbox(session.workspace)[0]
    triage.trust(session.workspace, known.organisation, known.sender)
    forged = forge(session, known)
    page.reload()
    page.open(forged)
    told = read(page)
    assert "This is another key than before" in told
    with pytest.raises(AssertionError, match="no button 'They match'"):
        press(page, "They match")

    right = next(line.sender for line in triage.inbox(session.workspace) if line.id == forged)
    qtbot.keyClicks(field(page, "What they read to you"), right)
    press(page, "Compare")
    assert "Write why first" in read(page) and focused() == "Why you trust another key"
    qtbot.keyClicks(field(page, "Why you trust another key"), "Amina called; their laptop broke.")
    press(page, "Compare")
    assert "Why it replaced another key: Amina called; their laptop broke." in read(page).translate(_PLAIN)
    assert {line.id: line.trusted for line in triage.inbox(session.workspace)} == {known.id: False, forged: True}


def forge(session: Session, known: InboxLine) -> str:
    """A submission that says it comes from a known organisation, kept under a key nobody has compared."""
    with session.workspace.writing() as writing:
        kept = exchange.received_one(writing, known.id)
        assert kept is not None
        false = replace(kept, id="f" * 64, sender="11" * 32, received_ms=kept.received_ms + 1)
        exchange.put_received(writing, false)
    return false.id
