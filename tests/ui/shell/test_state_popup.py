from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.process.session import Session
from app.ui.shell.state_popup import StatePopup


def test_the_card_is_as_wide_as_its_buttons_need_in_a_language_of_long_words(
    session: Session, dressed, in_front
) -> None:
    dressed("fr")
    popup = StatePopup(session, in_front(QWidget()))
    popup.open_below()
    buttons = (popup.buttons.now, popup.buttons.stick)
    assert not [one.text() for one in buttons if one.width() < one.sizeHint().width()]
    popup.close()
