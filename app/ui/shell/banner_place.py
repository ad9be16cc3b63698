"""The place above the page where the one banner of the window stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import SECONDARY, Button


class BannerPlace(QWidget):
    """Holds at most one banner, and takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QVBoxLayout(self)
        self._row.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), 0)
        self.banner: Banner | None = None
        self._welcomed_to = ""
        self.hide()

    def tell(self, kind: str, sentence: str, title: str = "") -> None:
        """Show one banner in place of the last; an empty sentence takes it away."""
        self._welcomed_to = ""
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
        if sentence:
            self.banner = Banner(kind, sentence, title=title)
            self.banner.closed.connect(self.hide)
            self._row.addWidget(self.banner)
            self.banner.show()
        self.setVisible(bool(sentence))

    def offer(self, words: str, pressed: Callable[[], object]) -> None:
        """Put a button into the banner that stands here."""
        if self.banner is not None:
            self.banner.add_button(Button(words, SECONDARY)).clicked.connect(lambda: pressed())

    def welcome_back(self, page: str, opened: Callable[[], object]) -> None:
        """After a crash: say that nothing is lost, with one button that opens the page where the text is."""
        self.tell("info", _("Nothing is lost. Your last text is here."), _("Groundwork closed unexpectedly"))
        self._welcomed_to = page
        self.offer(_("Open it"), opened)

    def went(self, page: str) -> None:
        """The page the banner led to is in sight: it has said what it had to say."""
        if page and page == self._welcomed_to:
            self.tell("", "")
