"""A part that scrolls over a footer that never does: how every form and every decision stands."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.scrolling import Scrolling


def over_footer(place: QWidget, body: QWidget, footer: FooterBar) -> Scrolling:
    """Put both into `place`, the footer below; what scrolls."""
    area = Scrolling(body)
    down = QVBoxLayout(place)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    down.addWidget(area, 1)
    down.addWidget(footer)
    return area
