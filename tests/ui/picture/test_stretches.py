"""A picture of very many entries: figures at once, lists organisation by organisation, read when somebody looks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from app.domain.picture.editions import Edition
from app.domain.shared import Audience
from app.domain.terms import Period
from app.progress import silent
from app.services.picturing import national
from app.ui.picture import told_lists
from app.ui.picture.asking import Asking
from app.ui.picture.behind import BehindCard
from app.ui.picture.page import PicturePage
from app.ui.picture.shown import make
from app.ui.picture.stretches import Stretches, read
from app.ui.process.session import Session
from app.ui.widgets.charts.heat_table import HeatTable
from tests.ui.accessible import unnamed
from tests.ui.coordinating import finished, press
from tests.ui.coordinating import read as words
from tests.ui.picture.test_tabs import behind, rows, table

PERIOD = Period.parse("2026-07..2026-09")


def stream(session: Session) -> Edition:
    """The edition of the picture with none of its entries in memory."""
    return Edition(national.picture(session.workspace, PERIOD, held=0))


def show(page: PicturePage, session: Session) -> None:
    """As if the picture had very many entries."""
    shown = make(session.workspace, PERIOD, Audience.COORDINATOR, silent)
    page._take(replace(shown, edition=stream(session)))  # noqa: SLF001


def test_figures_are_there_at_once_and_entries_when_they_were_read(page: PicturePage, session: Session, qtbot) -> None:
    cells = page.findChild(HeatTable).view.model()
    before = [cells.data(cells.index(row, 3)) for row in range(cells.rowCount())]
    show(page, session)
    assert not session.tasks.running(), "nothing is read for what is in sight"
    assert "5 activities from 2 of 3 organisations" in words(page)
    assert [cells.data(cells.index(row, 3)) for row in range(cells.rowCount())] == before
    page.open("objectives")
    table(page, "Objectives").opened.emit(3)
    finished(session, qtbot)
    assert "Permanence juridique du mardi" in {title for title, _file in behind(page)}
    page.open("organisations")
    table(page, "Organisations").opened.emit(0)
    finished(session, qtbot)
    assert {file.split(",")[0] for _title, file in behind(page)} == {"22.gwb"}
    page.open("told")
    finished(session, qtbot)
    assert "These lists are of organisations 1 to 2 of 2. The workbook has them all at once." in words(page)
    held = rows(page, "What people told")
    table(page, "What people told").opened.emit(0)
    finished(session, qtbot)
    assert len([one for one in page.findChildren(BehindCard) if one.isVisible()]) == 1
    assert not unnamed(page)
    page.reload()
    finished(session, qtbot)
    assert rows(page, "What people told") == held, "the same as where all are held"


def test_what_is_asked_of_a_large_picture_is_read_and_what_was_asked_before_is_told_nowhere(
    page: PicturePage, session: Session, qtbot
) -> None:
    page.open("told")
    both = rows(page, "Public bodies and everybody else, side by side")
    show(page, session)
    finished(session, qtbot)
    assert rows(page, "Public bodies and everybody else, side by side") == both, "figures are of all organisations"
    table(page, "Public bodies and everybody else, side by side").opened.emit(0)
    finished(session, qtbot)
    assert [file.split(",")[0] for _title, file in behind(page)] == ["22.gwb", "21.gwb"]
    press(page, "Close")
    page.open("objectives")
    table(page, "Objectives").opened.emit(0)
    table(page, "Objectives").opened.emit(3)
    finished(session, qtbot)
    assert "Permanence juridique du mardi" in {title for title, _file in behind(page)}, "the last that was asked"
    table(page, "Objectives").opened.emit(3)
    show(page, session)
    finished(session, qtbot)
    assert not [one for one in page.findChildren(BehindCard) if one.isVisible()], "it was of an earlier picture"


def test_one_turns_from_some_organisations_to_the_next_and_back(session: Session, in_front, qtbot) -> None:
    lists = partial(told_lists.every, pack=session.pack)
    few = partial(read, stream(session), lists, most=1)
    widget = Stretches(few, Asking(session, stream(session)))
    in_front(widget)
    finished(session, qtbot)
    first = words(widget)
    assert "organisations 1 to 1 of 2" in first
    press(widget, "Next organisations")
    finished(session, qtbot)
    assert "organisations 2 to 2 of 2" in words(widget)
    assert words(widget).splitlines()[1:] != first.splitlines()[1:]
    press(widget, "Previous organisations")
    finished(session, qtbot)
    assert words(widget) == first
