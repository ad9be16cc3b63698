"""How long replaced words stay in the places: decided by whoever may, told with what it means and does not mean."""

from __future__ import annotations

from app.services.opening.workspace import Workspace
from app.services.syncing import cleaning, spaces
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import read


def test_replaced_words_leave_the_places_after_some_months_only_if_somebody_says_so(
    workspace: Workspace, framed, qtbot
) -> None:
    spaces.found(workspace, "Office")
    _frame, page, _session = framed(workspace)
    card = page.clean_up
    assert "until somebody decides otherwise" in card.told.text() and card.months.value() == 0
    assert "No workspace loses a word" in read(card) and not unnamed(card)
    for typed, problem in ((None, "how many months"), (3, "from 6 to 600")):
        card.months.set_value(typed)
        card.keep.click()
        assert problem in card.months.problem() and focused() == "Months"
    card.months.set_value(12)
    card.months.edited.emit()
    page.reload()
    assert card.months.value() == 12 and not card.months.problem(), "what is being typed stays"
    card.keep.click()
    qtbot.waitUntil(lambda: "after 12 months" in card.told.text())
    assert cleaning.months(workspace) == 12
    cleaning.keep_for(workspace, 0)
    page.reload()
    assert "until somebody decides otherwise" in card.told.text() and card.months.value() == 0
