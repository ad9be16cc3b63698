"""Somebody's table goes through six steps in a real window: nothing is lost on the way, nothing written too early."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.domain.records import Activity
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.records.recording import Query
from app.services.records.tables import planning
from app.ui.importing.journey import CHECK, COLUMNS, DONE, FILE, TABLE, VALUES
from app.ui.importing.page import ImportPage
from app.ui.process.session import Session
from app.ui.widgets.buttons import Button
from tests.intake.forms.test_dictionary import Options, exported, written
from tests.samples import sample
from tests.ui.accessible import unnamed
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import texts

ROWS = (
    "Ref ID;Activity;Activity type;Objective;Start date;Women;Phone\n"
    "a1;Course;training_or_education;16;03/04/2026;١٢;0600\n"
    "a2;Advice;Law;7;05/06/2026;1 204;0601\n"
    "a3;Visits;direct_service;15;soon;7;0602\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(ROWS, "utf-8")
    return path


@pytest.fixture
def shown(session: Session, in_front: Callable[[QWidget], QWidget], qtbot) -> Callable[..., ImportPage]:
    """The page with a file in it, at rest."""

    def show(path: Path, *more: Path, size: tuple[int, int] = (1180, 720)) -> ImportPage:
        page = ImportPage(session)
        page.resize(*size)
        in_front(page)
        page.open([path, *more])
        rest(page, qtbot)
        return page

    return show


def rest(page: ImportPage, qtbot) -> None:
    qtbot.waitUntil(lambda: not page.session.tasks.running() and not page.journey.is_busy(), timeout=30_000)


def on(page: ImportPage, qtbot) -> int:
    """Press the primary button and wait for the step it leads to."""
    page.journey.primary.click()
    rest(page, qtbot)
    return page.journey.step


def choose(page: ImportPage, field, code: str, qtbot) -> None:
    field.set_value(code)
    field.edited.emit()
    rest(page, qtbot)


def activities(workspace: Workspace) -> dict[str, Activity]:
    found = (line.record for line in recording.lines(workspace, Query("activity")))
    return {one.title: one for one in found if isinstance(one, Activity)}


def test_a_table_goes_from_file_to_records_and_exactly_it_is_undone(
    shown, table: Path, workspace: Workspace, qtbot
) -> None:
    page = shown(table)
    journey = page.journey
    assert (journey.step, journey.table.rows.texts(0)[1:3]) == (TABLE, ["Ref ID", "Activity"])
    assert on(page, qtbot) == COLUMNS
    lines = [journey.columns.rows.texts(place) for place in range(journey.columns.rows.count())]
    assert [line[2] for line in lines][1:3] == ["What did you do?", "Kind of activity"]
    assert lines[1][3] == "The heading says so."
    assert "never taken over" in lines[6][3]
    journey.columns.rows.choose(0)
    assert journey.columns.key.value(), "a column called id, without repeats, tells which row is which"

    assert on(page, qtbot) == VALUES
    values = journey.values
    choose(page, values.field, "type", qtbot)
    assert values.rows.texts(0)[0] == "\u2068Law\u2069"
    choose(page, values.stands_for.field, "legal_support", qtbot)
    assert values.rows.texts(values.rows.count() - 1)[2]
    choose(page, values.field, "start", qtbot)
    assert "two ways" in values.told.text()
    choose(page, values.order, "day-first", qtbot)

    assert on(page, qtbot) == CHECK
    assert journey.check.rows.texts(0)[2:4] == ["\u2068Start date\u2069", "\u2068soon\u2069"]
    assert activities(workspace) == {}, "nothing is written before somebody says so"
    journey.check.cell.set_value("2026-05")
    journey.check.cell.entered.emit()
    rest(page, qtbot)
    assert journey.primary.text() == "Bring in 3 records"
    assert on(page, qtbot) == DONE
    found = activities(workspace)
    assert {title: one.reach_women for title, one in found.items()} == {"Course": 12, "Advice": 1204, "Visits": 7}
    assert found["Course"].start.iso == "2026-04-03"
    assert found["Visits"].start.iso == "2026-05"

    recording.save(workspace, recording.new(workspace, Activity, title="My own"))
    journey.done.undo.click()
    rest(page, qtbot)
    assert set(activities(workspace)) == {"My own"}
    assert "taken out again" in journey.done.title.text()


def test_the_same_file_again_is_read_as_last_time_and_adds_nothing(
    shown, table: Path, workspace: Workspace, qtbot
) -> None:
    rows = ROWS.replace("Law", "legal_support").replace("soon", "2026-05").replace("05/06", "25/06")
    table.write_text(rows, "utf-8")
    second = table.with_name("second.csv")
    second.write_text(rows.replace("Visits", "Home visits"), "utf-8")
    page = shown(table, second)
    assert [on(page, qtbot) for _step in range(4)] == [COLUMNS, VALUES, CHECK, DONE]
    assert set(activities(workspace)) == {"Course", "Advice", "Visits"}

    assert on(page, qtbot) == TABLE, "the second file waited its turn"
    on(page, qtbot)
    assert page.journey.columns.rows.texts(1)[3] == "As it was last time."
    assert [on(page, qtbot) for _step in range(2)] == [VALUES, CHECK]
    assert page.journey.check.counts.text() == "1 changed and 2 here already"
    on(page, qtbot)
    page.open([second])
    rest(page, qtbot)
    page.journey.going.emit(CHECK)
    rest(page, qtbot)
    assert page.journey.check.counts.text() == "3 here already"
    assert not page.journey.primary.isEnabled()
    assert "here already" in page.journey.footer.sentence.text()

    page.journey.going.emit(FILE)
    rest(page, qtbot)
    undo = [one for one in page.journey.file.earlier.findChildren(Button) if one.isVisible()]
    assert len(undo) == 2
    undo[0].click()
    rest(page, qtbot)
    assert set(activities(workspace)) == {"Course", "Advice", "Visits"}


def test_iati_and_feedback_logs_come_in_by_the_same_steps(shown, workspace: Workspace, tmp_path: Path, qtbot) -> None:
    page = shown(sample("iati/dportal_7_activities.xml"))
    assert on(page, qtbot) == COLUMNS
    rows = page.journey.columns.rows
    becomes = {row[0]: row[2] for row in map(rows.texts, range(rows.count()))}
    assert becomes["\u2068budget\u2069"] == "Budget", "what becomes a record of money beside is told, too"
    assert [on(page, qtbot) for _step in range(3)] == [VALUES, CHECK, DONE]
    assert len(list(recording.lines(workspace, Query("resources")))) == len(activities(workspace)) == 7

    log = tmp_path / "log.csv"
    head = "Team log,,,\nDate,Type,Sensitive,Comment\n"
    log.write_text(f"{head}2026-07-04,Question,no,When?\n2026-07-05,Question,yes,SECRET\n", "utf-8")
    page.open([log])
    rest(page, qtbot)
    table = page.journey.table
    assert (page.journey.step, table.kind.value()) == (TABLE, planning.LOG), "what is marked is safest as a log"
    assert table.rows.texts(1)[1:3] == ["Date", "Type"], "shown as it stands in the file"
    assert table.codes.isVisible()
    assert not table.here.isVisible()
    assert on(page, qtbot) == CHECK, "nothing is to be decided"
    assert on(page, qtbot) == DONE
    assert len(list(recording.lines(workspace, Query("feedback")))) == 1
    assert len(list(recording.lines(workspace, Query("sensitive_note")))) == 1


def test_a_list_of_places_is_kept_and_known_to_what_is_brought_in(shown, session: Session, tmp_path, qtbot) -> None:
    places, table = tmp_path / "places.csv", tmp_path / "table.csv"
    places.write_text("ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE\nNorth,TN11,Bab Souika,TN1152\n", "utf-8")
    table.write_text("Activity,District,Start date\nCourse,Bab Souika,2026-07\n", "utf-8")
    page = shown(places, table)
    assert page.journey.table.places.isVisible()
    page.journey.table.places.click()
    rest(page, qtbot)
    assert page.plan.file.name == "table.csv", "the next file had its turn"
    assert not page.journey.table.places.isVisible()
    assert [on(page, qtbot) for _step in range(2)] == [COLUMNS, VALUES]
    choose(page, page.journey.values.field, "place", qtbot)
    assert page.journey.values.rows.texts(0)[2] == "Bab Souika"


def test_back_and_forth_and_a_rebuild_lose_nothing(shown, table: Path, session: Session, in_front, qtbot) -> None:
    page = shown(table)
    on(page, qtbot)
    page.journey.columns.rows.choose(5)
    choose(page, page.journey.columns.field, "reach_men", qtbot)
    on(page, qtbot)
    page.journey.back.click()
    page.journey.back.click()
    assert page.journey.step == TABLE
    again = ImportPage(session)
    in_front(again)
    again.restore(page.state())
    rest(again, qtbot)
    assert again.journey.step == TABLE
    assert on(again, qtbot) == COLUMNS
    again.journey.columns.rows.choose(5)
    assert again.journey.columns.field.value() == "reach_men"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("messy-spreadsheets/pass_protected.xlsx", "password"),
        ("messy-spreadsheets/empty_sheet.xlsx", "nothing in this file"),
        ("hostile/zipbomb.xlsx", "could do harm"),
        ("hostile/xlsx-corrupted.xlsx", "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence_with_details_folded(shown, name: str, words: str) -> None:
    page = shown(sample(name))
    file = page.journey.file
    assert page.journey.step == FILE
    assert words in file.told.text()
    assert file.detail.isHidden()
    file.more.click()
    assert file.detail.isVisible()


def test_letters_of_an_older_kind_are_shown_and_chosen(shown, tmp_path: Path, qtbot) -> None:
    path = tmp_path / "arabic.csv"
    path.write_bytes("النشاط;نساء\nدورة;12\n".encode("cp1256"))
    page = shown(path)
    assert any("النشاط" in text for text in texts(page.journey.file.letters))
    page.journey.file.spelled.emit(path, "cp1256")
    rest(page, qtbot)
    on(page, qtbot)
    lines = [page.journey.columns.rows.texts(place)[2] for place in range(2)]
    assert lines == ["What did you do?", "Women"]


def test_the_form_of_others_names_the_columns_of_its_export(shown, tmp_path: Path, qtbot, monkeypatch) -> None:
    form = written(tmp_path / "form.xlsx")
    page = shown(exported(tmp_path / "out.csv", Options()))
    assert page.journey.table.form.isVisible() and "women" in page.plan.table.columns[-3].heading
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(form), ""))
    page.journey.table.form.click()
    rest(page, qtbot)
    assert "What was needed?" in [column.heading for column in page.plan.table.columns]
    assert page.plan.mapping.columns["reach_women"].parts == ("Women",)
    assert page.journey.step == TABLE


def test_every_step_is_told_translated_and_whole_in_a_small_window_with_large_text(
    shown, dressed, table: Path, qtbot
) -> None:
    for language, look, size in (("qps", "light", 100), ("ar", "dark", 150)):
        dressed(language, look, size)
        page = shown(table, size=(1140, 700) if size == 100 else (960, 580))
        wrong: list[str] = []
        for step in (TABLE, COLUMNS, VALUES, CHECK):
            page.journey.going.emit(step)
            rest(page, qtbot)
            QApplication.processEvents()
            said = page.journey.shown()
            wrong += [f"{step}: {one}" for one in (*unnamed(page), *clipped(page))]
            if language == "qps" and step not in (TABLE, VALUES):
                wrong += [f"{step}: {one}" for one in untranslated(said, "Ref ID")]
        assert not wrong, "\n".join(wrong)


def test_the_keyboard_alone_changes_what_a_column_becomes(shown, table: Path, qtbot) -> None:
    page = shown(table)
    on(page, qtbot)
    columns = page.journey.columns
    assert columns.rows.hasFocus()
    qtbot.keyClick(columns.rows, Qt.Key.Key_Down)
    qtbot.keyClick(columns.rows, Qt.Key.Key_Return)
    assert columns.field.control.hasFocus()
    qtbot.keyClick(columns.field.control, Qt.Key.Key_Home)
    assert columns.rows.texts(1)[2] == "–"
