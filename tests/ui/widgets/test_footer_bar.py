"""The bar under a page: beside the buttons there is a sentence, or it stands above them; no button is cut."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.ui.widgets.buttons import DANGER, PRIMARY, SECONDARY, Button
from app.ui.widgets.footer_bar import FooterBar
from tests.ui.made_up import clipped


def test_where_buttons_and_sentence_have_no_room_side_by_side_the_sentence_stands_above(in_front, dressed) -> None:
    dressed("en", "light", 150)
    back, change = Button("Back to the list", SECONDARY, "arrow-left"), Button("Change", PRIMARY, "pencil")
    bar = FooterBar(Button("History", SECONDARY, "history"), Button("Delete", DANGER, "trash"), change)
    bar.put_first(back)
    bar.say("Saved on this computer at 13:25", "circle-check", "good")
    in_front(bar)
    for width, stacked in ((1400, False), (700, True), (1400, False)):
        bar.resize(width, bar.sizeHint().height())
        QApplication.processEvents()
        assert bar.is_stacked() is stacked
        assert not clipped(bar)
        assert (bar.sentence.geometry().width() > 0) and back.x() < change.x()
    bar.resize(860, bar.height())
    QApplication.processEvents()
    assert bar.is_stacked()
    back.hide()
    QApplication.processEvents()
    assert not bar.is_stacked(), "what a button leaves is room for the sentence"
