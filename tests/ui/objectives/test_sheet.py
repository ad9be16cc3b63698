"""The page of one objective: everything about it in one view, added to and opened from there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.filling import filled
from app.domain.records import Challenge, Feedback, PlanItem
from app.domain.terms import Period, When
from app.services.records import objectives, recording
from app.ui.objectives.page import ObjectivesPage
from app.ui.process.session import Session
from app.ui.widgets.buttons import IconButton
from tests.ui.accessible import unnamed
from tests.ui.made_up import clipped, untranslated


@pytest.fixture
def opened(session: Session, in_front) -> Callable[..., ObjectivesPage]:
    def make(width: int = 1142, height: int = 720) -> ObjectivesPage:
        page = ObjectivesPage(session)
        page.resize(width, height)
        in_front(page)
        page.open("sheet:7")
        QApplication.processEvents()
        return page

    return make


def save(session: Session, record_class: type, **values: str) -> str:
    draft = filled(recording.new(session.workspace, record_class), values)
    return recording.save(session.workspace, draft).id


def test_it_shows_what_is_about_this_objective_only_and_who_waits(session: Session, opened) -> None:
    kept = save(session, PlanItem, title="Ψ", objectives="7")
    save(session, PlanItem, title="Another", objectives="8")
    save(session, Feedback, topics="7", paraphrase="Ω")
    page = opened()

    assert page.sheet.cards["plan_item"].sentence.text() == "1 entry"
    assert page.sheet.cards["feedback"].sentence.text() == "1 entry · 1 person waits for an answer"
    assert page.sheet.cards["challenge"].sentence.text() == ""
    asked: list[object] = []
    page.navigate.connect(lambda *told: asked.append(told))
    page.sheet.cards["plan_item"].findChildren(IconButton)[0].click()
    page.sheet.cards["feedback"].add_button.click()
    page.sheet.cards["challenge"].add_button.click()
    page.sheet.cards["activity"].add_button.click()
    assert asked == [
        ("records", kept),
        ("feedback", "new:topics=7"),
        ("records", "new:challenge:objectives=7"),
        ("activities", "new:objectives=7"),
    ]


def test_how_far_one_is_is_said_in_place_and_saved_at_once(session: Session, opened) -> None:
    page = opened()
    period, (value, _nothing) = next(iter(page.sheet.views.fields.items()))
    value.set_value("in_progress")
    value.edited.emit()

    assert objectives.views(session.workspace, 7)[period].value == "in_progress"
    assert objectives.views(session.workspace, 8) == {}


def test_why_until_when_and_remarks_are_kept_when_left_and_never_overwritten_while_typed(
    session: Session, opened
) -> None:
    objectives.choose(session.workspace, [7])
    page = opened()
    card = page.sheet.choice
    assert card.isVisible()
    card.priority.set_value("2")
    card.priority.edited.emit()
    why, target = card.entries["why"], card.entries["target"]
    why.field.control.setPlainText("Many people here have no papers")
    objectives.choose(session.workspace, [8])
    page.reload()
    assert why.read() == "Many people here have no papers", "a notice takes nothing that is being typed"
    target.show(When(2027, 6))
    target.field.edited.emit()
    page.keep()
    (seven, _eight) = objectives.choices(session.workspace)
    assert (seven.priority, seven.why, seven.target) == (2, "Many people here have no papers", When(2027, 6))

    period = next(iter(page.sheet.views.fields))
    note = page.sheet.views.notes[period]
    assert not note.isVisible()
    objectives.assess(session.workspace, 7, period=Period.parse(period), value="in_progress")
    page.reload()
    assert note.isVisible()
    note.control.setPlainText("Slow, but it moves")
    note.left.emit()
    said = objectives.views(session.workspace, 7)[period]
    assert (said.value, said.note) == ("in_progress", "Slow, but it moves")


def test_a_rebuild_stays_on_it_and_back_leads_to_all(session: Session, opened) -> None:
    page = opened()
    again = ObjectivesPage(session)
    again.restore(page.state())

    assert again.sheet.number == 7
    assert again.primary() is None
    again.sheet.back.click()
    assert again.primary() is not None


@pytest.mark.parametrize(("language", "look", "size"), [("qps", "light", 100), ("ar", "dark", 150)])
def test_it_is_whole_in_any_language_look_and_size(session: Session, opened, dressed, language, look, size) -> None:
    save(session, Challenge, description="Ψ", objectives="7")
    dressed(language, look, size)
    page: QWidget = opened(*(760, 580) if size > 100 else (1142, 720))

    assert not unnamed(page)
    assert not clipped(page)
    if language == "qps":
        quarters = [value.control.accessibleName() for value, _nothing in page.sheet.views.fields.values()]
        assert not untranslated(page, *quarters)
