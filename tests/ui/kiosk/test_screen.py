from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from app import i18n
from app.domain.filling import filled
from app.domain.records import Feedback, ReferralContact, SensitiveNote
from app.domain.terms import When
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.ui.kiosk.answer import LEAST, AnswerCard
from app.ui.kiosk.big_button import HEIGHT, BigButton
from app.ui.kiosk.footer import Note
from app.ui.kiosk.header import Header
from app.ui.kiosk.leaving import Leaving
from app.ui.kiosk.question import OwnWords, QuestionScreen
from app.ui.kiosk.screen import Kiosk
from app.ui.kiosk.still_there import StillThere
from app.ui.kiosk.stop import Stop
from app.ui.kiosk.thanks import Thanks
from app.ui.kiosk.welcome import Welcome
from app.ui.shell.main_window import USUAL
from app.ui.widgets.segments import Segments
from tests.ui.accessible import focused, unnamed
from tests.ui.kiosk.touching import begin, screen, touch, visible, ways
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import everything_written, press, records, texts, write

SECRET = "Zainab in the blue house"
SMALL = QSize(1024, 640)
TONGUES = ("English", "Français", "Español", "العربية", "Русский", "中文")


def half_answer(kiosk: Kiosk, qtbot) -> None:
    """Everything but the last question, words included."""
    begin(kiosk, "en")
    for code in ("bad", "papers", "request"):
        next(card for card in screen(kiosk).answers.cards if card.code == code).click()
        ways(kiosk).next.click()
    qtbot.keyClicks(screen(kiosk).box, SECRET)
    ways(kiosk).next.click()


def test_a_person_answers_by_keyboard_alone(kiosk: Kiosk, workspace: Workspace, qtbot) -> None:
    seen = []
    qtbot.wait_until(lambda: focused() == "Tell us how we are doing")
    while not focused().startswith("Français"):
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    for steps in (1, 0, 2):
        asked = kiosk.body
        qtbot.wait_until(lambda here=asked: isinstance(QApplication.focusWidget(), QLabel) and here.isVisible())
        seen.append(focused())
        press(qtbot, Qt.Key.Key_Tab)
        for _step in range(steps):
            press(qtbot, Qt.Key.Key_Right)
        press(qtbot, Qt.Key.Key_Return)
    qtbot.wait_until(lambda: isinstance(QApplication.focusWidget(), OwnWords))
    write(qtbot, "Merci")
    while QApplication.focusWidget() is not ways(kiosk).next:
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.wait_until(lambda: isinstance(QApplication.focusWidget(), QLabel))
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(screen(kiosk), Thanks)
    say = i18n.Translation("fr").gettext
    questions = ("How are you with our service?", "What is it about?", "What would you like to give us?")
    assert seen == [say(question) for question in questions]
    (heard,) = records(workspace, "feedback")
    assert isinstance(heard, Feedback)
    now = workspace.now().astimezone()
    assert (heard.type, heard.topics, heard.consent) == ("suggestion", (4,), "C2")
    assert (heard.language, heard.own_words, heard.month) == ("fr", "Merci", When(now.year, now.month))
    assert "Happy" in heard.paraphrase


def test_a_person_answers_by_touch_in_arabic_while_the_window_stays_english(
    kiosk: Kiosk, workspace: Workspace, qtbot
) -> None:
    touch(qtbot, next(one for one in screen(kiosk).tongues if one.code == "ar"))
    assert kiosk.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert i18n.language() == "en"
    cards = screen(kiosk).answers.cards
    assert [card.mapTo(kiosk, QPoint()).x() for card in cards] == sorted(
        (card.mapTo(kiosk, QPoint()).x() for card in cards), reverse=True
    )
    assert ways(kiosk).back.mapTo(kiosk, QPoint()).x() > ways(kiosk).next.mapTo(kiosk, QPoint()).x()
    assert ways(kiosk).next.text() == "التالي"
    touch(qtbot, cards[4])
    touch(qtbot, ways(kiosk).next)
    touch(qtbot, screen(kiosk).answers.cards[1])
    touch(qtbot, ways(kiosk).back)
    assert [card.isChecked() for card in screen(kiosk).answers.cards] == [False, False, False, False, True]
    for _question in range(5):
        touch(qtbot, ways(kiosk).next)
    assert isinstance(screen(kiosk), Thanks)
    (heard,) = records(workspace, "feedback")
    assert (heard.topics, heard.type, heard.consent, heard.language) == ((6,), "", "C0", "ar")
    touch(qtbot, screen(kiosk).back)
    assert kiosk.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_language_can_be_changed_on_the_way_and_the_answers_stay(kiosk: Kiosk) -> None:
    begin(kiosk, "en")
    screen(kiosk).answers.cards[2].click()
    chooser = visible(kiosk, Segments)
    chooser.chosen.emit("ru")
    assert screen(kiosk).answers.cards[2].isChecked()
    assert ways(kiosk).back.text() == "Назад"
    assert visible(kiosk, Segments).value() == "ru"


def test_skipping_takes_an_answer_back_and_skipping_all_keeps_nothing(kiosk: Kiosk, workspace: Workspace) -> None:
    begin(kiosk, "en")
    before = everything_written(workspace)
    screen(kiosk).answers.cards[0].click()
    skips = []
    for _question in range(5):
        skips.append(ways(kiosk).skip.text())
        ways(kiosk).skip.click()
    assert skips[1] == "Something else"
    assert "You skipped every question, so nothing was kept." in texts(kiosk)
    assert everything_written(workspace) == before


def test_a_minute_without_touch_forgets_the_half_answer_and_leaves_no_trace(
    kiosk: Kiosk, workspace: Workspace, qtbot
) -> None:
    before = everything_written(workspace)
    half_answer(kiosk, qtbot)
    for _second in range(49):
        kiosk.stillness.tick()
    strip = kiosk.findChildren(StillThere)[-1]
    assert not strip.isVisible()
    kiosk.stillness.tick()
    assert strip.isVisible()
    assert "Still there? This screen starts again in 10 seconds." in texts(kiosk)
    for _second in range(9):
        kiosk.stillness.tick()
    assert "Still there? This screen starts again in 1 second." in texts(kiosk)
    kiosk.stillness.tick()
    assert isinstance(screen(kiosk), Welcome)
    begin(kiosk, "en")
    assert not any(card.isChecked() for card in screen(kiosk).answers.cards)
    for _question in range(3):
        ways(kiosk).next.click()
    assert screen(kiosk).box.toPlainText() == ""
    assert everything_written(workspace) == before
    assert SECRET.encode() not in b"".join(
        path.read_bytes() for path in workspace.path.parent.iterdir() if path.is_file()
    )


def test_any_touch_takes_the_countdown_away(kiosk: Kiosk, qtbot) -> None:
    begin(kiosk, "en")
    for _second in range(55):
        kiosk.stillness.tick()
    strip = visible(kiosk, StillThere)
    touch(qtbot, strip.here)
    assert not strip.isVisible()
    for _second in range(49):
        kiosk.stillness.tick()
    assert isinstance(screen(kiosk), QuestionScreen)
    assert not strip.isVisible()


def test_thanks_makes_room_for_the_next_person_by_itself(kiosk: Kiosk, qtbot) -> None:
    half_answer(kiosk, qtbot)
    ways(kiosk).next.click()
    assert isinstance(screen(kiosk), Thanks)
    for _second in range(15):
        kiosk.stillness.tick()
    assert isinstance(screen(kiosk), Welcome)


def test_whoever_needs_help_sees_whom_to_speak_to_and_no_word_is_kept(
    kiosk: Kiosk, workspace: Workspace, qtbot
) -> None:
    assert visible(kiosk, Note).help.isVisible()
    before = everything_written(workspace)
    half_answer(kiosk, qtbot)
    touch(qtbot, visible(kiosk, Note).help)
    assert isinstance(screen(kiosk), Stop)
    assert "Please speak to a member of staff now" in texts(kiosk)
    assert not screen(kiosk).findChildren(OwnWords)
    assert everything_written(workspace) == before
    touch(qtbot, screen(kiosk).harm)
    assert not screen(kiosk).danger.isVisible()
    assert "It was noted that somebody needs help. Nothing else was kept." in texts(kiosk)
    (note,) = records(workspace, "sensitive_note")
    now = workspace.now().astimezone()
    assert note == SensitiveNote(note.id, type="sensitive_protection", month=When(now.year, now.month))
    assert records(workspace, "feedback") == []
    touch(qtbot, screen(kiosk).back)
    assert isinstance(screen(kiosk), Welcome)


def test_whom_to_call_is_said_in_the_language_of_who_needs_help(kiosk: Kiosk, workspace: Workspace) -> None:
    for values in (
        {"service": "Clinic", "contact": "0539 10 10 10", "languages": "Arabic,French", "hours": "8-20"},
        {"service": "Amina B.", "contact": "0661 00 00 00", "focal_point": "1"},
        {"service": "Ambulance", "contact": "150", "emergency": "1"},
    ):
        recording.save(workspace, filled(recording.new(workspace, ReferralContact), values))
    begin(kiosk, "fr")
    visible(kiosk, Note).help.click()
    shown = texts(kiosk)
    assert {"Ambulance", "Clinic", "\u2068150\u2069", "8-20"} <= shown
    assert any("français et arabe" in text for text in shown), "languages are named in the visitor's own, theirs first"
    assert not any("Amina" in text or "0661" in text for text in shown), "the focal point is for staff"
    assert [one.accessibleName() for one in screen(kiosk).contacts.cards]
    assert kiosk.findChildren(Leaving) == []
    assert not unnamed(kiosk)


def test_what_staff_copied_does_not_appear_in_the_box(kiosk: Kiosk, qtbot) -> None:
    QApplication.clipboard().setText("a note of staff")
    begin(kiosk, "en")
    for _question in range(3):
        ways(kiosk).next.click()
    qtbot.keyClick(screen(kiosk).box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert screen(kiosk).box.toPlainText() == ""


def test_nothing_of_the_organisation_is_shown_but_its_name(kiosk: Kiosk) -> None:
    shown = set()
    begin(kiosk, "en")
    for _question in range(5):
        shown |= texts(kiosk)
        ways(kiosk).next.click()
    assert any("Tangier Network" in text for text in shown)
    assert not any("Samira" in text for text in shown)


@pytest.mark.parametrize(
    ("language", "text_size", "size"), [("qps", 100, USUAL), ("qps", 150, SMALL), ("ar", 150, SMALL)]
)
def test_every_screen_is_whole_named_and_translated(
    window, dressed, language: str, text_size: int, size: QSize
) -> None:
    dressed(language, "light", text_size)
    shown = window(size)
    kiosk = shown.centralWidget()
    told = _walk(kiosk, language)
    assert len(told) == 9
    assert not [fault for faults in told for fault in faults]
    assert shown.width() == size.width()


def _walk(kiosk: Kiosk, language: str) -> list[list[str]]:
    """Every screen after the other, and what is wrong with it."""
    told = [_faults(kiosk, language)]
    kiosk._begin_in(language)  # noqa: SLF001 - the made-up language stands in no list
    for _question in range(5):
        told.append(_faults(kiosk, language))
        for card in kiosk.body.findChildren(AnswerCard):
            assert card.width() >= LEAST.width()
            assert card.height() >= LEAST.height()
        ways(kiosk).next.click()
    told.append(_faults(kiosk, language))
    visible(kiosk, Note).help.click()
    told.append(_faults(kiosk, language))
    visible(kiosk, Header).staff.click()
    assert isinstance(kiosk.body, Leaving)
    return [*told, _faults(kiosk, language)]


def _faults(kiosk: Kiosk, language: str) -> list[str]:
    small = [one.text() for one in kiosk.findChildren(BigButton) if one.isVisible() and one.height() < HEIGHT]
    faults = [*clipped(kiosk), *unnamed(kiosk), *small]
    if language == i18n.MADE_UP:
        invited = [i18n.Translation(code).gettext("Touch here to begin") for code in i18n.SIX]
        faults += untranslated(kiosk, "Tangier Network", *TONGUES, *invited)
    return faults
