"""One version of a field to choose: a radio button with the whole value, the words that differ marked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.formatted_text import FormattedText
from app.ui.widgets.text import Label


class ChoiceCard(QFrame):
    """A card that can be pressed anywhere; `side` is the token of its colour, `who` whose version it is."""

    def __init__(
        self,
        who: str,
        pieces: Iterable[tuple[str, QTextCharFormat]],
        side: str,
        *,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self._side = side
        self.words = FormattedText(pieces)
        self.radio = QRadioButton()
        self.radio.setAccessibleName(_("{who}: {value}").format(who=who, value=self.words.text()))
        self.radio.toggled.connect(lambda _on: self._dress())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        edge = theme.px(12)
        row.setContentsMargins(edge, theme.px(4), edge, theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(2))
        if note:
            column.addWidget(Label(note, "caption", wraps=True))
        column.addWidget(self.words)
        column.addStretch(1)
        row.addLayout(column, 1)
        self._dress()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The whole card chooses."""
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        self.radio.click()
        event.accept()

    def _dress(self) -> None:
        edge = f"2px solid {theme.colour(self._side).name()}"
        if not self.radio.isChecked():
            edge = f"{theme.line_width()}px solid {theme.colour('line').name()}"
        ground = theme.colour("surface").name()
        self.setStyleSheet(f"QFrame#choice {{ background: {ground}; border-radius: 8px; border: {edge}; }}")
