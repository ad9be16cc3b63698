from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.i18n import languages
from app.services.opening.workspace import digits
from app.services.submitting import calls
from app.ui.calls.page import CallsPage
from app.ui.process.session import Session
from app.ui.widgets.fields.text_field import TextEdit
from app.ui.widgets.lists.list_view import ListView
from tests.making import make_workspace
from tests.ui.accessible import unnamed
from tests.ui.coordinating import make_call, press, read
from tests.ui.made_up import clipped, untranslated


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the person chooses in every dialog."""
    path = tmp_path / "stick" / "call.gwb"
    path.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    return path


@pytest.fixture
def page(session: Session, in_front) -> CallsPage:
    made = CallsPage(session)
    made.resize(1142, 720)
    return in_front(made)


def test_the_file_of_a_new_call_can_be_taken_by_others(page: CallsPage, chosen: Path, tmp_path: Path, qtbot) -> None:
    title = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Title")
    qtbot.keyClicks(title, "Third quarter")
    qtbot.keyClicks(page.findChild(TextEdit), "15 Which languages?")
    with qtbot.waitSignal(page.toast) as said:
        press(page, "Save the call file")
    assert "call.gwb" in said.args[0]
    taker = make_workspace(tmp_path, "Taker", seed=9)
    taken = calls.take(taker, chosen.read_bytes())
    taker.close()
    assert (taken.title, [one.text for one in taken.questions]) == ("Third quarter", ["Which languages?"])
    assert taken.questions[0].objective == 15
    assert "Third quarter" in read(page)
    assert page.findChild(ListView).current_id() == taken.id


def test_thinking_better_of_the_dialog_makes_no_call(page: CallsPage, session: Session, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    press(page, "Save the call file")
    assert calls.every(session.workspace) == ()


def test_a_file_saved_again_is_the_same_file(page: CallsPage, session: Session, chosen: Path) -> None:
    data = make_call(session.workspace)
    page.reload()
    page.open(calls.every(session.workspace)[0].id)
    press(page, "Save the call file")
    assert chosen.read_bytes() == data
    assert len(calls.every(session.workspace)) == 1


def test_the_own_digits_are_shown_in_the_order_in_which_they_are_read(page: CallsPage, session: Session) -> None:
    shown = [line for line in read(page).splitlines() if line.startswith("\u2066")]
    assert [line.strip("\u2066\u2069").split() for line in shown] == [digits(session.workspace).split()]


def test_calls_taken_from_others_are_not_listed(page: CallsPage, session: Session, tmp_path: Path) -> None:
    other = make_workspace(tmp_path, "Another coordinator", coordinator=True, seed=8)
    calls.take(session.workspace, make_call(other))
    other.close()
    page.reload()
    assert page.findChild(ListView).rows.rowCount() == 0


def test_what_is_being_written_survives_a_rebuild(page: CallsPage, session: Session, in_front, qtbot) -> None:
    qtbot.keyClicks(page.findChild(TextEdit), "How many desks?")
    again = CallsPage(session)
    again.restore(page.state())
    in_front(again)
    assert again.findChild(TextEdit).toPlainText() == "How many desks?"


def test_a_new_call_is_asked_for_from_another_page(page: CallsPage, session: Session) -> None:
    make_call(session.workspace)
    page.reload()
    page.open(calls.every(session.workspace)[0].id)
    page.open("new")
    assert "New call" in read(page)
    assert page.findChild(ListView).current_id() == ""


@pytest.mark.parametrize("size", [(1142, 720), (968, 592)])
def test_nothing_is_untranslated_or_cut(session: Session, in_front, dressed, size: tuple[int, int]) -> None:
    dressed("qps")
    make_call(session.workspace)
    page = CallsPage(session)
    page.resize(*size)
    in_front(page)
    names = (*(one.name for one in languages()), "July", "September", "November", "2026", "to")
    assert not [found for found in clipped(page) if not found.startswith("QToolButton")]  # shows an icon only
    assert not untranslated(page, *names)
    page.open(calls.every(session.workspace)[0].id)
    assert not [found for found in clipped(page) if not found.startswith("QToolButton")]
    assert page.size().width() == size[0]


def test_every_control_has_a_name(page: CallsPage) -> None:
    assert not unnamed(page)


def test_a_call_is_changed_and_withdrawn_and_each_file_says_so(
    page: CallsPage, session: Session, chosen: Path, qtbot
) -> None:
    make_call(session.workspace)
    page.reload()
    first = calls.every(session.workspace)[0]
    page.open(first.id)
    press(page, "Change this call")
    assert "Change the call" in read(page)
    press(page, "Save the changed call")
    assert len(calls.every(session.workspace)) == 1, "nothing was changed, so nothing was made"
    title = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Title")
    qtbot.keyClicks(title, "Autumn")
    press(page, "Save the changed call")

    (second,) = calls.open_(session.workspace)
    assert (second.title, second.replaces, second.due) == ("Autumn", (first.id,), first.due)
    assert chosen.read_bytes() == calls.file_of(session.workspace, second)
    assert "Changed since the call of" in read(page)
    assert page.findChild(ListView).rows.rowCount() == 1, "the one before is not listed beside it"
    press(page, "Withdraw")
    assert calls.open_(session.workspace) == ()
    assert "Nobody is asked any more" in read(page)
    assert calls.newest_of(session.workspace, first).withdrawn
