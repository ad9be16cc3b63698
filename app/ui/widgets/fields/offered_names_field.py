"""Several things that are offered while typing, or names of one's own, as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.i18n import _, isolate
from app.ui.widgets.fields.chips_field import ChipsField
from app.ui.widgets.fields.finder import Find
from app.ui.words.choice import Choice

_LONGEST = 44
"""How many letters of a name fit on a chip, also at large text sizes."""


class OfferedNamesField(ChipsField):
    """A labelled set: the last choice offered is always what was typed, so that Enter keeps any name.

    What was typed and not added is added when the field is left, so that no word is lost.
    """

    def __init__(self, label: str, find: Find, name_of: Callable[[str], str], help: str = "") -> None:
        self._offer, self._name_of = find, name_of
        super().__init__(label, self._with_own, _("Type a name and press Enter"), help)
        self._finder.editingFinished.connect(self._keep_typed)

    def names(self) -> tuple[str, ...]:
        """The codes and names in the order in which records keep them."""
        return tuple(sorted(self.codes()))

    def word(self, code: str) -> str:
        """What a code is called, a name of one's own as it is; cut where it is too long for a chip."""
        name = self._name_of(code)
        return name if len(name) <= _LONGEST else name[:_LONGEST].rstrip() + "…"

    def _with_own(self, typed: str) -> Sequence[Choice]:
        own = typed.strip()
        found = tuple(self._offer(own)) if own else ()
        if not own or any(own in (choice.code, choice.label) for choice in found):
            return found
        return (*found[:19], Choice(own, _("Add “{name}”").format(name=isolate(own))))

    def _keep_typed(self) -> None:
        own = self._finder.text().strip()
        if own and not self._finder.is_offering():
            self._finder.clear()
            if own not in self._chosen:
                self._chosen.append(own)
                self._changed()
