"""Which objectives something serves: chips with a remove button each, and type-to-find."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_list
from app.ui import icons, theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.choice import Choice, matching
from app.ui.widgets.field import Field
from app.ui.widgets.finder import Finder
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import IconLabel, Label


class ObjectivesField(Field):
    """Objectives by number. `choices` have the number as code and the short name as label.

    Type two letters or the number, Enter adds. A number that the pack does not know is kept and shown.
    """

    def __init__(self, label: str, choices: Sequence[Choice], help: str = "", *, parent: QWidget | None = None) -> None:
        self._choices = {int(choice.code): choice for choice in choices}
        self._numbers: list[int] = []
        self._finder = Finder(self._matching, _("Type two letters of an objective"))
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, theme.px(6))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self._chips)
        layout.addWidget(self._finder)
        super().__init__(label, inside, help, parent)
        self._label.setBuddy(self._finder)
        self.setFocusProxy(self._finder)
        self._finder.chosen.connect(self._add)
        self._show()

    def value(self) -> tuple[int, ...]:
        """The numbers, in the order in which they were added."""
        return tuple(self._numbers)

    def set_value(self, numbers: Sequence[int]) -> None:
        """Show these objectives."""
        if tuple(numbers) != self.value():
            self._numbers = list(dict.fromkeys(numbers))
            self._show()

    def name(self, number: int) -> str:
        """The number with its short name, such as "7 Vulnerability"."""
        known = self._choices.get(number)
        return _("{number} {name}").format(number=number, name=known.label) if known else str(number)

    def _edges(self) -> list[QWidget]:
        return [self._finder]

    def _matching(self, typed: str) -> Sequence[Choice]:
        free = tuple(choice for number, choice in self._choices.items() if number not in self._numbers)
        return tuple(Choice(found.code, self.name(int(found.code))) for found in matching(free, typed))

    def _add(self, choice: Choice) -> None:
        self._finder.clear()
        self._numbers.append(int(choice.code))
        self._changed()

    def _remove(self, number: int) -> None:
        self._numbers.remove(number)
        self._finder.setFocus()
        self._changed()

    def _changed(self) -> None:
        self.set_problem("")
        self._show()
        self.edited.emit()
        self.left.emit()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for number in self._numbers:
            chip = ObjectiveChip(number, self.name(number))
            chip.remove.clicked.connect(lambda _checked=False, which=number: self._remove(which))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._numbers))
        self._chips.setAccessibleName(format_list([self.name(number) for number in self._numbers]))
        self._chips.updateGeometry()


class ObjectiveChip(QFrame):
    """An objective as a pill: icon, number and name, and `remove`, a button named "Remove 7 Vulnerability"."""

    def __init__(self, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remove = IconButton("x", _("Remove {objective}").format(objective=name), "accent-text")
        height = theme.px(32)
        self.setFixedHeight(height)
        ground, line = theme.colour("accent-soft").name(), theme.colour("line").name()
        edge = f"{2 if theme.is_contrast() else 0}px solid {line}"
        look = f"background: {ground}; border-radius: {height // 2}px; border: {edge};"
        self.setStyleSheet(f"ObjectiveChip {{ {look} }}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(IconLabel(icons.objective(number), "accent-text", 16))
        layout.addWidget(Label(name, tone="accent"))
        layout.addWidget(self.remove)
