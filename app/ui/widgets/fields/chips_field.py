"""Several things found while typing: chips with a remove button each above the line that finds them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_list
from app.ui.look import theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.fields.field import Field
from app.ui.widgets.fields.finder import Find, Finder
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import IconLabel, Label
from app.ui.words.choice import Choice


class ChipsField(Field):
    """A labelled set of codes; `find` offers what fits, Enter adds. A subclass says what a code is called."""

    def __init__(self, label: str, find: Find, hint: str, help: str = "") -> None:
        self._chosen: list[str] = []
        self._find = find
        self._finder = Finder(self._free, hint)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, theme.px(6))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self._chips)
        layout.addWidget(self._finder)
        super().__init__(label, inside, help)
        self._label.setBuddy(self._finder)
        self.setFocusProxy(self._finder)
        self._finder.chosen.connect(self._add)
        self._show()

    def codes(self) -> tuple[str, ...]:
        """The codes, in the order in which they were added."""
        return tuple(self._chosen)

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show these."""
        if tuple(codes) != self.codes():
            self._chosen = list(dict.fromkeys(codes))
            self._show()

    def begun(self) -> str:
        """What somebody began to type and has not chosen."""
        return self._finder.text()

    def go_on(self, typed: str) -> None:
        """Show again what `begun` told."""
        self._finder.go_on(typed)

    def word(self, code: str) -> str:
        """What a code is called."""
        return code

    def icon(self, code: str) -> str:
        """The icon of a code."""
        return "link"

    def _edges(self) -> list[QWidget]:
        return [self._finder]

    def _free(self, typed: str) -> Sequence[Choice]:
        return tuple(choice for choice in self._find(typed) if choice.code not in self._chosen)

    def _add(self, choice: Choice) -> None:
        self._finder.clear()
        self._chosen.append(choice.code)
        self._changed()

    def _remove(self, code: str) -> None:
        self._chosen.remove(code)
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
        words = [self.word(code) for code in self._chosen]
        for code, name in zip(self._chosen, words, strict=True):
            chip = RemovableChip(self.icon(code), name)
            chip.remove.clicked.connect(lambda _checked=False, which=code: self._remove(which))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._chosen))
        self._chips.setAccessibleName(format_list(words))
        self._chips.updateGeometry()


class RemovableChip(QFrame):
    """A pill: icon, name, and `remove`, a button named "Remove 7 Vulnerability"."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remove = IconButton("x", _("Remove {objective}").format(objective=name), "accent-text")
        height = theme.px(32)
        self.setFixedHeight(height)
        ground, line = theme.colour("accent-soft").name(), theme.colour("line").name()
        edge = f"{2 if theme.is_contrast() else 0}px solid {line}"
        look = f"background: {ground}; border-radius: {height // 2}px; border: {edge};"
        self.setStyleSheet(f"RemovableChip {{ {look} }}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(IconLabel(icon, "accent-text", 16))
        layout.addWidget(Label(name, tone="accent"))
        layout.addWidget(self.remove)
