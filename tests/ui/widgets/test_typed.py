"""What somebody was typing when the language or the look changes is there afterwards, on whatever page it stood."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from app.services.opening.workspace import Workspace
from app.services.records import commenting
from app.ui import pages
from app.ui.application import Desk
from app.ui.widgets.fields.chips_field import ChipsField
from tests.making import hear_feedback, log_activity, make_call
from tests.ui.test_application import entered

TYPED = "العيادة جاءت 24 Casa"
PAGES = tuple(entry.name for entry in pages.PAGES)


def fields(page: QWidget) -> list[QLineEdit | QTextEdit]:
    """What a person can type into on this page now; no passphrases."""
    found = [one for one in page.findChildren(QWidget) if isinstance(one, QLineEdit | QTextEdit) and one.isVisible()]
    return [one for one in found if not one.isReadOnly() and not _is_secret(one)]


def _is_secret(one: QWidget) -> bool:
    return isinstance(one, QLineEdit) and one.echoMode() is not QLineEdit.EchoMode.Normal


def text(one: QLineEdit | QTextEdit) -> str:
    """What stands in a field; where names are gathered, the last one, begun or added when the field was left."""
    words = one.text() if isinstance(one, QLineEdit) else one.toPlainText()
    above: QWidget | None = one
    while above is not None and not isinstance(above, ChipsField):
        above = above.parentWidget()
    return words or (above.codes()[-1:] or ("",))[0] if above is not None else words


def type_over(one: QLineEdit | QTextEdit) -> None:
    one.setFocus()
    one.selectAll()
    one.insert(TYPED) if isinstance(one, QLineEdit) else one.insertPlainText(TYPED)


def seen(desk: Desk, name: str) -> list[str]:
    frame = desk.window.centralWidget()
    frame.go(name)
    return [text(one) for one in fields(frame.pages.page())]


def test_what_is_typed_on_any_page_outlives_a_change_of_language_and_of_look(desk, workspace: Workspace, qtbot) -> None:
    record = log_activity(workspace, title="Legal aid desk")
    hear_feedback(workspace)
    make_call(workspace, workspace)
    commenting.ask(workspace, record)
    one = entered(desk, workspace, qtbot)
    frame, before = one.window.centralWidget(), {}
    for name in PAGES:
        frame.go(name)
        for field in fields(frame.pages.page()):
            if field.isVisible():
                type_over(field)
        before[name] = seen(one, name)
    assert frame.pages.page() is not None and sum(TYPED in words for found in before.values() for words in found) > 15
    assert TYPED in before["review"], "the comment"

    for setting, value in (("language", "ar"), ("theme", "dark")):
        one.set(setting, value)
        qtbot.waitUntil(one.window.centralWidget().isVisible)
        assert {name: seen(one, name) for name in PAGES} == before, setting
