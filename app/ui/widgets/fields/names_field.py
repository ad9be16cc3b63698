"""Several short names, one on each line: partner organisations, references to other frameworks."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n import _
from app.ui.widgets.fields.text_field import TextField


class NamesField(TextField):
    """A labelled list of names, one per line; `names()` has them in order of name, each once, as records keep them."""

    def __init__(self, label: str, help: str = "") -> None:
        super().__init__(label, help or _("One on each line"), lines=2)

    def names(self) -> tuple[str, ...]:
        """The names, without spaces around them and without empty lines."""
        return tuple(sorted({line.strip() for line in self.text().splitlines() if line.strip()}))

    def set_names(self, names: Sequence[str]) -> None:
        """Show these, one on each line."""
        self.set_value("\n".join(names))
