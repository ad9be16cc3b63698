"""The fail-safe as a question: how many records would go, who did it, a look at them, and the safe answer first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from app.i18n import _, format_list, format_number, isolate, ngettext
from app.services.syncing.failsafe import Danger
from app.ui.look import theme
from app.ui.sync_words import laptop_words
from app.ui.widgets.buttons import DANGER, GHOST, PRIMARY, Button
from app.ui.widgets.record.value_words import kind_words, title_words
from app.ui.widgets.text import IconLabel, Label

_MOST = 500
"""Records named in the look; nobody reads more, and the number stands above."""


class DeletionsDialog(QDialog):
    """Accepted only by the button that names the number; anything else is "Not now"."""

    def __init__(self, danger: Danger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = len(danger.records)
        self.setWindowTitle(_("Most records would go to the trash"))
        self._danger = danger
        self.look = Button(_("Look first"), GHOST, "eye")
        words = ngettext("Put {count} record in the trash", "Put {count} records in the trash", count)
        self.allow = Button(words.format(count=format_number(count)), DANGER)
        self.not_now = Button(_("Not now"), PRIMARY)
        self.not_now.setDefault(True)
        self.records = _titles(danger)
        self._lay_out()
        self.not_now.setFocus()
        self.look.clicked.connect(self._look)
        self.allow.clicked.connect(self.accept)
        self.not_now.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(IconLabel("alert-triangle", "warn", 22), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(6))
        words.addWidget(Label(self.windowTitle(), "h3", wraps=True))
        words.addWidget(Label(told(self._danger), wraps=True))
        safe = _("Nothing was changed yet. Ask whoever works there. What is in the trash can be brought back.")
        words.addWidget(Label(safe, "small", wraps=True))
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.look)
        buttons.addStretch(1)
        buttons.addWidget(self.allow)
        buttons.addWidget(self.not_now)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(12))
        layout.addLayout(head)
        layout.addWidget(self.records, 1)
        layout.addLayout(buttons)
        self.setMinimumWidth(max(theme.px(520), layout.totalMinimumSize().width()))

    def _look(self) -> None:
        self.records.setVisible(not self.records.isVisible())
        self.look.set_text(_("Hide the list") if self.records.isVisible() else _("Look first"))
        self.adjustSize()


def told(danger: Danger) -> str:
    """Who would put how many records in the trash."""
    laptops = format_list([isolate(laptop_words(one)) for one in danger.laptops or ("",)])
    words = _("This sync would put {count} of your {total} records in the trash. It was done on: {laptops}.")
    count, total = format_number(len(danger.records)), format_number(danger.total)
    return words.format(count=count, total=total, laptops=laptops)


def _titles(danger: Danger) -> QTextEdit:
    view = QTextEdit()
    view.setReadOnly(True)
    view.setAccessibleName(_("Records that would go to the trash"))
    view.setTabChangesFocus(True)
    line = _("{kind} – {title}")
    shown = danger.records[:_MOST]
    view.setPlainText(
        "\n".join(
            line.format(kind=kind_words(one.kind), title=isolate(title_words(one.kind, one.title))) for one in shown
        )
    )
    view.setMinimumHeight(theme.px(180))
    view.hide()
    return view
