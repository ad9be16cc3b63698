"""Sheets from the window: approved first, read first, and then a page lies where it was asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QFileDialog

from app.domain.records import Practice
from app.services.paper import explainer
from app.ui.activities.page import ActivitiesPage
from app.ui.help.explainer_bar import ExplainerBar
from app.ui.help.page import HelpPage
from app.ui.process.session import Session
from app.ui.records.page import RecordsPage
from app.ui.sheet_bar import SheetBar
from app.ui.sheet_maker import SheetMaker
from app.ui.submissions.brief_card import BriefCard
from app.ui.submissions.start_view import StartView
from tests.cli.paper.test_sheets import PRACTICE
from tests.making import approve, hear_feedback, log_activity, make_workspace, write_down
from tests.reports.reading import opened, text_by_pypdf
from tests.ui.accessible import unnamed


@pytest.fixture
def asked(tmp_path: Path, monkeypatch) -> Path:
    """Where everything that is made goes."""
    path = tmp_path / "made.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), "PDF (*.pdf)"))
    return path


def shown(page: HelpPage) -> list[ExplainerBar]:
    return [one for one in page.findChildren(ExplainerBar) if one.isVisible()]


def press(maker: SheetMaker, qtbot) -> None:
    maker.make.click()
    qtbot.waitUntil(maker.make.isEnabled)


def test_a_practice_is_approved_read_and_made(session: Session, asked: Path, in_front, qtbot, monkeypatch) -> None:
    record = write_down(session.workspace, Practice, **PRACTICE)
    session = replace(session, settings=replace(session.settings, paper="Letter"))
    page = in_front(RecordsPage(session))
    page.resize(1180, 720)
    page.choose("practice")
    (bar,) = page.findChildren(SheetBar)
    page.open(record)
    assert bar.isVisible() and not unnamed(bar)
    assert bar.maker.paper.value() == session.settings.paper == "Letter"
    press(bar.maker, qtbot)
    assert "Nobody has approved it" in bar.maker.told.text() and not asked.exists()
    approve(session.workspace, record)
    press(bar.maker, qtbot)
    (finding, tick) = bar.maker.ticks[0]
    assert tick.isVisible() and "0661" in finding.sentence() and not asked.exists()
    press(bar.maker, qtbot)
    assert "1 thing stayed out" in bar.maker.told.text() and "0661" not in text_by_pypdf(asked.read_bytes())
    press(bar.maker, qtbot)
    bar.maker.ticks[0][1].control.click()
    press(bar.maker, qtbot)
    assert "0661 23 45 67" in text_by_pypdf(asked.read_bytes())
    letter = asked.with_suffix(".docx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(letter), ""))
    press(bar.maker, qtbot)
    assert "Begin with one table." in " ".join(one.text for one in docx.Document(str(letter)).paragraphs)
    activities = ActivitiesPage(session)
    qtbot.addWidget(activities)
    assert activities.findChild(SheetBar).maker.make.text() == "Make the action text"
    page.desk.begin()
    assert not bar.isVisible(), "there is nothing yet to make a sheet of"
    page.choose("commitment")
    assert page.findChildren(SheetBar)[-1].maker.make.text() == "Make the pledge form"


def test_a_brief_is_made_of_a_period_and_who_coordinates_makes_it_of_the_picture(
    session: Session, tmp_path: Path, asked: Path, in_front, qtbot
) -> None:
    own = make_workspace(tmp_path)
    log_activity(own)
    hear_feedback(own, consent="C3", own_words="I work until seven.")
    start = in_front(StartView(replace(session, workspace=own)))
    card: BriefCard = start.brief
    assert card.isVisible() and not unnamed(card)
    card.period.set_value("2026-07..2026-09")
    press(card.maker, qtbot)
    assert len(card.maker.ticks) == 1
    card.period.edited.emit()
    assert not card.maker.ticks, "another period is read anew"
    press(card.maker, qtbot)
    card.maker.ticks[0][1].control.click()
    press(card.maker, qtbot)
    assert "I work until seven." in text_by_pypdf(asked.read_bytes())
    review = start.stakeholder
    assert review.isVisible() and not unnamed(review) and review.mechanism.value() == "UPR"
    assert review.period.value() == "2022-01..2026-12", "about the time between two reviews is proposed"
    review.mechanism.set_value("CRC")
    review.words.set_value(900)
    press(review.maker, qtbot)
    told = text_by_pypdf(asked.read_bytes())
    assert "I work until seven." in told and "900 are allowed." in told
    assert "900 are allowed." in review.maker.told.text()
    start.deleteLater()
    own.close()
    ministry = StartView(session)
    assert ministry.brief.isHidden() and ministry.stakeholder.joint.isHidden()


def test_the_help_makes_the_page_that_explains_the_compact(session: Session, asked: Path, in_front, qtbot) -> None:
    page = in_front(HelpPage(session))
    page.open("objectives")
    (bar,) = shown(page)
    assert not unnamed(bar)
    bar.spoken.set_value("fr")
    with qtbot.waitSignal(page.toast):
        bar.make.click()
    assert len(opened(asked.read_bytes()).pages) == 1
    assert asked.read_bytes() == explainer.draw(session.pack, "fr").data
    page.open("overview")
    assert not shown(page)
