from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from app.services.opening.workspace import Workspace
from app.settings import Settings
from app.ui.first_run.screen import FirstRun
from tests.ui.accessible import focused, names_in_tab_order, unnamed
from tests.ui.made_up import clipped, untranslated

NAMES = ("English", "Français", "Español", "العربية", "Русский", "中文", "qps", "workspace.groundwork")


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's documents, in a folder of the test."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    return tmp_path


def _press(qtbot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def _tab_to(qtbot, name: str) -> QWidget:
    for _turn in range(40):
        if focused() == name:
            return QApplication.focusWidget()
        _press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reached {name!r}; it is at {focused()!r}")


def _write(qtbot, name: str, text: str) -> None:
    qtbot.keyClicks(_tab_to(qtbot, name), text)


def test_a_workspace_is_made_without_a_pointer(qtbot, in_front, documents: Path) -> None:
    screen = FirstRun(asks_language=True)
    opened: list[Workspace] = []
    screen.made.connect(opened.append)
    in_front(screen)
    _tab_to(qtbot, "English")
    _press(qtbot, Qt.Key.Key_Return)
    _tab_to(qtbot, "Start a new workspace")
    _press(qtbot, Qt.Key.Key_Return)
    _write(qtbot, "Name of your organisation", "Tangier Network")
    _write(qtbot, "Your name", "Samira B.")
    _tab_to(qtbot, "We coordinate others")
    _press(qtbot, Qt.Key.Key_Space)
    _tab_to(qtbot, "Next")
    _press(qtbot, Qt.Key.Key_Return)
    _write(qtbot, "Passphrase", "a tiger and an olive")
    _write(qtbot, "The same passphrase again", "a tiger and an olive")
    _tab_to(qtbot, "I have kept it safe. I know that nobody can open the workspace without it.")
    _press(qtbot, Qt.Key.Key_Space)
    _tab_to(qtbot, "Make the workspace")
    _press(qtbot, Qt.Key.Key_Return)
    made = opened[0]
    assert made.organisation.name == "Tangier Network"
    assert made.profile.name == "Samira B."
    assert made.coordinator
    assert made.path == documents / "Tangier-Network.groundwork"
    made.close()


def test_two_passphrases_that_differ_make_nothing(qtbot, in_front, documents: Path) -> None:
    screen = FirstRun(asks_language=False)
    in_front(screen)
    screen.restore({"step": "passphrase", "organisation": {"name": "X"}})
    _write(qtbot, "Passphrase", "a tiger and an olive")
    _write(qtbot, "The same passphrase again", "a tiger and an oliva")
    _tab_to(qtbot, "Make the workspace")
    _press(qtbot, Qt.Key.Key_Return)
    assert focused() == "The same passphrase again"
    assert not list(documents.glob("*.groundwork"))


def test_an_organisation_without_a_name_is_asked_for_it(qtbot, in_front) -> None:
    screen = FirstRun(asks_language=False)
    in_front(screen)
    screen.restore({"step": "organisation"})
    _tab_to(qtbot, "Next")
    _press(qtbot, Qt.Key.Key_Return)
    assert focused() == "Name of your organisation"
    assert screen.state()["step"] == "organisation"


def test_what_was_typed_is_carried_into_another_language_but_never_a_passphrase(in_front, qtbot, dressed) -> None:
    screen = FirstRun(asks_language=False)
    in_front(screen)
    screen.restore({"step": "organisation", "organisation": {"name": "Red", "country": "MA", "coordinates": True}})
    kept = screen.state()
    dressed("ar")
    again = FirstRun(asks_language=False)
    again.restore(kept)
    assert again.state() == kept
    assert again.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert set(kept) == {"step", "organisation"}


def test_a_workspace_that_is_there_is_opened_by_its_file(qtbot, in_front, monkeypatch, tmp_path: Path) -> None:
    wanted = tmp_path / "x.groundwork"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_ask: (str(wanted), ""))
    screen = FirstRun(asks_language=False)
    in_front(screen)
    with qtbot.waitSignal(screen.open_asked) as asked:
        _tab_to(qtbot, "Open a workspace or a backup")
        _press(qtbot, Qt.Key.Key_Return)
    assert asked.args == [wanted]


@pytest.mark.parametrize("step", ["language", "start", "organisation", "passphrase"])
def test_every_step_is_named_translated_and_uncut(step: str, in_front, dressed, documents: Path) -> None:
    dressed("qps")
    screen = FirstRun(asks_language=True)
    screen.resize(1366, 768)
    screen.restore({"step": step})
    in_front(screen)
    screen.grab()
    assert not unnamed(screen)
    assert not untranslated(screen, *NAMES, str(documents))
    assert not clipped(screen)


def test_the_order_of_tab_is_the_order_of_reading(in_front) -> None:
    screen = FirstRun(asks_language=False)
    in_front(screen)
    screen.restore({"step": "organisation"})
    order = names_in_tab_order(screen)
    wanted = ["Name of your organisation", "What kind of organisation", "Country", "Your name", "We coordinate others"]
    assert [name for name in order if name in wanted] == wanted
    assert order.index("Next") > order.index("We coordinate others")


def test_enter_goes_from_field_to_field_and_makes_the_workspace(qtbot, in_front, documents: Path) -> None:
    screen = FirstRun(asks_language=False)
    opened: list[Workspace] = []
    screen.made.connect(opened.append)
    in_front(screen)
    screen.restore({"step": "passphrase", "organisation": {"name": "X"}})
    assert focused() == "Passphrase"
    for _field in range(2):
        qtbot.keyClicks(QApplication.focusWidget(), "a tiger and an olive")
        _press(qtbot, Qt.Key.Key_Return)
    _press(qtbot, Qt.Key.Key_Space)
    _press(qtbot, Qt.Key.Key_Return)
    _press(qtbot, Qt.Key.Key_Return)
    assert opened[0].organisation.name == "X"
    opened[0].close()


def test_without_a_folder_for_documents_the_workspace_is_kept_at_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path / "Documents"))
    screen = FirstRun(asks_language=False)
    qtbot.addWidget(screen)
    assert screen.state()["organisation"]["folder"] == str(Path.home())


def test_enter_passes_the_choice_of_a_folder_and_stops_at_next(qtbot, in_front) -> None:
    screen = FirstRun(asks_language=False)
    in_front(screen)
    screen.restore({"step": "organisation"})
    seen = []
    for _turn in range(5):
        _press(qtbot, Qt.Key.Key_Return)
        seen.append(focused())
    assert seen == ["What kind of organisation", "Country", "Your name", "We coordinate others", "Next"]


def test_the_very_first_window_is_arabic_from_the_right_where_the_computer_is(desk, qapp: QApplication) -> None:
    one = desk(Settings(), "ar")
    one.start(None)
    first = one.window.centralWidget()
    assert first.layoutDirection() == qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    shown = " ".join(label.text() for label in first.findChildren(QLabel) if label.isVisibleTo(first))
    arabic = sum("\u0620" <= letter <= "\u064a" for letter in shown)
    assert arabic > sum(letter.isascii() and letter.isalpha() for letter in shown.replace("Groundwork", ""))


def test_a_folder_that_another_program_copies_is_refused_unless_somebody_insists(
    qtbot, in_front, documents: Path, monkeypatch
) -> None:
    synced = documents / "Dropbox"
    synced.mkdir()
    screen = FirstRun(asks_language=False)
    in_front(screen)
    screen.restore({"step": "organisation", "organisation": {"name": "X", "folder": str(synced)}})
    step = screen._organisation  # noqa: SLF001
    assert step.anyway.isVisible()
    _tab_to(qtbot, "Next")
    _press(qtbot, Qt.Key.Key_Return)
    assert screen.state()["step"] == "organisation"
    assert "Nothing was made" in step.place_warning.text() and focused() == "Another folder"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_ask: str(documents))
    step.anyway.set_value(True)
    _press(qtbot, Qt.Key.Key_Return)
    assert not step.anyway.isVisible() and not step.founding("en").anywhere, "said of one folder, never of the next"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_ask: str(synced))
    _press(qtbot, Qt.Key.Key_Return)
    step.anyway.control.click()
    assert step.founding("en").anywhere
    _tab_to(qtbot, "Next")
    _press(qtbot, Qt.Key.Key_Return)
    assert screen.state()["step"] == "passphrase"
