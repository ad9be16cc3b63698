"""Where something happened: type-to-find over the gazetteer; what is kept is the code of the place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.i18n import N_, _
from app.ui.widgets.fields.field import Field
from app.ui.widgets.fields.finder import Find, Finder
from app.ui.words.choice import Choice


class PlaceField(Field):
    """A labelled place. `find` gives the choices for what was typed; `name_of` the words for a code.

    Only a place from the list counts; other text stays in the field, with a problem that says so.
    """

    HINT = N_("Type two letters of a place")
    PROBLEM = N_("Please choose a place from the list, or leave it empty.")

    def __init__(
        self, label: str, find: Find, name_of: Callable[[str], str], *, help: str = "", parent: QWidget | None = None
    ) -> None:
        self._finder = Finder(find, _(self.HINT))
        self._name_of, self._code, self._shown = name_of, "", ""
        super().__init__(label, self._finder, help, parent)
        self._finder.chosen.connect(self._take)
        self._finder.textEdited.connect(self._check)
        self._finder.editingFinished.connect(self._leave)

    def value(self) -> str:
        """The code of the place; empty while empty or not from the list."""
        return self._code

    def is_valid(self) -> bool:
        """Whether the field is empty or holds a place from the list."""
        return bool(self._code) or not self._finder.text().strip()

    def set_value(self, code: str) -> None:
        """Show this place; an empty code empties the field."""
        if code != self._code or not self.is_valid():
            self._put(code)

    def text(self) -> str:
        """What stands in the field, for `Page.state`: the code, or unfinished text."""
        return self._code or self._finder.text()

    def _put(self, code: str) -> None:
        self._code = code
        self._shown = self._name_of(code) if code else ""
        self._finder.setText(self._shown)
        self.set_problem("")

    def _take(self, choice: Choice) -> None:
        self._put(choice.code)
        self.edited.emit()
        self.left.emit()

    def _check(self, typed: str) -> None:
        if typed != self._shown:
            self._code = ""
        self.edited.emit()

    def _leave(self) -> None:
        self.set_problem("" if self.is_valid() else _(self.PROBLEM))
        self.left.emit()
