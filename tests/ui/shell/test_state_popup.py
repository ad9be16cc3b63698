"""What the state line opens has room for its buttons in every language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from app import i18n
from app.ui.process.session import Session
from app.ui.shell.state_popup import StatePopup
from tests.ui.made_up import clipped


@pytest.mark.parametrize("spoken", [one.code for one in i18n.languages()])
def test_buttons_that_do_not_fit_side_by_side_stand_below_each_other(
    session: Session, in_front: Callable[[QWidget], QWidget], spoken: str
) -> None:
    i18n.activate(spoken)
    line = QWidget()
    in_front(line)
    popup = StatePopup(session, line)
    popup.open_below()
    assert not clipped(popup)
    assert popup.rect().contains(popup.buttons.geometry())
    popup.hide()
