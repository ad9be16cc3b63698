from __future__ import annotations

from app.services.keeping import recovering
from app.services.opening.workspace import Workspace
from app.ui.lock.forgotten import Forgotten
from app.ui.lock.screen import LockScreen
from app.ui.shell.frame import Frame
from tests.ui.accessible import unnamed
from tests.ui.conftest import type_passphrase
from tests.ui.made_up import clipped, untranslated

NEW = "three blue paper cups"


def test_who_forgot_the_passphrase_types_two_cards_and_a_new_one(desk, workspace: Workspace, qtbot) -> None:
    made = recovering.fresh(workspace)
    recovering.keep(workspace, made)
    workspace.close()
    one = desk()
    one.start(workspace.path)
    lock = one.window.centralWidget()
    lock.forgot.click()
    form = lock.findChild(Forgotten)
    form.words.set_value(made.cards[0])
    form.use.click()
    assert "One card alone opens nothing" in form.words.problem()
    form.words.set_value(f"{made.cards[0]}\n{made.cards[2]}")
    form.use.click()
    assert form.new.one.problem()
    form.new.one.set_value(NEW)
    form.new.two.set_value(NEW)
    form.use.click()
    assert isinstance(one.window.centralWidget(), Frame)
    assert form.words.value() == form.new.one.text() == ""
    one.lock()
    type_passphrase(one, qtbot, NEW)
    assert isinstance(one.window.centralWidget(), Frame)


def test_words_of_another_workspace_say_so_and_the_way_back_asks_for_the_passphrase(
    workspace: Workspace, tasks, in_front
) -> None:
    recovering.keep(workspace, recovering.fresh(workspace))
    lock = in_front(LockScreen(workspace.path, tasks))
    lock.forgot.click()
    form = lock.findChild(Forgotten)
    form.words.set_value("abandon " * 23 + "art")
    form.new.one.set_value(NEW)
    form.new.two.set_value(NEW)
    form.use.click()
    assert "do not open this workspace" in form.words.problem()
    form.back.click()
    assert form.words.value() == ""
    assert lock.forgot.isVisible() and not form.isVisible()


def test_the_form_counts_words_and_is_named_translated_and_uncut(
    workspace: Workspace, tasks, in_front, dressed, qtbot
) -> None:
    dressed("qps")
    lock = LockScreen(workspace.path, tasks)
    lock.resize(1366, 900)
    in_front(lock)
    lock.forgot.click()
    form = lock.findChild(Forgotten)
    qtbot.keyClicks(form.words.control, "one, two")
    assert "2" in form.words.control.accessibleDescription()
    form.words.clear()
    assert not unnamed(lock)
    assert untranslated(lock) == ["LanguageButton: 'qps'"]  # the made-up language has no name
    lock.grab()
    assert clipped(lock) == []
