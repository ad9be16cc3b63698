from __future__ import annotations

from datetime import timedelta

from app.domain.records import Feedback
from app.services.keeping import retention
from app.services.opening.workspace import Origin, Workspace
from app.services.records import recording
from app.ui.overview.page import OverviewPage
from app.ui.process.session import Session
from app.ui.settings.page import SettingsPage
from app.ui.settings.retention import RetentionCard
from tests.making import hear_feedback
from tests.ui.accessible import unnamed


def test_what_is_past_its_time_is_told_and_erased_only_by_a_second_button(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    for _message in range(2):
        hear_feedback(workspace)
    start = workspace.now()
    page = in_front(SettingsPage(session))
    card = next(card for card in page.cards if isinstance(card, RetentionCard))
    assert "Feedback: 24 months." in card.clocks.text()
    assert card.told.text() == "Nothing is past its time." and not card.erase.isVisible()
    card.kind.set_value("feedback")
    card.kind.edited.emit()
    assert card.months.value() == 24
    card.months.set_value(None)
    card.keep_it.click()
    assert "0 for ever" in card.months.problem()
    card.months.set_value(6)
    card.keep_it.click()
    assert retention.months(workspace)["feedback"] == 6

    workspace._origin = Origin.fixed(start + timedelta(days=200), 3)  # noqa: SLF001 - days pass
    page.reload()
    assert card.told.text() == "Past its time: Feedback: 2."
    card.erase.click()
    assert card.warning.isVisible() and "Backups made before" in card.warning.text() and card.leave.hasFocus()
    card.leave.click()
    assert not card.confirm.isVisible() and len(recording.lines(workspace, recording.Query(Feedback.KIND))) == 2
    card.erase.click()
    assert card.confirm.text() == "Erase 2 records"
    assert not unnamed(page)
    overview = in_front(OverviewPage(session))
    step = "2 records were kept as long as they should be"
    qtbot.waitUntil(lambda: step in [label.text() for label in overview.findChildren(type(card.told))])
    card.confirm.click()
    assert recording.lines(workspace, recording.Query(Feedback.KIND)) == []
    assert "erased Feedback: 2" in card.proofs.text() and not card.erase.isVisible()
