from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QTableView

from app.ui.picture.page import PicturePage
from app.ui.picture.plain_table import PlainTable
from app.ui.process.session import Session
from app.ui.widgets.charts.chart import Chart
from app.ui.widgets.charts.heat_table import HeatTable
from app.ui.widgets.loading import Loading
from app.ui.words import speech
from tests.making import make_workspace
from tests.ui.accessible import unnamed
from tests.ui.coordinating import OUJDA, RABAT, TANGIER, finished, press, read
from tests.ui.made_up import clipped, texts, untranslated
from tests.ui.picture.conftest import accept

Opened = Callable[..., PicturePage]
_LATIN, _DIGEST = re.compile("[0-9]"), re.compile("[0-9a-f]{16}|Alt\\+[0-9]")


def rows_of(page: PicturePage, name: str) -> list[list[str]]:
    """What stands in the table with this name, without the marks around names."""
    table = next(one for one in page.findChildren(PlainTable) if one.accessibleName() == name)
    return [[text.strip("\u2068\u2069") for text in row] for row in table.texts()]


def test_the_sentence_says_how_much_is_counted_of_how_many(page: PicturePage) -> None:
    assert "5 activities from 2 of 3 organisations" in read(page)


def test_accepting_one_more_changes_the_picture(page: PicturePage, session: Session, qtbot) -> None:
    accept(session, TANGIER)
    page.reload()
    assert "5 activities from 2 of 3 organisations" in read(page)  # the old content stays until the new is there
    finished(session, qtbot)
    assert "7 activities from 3 of 3 organisations" in read(page)


def test_a_picture_is_made_once_for_each_audience_until_something_changes(
    page: PicturePage, session: Session, qtbot
) -> None:
    press(page, "For the public")
    finished(session, qtbot)
    assert "Groups under 10 people are hidden, people are given in fives." in read(page)
    press(page, "For the coordinator")
    assert not session.tasks.running()
    assert "Groups under 5 people are hidden." in read(page)
    page.reload()
    assert session.tasks.running()
    finished(session, qtbot)


def test_choosing_quickly_shows_what_was_chosen_last(page: PicturePage, session: Session, qtbot) -> None:
    press(page, "For the public")
    press(page, "For the coordinator")
    press(page, "For the public")
    finished(session, qtbot)
    assert "people are given in fives." in read(page)


def test_objectives_are_told_by_number_with_reach_as_a_range_and_its_method(page: PicturePage) -> None:
    page.open("objectives")
    rows = rows_of(page, "Objectives")
    assert [row[0].split()[0] for row in rows] == [str(number) for number in range(1, 24)]
    assert rows[14][:6] == ["15 Basic services", "Done", "1", "1", "120", "Estimated"]
    assert rows[21][1:3] == ["Nothing done", ""]
    assert "Nothing done (1)" in rows[21][6]
    assert rows[0][1:4] == ["Not reported", "", ""]


def test_the_charts_of_the_report_stand_beside_the_objectives_and_say_what_they_show(page: PicturePage) -> None:
    charts = page.findChildren(Chart)

    assert [chart.accessibleName() for chart in charts][0] == "Activities by objective"
    assert all(chart.accessibleDescription() for chart in charts)
    assert all(chart.height() > 20 for chart in charts)


def test_every_organisation_has_a_fate_and_stands_by_name(page: PicturePage) -> None:
    page.open("organisations")
    assert [(row[0], row[4]) for row in rows_of(page, "Organisations")] == [
        (RABAT.name, "Counted"),
        (OUJDA.name, "Counted"),
        (TANGIER.name, "Returned with questions"),
    ]
    assert "No contribution came from: Migrants" in read(page)


def test_silence_names_what_nobody_wrote_about(page: PicturePage) -> None:
    page.open("silence")
    silent = rows_of(page, "Nobody wrote about these")
    assert ["1 Data", "Nobody has reported. That is not zero."] in silent
    assert [row[0].split()[0] for row in rows_of(page, "Nothing done")] == ["9", "22"]
    assert rows_of(page, "Nothing done")[1][1] == "1 organisation wrote “nothing done”."
    assert "Silence is not zero" in read(page)


def test_the_gap_watch_leads_to_the_silence_and_the_ring_to_the_inbox(page: PicturePage, qtbot) -> None:
    with qtbot.waitSignal(page.navigate) as asked:
        press(page, "Open the inbox")
    assert asked.args == ["inbox", None]
    press(page, "Show the silence")
    assert "Silence is not zero" in read(page)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("report.pdf", b"%PDF-"),
        ("report.docx", b"PK"),
        ("report.html", b"<!DOCTYPE html>"),
        ("report.xlsx", b"PK"),
        ("report", b"%PDF-"),
    ],
)
def test_the_report_is_written_where_it_was_asked_for_and_can_be_opened(
    page: PicturePage, session: Session, tmp_path: Path, monkeypatch, qtbot, name: str, start: bytes
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / name), "PDF document (*.pdf)"))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    press(page, "Make the report")
    finished(session, qtbot)
    written = tmp_path / (name if "." in name else f"{name}.pdf")
    assert written.read_bytes().startswith(start)
    press(page, "Open the report")
    press(page, "Open the folder")
    assert opened == [str(written), str(tmp_path)]


def test_the_brief_of_the_picture_is_written_and_can_be_opened(
    page: PicturePage, session: Session, tmp_path: Path, monkeypatch, qtbot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "brief.pdf"), "PDF"))
    press(page, "Two-page brief")
    finished(session, qtbot)
    assert 1 <= len(pypdf.PdfReader(tmp_path / "brief.pdf").pages) <= 2
    assert "The brief is in" in read(page)


def test_thinking_better_of_the_dialog_makes_no_report(page: PicturePage, session: Session, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    press(page, "Make the report")
    assert not session.tasks.running()


def test_nothing_received_and_no_call_says_what_to_do(session: Session, tmp_path: Path, in_front) -> None:
    empty = make_workspace(tmp_path, "Empty", coordinator=True, seed=3)
    page = in_front(PicturePage(replace(session, workspace=empty)))
    assert "No picture yet" in read(page)
    assert not session.tasks.running()
    page.deleteLater()
    empty.close()


def test_while_it_is_made_for_the_first_time_something_stands_in_its_place(session: Session, in_front, qtbot) -> None:
    page = PicturePage(session)
    assert page.findChild(Loading) is not None
    in_front(page)
    finished(session, qtbot)
    qtbot.waitUntil(lambda: page.findChild(Loading) is None)


def test_period_audience_tab_and_cell_survive_a_rebuild(page: PicturePage, session: Session, in_front, qtbot) -> None:
    press(page, "For the public")
    finished(session, qtbot)
    view = page.findChild(HeatTable).view
    view.setCurrentIndex(view.model().index(3, 15))
    page.open("silence")
    again = PicturePage(session)
    again.resize(1142, 720)
    again.restore(page.state())
    in_front(again)
    finished(session, qtbot)
    assert "people are given in fives." in read(again)
    assert "Silence is not zero" in read(again)
    assert again.findChild(HeatTable).current() == (3, 15)


@pytest.mark.parametrize("size", [(1142, 720), (968, 592)])
def test_nothing_is_untranslated_or_cut(
    opened: Opened, session: Session, dressed, qtbot, size: tuple[int, int]
) -> None:
    dressed("qps")
    page = opened(*size)
    names = [one.name("en") for one in session.pack.objectives]
    kinds = [one.title("en").text for one in session.pack.stakeholder_types]
    places = ["Beni Mellal Khenifra", "July", "September", "2026", "to", "and"]
    charts = [chart.accessibleDescription() for chart in page.findChildren(Chart)]  # what people wrote, and months
    for tab in ("coverage", "objectives", "organisations", "silence"):
        page.open(tab)
        qtbot.waitUntil(lambda: not clipped(page))
        assert not untranslated(page, *charts, *names, *kinds, *places)
    assert page.width() == size[0]


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_it_opens_in_every_theme_mirrored_at_150_percent(opened: Opened, dressed, qtbot, look: str) -> None:
    dressed("ar", look, 150)
    page = opened(968, 592)
    qtbot.waitUntil(lambda: not clipped(page))
    assert page.width() == 968


def test_every_control_has_a_name(page: PicturePage) -> None:
    for tab in ("coverage", "objectives", "organisations", "silence"):
        page.open(tab)
        assert not unnamed(page)


def test_every_number_of_the_picture_is_in_the_numerals_of_the_setting(opened, dressed, qapp) -> None:
    dressed("ar")
    speech.speak(qapp, "ar", "arabic")
    page = opened()
    told = list(texts(page))
    told += [("table", " ".join(row)) for one in page.findChildren(PlainTable) for row in one.texts()]
    models = [one.model() for one in page.findChildren(QTableView) if not isinstance(one, PlainTable)]
    indexes = [
        model.index(row, column)
        for model in models
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    told += [("cell", str(index.data())) for index in indexes if index.data() is not None]
    latin = [(where, words) for where, words in told if _LATIN.search(_DIGEST.sub("", words))]
    assert not latin
    assert any(re.search("[١-٩]", words) for where, words in told if where == "WalkedChart description")
