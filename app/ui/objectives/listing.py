"""The list of objectives: all of them, or the best matches and then what else may be meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.compact import Objective
from app.i18n import _, format_number
from app.ui.look import theme
from app.ui.objectives.row import ObjectiveRow
from app.ui.widgets.direction import margins
from app.ui.widgets.text import Label

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


class ObjectiveList(QWidget):
    """Rows that are walked with the arrow keys. `current` is the one explained beside; Tab comes back to it."""

    reached = Signal(int)
    toggled = Signal(int)
    shown = Signal(int)

    def __init__(self, objectives: Sequence[Objective], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Objectives"))
        self._rows = {one.number: ObjectiveRow(one, self) for one in objectives}
        self._order: tuple[int, ...] = ()
        self.current = 0
        self._best, self._also = Label(_("Best matches"), "strong"), Label(_("You may also mean"), "strong")
        self._count = Label("", "caption").to_trailing()
        self._nothing = Label("", "muted", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(margins(0, 0, theme.px(8), 0))
        self._column.setSpacing(theme.px(8))
        for row in self._rows.values():
            row.reached.connect(self._go)
            row.shown.connect(self.shown)
            row.clicked.connect(lambda _checked, which=row: self._toggle(which))

    def explain(self, words: str) -> None:
        """Show plain sentences or official text in every row."""
        for row in self._rows.values():
            row.explain(words)

    def show_choice(self, priorities: Mapping[int, int]) -> None:
        """Tick the chosen ones."""
        for number, row in self._rows.items():
            row.show_choice(priorities.get(number))

    def arrange(self, best: Sequence[int], also: Sequence[int], *, searched: bool) -> None:
        """Show these in this order; without a search there is no heading."""
        known = [number for number in (*best, *also) if number in self._rows]
        self._order = tuple(dict.fromkeys(known))
        self._empty_column()
        if searched and self._order:
            self._column.addLayout(self._head(len(self._order)))
        self._place([number for number in best if number in self._rows])
        rest = [number for number in also if number in self._rows]
        if rest:
            self._column.addWidget(self._also)
        self._place(rest)
        self._nothing.setText(_("No objective fits these words. Try others, or empty the search to see all."))
        if not self._order:
            self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        for label, shown in ((self._best, searched and self._order), (self._also, rest), (self._count, searched)):
            label.setVisible(bool(shown))
        self._nothing.setVisible(not self._order)
        for number, row in self._rows.items():
            row.setVisible(number in self._order)
        if self._order and self.current not in self._order:
            self.set_current(self._order[0])

    def order(self) -> tuple[int, ...]:
        """The numbers shown, from the top."""
        return self._order

    def row(self, number: int) -> ObjectiveRow:
        """The row of an objective. Raises KeyError for one that is not in the list."""
        return self._rows[number]

    def set_current(self, number: int) -> None:
        """Explain another one, without saying so; an unknown number changes nothing."""
        if number in self._rows:
            self.current = number
            for known, row in self._rows.items():
                row.set_current(known == number)

    def focus_current(self) -> None:
        """Put the focus on the current row."""
        if self.current in self._order:
            self._rows[self.current].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home and End walk."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.current not in self._order:
            super().keyPressEvent(event)
            return
        place = min(max(self._order.index(self.current) + step, 0), len(self._order) - 1)
        self._rows[self._order[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _go(self, number: int) -> None:
        self.set_current(number)
        self.reached.emit(number)

    def _toggle(self, row: ObjectiveRow) -> None:
        self._go(row.objective.number)
        self.toggled.emit(row.objective.number)

    def _head(self, count: int) -> QHBoxLayout:
        words = _("{count} of {all}").format(count=format_number(count), all=format_number(len(self._rows)))
        self._count.setText(words)
        head = QHBoxLayout()
        head.addWidget(self._best, 1)
        head.addWidget(self._count)
        return head

    def _place(self, numbers: Sequence[int]) -> None:
        before: QWidget | None = None
        for number in numbers:
            self._column.addWidget(self._rows[number])
            if before is not None:
                QWidget.setTabOrder(before, self._rows[number])
            before = self._rows[number]

    def _empty_column(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (inner := item.layout()) is not None:
                while (part := inner.takeAt(0)) is not None:
                    assert isinstance(part.widget(), QLabel)
                inner.deleteLater()
