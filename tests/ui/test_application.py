from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog

from app import i18n, paths
from app import settings as kept_settings
from app.domain.records import Activity
from app.services.keeping import team
from app.services.opening.workspace import Workspace, open_existing, quick_cost
from app.services.records import recording
from app.settings import Settings
from app.ui.application import Desk
from app.ui.first_run.screen import FirstRun
from app.ui.lock.screen import LockScreen
from app.ui.process.idle import IdleWatch
from app.ui.shell.frame import Frame
from app.ui.widgets.banner import Banner
from app.ui.widgets.fields.line_field import LineField
from tests.making import log_activity
from tests.ui.accessible import focused
from tests.ui.conftest import PASSPHRASE, let_go, type_passphrase
from tests.ui.made_up import texts

OTHER = "four lemons in a boat"


def entered(desk, workspace: Workspace, qtbot) -> Desk:
    """The workspace open in the active window, so that keys reach it."""
    one = desk()
    with qtbot.waitActive(one.window):
        one.start(workspace.path)
        one.window.activateWindow()
    one.enter(workspace)
    qtbot.waitUntil(one.window.centralWidget().isVisible)
    return one


def test_nothing_known_begins_with_the_first_run(desk) -> None:
    one = desk(Settings())
    one.start(None)
    assert isinstance(one.window.centralWidget(), FirstRun)


def test_a_wrong_passphrase_says_so_and_the_right_one_opens(desk, workspace: Workspace, qtbot) -> None:
    workspace.close()
    one = desk()
    one.start(workspace.path)
    assert isinstance(one.window.centralWidget(), LockScreen)
    assert one.window.windowTitle() == "Groundwork"
    type_passphrase(one, qtbot, "not this one")
    assert one.window.centralWidget().findChild(LineField).problem()
    type_passphrase(one, qtbot, PASSPHRASE)
    assert isinstance(one.window.centralWidget(), Frame)
    assert "Tangier Network" in one.window.windowTitle()
    assert kept_settings.load().recent == (str(workspace.path),)


def test_a_lock_waits_for_a_job_that_holds_the_workspace(desk, workspace: Workspace, qtbot) -> None:
    one, go_on = entered(desk, workspace, qtbot), threading.Event()
    done: list[object] = []
    task = one.tasks.run(lambda progress: go_on.wait(10), done=done.append)
    task.holds = True
    one.lock()
    one.panic()
    assert one.workspace is workspace
    assert isinstance(one.window.centralWidget(), Frame)
    go_on.set()
    qtbot.waitUntil(lambda: one.workspace is None)
    assert done == [True], "it was not stopped"
    assert isinstance(one.window.centralWidget(), LockScreen)


def test_locking_leaves_nothing_on_the_screen_and_comes_back_to_the_same_page(
    desk, workspace: Workspace, qtbot
) -> None:
    one = desk()
    one.start(workspace.path)
    one.enter(workspace)
    one.window.centralWidget().go("settings")
    one.lock()
    assert one.workspace is None
    assert one.window.windowTitle() == "Groundwork"
    assert not one.window.centralWidget().findChildren(Frame)
    type_passphrase(one, qtbot, PASSPHRASE)
    assert one.window.centralWidget().pages.current_name == "settings"


def test_a_lock_says_so_and_what_comes_after_it_in_a_fresh_process_is_where_the_person_was(
    desk, workspace: Workspace, qtbot
) -> None:
    one = desk()
    one.start(workspace.path)
    one.enter(workspace)
    one.window.centralWidget().go("settings")
    with qtbot.waitSignal(one.locked):
        one.lock()
    again = desk(kept_settings.load())
    again.start(workspace.path, away=True)
    assert again.window.isMinimized() and not again.window.windowTitle().strip()
    type_passphrase(again, qtbot, PASSPHRASE)
    assert again.window.centralWidget().pages.current_name == "settings"


def test_the_language_changes_everything_and_is_kept(desk, workspace: Workspace, qapp: QApplication) -> None:
    one = desk()
    one.enter(workspace)
    one.set("language", "ar")
    assert i18n.language() == "ar"
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert one.window.centralWidget().layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert kept_settings.load().language == "ar"


def test_text_grows_in_steps_and_stops_at_the_end(desk, workspace: Workspace) -> None:
    one = desk()
    one.enter(workspace)
    sizes = []
    for wish in ("larger", "larger", "smaller", 200, "larger", 100):
        one.set("text_size", wish)
        let_go()
        sizes.append(one.settings.text_size)
    assert sizes == [110, 125, 110, 200, 200, 100]


def test_a_language_given_on_the_command_line_is_not_kept(desk, workspace: Workspace) -> None:
    one = desk(Settings(language="en"), "qps")
    one.enter(workspace)
    assert i18n.language() == "qps"
    assert kept_settings.load().language == "en"


def test_page_and_place_come_back_after_a_restart_and_no_text_is_written_outside(desk, workspace: Workspace) -> None:
    one = desk()
    one.start(workspace.path)
    one.enter(workspace)
    one.window.centralWidget().go("settings")
    one.window.close()
    kept = kept_settings.load().window
    assert set(kept) == {"place", "page"}
    assert kept["page"] == "settings"


def test_a_settings_folder_that_cannot_be_written_stops_nobody(desk, workspace: Workspace) -> None:
    paths.config().parent.mkdir(parents=True, exist_ok=True)
    Path(paths.config()).write_text("a file where the folder should be")
    one = desk()
    one.enter(workspace)
    assert isinstance(one.window.centralWidget(), Frame)


def test_the_step_after_the_language_can_be_gone_on_with_at_once(desk, qtbot) -> None:
    one = desk(Settings())
    with qtbot.waitActive(one.window):
        one.start(None)
        one.window.activateWindow()
    one.window.centralWidget().language_chosen.emit("ar")
    assert one.window.centralWidget().state()["step"] == "language"
    one.show_first_run({"step": "start"})
    assert focused() == "بدء مساحة عمل جديدة"


def test_the_open_record_and_the_filter_come_back_after_a_restart(desk, workspace: Workspace) -> None:
    wanted = log_activity(workspace, title="Evening course")
    log_activity(workspace, title="Legal aid")
    one = desk()
    one.enter(workspace)
    frame = one.window.centralWidget()
    frame.go("activities", wanted)
    frame.pages.page().desk.list.search.setText("evening")
    one.window.close()
    assert all("evening" not in path.read_text("utf-8") for path in paths.config().rglob("*") if path.is_file())
    again = desk(kept_settings.load())
    again.enter(open_existing(workspace.path, PASSPHRASE))
    state = again.window.centralWidget().pages.page().state()
    assert (state["open"], state["filter"]) == (wanted, "evening")


@pytest.mark.parametrize("crashed", [True, False])
def test_only_after_a_crash_the_first_page_leads_to_the_last_text(desk, workspace: Workspace, crashed: bool) -> None:
    if crashed:
        recording.keep(workspace, recording.new(workspace, Activity, title="Cut off in the mid"))
    one = desk()
    one.enter(workspace)
    frame = one.window.centralWidget()
    assert isinstance(frame, Frame) and frame.pages.current_name == "overview"
    told = [banner.accessibleName() for banner in frame.findChildren(Banner)]
    assert told == (["Groundwork closed unexpectedly. Nothing is lost. Your last text is here."] if crashed else [])


def test_the_next_person_lands_where_they_were_and_sees_nothing_of_the_one_before(
    desk, workspace: Workspace, qtbot
) -> None:
    team.add(workspace, "Amina", "editor", passphrase=OTHER, cost=quick_cost())
    one = entered(desk, workspace, qtbot)
    one.window.centralWidget().go("activities")
    for passphrase, page, then in (
        (OTHER, "activities", "feedback"),
        (PASSPHRASE, "activities", "activities"),
        (OTHER, "feedback", "feedback"),
    ):
        qtbot.keyClick(one.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        shown = one.window.centralWidget()
        assert not any(name in words for _where, words in texts(shown) for name in ("Amina", "Samira", "Tangier"))
        type_passphrase(one, qtbot, passphrase)
        frame = one.window.centralWidget()
        qtbot.waitUntil(frame.isVisible)
        assert frame.pages.current_name == page
        frame.go(then)
    assert "calls" not in frame.pages.names()


def test_each_person_has_their_own_language_and_the_lock_speaks_that_of_who_comes_next(
    desk, workspace: Workspace, qtbot
) -> None:
    amina = team.add(workspace, "Amina", "editor", passphrase=OTHER, cost=quick_cost())
    one = entered(desk, workspace, qtbot)
    one.set("language", "fr")
    assert workspace.profile.language == "fr" and team.next_language(workspace) == ""
    one.lock()
    assert i18n.language() == "fr", "nobody knows yet what Amina reads"
    one.window.centralWidget().language_chosen.emit("ar")
    assert i18n.language() == "ar"
    type_passphrase(one, qtbot, OTHER)
    assert one.workspace.profile.language == "ar"
    one.lock()
    assert i18n.language() == "fr", "only Samira can come next"
    type_passphrase(one, qtbot, OTHER)
    assert (one.workspace.profile.id, i18n.language()) == (amina.id, "ar")
    one.window.close()

    told = desk(language="en")
    told.enter(open_existing(workspace.path, OTHER))
    assert i18n.language() == "en", "what was told at the start wins"


def test_the_panic_key_locks_blanks_the_title_and_puts_the_window_away(desk, workspace: Workspace, qtbot) -> None:
    one = entered(desk, workspace, qtbot)
    dialog = QDialog(one.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    dialog.show()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(one.window, Qt.Key.Key_L, both)
    assert one.workspace is None
    assert one.window.windowTitle().strip() == ""
    assert one.window.isMinimized()
    assert not dialog.isVisible()
    type_passphrase(one, qtbot, PASSPHRASE)
    assert "Tangier Network" in one.window.windowTitle()


def test_nobody_there_locks_but_cuts_off_no_job(desk, workspace: Workspace, qtbot) -> None:
    one = desk(Settings(language="en", auto_lock=15))
    one.enter(workspace)
    watch = one.findChild(IdleWatch)
    assert 0 < watch.remaining_ms() <= 16 * 60_000
    one.set("auto_lock", 0)
    assert watch.remaining_ms() == -1
    with qtbot.waitSignal(one.tasks.run(lambda progress: None).finished):
        watch.gone.emit()
        assert one.workspace is workspace
    qtbot.waitUntil(lambda: not one.tasks.running())
    watch.gone.emit()
    assert one.workspace is None


def test_a_computer_that_slept_wakes_locked(desk, workspace: Workspace) -> None:
    one = desk()
    one.enter(workspace)
    one.findChild(IdleWatch).slept.emit()
    assert one.workspace is None
    assert isinstance(one.window.centralWidget(), LockScreen)


def test_log_settings_and_home_hold_nothing_personal(
    desk, workspace: Workspace, qtbot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    team.add(workspace, "Amina Haddad", "focal_point", passphrase=OTHER, cost=quick_cost())
    log_activity(workspace, title="Meeting behind the mill")
    one = desk()
    one.start(workspace.path)
    one.enter(workspace)
    one.set("recent_hidden", True)
    for page in ("activities", "settings"):
        one.window.centralWidget().go(page)
    one.lock()
    type_passphrase(one, qtbot, OTHER)
    one.window.close()
    assert kept_settings.load().recent == ()
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > 4
    for word in ("Amina", "Haddad", "Samira", "mill", OTHER, PASSPHRASE, "Tangier Network"):
        assert word not in caplog.text
        assert not any(word.encode() in data or word.encode("utf-16-le") in data for data in written)
    assert QSettings(QSettings.Scope.UserScope, "Groundwork").allKeys() == []
