"""What to begin with: a new workspace, one that is there, other laptops, or a look around."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.page_header import PageHeader


class StartStep(QWidget):
    """Ways in: a new workspace, one that is there, other laptops, the words after all were lost, sample data."""

    new_asked = Signal()
    join_asked = Signal()
    recover_asked = Signal()
    open_asked = Signal()
    samples_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        new = Button(_("Start a new workspace"), PRIMARY, "plus")
        known = Button(_("Open a workspace or a backup"), SECONDARY, "folder-open")
        join = Button(_("This laptop joins others of my organisation"), SECONDARY, "device-laptop")
        lost = Button(_("All laptops are lost: use the recovery words"), GHOST, "key")
        samples = Button(_("Look around with sample data"), GHOST, "eye")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(24), 0, 0)
        layout.setSpacing(theme.px(10))
        sentence = _("Your work stays on this computer. You need no account and no internet.")
        layout.addWidget(PageHeader(_("Welcome to Groundwork"), sentence))
        layout.addSpacing(theme.px(10))
        ways = (
            (new, self.new_asked),
            (known, self.open_asked),
            (join, self.join_asked),
            (samples, self.samples_asked),
            (lost, self.recover_asked),
        )
        for button, asked in ways:
            button.make_large()
            button.clicked.connect(lambda _checked=False, signal=asked: signal.emit())
            layout.addWidget(button)
        layout.addStretch(1)
        self.setFocusProxy(new)
