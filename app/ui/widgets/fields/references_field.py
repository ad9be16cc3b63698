"""Other records that a record points at: one, or several as chips; found by the beginnings of their words."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import N_, _
from app.ui.widgets.fields.chips_field import ChipsField
from app.ui.widgets.fields.finder import Find
from app.ui.widgets.fields.place_field import PlaceField

_HINT = N_("Type two letters of what you wrote down")


class ReferenceField(PlaceField):
    """One record, kept by its id."""

    HINT = _HINT
    PROBLEM = N_("Please choose something from the list, or leave it empty.")


class ReferencesField(ChipsField):
    """Several records, kept by their ids."""

    def __init__(self, label: str, find: Find, name_of: Callable[[str], str], help: str = "") -> None:
        self._name_of = name_of
        super().__init__(label, find, _(_HINT), help)

    def value(self) -> tuple[str, ...]:
        """The ids, in the order in which records keep them."""
        return tuple(sorted(self.codes()))

    def word(self, code: str) -> str:
        """What the record is called."""
        return self._name_of(code)
