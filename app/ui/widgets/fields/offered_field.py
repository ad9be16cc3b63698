"""One thing that is offered while typing, or words of one's own in its place."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import _
from app.ui.widgets.fields.field import Field
from app.ui.widgets.fields.finder import Find, Finder
from app.ui.words.choice import Choice


class OfferedField(Field):
    """A labelled line: a choice is kept by its code and shown by its name, anything else is kept as it was typed."""

    def __init__(self, label: str, find: Find, name_of: Callable[[str], str], help: str = "") -> None:
        self._finder = Finder(find, _("Choose or write"))
        self._name_of, self._code, self._shown = name_of, "", ""
        super().__init__(label, self._finder, help)
        self._finder.chosen.connect(self._take)
        self._finder.textEdited.connect(lambda _typed: self.edited.emit())
        self._finder.editingFinished.connect(self.left)

    def value(self) -> str:
        """The code of what was chosen, else what was typed, without spaces around it."""
        typed = self._finder.text().strip()
        return self._code if typed == self._shown else typed

    def set_value(self, value: str) -> None:
        """Show this code by its name, or these words."""
        if value != self.value():
            self._put(value)

    def _put(self, value: str) -> None:
        self._code, self._shown = value, self._name_of(value) if value else ""
        self._finder.setText(self._shown)
        self._finder.setCursorPosition(0)

    def _take(self, choice: Choice) -> None:
        self._put(choice.code)
        self.set_problem("")
        self.edited.emit()
        self.left.emit()
