from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.services import receiving
from app.services.receiving import InboxLine, Verdict
from app.ui.inbox.entries import EntriesView
from app.ui.inbox.page import InboxPage, waiting
from app.ui.session import Session
from app.ui.widgets.list_view import ListView
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import OUJDA, RABAT, TANGIER, Member, finished, press, read
from tests.ui.made_up import clipped, untranslated

Answered = Callable[..., Path]
TakenIn = Callable[..., InboxPage]
LATER = {"title": "A mobile desk in the villages", "objectives": "4", "place": "MA007"}


def line_of(session: Session, member: Member) -> InboxLine:
    """The newest submission of a member."""
    return next(one for one in receiving.inbox(session.workspace) if one.name == member.name)


def field(page: InboxPage, name: str) -> QLineEdit:
    """The field in sight with this name."""
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


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
    assert "Ready to accept" in receiving_marks(page)
    assert focused() == "Accept"


def receiving_marks(page: InboxPage) -> str:
    """What the list says of every row."""
    rows = page.findChild(ListView).rows
    return "\n".join(row.status for place in range(rows.rowCount()) if (row := rows.row(place)))


def test_another_key_of_a_known_organisation_is_an_alarm_that_no_click_ends(
    page: InboxPage, answered: Answered, session: Session, qtbot
) -> None:
    first = answered(OUJDA)
    page.take_in([first])
    finished(session, qtbot)
    known = receiving.inbox(session.workspace)[0]
    receiving.trust(session.workspace, known.organisation, known.sender)
    forged = forge(session, known)
    page.reload()
    page.open(forged)
    told = read(page)
    assert "This is another key than before" in told
    with pytest.raises(AssertionError, match="no button 'They match'"):
        press(page, "They match")


def forge(session: Session, known: InboxLine) -> str:
    """A submission that says it comes from a known organisation, kept under a key nobody has compared."""
    from dataclasses import replace

    from app.storage import exchange

    with session.workspace.writing() as writing:
        kept = exchange.received_one(writing, known.id)
        assert kept is not None
        false = replace(kept, id="f" * 64, sender="11" * 32, received_ms=kept.received_ms + 1)
        exchange.put_received(writing, false)
    return false.id


@pytest.mark.parametrize(
    ("button", "problem", "verdict"),
    [
        ("Return with questions", "Write your question first.", Verdict.RETURNED),
        ("Not used", "Write the reason first.", Verdict.REJECTED),
    ],
)
def test_what_the_sender_must_learn_needs_a_comment(
    taken_in: TakenIn, answered: Answered, session: Session, qtbot, button: str, problem: str, verdict: Verdict
) -> None:
    page = taken_in(answered(OUJDA))
    press(page, button)
    assert problem in read(page)
    assert (focused(), line_of(session, OUJDA).verdict) == ("Comment", Verdict.WAITING)
    qtbot.keyClicks(field(page, "Comment"), "Which desk?")
    press(page, button)
    assert (line_of(session, OUJDA).verdict, line_of(session, OUJDA).comment) == (verdict, "Which desk?")
    assert "Which desk?" in read(page)


def test_taking_back_decides_as_it_was_decided_before(
    taken_in: TakenIn, answered: Answered, session: Session, qtbot
) -> None:
    page = taken_in(answered(OUJDA))
    qtbot.keyClicks(field(page, "Comment"), "Which desk?")
    press(page, "Return with questions")
    with qtbot.waitSignal(page.toast) as said:
        press(page, "Put aside")
    said.args[1]()
    assert (line_of(session, OUJDA).verdict, line_of(session, OUJDA).comment) == (Verdict.RETURNED, "Which desk?")


def test_all_that_are_ready_are_accepted_at_once_and_taken_back_at_once(
    taken_in: TakenIn, answered: Answered, session: Session, qtbot
) -> None:
    page = taken_in(answered(OUJDA), answered(RABAT), answered(TANGIER))
    for member in (OUJDA, RABAT):
        line = line_of(session, member)
        receiving.trust(session.workspace, line.organisation, line.sender)
    page.reload()
    with qtbot.waitSignal(page.toast) as said:
        press(page, "Accept all 2 that are ready")
    assert said.args[0] == "2 submissions were accepted."
    assert line_of(session, TANGIER).verdict is Verdict.WAITING
    said.args[1]()
    assert waiting(session) == 3


def test_a_later_version_replaces_the_one_before(taken_in: TakenIn, answered: Answered, session: Session) -> None:
    page = taken_in(answered(OUJDA), answered(OUJDA, LATER, name="final_v3.pdf"))
    newest = line_of(session, OUJDA)
    receiving.trust(session.workspace, newest.organisation, newest.sender)
    receiving.accept_all(session.workspace)
    page.reload()
    assert sorted(receiving_marks(page).splitlines()) == ["Accepted", "Replaced by a newer version"]
    second = next(one for one in receiving.inbox(session.workspace) if one.revision == 2)
    page.open(second.id)
    assert "Version 2 replaces version 1." in read(page)


def test_questions_of_the_call_without_an_answer_are_asked_with_one_press(
    taken_in: TakenIn, answered: Answered
) -> None:
    page = taken_in(answered(OUJDA))
    assert "1 of 2 questions of the call are open" in read(page)
    press(page, "Ask")
    assert field(page, "Comment").text() == "Which languages are spoken?"


def test_what_the_sender_wrote_can_be_read_and_not_changed(taken_in: TakenIn, answered: Answered, qtbot) -> None:
    page = taken_in(answered(TANGIER))
    text = page.findChild(EntriesView)
    before = text.toPlainText()
    assert "قادت جمعية الناجيات اليوم الثاني من التدريب." in before
    assert "Also contributes to 10 Trafficking" in before
    assert "22 Social security: nothing done" in before
    qtbot.keyClicks(text, "changed")
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert text.toPlainText() == before


def test_the_arrows_walk_the_list_and_the_detail_follows(taken_in: TakenIn, answered: Answered, qtbot) -> None:
    page = taken_in(answered(OUJDA), answered(RABAT))
    rows = page.findChild(ListView)
    rows.setFocus()
    seen = set()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down):
        qtbot.keyClick(rows, key)
        seen.add(read(page).split("Submission 1")[0].strip().splitlines()[-1])
    assert seen == {OUJDA.name, RABAT.name}


def test_a_comment_that_was_not_sent_and_the_summary_survive_a_rebuild(
    page: InboxPage, answered: Answered, session: Session, in_front, qtbot
) -> None:
    page.take_in([answered(OUJDA)])
    finished(session, qtbot)
    page.open(line_of(session, OUJDA).id)
    qtbot.keyClicks(field(page, "Comment"), "Which desk?")
    again = InboxPage(session)
    again.resize(1142, 720)
    again.restore(page.state())
    in_front(again)
    assert field(again, "Comment").text() == "Which desk?"
    press(again, "1 file was read.")
    assert "Sender unknown (1)" in read(again)


def test_two_imports_are_told_in_one_summary_until_it_is_closed(
    page: InboxPage, answered: Answered, session: Session, tmp_path: Path, qtbot
) -> None:
    page.take_in([tmp_path / "gone.pdf"])
    page.take_in([answered(OUJDA)])
    finished(session, qtbot)
    assert "gone.pdf: not used" in read(page)
    assert "Sender unknown (1)" in read(page)
    press(page, "Close the summary")
    assert "gone.pdf" not in read(page)


def test_an_empty_inbox_says_what_to_do(page: InboxPage) -> None:
    assert "Nothing came in yet" in read(page)
    assert page.primary() is None


def test_every_control_has_a_name(taken_in: TakenIn, answered: Answered) -> None:
    assert not unnamed(taken_in(answered(OUJDA)))


@pytest.mark.parametrize("size", [(1142, 720), (968, 592)])
def test_nothing_is_untranslated_or_cut(
    session: Session, answered: Answered, in_front, dressed, qtbot, size: tuple[int, int]
) -> None:
    dressed("qps")
    page = InboxPage(session)
    page.resize(*size)
    in_front(page)
    page.take_in([answered(OUJDA), answered(RABAT)])
    finished(session, qtbot)
    names = (OUJDA.name, RABAT.name, "21.gwb", "22.gwb", "How many desks?", "Which languages are spoken?")
    words = ("July", "September", "2026", "and", "to", "Tangier Network")
    qtbot.waitUntil(lambda: not clipped(page))
    assert not untranslated(page, *names, *words)
    page.open(line_of(session, RABAT).id)
    qtbot.waitUntil(lambda: not clipped(page))
    assert not untranslated(page, *names, *words, *_objectives(session))
    assert page.width() == size[0]


def _objectives(session: Session) -> list[str]:
    return [one.name("en") for one in session.pack.objectives]


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_it_opens_in_every_theme_mirrored_at_150_percent(
    session: Session, answered: Answered, in_front, dressed, qtbot, look: str
) -> None:
    dressed("ar", look, 150)
    page = InboxPage(session)
    page.resize(968, 592)
    in_front(page)
    page.take_in([answered(OUJDA)])
    finished(session, qtbot)
    page.open(line_of(session, OUJDA).id)
    assert page.width() == 968
    qtbot.waitUntil(lambda: not clipped(page))
