"""What was told beside activities, over time, by kind of organisation; and from what each row was made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.compact import load
from app.domain.picture.editions import Edition
from app.domain.records import NeedOffer
from app.domain.shared import Audience, Call, Picture, PublicOrganisation, SharedFeedback, Told
from app.domain.terms import Period, When
from app.services.coordinating import receiving, triage
from app.services.submitting import calls, submissions
from app.ui.picture import told_lists
from app.ui.picture.behind import BehindCard
from app.ui.picture.page import PicturePage
from app.ui.picture.plain_table import PlainTable
from app.ui.process.session import Session
from app.ui.widgets.charts.heat_table import HeatTable
from app.ui.widgets.charts.walked_chart import WalkedChart
from tests.making import log_activity, make_workspace, write_down
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import OUJDA, RABAT, finished, press, read

BEFORE = Period.parse("2026-04..2026-06")


def table(page: PicturePage, name: str) -> PlainTable:
    """The table of this name that is in sight."""
    return next(one for one in page.findChildren(PlainTable) if one.accessibleName() == name and one.isVisible())


def rows(page: PicturePage, name: str) -> list[list[str]]:
    return [[text.strip("\u2068\u2069") for text in row] for row in table(page, name).texts()]


def behind(page: PicturePage) -> list[tuple[str, str]]:
    """What is said to be behind a figure: title, and the file it came in."""
    [card] = [one for one in page.findChildren(BehindCard) if one.isVisible()]
    found = [card.list.rows.row(place) for place in range(card.list.rows.rowCount())]
    return [(row.title, row.tags.replace("\u2068", "").replace("\u2069", "")) for row in found]


def arrives(session: Session, folder: Path) -> None:
    """Two organisations: one reported in spring, one needs what the other offers."""
    hub = session.workspace
    spring = calls.make(hub, Call("", "", BEFORE))[1]
    summer = next(one for one in calls.every(hub) if one.period != BEFORE)
    for number, (kind, text) in enumerate((("need", "Rooms for the evening"), ("offer", "Rooms of the library")), 40):
        member = make_workspace(folder, f"House {number}", seed=number)
        earlier = calls.take(member, spring)
        log_activity(member, start="2026-05-02", objectives="9")
        write_down(member, NeedOffer, text=text, kind=kind, category="integration_capacity", objectives="16")
        for call in (earlier, calls.take(member, calls.file_of(hub, summer))):
            path = folder / f"house-{number}-{call.period.start.month}.gwb"
            path.write_bytes(submissions.make(member, call, accept_findings=True).bundle)
            receiving.receive(hub, [path])
        member.close()
    triage.trust_all_waiting(hub)
    triage.accept_all(hub)


def test_needs_stand_beside_offers_and_both_periods_side_by_side(
    page: PicturePage, session: Session, tmp_path: Path, qtbot
) -> None:
    arrives(session, tmp_path)
    page.reload()
    page._period.set_value("2026-07..2026-09")  # noqa: SLF001
    page._want()  # noqa: SLF001
    finished(session, qtbot)
    page.open("told")
    assert rows(page, "Needs and offers") == [
        ["Rooms for the evening", "House 40", "Rooms of the library", "House 41", "About the same, and objective 16"]
    ]
    assert "Nobody told of a practice." in read(page)
    table(page, "Needs and offers").opened.emit(0)
    assert [title for title, _file in behind(page)] == ["Rooms for the evening", "Rooms of the library"]
    assert behind(page)[0][1] == "house-40-7.gwb, version 1, received on 30 Oct 2026"
    page.open("over-time")
    ninth = next(row for row in rows(page, "Since the period before") if row[0].startswith("9 "))
    assert ninth[1:3] == ["2 activities", "Nothing done"]
    table(page, "Since the period before").opened.emit(8)
    assert {file.split(",")[0] for _title, file in behind(page)} == {"21.gwb", "house-40-4.gwb", "house-41-4.gwb"}
    press(page, "Close")
    assert "Nobody told of a commitment." in read(page)
    assert not unnamed(page)


def test_rows_can_be_kinds_of_organisation_and_narrowed_to_one(page: PicturePage, qtbot) -> None:
    coverage = page.findChild(HeatTable)
    press(page, "Kinds of organisation")
    assert coverage.view.accessibleName() == "Activities by kind of organisation and objective"
    coverage.opened.emit(1, 3)
    assert "Civil society, 4 Legal identity: 1 activity from 1 organisation." in read(page)
    [(title, file)] = behind(page)
    assert (title, file.split(",")[0]) == ("Permanence juridique du mardi", "22.gwb")
    press(page, "Close")
    assert focused() == "Activities by kind of organisation and objective"
    press(page, "Regions")
    page._tabs.coverage.look("place", "ST-LOC")  # noqa: SLF001
    cells = coverage.view.model()
    done = [cells.data(cells.index(row, 3)) for row in range(cells.rowCount())]
    assert [one for one in done if one] == ["1"], "objective 4 by place and by one kind of actor"
    press(page, "Departments")
    assert "No activity names a department." in read(page)
    state = page.state()
    assert (state["axis"], state["kind"]) == ("department", "ST-LOC")


def test_an_objective_and_an_organisation_answer_from_what(page: PicturePage) -> None:
    page.open("objectives")
    table(page, "Objectives").opened.emit(3)
    assert {title for title, _file in behind(page)} == {
        "Birth registration at the hospital",
        "Permanence juridique du mardi",
        "Somebody asked how long papers take.",
    }
    table(page, "Objectives").opened.emit(0)
    assert "Nobody told anything of it. That is not zero." in read(page)
    page.open("organisations")
    table(page, "Organisations").opened.emit(0)
    assert {file.split(",")[0] for _title, file in behind(page)} == {"22.gwb"}
    table(page, "Organisations").opened.emit(2)
    assert "Nobody told anything of it." in read(page), "what is not counted is in no figure"


def test_silence_messages_and_bars_of_charts_answer_from_what(page: PicturePage, session: Session, qtbot) -> None:
    page.open("silence")
    table(page, "Nothing done").opened.emit(1)
    assert [file.split(",")[0] for _title, file in behind(page)] == ["21.gwb"]
    press(page, "Close")
    table(page, "Only one organisation wrote about these").opened.emit(0)
    assert [title for title, _file in behind(page)] == ["Interpreters for the school office"]
    press(page, "Close")
    table(page, "Nobody wrote about these").opened.emit(0)
    assert "Nobody told anything of it. That is not zero." in read(page)
    press(page, "Close")
    page.open("told")
    both = {row[0].split()[0]: row[1:] for row in rows(page, "Public bodies and everybody else, side by side")}
    assert both["4"] == ["1 activity from 1 organisation", "1 activity from 1 organisation"]
    assert both["22"] == ["Nothing done", "Not reported"]
    table(page, "Public bodies and everybody else, side by side").opened.emit(0)
    assert [file.split(",")[0] for _title, file in behind(page)] == ["22.gwb", "21.gwb"]
    press(page, "Close")
    [row] = rows(page, "Messages heard")
    assert (row[0].split()[0], row[1][-1]) == ("4", "6")
    table(page, "Messages heard").opened.emit(0)
    finished(session, qtbot)
    assert [file.split(",")[0] for _title, file in behind(page)] == ["22.gwb"], "counts stand in the files alone"
    page.open("objectives")
    chart = next(one for one in page.findChildren(WalkedChart) if one.accessibleName() == "Activities by objective")
    chart.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up):
        qtbot.keyClick(chart, key)
    assert chart.accessibleDescription() == f"{chart.sentence(chart.current())}"
    assert chart.sentence(chart.current()).startswith("\u206815 Basic services")
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert [title for title, _file in behind(page)] == ["Interpreters for the school office"]
    press(page, "Close")
    assert focused() == "Activities by objective"
    assert not unnamed(page)


def test_what_counts_is_passed_on_to_the_level_above(
    page: PicturePage, session: Session, tmp_path: Path, monkeypatch, qtbot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "up"), "Groundwork file"))
    page.open("organisations")
    press(page, "Pass on upward")
    finished(session, qtbot)
    assert "2 submissions are in" in read(page)
    above = make_workspace(tmp_path, "Ministry above", coordinator=True, seed=77)
    assert len(receiving.receive(above, [tmp_path / "up.gwb"])) == 2
    assert {line.name for line in triage.inbox(above)} == {OUJDA.name, RABAT.name}
    above.close()


def test_the_report_is_arranged_as_chosen(
    page: PicturePage, session: Session, tmp_path: Path, monkeypatch, qtbot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "r.html"), "Web page (*.html)"))
    page.restore({"order": "round-tables"})
    press(page, "Make the report")
    finished(session, qtbot)
    assert "Round table 3" in (tmp_path / "r.html").read_text("utf-8")


def test_the_months_of_one_voice_stand_in_their_order() -> None:
    told = [
        Told(
            PublicOrganisation("o", "House"),
            SharedFeedback(f"f{month}", "question", (4,), month=When(2026, month), paraphrase="How?"),
        )
        for month in (9, 7, 8, 7)
    ]
    period = Period.parse("2026-07..2026-09")
    shown = Picture(period, Audience.COORDINATOR, 5, "1", (), (), (), (), (), (), voices=tuple(told))
    [line] = next(told_lists.every(Edition(shown), load())).lines
    assert line.cells[3] == "July 2026, August 2026 and September 2026"


def test_the_gap_watch_and_proposals_say_that_there_are_none(page: PicturePage) -> None:
    page.open("silence")
    assert "Of everything that is spoken of, somebody did something." in read(page) or rows(
        page, "Gap watch: spoken of, and nobody acted"
    )
    page.open("told")
    assert "Nobody proposed anything." in read(page)
