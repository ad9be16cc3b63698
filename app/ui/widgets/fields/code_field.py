"""One of a list of codes, shown by their labels from the pack; the wheel never changes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionComboBox, QWidget

from app.ui.widgets.fields.field import Field
from app.ui.words.choice import Choice

_LETTERS = 8
_ABOUT_THE_LIST = frozenset({QEvent.Type.StyleChange, QEvent.Type.FontChange})


class _Combo(QComboBox):
    _has_popup = False
    """Whether its list was ever shown; until then nothing is spent on its looks, which cost more than the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(11)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for a few letters, however long the codes are; to ask Qt for that makes the list at once."""
        metrics, option = self.fontMetrics(), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # whose frame is thicker, and must not move the form
        inside = QSize(_LETTERS * metrics.horizontalAdvance("X"), max(ceil(QFontMetricsF(metrics).height()), 14) + 2)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, inside, self)

    def changeEvent(self, event: QEvent) -> None:
        """Tell the list of another look only if there is one."""
        if self._has_popup or event.type() not in _ABOUT_THE_LIST:
            super().changeEvent(event)
        else:
            QWidget.changeEvent(self, event)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def showPopup(self) -> None:
        """Dress the list when it is first asked for."""
        if not self._has_popup:
            self._has_popup = True
            self.view().setFont(self.font())
            self.setItemDelegate(QStyledItemDelegate(self))  # only this one follows the style sheet
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and never changes the value."""
        event.ignore()


class CodeField(Field):
    """A labelled choice of one code. Without `nothing` (the words for no choice) the first code is chosen.

    A code that the list does not know came with another pack: it is kept, and shown by what `name_of` calls it.
    """

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        help: str = "",
        *,
        nothing: str = "",
        name_of: Callable[[str], str] = str,
    ) -> None:
        self._combo, self._name_of = _Combo(), name_of
        self._nothing = nothing
        super().__init__(label, self._combo, help)
        self.set_choices(choices)
        self._combo.activated.connect(self._tell)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these, keeping the code chosen."""
        kept = self.value()
        self._combo.clear()
        if self._nothing:
            self._combo.addItem(self._nothing, "")
        for choice in choices:
            self._combo.addItem(choice.label, choice.code)
        if kept:
            self.set_value(kept)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these and nothing else; none of what was chosen before stays."""
        self._combo.clear()
        self.set_choices(choices)

    def value(self) -> str:
        """The code chosen; empty for no choice."""
        return str(self._combo.currentData() or "")

    def set_value(self, code: str) -> None:
        """Choose this code; one that is not in the list is added and kept."""
        place = self._combo.findData(code)
        if place < 0 and code:
            self._combo.addItem(self._name_of(code), code)
            place = self._combo.count() - 1
        self._combo.setCurrentIndex(max(place, 0))

    def _tell(self) -> None:
        self.set_problem("")
        self.edited.emit()
        self.left.emit()
