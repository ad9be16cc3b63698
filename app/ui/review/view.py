"""What the three decisions of the review page have in common: a part that scrolls, and what decides below it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.over_footer import over_footer
from app.ui.widgets.scrolling import Scrolling


class ReviewView(QWidget):
    """`back` is shown by the page where there is room for one pane only."""

    area: Scrolling
    footer: FooterBar

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(_("Back to the list"), GHOST, "arrow-left")

    def stand(self, body: QWidget, footer: FooterBar, decides: Button) -> None:
        """Put the two below each other, the way back first in the footer; `decides` is hidden from whoever may not."""
        self._decides = decides
        footer.put_first(self.back)
        self.back.hide()
        self.area, self.footer = over_footer(self, body, footer), footer

    def primary(self) -> Button | None:
        """The button that decides; None for whoever may not."""
        return None if self._decides.isHidden() else self._decides
