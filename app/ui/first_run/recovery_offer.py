"""After a workspace was made: what there is for the day on which the passphrase is forgotten; it can be put off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.services.opening.workspace import Workspace
from app.ui.look import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import GHOST, PRIMARY, Button
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.recovery_maker import RecoveryMaker
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label

_WIDTH = 620


class RecoveryOffer(QWidget):
    """Says for the second time that the data is gone without passphrase and words, and makes the words."""

    finished = Signal()
    """The words were kept, or put off; the first page reminds of them then."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.show_words = Button(_("Show the words"), PRIMARY, "key")
        self.later = Button(_("Later"), GHOST)
        self.maker: RecoveryMaker | None = None
        self._buttons = QWidget()
        self._column = QVBoxLayout()
        self._lay_out()
        self.setFocusProxy(self.show_words)
        self.show_words.clicked.connect(self._unfold)
        self.later.clicked.connect(self.finished)

    def _lay_out(self) -> None:
        warning = Banner(
            "warn",
            _("Recovery words open the workspace when the passphrase is forgotten. There is no third way in."),
            title=_("Without the passphrase and these words the data is gone"),
            closable=False,
        )
        needed = _("The words open the file; they do not bring it back. For a lost file you need a backup as well.")
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.show_words)
        row.addWidget(self.later)
        row.addStretch(1)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, theme.px(24), 0, theme.px(24))
        self._column.setSpacing(theme.px(12))
        sentence = _("Have paper and a pen ready, or a printer. It takes five minutes.")
        self._column.addWidget(PageHeader(_("For the day the passphrase is forgotten"), sentence))
        self._column.addWidget(warning)
        self._column.addWidget(Label(needed, wraps=True))
        self._column.addWidget(self._buttons)
        self._column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolling(Narrow(inside, _WIDTH, centred=True)), 1)

    def _unfold(self) -> None:
        self.maker = RecoveryMaker(self._workspace)
        self.maker.kept.connect(self.finished)
        self.maker.left.connect(self.finished)
        self._column.insertWidget(2, self.maker)
        self.maker.ways.setFocus()
        self._buttons.hide()
