"""Something that was sent, opened again: exactly what its recipient reads."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import TOTALS, Withdrawal
from app.i18n import _
from app.services.enclosing import SentAlone
from app.services.submissions import Made
from app.ui import theme, wording
from app.ui.submissions.enclosed_card import SentAloneCard
from app.ui.submissions.item_card import ItemCard
from app.ui.submissions.start_view import sent_words
from app.ui.submissions.totals_card import beside
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.scrolling import Scrolling

_AT_ONCE = 25


class SentView(QWidget):
    """Read only; 25 items at once, more when asked."""

    closed = Signal()

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self.made: Made | None = None
        self._shown = 0
        self._header = PageHeader("")
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        self._more = Button(_("Show more items"), SECONDARY)
        self.close_button = Button(_("Close"), SECONDARY)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(12))
        whole.addWidget(self._header)
        whole.addLayout(self._column)
        whole.addWidget(self._more)
        whole.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Scrolling(body), 1)
        self._footer = FooterBar(self.close_button)
        self._footer.say(_("This is kept as it was sent. It cannot be changed."), "lock")
        layout.addWidget(self._footer)
        self._more.clicked.connect(self._show_more)
        self.close_button.clicked.connect(self.closed)

    def show_made(self, made: Made, alone: SentAlone | None = None) -> None:
        """Show another submission, from its beginning, and what an office alone was told with it."""
        self.made, self._shown = made, 0
        while (item := self._column.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._header.set_words(wording.period(made.submission.period), sent_words(made.submission))
        for card in beside(self._pack, made.submission.entries):
            self._column.addWidget(card)
        if alone is not None:
            self._column.addWidget(SentAloneCard(self._pack, alone))
        self._show_more()

    def _show_more(self) -> None:
        entries = [one for one in self.made.submission.entries if not isinstance(one, (*TOTALS, Withdrawal))]
        for entry in entries[self._shown : self._shown + _AT_ONCE]:
            self._column.addWidget(ItemCard(self._pack, entry))
        self._shown += _AT_ONCE
        self._more.setVisible(self._shown < len(entries))
