"""The records page: every kind in its list and form, found from anywhere, kept through every rebuild."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from app.domain.filling import filled
from app.domain.records import (
    KINDS,
    Activity,
    Attachment,
    Commitment,
    CommitmentUpdate,
    IndicatorValue,
    PlanItem,
    Resources,
    Shape,
    rule,
    rules,
)
from app.domain.terms import When
from app.services.opening.workspace import Workspace
from app.services.overview import overview
from app.services.records import attachments, recording, reminders
from app.ui.activities.page import ActivitiesPage
from app.ui.overview.next_steps import next_steps
from app.ui.process.session import Session
from app.ui.records import kinds, rows
from app.ui.records.page import RecordsPage, waiting
from app.ui.widgets.fields.beginnings import asking_for, beginning
from tests.attaching import picture
from tests.ui.accessible import names_in_tab_order, unnamed
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import texts

LARGE = ("commitment", "practice", "proposal", "resources")
"""The kinds whose forms have every shape of field."""
OWN_PAGE = {"activity", "feedback", "sensitive_note", "choice", "assessment"}


def shown(session: Session, show: Callable[[QWidget], QWidget], size: tuple[int, int] = (1180, 720)) -> RecordsPage:
    page = RecordsPage(session)
    page.resize(*size)
    show(page)
    return page


def save(session: Session, record_class: type, **values: str) -> str:
    draft = filled(recording.new(session.workspace, record_class), values)
    return recording.save(session.workspace, draft).id


def day(session: Session, days: int) -> str:
    today = session.workspace.now().date()
    return When.of(today.fromordinal(today.toordinal() + days)).iso


def pack_words(desk: QWidget) -> list[str]:
    """Labels of the reference pack, which has no made-up language of its own for boxes to tick."""
    return [box.text() for box in desk.findChildren(QCheckBox)]


def test_every_kind_without_a_page_of_its_own_is_offered_once() -> None:
    names = [found.name for found in kinds.TABLE]

    assert len(set(names)) == len(names)
    assert set(names) <= set(KINDS) - OWN_PAGE


def test_the_chooser_counts_and_leads_to_every_kind_and_back(session: Session, in_front, qtbot) -> None:
    save(session, PlanItem, title="Open a desk")
    page = shown(session, in_front)

    assert "Plan, 1 entry" in names_in_tab_order(page)
    assert not unnamed(page)
    page.chooser.focus("plan_item")
    qtbot.keyClick(page.chooser.buttons["plan_item"], Qt.Key.Key_Return)
    assert page.desk.form.draft().record.title == "Open a desk"
    page.back.click()
    assert page.desk is None
    assert page.chooser.buttons["plan_item"].hasFocus()


@pytest.mark.parametrize(("language", "look", "size"), [("qps", "light", 100), ("ar", "dark", 150)])
def test_every_kind_is_whole_and_keeps_what_is_typed_in_any_language_look_and_size(
    session: Session, in_front, dressed, qtbot, language, look, size
):
    dressed(language, look, size)
    page = shown(session, in_front, (760, 580) if size > 100 else (1180, 720))
    assert not unnamed(page)
    assert not clipped(page)
    for found in kinds.TABLE if language == "qps" else map(kinds.told, LARGE):
        page.open(asking_for(found.name))
        page.desk.form.unfold(shown=True)
        name = next(one.name for one in rules(found.record_class) if one.shape in (Shape.TEXT, Shape.LONG_TEXT))
        page.desk.form.focus(name)
        qtbot.keyClicks(page.desk.form.entries[name].told.control, "W")
        page.desk.finish()
        QApplication.processEvents()
        assert not unnamed(page), found.name
        assert not [one for one in clipped(page.desk.form) if not one.startswith("QToolButton")], found.name
        assert page.desk.sheet.area.horizontalScrollBar().maximum() == 0, found.name
        kept = recording.lines(session.workspace, recording.Query(found.name))[0].record
        assert getattr(kept, name) == "W"
        if language == "qps":
            assert not untranslated(page.desk, *pack_words(page.desk)), found.name


def test_a_rebuild_keeps_the_kind_the_record_and_what_a_new_one_was_given(session: Session, in_front) -> None:
    page = shown(session, in_front)
    page.open("new:plan_item:objectives=7")
    again = RecordsPage(session)
    again.restore(page.state())

    assert again.desk.form.draft().record.objectives == (7,)
    assert again.desk.kind.record_class is PlanItem
    assert beginning("new") == {}
    assert beginning("newer") is None


def test_a_commitment_shows_its_answers_and_its_updates(session: Session, in_front) -> None:
    kept = save(session, Commitment, title="A desk in every town", smart_who="We do")
    save(session, CommitmentUpdate, commitment=kept, date="2026-10-01", text="Two desks are open")
    page = shown(session, in_front)
    page.open(kept)
    QApplication.processEvents()

    assert "1 of 5" in page.promise.answers.sentence.text()
    assert "Open" in [name.split()[0] for name in names_in_tab_order(page.promise.updates)]
    page.promise.updates.add_button.click()
    assert page.desk.form.draft().record.commitment == kept


def test_numbers_of_a_row_are_written_as_the_language_writes_them(session: Session, dressed) -> None:
    save(session, IndicatorValue, code="Waiting days", value="2.4")
    save(session, Resources, budget="12000.5", currency="MAD")
    dressed("ru")
    values, money = (
        rows.row(session, recording.lines(session.workspace, recording.Query(kind))[0])
        for kind in (IndicatorValue.KIND, Resources.KIND)
    )
    assert "2,4" in values.facts and "12\u00a0000,5 MAD" in money.title


def test_what_is_due_waits_in_the_badge_and_in_the_next_steps(session: Session) -> None:
    assert waiting(session) == 0
    late = save(session, PlanItem, title="Late", due=day(session, -3))
    save(session, Commitment, title="Soon", due=day(session, 20))
    save(session, Commitment, title="Far", due=day(session, 60))
    save(session, PlanItem, title="Done", due=day(session, -3), status="completed")

    assert waiting(session) == 2
    assert [one.late for one in reminders.due(session.workspace)] == [True, False]
    step = next(
        one for one in next_steps(overview(session.workspace), session.workspace.now().date()) if one.page == "records"
    )
    assert (step.argument, step.tone) == (late, "bad")


def test_money_of_an_activity_is_shown_and_added_from_its_form(session: Session, in_front, qtbot) -> None:
    kept = save(session, Activity, title="Orientation day")
    save(session, Resources, of=kept, budget="1200.50", currency="MAD")
    page = ActivitiesPage(session)
    page.resize(1180, 720)
    in_front(page)
    page.open(kept)
    QApplication.processEvents()

    assert any("1,200.5" in name for name in names_in_tab_order(page.money))
    with qtbot.waitSignal(page.navigate) as asked:
        page.money.add_button.click()
    assert asked.args == ["records", f"new:resources:of={kept}"]


def test_a_plan_whose_month_is_not_over_is_not_late(session: Session) -> None:
    today = session.workspace.now().date()
    found = reminders.of(PlanItem("r", due=When.of(today).only_month), today)

    assert found is not None
    assert not found.late
    assert reminders.of(replace(PlanItem("r"), due=None), today) is None


def test_evidence_stands_under_every_kind_that_is_shared_and_a_pledge_takes_one_file(
    session: Session, workspace: Workspace, in_front, tmp_path: Path, qtbot
) -> None:
    page = RecordsPage(session)
    in_front(page)
    shown = rule(Attachment, "about").to
    for found in kinds.TABLE:
        page.choose(found.name)
        assert (page.evidence is not None) is (found.name in shown), found.name
        page.leave()
    made = recording.save(workspace, recording.new(workspace, Commitment, title="Papers for all")).id
    page.open(made)
    path = tmp_path / "hall.jpg"
    path.write_bytes(picture())
    assert page.evidence is not None
    page.evidence.take_in([path])
    qtbot.waitUntil(lambda: len(page.evidence.cards) == 1 and not session.tasks.running(), timeout=20_000)
    page.evidence.take_in([path])
    assert "1 file belongs here." in texts(page.evidence)
    assert len(attachments.of(workspace, made)) == 1
    page.keep()


def test_every_kind_can_be_narrowed_to_its_drafts_beside_what_is_due(
    session: Session, in_front: Callable[[QWidget], QWidget]
) -> None:
    for found in kinds.TABLE:
        codes = [choice.code for choice in kinds.kind(found).segments]
        assert codes == (
            ["all", "due", "drafts"] if found.record_class in (PlanItem, Commitment) else ["all", "drafts"]
        )
    role = session.pack.code_list("roles").codes[0]
    half = save(session, PlanItem, title="Half a plan")
    save(session, PlanItem, title="Whole", objectives="7", role=role)
    page = shown(session, in_front, (1024, 640))
    page.choose("plan_item")
    listed = page.desk.list
    listed.segments.set_value("drafts")
    listed.reload()
    assert [listed.rows.rows.row(place).id for place in range(listed.rows.rows.rowCount())] == [half]


def test_a_table_that_is_dropped_goes_to_the_page_for_imports(session: Session, in_front, tmp_path: Path) -> None:
    page, asked = in_front(RecordsPage(session)), []
    page.navigate.connect(lambda name, argument: asked.append((name, argument)))
    page.chooser.tables.drop_area.dropped.emit([tmp_path / "table.csv"])
    page.chooser.tables.begin.click()
    assert asked == [("import", [tmp_path / "table.csv"]), ("import", [])]


def test_a_request_by_an_authority_comes_with_an_answer_that_gives_nothing_away(session: Session, in_front) -> None:
    page = in_front(RecordsPage(session))
    page.open("new:authority_request")
    assert "on which legal basis" in page.letter.words.text()
    asked_for = page.desk.form.entries["kind"].told
    asked_for.set_value("about_persons")
    asked_for.edited.emit()
    assert "neither confirm nor deny" in page.letter.words.text()
    assert page.letter.words.text().endswith(f"For {session.workspace.organisation.name}: [name and role]")
    page.choose("commitment")
    assert page.letter is None
