"""Rumours, policy cards and contacts beside the messages: found from everywhere, kept, printed, and let go of."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog

from app.domain.drafts import Draft
from app.domain.filling import filled
from app.domain.records import Feedback, LoopStep, PolicyCard, Record, ReferralContact, Rumour
from app.services.feedback import loops
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.ui.feedback import kinds
from app.ui.feedback.card_bar import CardBar
from app.ui.feedback.page import FeedbackPage
from app.ui.feedback.sensitive_panel import SensitivePanel
from app.ui.pages import page_of
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from app.ui.widgets.toast import Toast
from tests.making import hear_feedback
from tests.reports.reading import text_by_poppler
from tests.ui.accessible import unnamed
from tests.ui.conftest import let_go
from tests.ui.recorded import CONTROL, frame_of, records

RUMOUR = {"said": "The office moves to Ceuta", "month": "2026-09", "channel": "radio"}
CARD = {"title": "Ferry fares", "summary": "It takes six weeks and costs nothing.", "language": "en"}
CONTACT = {"service": "Harbour clinic", "contact": "0661 23 45 67"}


@pytest.fixture
def frame(session: Session, in_front) -> Frame:
    made = in_front(Frame(session))
    made.resize(1366, 768)
    made.restore({"page": "settings"})
    yield made
    made.leave()


def made(into: Workspace, record_class: type[Record], **values: str) -> str:
    return recording.save(into, filled(recording.new(into, record_class), values)).id


def found(frame: Frame) -> list[str]:
    """The pages that the entries of the search palette lead to."""
    rows = frame.search.palette.rows
    entries = [rows.entry(place) for place in range(rows.rowCount())]
    return [entry.code.name for entry in entries if entry is not None]


def shown(frame: Frame) -> tuple[str, str]:
    """Which kind is in sight, and what stands as its heading."""
    page = frame.pages.page()
    return page.tools.kinds.value(), page.current().sheet.header.title.text()


def test_search_finds_every_kind_of_the_page_and_opens_it_where_it_is_written(
    frame: Frame, workspace: Workspace, qtbot
) -> None:
    made(workspace, Rumour, **RUMOUR)
    made(workspace, PolicyCard, **CARD)
    made(workspace, ReferralContact, **CONTACT)
    heard = hear_feedback(workspace, paraphrase="When does the school open?")
    loops.add_step(workspace, LoopStep(workspace.new_id(), feedback=heard, what="Asked the headmaster"))
    for typed, expected in {
        "ceuta": ("rumours", RUMOUR["said"]),
        "fares": ("cards", CARD["title"]),
        "harbour": ("contacts", CONTACT["service"]),
        "headmaster": ("messages", "Question"),
    }.items():
        qtbot.keyClick(frame, Qt.Key.Key_K, CONTROL)
        palette = frame.search.palette
        qtbot.keyClicks(palette.field, typed)
        qtbot.waitUntil(lambda: found(frame) == ["feedback"])
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        assert frame.pages.current_name == "feedback"
        assert shown(frame) == expected
        assert not unnamed(frame)
    frame.pages.page().open("0" * 32)
    assert shown(frame) == ("messages", "Question"), "an id that is nowhere changes nothing"


def test_deleting_and_undo_go_by_the_kind_in_sight(frame: Frame, workspace: Workspace, qtbot) -> None:
    rumour = made(workspace, Rumour, **RUMOUR)
    frame.go("feedback", rumour)
    frame.pages.page().current().remove(rumour)
    assert records(workspace, "rumour") == []
    assert RUMOUR["said"] in frame.findChild(Toast).accessibleName()
    frame.undo()
    assert [one.id for one in records(workspace, "rumour")] == [rumour]
    qtbot.waitUntil(lambda: frame.pages.page().current().list.rows.rows.rowCount() == 1)


def test_a_rumour_that_was_being_typed_comes_back_after_a_crash(session: Session, workspace: Workspace, qtbot) -> None:
    draft: Draft[Record] = filled(recording.new(workspace, Rumour), RUMOUR)
    recording.keep(workspace, draft)
    assert page_of("rumour") == "feedback"
    page = FeedbackPage(session)
    qtbot.addWidget(page)
    assert page.tools.kinds.value() == "rumours"
    assert page.current().sheet.banner.isVisibleTo(page)
    page.open(draft.record.id)
    assert page.current().form.draft().record.said == RUMOUR["said"]
    page.keep()


def test_risk_and_verification_are_chosen_from_lists_and_what_was_typed_before_stays(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    old = made(workspace, Rumour, **RUMOUR, risk="rather high", verification="false")
    frame = in_front(frame_of(session, "feedback"))
    frame.pages.page().open(old)
    form = frame.pages.page().current().form
    assert {type(form.entries[name].told.control).__mro__[1] for name in ("risk", "verification")} == {QComboBox}
    assert (form.entries["risk"].read(), form.entries["verification"].read()) == ("rather high", "false")
    assert form.entries["verification"].told.control.currentText() == "Not true"
    assert frame.pages.page().current().list.rows.rows.row(0).tags.endswith("Not true")
    made(workspace, Rumour, **(RUMOUR | {"said": "School is closed"}), outcome="It opened on Monday")
    listed = frame.pages.page().current().list
    listed.reload()
    qtbot.waitUntil(lambda: listed.rows.rows.rowCount() == 2)
    with qtbot.waitSignal(listed.filled):
        listed.segments.set_value("open")
        listed.reload()
    assert [listed.rows.rows.row(0).title, listed.rows.rows.rowCount()] == [RUMOUR["said"], 1]
    kept = frame.state()
    frame.leave()
    again = in_front(frame_of(session, "feedback", kept))
    assert again.pages.page().current().form.loaded().record.id == old


def test_a_card_is_printed_for_people_by_its_button_and_by_the_key(
    session: Session, workspace: Workspace, in_front, qtbot, tmp_path: Path, monkeypatch
) -> None:
    frame = in_front(frame_of(session, "feedback"))
    page = frame.pages.page()
    page.show_kind("cards")
    page.current().begin()
    bar = page.current().findChild(CardBar)
    assert not bar.print.isEnabled()
    page.open(made(workspace, PolicyCard, **(CARD | {"language": "français", "question_1": "Est-ce clair ?"})))
    assert (bar.first.value(), bar.print.isEnabled()) == ("fr", True)
    bar.second.set_value("ar")
    for place, press in {"a.pdf": bar.print.click, "b.pdf": frame.print_record}.items():
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked, to=place: (str(tmp_path / to), ""))
        press()
        qtbot.waitUntil(lambda to=place: to in frame.findChild(Toast).accessibleName())
    text, by_key = (text_by_poppler((tmp_path / name).read_bytes()) for name in ("a.pdf", "b.pdf"))
    assert "Qu’en pensez-vous" in text
    assert "Est-ce clair" in by_key
    assert "inside the organisation" not in by_key, "a card is for people"
    assert "ما رأيك" in text
    assert "ما رأيك" not in by_key


def test_no_panel_of_a_page_outlives_it(session: Session, qtbot) -> None:
    def left() -> list[SensitivePanel]:
        return [one for one in QApplication.allWidgets() if isinstance(one, SensitivePanel)]

    let_go()
    before = len(left())
    kept = [FeedbackPage(session) for _turn in range(3)]
    assert all(one.panel.window() is one for one in kept), "it belongs to its page from the start"
    for one in kept:
        one.deleteLater()
    let_go()
    assert len(left()) == before


def test_messages_rumours_cards_and_contacts_can_be_narrowed_to_their_drafts(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    hear_feedback(workspace)
    half = {Feedback: {"paraphrase": "Half a sen"}, Rumour: {"said": "Half"}, PolicyCard: {"title": "Half"}}
    page = in_front(frame_of(session, "feedback")).pages.page()
    for told in [kinds.messages(), *(kinds.beside(code) for code in kinds.FURTHER)]:
        wanted = made(workspace, told.record_class, **half.get(told.record_class, {"service": "Half"}))
        page.show_kind(kinds.code_of(told.record_class))
        listed = page.current().list
        listed.segments.set_value("drafts")
        listed.reload()
        assert [choice.code for choice in told.segments][-1] == "drafts"
        shown = [listed.rows.rows.row(place).id for place in range(listed.rows.rows.rowCount())]
        assert shown == [wanted], told.record_class
