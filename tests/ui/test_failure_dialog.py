from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QTextEdit

from app.errors import GroundworkError
from app.ui.failure_dialog import FailureDialog
from app.ui.process import failure
from app.ui.widgets.buttons import Button
from app.ui.widgets.text import Label
from tests.ui.accessible import focused, unnamed

SECRET = "Amina told us"


class StickGoneError(GroundworkError):
    message = "The stick {name} was removed. Put it back and try again."


def _bug() -> Exception:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def test_an_expected_failure_says_its_own_sentence(in_front) -> None:
    dialog = in_front(FailureDialog(StickGoneError(name="BLUE")))
    assert "The stick BLUE was removed. Put it back and try again." in [
        label.text() for label in dialog.findChildren(Label)
    ]
    assert not unnamed(dialog)


def test_a_bug_never_shows_or_copies_what_a_person_wrote(in_front, qtbot) -> None:
    dialog = in_front(FailureDialog(_bug()))
    shown = [label.text() for label in dialog.findChildren(Label)] + [dialog.findChild(QTextEdit).toPlainText()]
    assert not [text for text in shown if SECRET in text]
    assert "ValueError" in shown[-1]
    assert "test_failure_dialog.py" in shown[-1]


def test_details_are_folded_until_asked_for(in_front, qtbot) -> None:
    dialog = in_front(FailureDialog(_bug()))
    details = dialog.findChild(QTextEdit)
    assert not details.isVisible()
    more = next(button for button in dialog.findChildren(Button) if button.text() == "Details")
    more.click()
    assert details.isVisible()


def test_paths_of_this_person_do_not_reach_the_details() -> None:
    assert "/" not in failure.details(_bug()).splitlines()[1].split(":")[0]


@pytest.mark.logs_warning("unexpected: ValueError")
def test_what_leaves_a_slot_reaches_the_dialog_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown: list[BaseException] = []

    def show(error: BaseException) -> None:
        shown.append(error)
        sys.excepthook(KeyError, KeyError("while showing"), None)

    failure.catch(show)
    error = _bug()
    sys.excepthook(type(error), error, error.__traceback__)
    assert shown == [error]


def test_the_safe_button_has_the_focus(in_front) -> None:
    in_front(FailureDialog(_bug()))
    assert focused() == "Go on working"
