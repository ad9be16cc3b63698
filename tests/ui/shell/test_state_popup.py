"""What the state line opens: wide enough for its buttons in every language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.process.session import Session
from app.ui.shell.state_popup import StatePopup
from tests.ui.made_up import clipped


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_button_of_the_state_card_is_cut(
    session: Session, in_front: Callable[[QWidget], QWidget], dressed, language
):
    dressed(language, "light", 100)
    popup = StatePopup(session, in_front(QPushButton()))
    popup.open_below()
    assert not clipped(popup)
