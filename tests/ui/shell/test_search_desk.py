"""Search everything: one key, one list, and the window as it was when it is closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget

from app import i18n
from app.domain.filling import filled
from app.domain.records import Commitment, Practice
from app.i18n import _
from app.services.opening.people import Profile
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.ui.pages import entries
from app.ui.process.session import Session
from app.ui.settings import table
from app.ui.settings.page import SettingsPage
from app.ui.shell import commands, finding
from app.ui.shell.commands import GO, Errand
from app.ui.shell.frame import Frame
from app.ui.widgets.lists.palette import Palette
from app.ui.widgets.toast import Toast
from tests.making import hear_feedback, log_activity, work_as
from tests.ui.accessible import unnamed
from tests.ui.made_up import clipped, untranslated

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def frame(session: Session, in_front: Callable[[QWidget], QWidget]) -> Frame:
    made = in_front(Frame(session))
    made.resize(1366, 768)
    made.restore({"page": "settings"})
    yield made
    made.leave()


def shown(frame: Frame) -> dict[str, list[str]]:
    """The titles under each heading."""
    rows, found, heading = frame.search.palette.rows, {}, ""
    for place in range(rows.rowCount()):
        words = rows.data(rows.index(place, 0))
        if rows.entry(place) is None:
            heading = words
        else:
            found.setdefault(heading, []).append(words)
    return found


def search(frame: Frame, qtbot, typed: str) -> dict[str, list[str]]:
    """Open the palette by its key, type, and wait for what is found."""
    palette = frame.search.palette
    qtbot.keyClick(frame, Qt.Key.Key_K, CONTROL)
    assert palette.field.hasFocus()
    with qtbot.waitSignal(palette.asked, check_params_cb=lambda said: said == typed):
        qtbot.keyClicks(palette.field, typed)
    qtbot.waitUntil(lambda: palette.count_words() not in ("", "Looking …"))
    return shown(frame)


def press(frame: Frame, qtbot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(frame.search.palette.field, key)


def test_records_of_every_kind_objectives_pages_settings_and_commands_are_in_one_list(
    frame: Frame, workspace: Workspace, qtbot
) -> None:
    log_activity(workspace, title="Text messages against trafficking")
    hear_feedback(workspace, paraphrase="The text was too small.\nThey could not read it.")

    found = search(frame, qtbot, "text")
    assert list(found) == ["Settings", "Activities", "Feedback", "What you can do"]
    assert found == {
        "Settings": ["Text size", "Names in your texts"],
        "Activities": ["Text messages against trafficking"],
        "Feedback": ["The text was too small."],
        "What you can do": ["Larger text", "Smaller text"],
    }
    assert frame.search.palette.count_words() == "6 found"
    assert frame.search.palette.field.accessibleDescription() == "Settings: Text size"
    press(frame, qtbot, Qt.Key.Key_Escape)
    assert search(frame, qtbot, "inb")["Pages"] == ["Inbox"]
    press(frame, qtbot, Qt.Key.Key_Escape)
    assert search(frame, qtbot, "7")["Objectives"][0] == "7 Vulnerability"


def test_enter_opens_the_first_and_arrows_pass_over_headings(frame: Frame, workspace: Workspace, qtbot) -> None:
    log_activity(workspace, title="Desk one")
    wanted = hear_feedback(workspace, paraphrase="The desk was closed")
    search(frame, qtbot, "desk")
    press(frame, qtbot, Qt.Key.Key_Down)
    assert frame.search.palette.field.accessibleDescription().startswith("Feedback: The desk was closed")
    press(frame, qtbot, Qt.Key.Key_Return)

    assert not frame.search.palette.isVisible()
    assert frame.pages.current_name == "feedback"
    assert frame.pages.page().desk.form.loaded().record.id == wanted
    search(frame, qtbot, "vulner")
    press(frame, qtbot, Qt.Key.Key_Return)
    assert frame.pages.current_name == "objectives"


def test_a_record_of_any_kind_is_found_told_by_its_kind_and_opened_on_its_page(
    frame: Frame, workspace: Workspace, qtbot
) -> None:
    draft = recording.new(workspace, Practice)
    wanted = recording.save(workspace, filled(draft, {"title": "Tea before forms"})).id
    assert search(frame, qtbot, "tea bef") == {"Records": ["Tea before forms"]}
    assert "Practice" in frame.search.palette.rows.entry(1).facts
    press(frame, qtbot, Qt.Key.Key_Return)
    assert frame.pages.current_name == "records"
    assert frame.pages.page().desk.form.loaded().record.id == wanted


def test_enter_right_after_the_last_key_waits_for_what_was_typed(frame: Frame, qtbot) -> None:
    qtbot.keyClick(frame, Qt.Key.Key_K, CONTROL)
    qtbot.keyClicks(frame.search.palette.field, "picture")
    press(frame, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: frame.pages.current_name == "picture")


def test_a_setting_is_found_by_other_words_and_gets_the_focus(frame: Frame, qtbot) -> None:
    found = search(frame, qtbot, "appearance")
    assert found == {"Settings": ["Theme"]}
    press(frame, qtbot, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QRadioButton)
    assert focused.text() == "Like the system"


def test_commands_lock_and_change_the_look(frame: Frame, qtbot) -> None:
    heard: list[object] = []
    frame.lock_asked.connect(lambda: heard.append("lock"))
    frame.setting_chosen.connect(lambda name, value: heard.append((name, value)))
    for typed in ("theme dark", "lock", "fran"):
        search(frame, qtbot, typed)
        press(frame, qtbot, Qt.Key.Key_Return)
    assert heard == [("theme", "dark"), "lock", ("language", "fr")]


def test_before_anything_is_typed_it_offers_where_one_was_and_what_can_be_done(frame: Frame, qtbot) -> None:
    frame.go("feedback")
    frame.go("activities")
    qtbot.keyClick(frame, Qt.Key.Key_K, CONTROL)
    found = shown(frame)
    assert found["Where you were"] == ["Feedback", "Settings"]
    assert found["What you can do"][:2] == ["Log an activity", "Record feedback"]
    press(frame, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert frame.pages.page().desk.form.loaded().is_new


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("24 words", "recovery"),
        ("forgotten", "recovery"),
        ("rekey", "new_keys"),
        ("public names", "names"),
        ("threshold", "smallest_group"),
        ("stick", "backup_stick"),
        ("profile", "language"),
        ("telephone", "contact"),
    ],
)
def test_a_setting_is_found_by_the_word_people_have_for_it(session: Session, typed: str, wanted: str) -> None:
    found = finding.groups(session, entries(session), typed)
    assert wanted in [entry.code.argument or entry.code.name for group in found for entry in group.entries]


def test_every_list_of_a_page_is_a_place_to_go_to(frame: Frame, qtbot) -> None:
    assert search(frame, qtbot, "rumours") == {"Pages": ["Rumours"], "Objectives": ["3 Information"]}
    press(frame, qtbot, Qt.Key.Key_Return)
    assert (frame.pages.current_name, frame.pages.page().tools.kinds.value()) == ("feedback", "rumours")
    assert search(frame, qtbot, "commitm")["Pages"][0] == "Commitments"
    assert frame.search.palette.rows.entry(1).facts == "Records"
    press(frame, qtbot, Qt.Key.Key_Return)
    assert frame.pages.page().desk.kind.record_class is Commitment


def test_what_has_a_key_can_be_done_by_its_name_too(frame: Frame, workspace: Workspace, qtbot) -> None:
    made = log_activity(workspace, title="Taken back")
    recording.trash(workspace, made)
    heard: list[str] = []
    frame.panic_asked.connect(lambda: heard.append("panic"))
    frame.kiosk_asked.connect(lambda: heard.append("kiosk"))
    for typed in ("undo", "panic", "start the kio", "print what"):
        search(frame, qtbot, typed)
        press(frame, qtbot, Qt.Key.Key_Return)
    assert not recording.is_in_trash(workspace, made)
    assert heard == ["panic", "kiosk"]
    told = [label.text() for label in frame.findChild(Toast).findChildren(QLabel)]
    assert "Open a record first: it is what is printed here." in told


def test_words_that_nothing_has_become_a_record_and_nothing_is_begun_by_enter_alone(
    frame: Frame, workspace: Workspace, qtbot
) -> None:
    palette = frame.search.palette
    assert search(frame, qtbot, "tea: 5% zz") == {
        "What you can do": [
            "Log an activity called “\u2068tea: 5% zz\u2069”",
            "Record as feedback: “\u2068tea: 5% zz\u2069”",
        ]
    }
    assert palette.nothing.isVisible()
    assert palette.field.accessibleDescription() == ""
    press(frame, qtbot, Qt.Key.Key_Return)
    assert palette.isVisible()
    press(frame, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert frame.pages.page().desk.form.draft().record.title == "tea: 5% zz"
    work_as(workspace, Profile("r", "Reader", "nobody"))
    assert search(frame, qtbot, "qqqq") == {}
    assert palette.nothing.isVisible() and not palette.list.isVisible()


def test_esc_and_a_press_beside_it_close_it_and_the_focus_goes_back(frame: Frame, qtbot) -> None:
    pages = frame.sidebar.focus_list()
    pages.setFocus()
    assert "Nothing has these words" not in search(frame, qtbot, "zzzz")
    assert frame.search.palette.count_words() == "Nothing has these words"
    press(frame, qtbot, Qt.Key.Key_Return)
    assert frame.search.palette.isVisible()
    press(frame, qtbot, Qt.Key.Key_Escape)
    assert pages.hasFocus()
    frame.search.open()
    qtbot.mouseClick(frame.search.palette, Qt.MouseButton.LeftButton, pos=frame.search.palette.rect().bottomLeft())
    assert not frame.search.palette.isVisible()


def test_a_letter_at_the_line_of_the_top_bar_begins_the_search(frame: Frame, qtbot) -> None:
    frame.top_bar.search.setFocus()
    qtbot.keyClicks(frame.top_bar.search, "c")
    palette = frame.search.palette
    qtbot.keyClicks(palette.field, "alls")
    assert palette.field.text() == "calls"
    press(frame, qtbot, Qt.Key.Key_Escape)
    qtbot.mouseClick(frame.top_bar.search, Qt.MouseButton.LeftButton)
    assert (palette.isVisible(), palette.field.text()) == (True, "")


@pytest.mark.parametrize("spoken", [one.code for one in i18n.languages()])
def test_every_page_setting_and_command_is_found_by_its_name_in_every_language(session: Session, spoken: str) -> None:
    i18n.activate(spoken)
    shown = entries(session)
    done = commands.commands(session.settings, [entry.name for entry in shown])
    wanted = {_(entry.title): Errand(GO, entry.name) for entry in shown}
    wanted |= {_(one.title): Errand(GO, "settings", one.name) for one in table.offered(session.workspace)}
    wanted |= {one.title: one.errand for one in done}
    wanted |= {one.label: Errand(GO, entry.name, one.code) for entry in shown for one in entry.listed()}
    missed = [
        title
        for title, errand in wanted.items()
        if errand not in [entry.code for group in finding.groups(session, shown, title) for entry in group.entries]
    ]
    assert len(wanted) >= 65
    assert not missed


def test_every_setting_that_is_offered_has_its_control_on_the_page(session: Session, in_front) -> None:
    i18n.activate("ar")
    page = in_front(SettingsPage(session))
    controls = {name: control for card in page.cards for name, control in card.settings.items()}
    assert (
        set(controls) == {one.name for one in table.SETTINGS} == {one.name for one in table.offered(session.workspace)}
    )
    for name in controls:
        page.open(name)
        focused = QApplication.focusWidget()
        assert controls[name] in (focused, focused.parentWidget(), focused.parentWidget().parentWidget()), name
    assert not [card.accessibleName() for card in page.cards if not card.settings]
    work_as(session.workspace, Profile("e", "Edith", "editor"))
    kept = {name for card in SettingsPage(session).cards for name in card.settings}
    assert kept == {one.name for one in table.offered(session.workspace)} < set(controls)
    assert {one.name for one in table.offered(None)} == {one.name for one in table.SETTINGS if not one.inside}


@pytest.mark.parametrize(("look", "size"), [("light", 100), ("contrast", 150)])
def test_the_palette_fits_the_smallest_window_and_every_part_has_a_name(
    session: Session, in_front, dressed, look: str, size: int
) -> None:
    dressed("qps", look, size)
    frame = in_front(Frame(session))
    frame.resize(1024, 640)
    frame.restore({"page": "settings"})
    frame.search.open()
    frame.grab()
    palette = frame.findChild(Palette)
    assert palette.geometry() == frame.rect()
    assert not unnamed(frame)
    assert not untranslated(palette)
    assert not clipped(palette)
    frame.leave()
