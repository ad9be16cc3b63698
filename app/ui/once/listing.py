"""The leading side of the page: which list, how many pairs it has, and the pairs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, format_number, ngettext
from app.ui.look import theme
from app.ui.once import pairs
from app.ui.once.pairs import Shown
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.text import Label


class Listing(QWidget):
    """Says what a person wants; decides nothing."""

    turned = Signal()
    """Another list was chosen."""
    widened = Signal()
    """What nobody has accepted yet is wanted, or no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        model = PagedModel(lambda start, count: self._rows[start : start + count], lambda: len(self._rows), self)
        self.list = ListView(_("Pairs of activities"), model)
        self.chooser = CodeField(_("Which pairs"), pairs.lists())
        self.waiting = CheckField("")
        self.waiting.hide()
        self._sentence = Label("", "small", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(_("Duplicates"), "h2"))
        column.addWidget(self.chooser)
        column.addWidget(self.waiting)
        column.addWidget(self._sentence)
        column.addWidget(self.list, 1)
        self.chooser.edited.connect(self.turned)
        self.waiting.edited.connect(self.widened)

    def offer_waiting(self, files: int) -> None:
        """Offer to compare so many files, too, that nobody has decided about."""
        words = ngettext("Also {count} file not accepted yet", "Also {count} files not accepted yet", files)
        self.waiting.set_sentence(words.format(count=format_number(files)))
        self.waiting.setVisible(files > 0)

    def show_pairs(self, shown: Sequence[Shown], sentence: str) -> None:
        """Show these pairs, keeping the chosen one, and say what they are."""
        self._rows = [pairs.row(one) for one in shown]
        self.list.reload()
        self._sentence.setText(sentence)
