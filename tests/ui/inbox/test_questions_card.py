"""Returning with questions: each is written at a field, travels with the decision, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.services.coordinating import triage
from app.services.coordinating.triage import Verdict
from app.ui.inbox.page import InboxPage
from app.ui.inbox.questions_card import QuestionsCard
from app.ui.process.session import Session
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.fields.code_field import CodeField
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import OUJDA, field, line_of, press, read

Answered = Callable[..., Path]
TakenIn = Callable[..., InboxPage]


def chosen(page: InboxPage, label: str, words: str) -> str:
    """Choose an entry or a field by what it is called; its code."""
    found = next(one for one in page.findChildren(CodeField) if one.label() == label)
    combo = found.control
    combo.setCurrentIndex(combo.findText(words))
    found.edited.emit()
    return found.value()


def test_a_question_stands_at_its_field_and_goes_with_the_decision(
    taken_in: TakenIn, answered: Answered, session: Session, in_front, qtbot
) -> None:
    page = taken_in(answered(OUJDA))
    press(page, "Ask this")
    assert "Write the question first." in read(page) and focused() == "Question"
    press(page, "Return with questions")
    assert "Ask a question about a field" in read(page)

    entry = chosen(page, "About", "Interpreters for the school office")
    asked = chosen(page, "Field", "What happened")
    qtbot.keyClicks(field(page, "Question"), "Which school?")
    press(page, "Ask this")
    assert {"Which school?", "Interpreters for the school office, What happened"} <= set(read(page).splitlines())
    for words in ("Since when?", "How often?"):
        chosen(page, "Field", "When")
        qtbot.keyClicks(field(page, "Question"), words)
        press(page, "Ask this")
    assert "Since when? How often?" in read(page), "two questions at one field are both asked"
    assert not unnamed(page)

    again = InboxPage(session)
    again.resize(1142, 720)
    again.restore(page.state())
    in_front(again)
    assert "Which school?" in read(again), "what is not sent yet survives"
    (gone,) = [one for one in again.findChildren(IconButton) if "Since when?" in one.accessibleName()]
    gone.click()
    with qtbot.waitSignal(again.toast) as said:
        press(again, "Return with questions")
    line = line_of(session, OUJDA)
    assert (line.verdict, line.comment, dict(line.questions)) == (
        Verdict.RETURNED,
        "",
        {f"{entry}.{asked}": "Which school?"},
    )
    assert "Which school?" in read(again), "what was asked is shown with the decision"
    said.args[1]()
    assert (line_of(session, OUJDA).verdict, dict(line_of(session, OUJDA).questions)) == (Verdict.WAITING, {})
    assert "Which school?" not in read(again)


def test_what_was_asked_last_is_asked_again_unless_it_is_taken_out(
    taken_in: TakenIn, answered: Answered, session: Session
) -> None:
    page = taken_in(answered(OUJDA))
    line = line_of(session, OUJDA)
    entry = next(one.id for one in triage.opened(session.workspace, line.id).entries if one.KIND == "activity")
    triage.decide(session.workspace, line.id, Verdict.RETURNED, questions={f"{entry}.title": "Which one?"})
    page.reload()
    (shown,) = [one for one in page.findChildren(QuestionsCard) if one.isVisible()]
    assert "Which one?" in read(shown)
    press(page, "Put aside")
    assert dict(line_of(session, OUJDA).questions) == {f"{entry}.title": "Which one?"}
