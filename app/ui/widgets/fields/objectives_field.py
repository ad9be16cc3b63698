"""Which objectives something serves: chips with a remove button each, and type-to-find."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.i18n import _, format_number
from app.ui.look import icons
from app.ui.widgets.fields.chips_field import ChipsField
from app.ui.words.choice import Choice, matching


class ObjectivesField(ChipsField):
    """Objectives by number. `choices` have the number as code and the short name as label.

    Type two letters or the number, Enter adds. A number that the pack does not know is kept, and shown by what
    `name_of` calls it.
    """

    def __init__(
        self, label: str, choices: Sequence[Choice], help: str = "", *, name_of: Callable[[int], str] = str
    ) -> None:
        self._name_of = name_of
        self._choices = {choice.code: choice for choice in choices}
        super().__init__(label, self._matching, _("Type two letters of an objective"), help)

    def value(self) -> tuple[int, ...]:
        """The numbers, in the order in which they were added."""
        return tuple(int(code) for code in self.codes())

    def set_value(self, numbers: Sequence[int]) -> None:
        """Show these objectives."""
        self.set_codes([str(number) for number in numbers])

    def word(self, code: str) -> str:
        """The number with its short name, such as "7 Vulnerability"."""
        known = self._choices.get(code)
        if known is None:
            return self._name_of(int(code))
        return _("{number} {name}").format(number=format_number(int(code)), name=known.label)

    def icon(self, code: str) -> str:
        """The icon of the objective."""
        return icons.objective(int(code))

    def _matching(self, typed: str) -> Sequence[Choice]:
        free = tuple(choice for code, choice in self._choices.items() if code not in self._chosen)
        return tuple(Choice(found.code, self.word(found.code)) for found in matching(free, typed))
