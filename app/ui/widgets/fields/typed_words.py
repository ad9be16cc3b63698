"""The field for recovery words, or for the words of two cards: counts while one types, and says what is wrong."""

from __future__ import annotations

from app.errors import GroundworkError
from app.i18n import _, format_number, ngettext
from app.services.keeping import recovering
from app.ui.widgets.fields.text_field import TextField


class TypedWords(TextField):
    """Numbers, commas and line ends between the words do not matter; never part of any state that is kept."""

    def __init__(self) -> None:
        super().__init__(_("Recovery words, or the words of two cards"), _help(0), lines=4)
        self.edited.connect(self._count)

    def refuse(self, error: GroundworkError) -> None:
        """Say what is wrong with the words."""
        self.set_problem(error.sentence())
        self.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.set_value("")
        self._count()

    def _count(self) -> None:
        self.set_problem("")
        self.set_help(_help(len(recovering.pieces(self.value()))))


def _help(count: int) -> str:
    if not count:
        return _("24 words from one paper, or 33 words from each of two cards, one card after the other.")
    words = ngettext("{count} word so far.", "{count} words so far.", count)
    return words.format(count=format_number(count))
