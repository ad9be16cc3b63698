from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.ui.kiosk.screen import Kiosk
from app.ui.look.tokens import THEMES
from tests.ui.kiosk.touching import begin, screen


def test_five_faces_are_drawn_in_one_colour(kiosk: Kiosk) -> None:
    begin(kiosk, "en")
    drawn = [_colours(card.grab().toImage()) for card in screen(kiosk).answers.cards]
    assert all(colours == drawn[0] for colours in drawn)
    assert len({card.text() for card in screen(kiosk).answers.cards}) == 5


def _colours(image: QImage) -> set[int]:
    """The colours of more than a hundred points: ground and ink, without the soft edges between them."""
    counted: dict[int, int] = {}
    for across in range(image.width()):
        for down in range(image.height()):
            colour = image.pixel(across, down)
            counted[colour] = counted.get(colour, 0) + 1
    return {colour for colour, times in counted.items() if times > 400}


@pytest.mark.parametrize("look", THEMES)
def test_every_theme_shows_the_kiosk(window, dressed, look: str) -> None:
    dressed("ar", look)
    kiosk = window().centralWidget()
    begin(kiosk, "en")
    assert kiosk.layoutDirection() == Qt.LayoutDirection.LeftToRight
    card = screen(kiosk).answers.cards[0]
    before = card.grab().toImage()
    card.click()
    assert card.grab().toImage() != before
