"""Where two people read a row of a sheet differently: each field with both readings, decided by a number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, format_list, isolate
from app.services.paper.transcribing import Difference
from app.ui.from_paper.tick_field import TickField
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.record import value_words
from app.ui.widgets.text import Label

FIRST, SECOND = "1", "2"


class Differences(QWidget):
    """Nothing is decided until every field has its number."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.fields: dict[str, TickField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self.hide()

    def ask(self, found: Sequence[Difference]) -> None:
        """Show these; none hides all of it."""
        while self._column.count():
            self._column.takeAt(0).widget().deleteLater()
        self.fields = {}
        self.setVisible(bool(found))
        if found:
            words = _("The two readings differ. Look at the paper, and type 1 or 2 for each.")
            self._column.addWidget(Label(words, "muted", wraps=True))
        for one in found:
            self._ask_about(one)
        if self.fields:
            next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def decided(self) -> dict[str, bool] | None:
        """For each field whether the second reading is right; None while one is open, which then has the focus."""
        for field in self.fields.values():
            if not field.value():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return None
        return {name: field.value() == SECOND for name, field in self.fields.items()}

    def _ask_about(self, one: Difference) -> None:
        first, second = (self._words(one, value) for value in (one.first, one.second))
        sentence = _("1 typed first: {first}\n2 typed now: {second}").format(first=first, second=second)
        field = TickField(_(one.rule.label), _choice, lambda _found: sentence, sentence)
        self.fields[one.rule.name] = field
        self._column.addWidget(field)

    def _words(self, one: Difference, value: object) -> str:
        many = value if isinstance(value, tuple) else (value,)
        parts = [getattr(each, "iso", each) for each in many]
        told = [words for part in parts if (words := value_words.value_words(self._session, one.rule, part))]
        return isolate(format_list(told)) if told else _("nothing")


def _choice(text: str) -> str:
    if text.strip() not in ("", FIRST, SECOND):
        raise ValueError(text)
    return text.strip()
