from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from app.domain.records import Activity
from app.domain.terms import When
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from app.ui.widgets.reading_order import as_read
from app.ui.widgets.toast import Toast
from tests.making import log_activity
from tests.ui.accessible import focused, names_in_tab_order, unnamed
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import CONTROL, begin, desk_of, frame_of, press, records, texts, write


@pytest.fixture
def frame(session: Session, in_front) -> Frame:
    return in_front(frame_of(session, "activities"))


def test_an_activity_is_logged_by_keyboard_alone(frame: Frame, workspace: Workspace, qtbot) -> None:
    begin(frame, qtbot)
    seen = [focused()]
    write(qtbot, "Legal aid desk")
    press(qtbot, Qt.Key.Key_Tab)
    seen.append(focused())
    press(qtbot, Qt.Key.Key_Tab)
    seen.append(focused())
    write(qtbot, "Tr")
    press(qtbot, Qt.Key.Key_Tab)
    seen.append(focused())
    write(qtbot, "vul")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Tab)
    seen.append(focused())
    write(qtbot, "11")
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "7")
    for _field in ("girls", "boys", "what happened"):
        press(qtbot, Qt.Key.Key_Tab)
    seen.append(focused())
    write(qtbot, "Two advisers answered questions.")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert seen == ["What did you do?", "When", "Kind of activity", "Objectives", "Women", "What happened"]
    (logged,) = records(workspace, "activity")
    now = workspace.now().astimezone()
    assert logged == Activity(
        logged.id,
        title="Legal aid desk",
        start=When(now.year, now.month),
        type="training_or_education",
        objectives=(7,),
        reach_women=11,
        reach_men=7,
        summary="Two advisers answered questions.",
    )
    assert frame.findChild(Toast).accessibleName() == "\u2068Legal aid desk\u2069 was saved."
    assert focused() == "Activities"
    assert desk_of(frame).list.current_id() == logged.id
    assert not recording.kept_drafts(workspace)


def test_the_total_adds_up_while_typing_and_a_dash_says_that_nobody_counted(frame: Frame, qtbot) -> None:
    begin(frame, qtbot)
    page = frame.pages.page()
    assert page.total.text() == "–"
    desk_of(frame).form.focus("reach_women")
    write(qtbot, "11")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "7")
    assert page.total.text() == "18"


def test_an_empty_list_says_what_fills_it(frame: Frame, qtbot) -> None:
    assert texts(frame) >= {"No activities yet"}
    desk_of(frame).list.new_asked.emit()
    assert focused() == "What did you do?"


@pytest.mark.parametrize("size", [(1366, 768, 100), (1024, 640, 100), (1024, 640, 150)])
def test_the_page_fits_and_no_control_is_without_a_name(
    session: Session, workspace: Workspace, in_front, dressed, size: tuple[int, int, int]
) -> None:
    dressed("en", "light", size[2])
    log_activity(workspace)
    frame = in_front(frame_of(session, "activities"))
    frame.resize(size[0], size[1])
    desk = desk_of(frame)
    desk.form.unfold(shown=True)
    desk.panes.show_detail()
    QApplication.sendPostedEvents()
    assert (frame.width(), frame.height()) == size[:2]
    assert not unnamed(frame)
    assert desk.sheet.area.horizontalScrollBar().maximum() == 0


def test_tab_goes_in_the_order_of_reading(frame: Frame, qtbot) -> None:
    begin(frame, qtbot)
    names = names_in_tab_order(desk_of(frame))
    wished = ["Filter this list", "What did you do?", "When", "Kind of activity", "Objectives", "Women", "Men"]
    assert [name for name in names if name in wished] == wished
    read = [widget.accessibleName() for widget in as_read(desk_of(frame))]
    assert read[-3:] == ["Add a file", "Delete", "Done"]


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_made_up_language_leaves_nothing_untranslated_and_nothing_cut(
    session: Session, workspace: Workspace, in_front, dressed, look: str
) -> None:
    dressed("qps", look)
    log_activity(workspace, title="Ψ", reach_women="3", place="MA", summary="Ω")
    frame = in_front(frame_of(session, "activities"))
    desk = desk_of(frame)
    desk.form.unfold(shown=True)
    QApplication.processEvents()
    names = [label for entry in desk.form.entries.values() for label in _pack_words(entry)]
    assert not untranslated(desk, *names)
    assert not [found for found in clipped(desk) if not found.startswith("QToolButton")]


def _pack_words(entry) -> list[str]:
    boxes = [box.text() for box in entry.field.findChildren(QCheckBox)]
    return [*boxes, "Legal identity", "Vulnerability"]


def test_in_arabic_the_page_is_mirrored_and_latin_text_keeps_its_direction(
    session: Session, workspace: Workspace, in_front, dressed
) -> None:
    dressed("ar")
    log_activity(workspace, title="Legal aid desk", summary="Two advisers.\nقادت الجمعية اليوم الثاني.")
    frame = in_front(frame_of(session, "activities"))
    desk = desk_of(frame)
    assert desk.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert (
        desk.list.mapTo(frame, desk.list.rect().center()).x() > desk.sheet.mapTo(frame, desk.sheet.rect().center()).x()
    )
    document = desk.form.entries["summary"].told.control.document()
    directions = [document.findBlockByNumber(number).textDirection() for number in (0, 1)]
    assert directions == [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
    assert desk.form.entries["title"].told.control.alignment() & Qt.AlignmentFlag.AlignRight
