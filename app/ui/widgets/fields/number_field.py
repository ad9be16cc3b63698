"""A whole number, typed: no spin arrows, and the wheel never changes it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import _, format_number
from app.ui.widgets.fields.field import Field
from app.ui.widgets.fields.line_field import LineEdit

_GROUPING = " \u00a0\u202f,.'\u066c"


def whole_number(text: str) -> int | None:
    """The number a person wrote, in Latin, Arabic or any decimal digits, with or without grouping.

    None for an empty text. Raises ValueError for everything else: signs, fractions, words, odd groups.
    """
    plain = "".join(str(int(c)) if c.isdecimal() else c for c in text.strip())
    if not plain:
        return None
    marks = {c for c in plain if c in _GROUPING}
    if len(marks) > 1:
        raise ValueError(text)
    groups = plain.split(marks.pop()) if marks else [plain]
    if not all(group.isascii() and group.isdigit() for group in groups) or any(len(g) != 3 for g in groups[1:]):
        raise ValueError(text)
    if len(groups) > 1 and len(groups[0]) > 3:
        raise ValueError(text)
    return int("".join(groups))


class NumberField(Field):
    """A labelled whole number from 0 to `largest`; empty means "not counted", which is not 0."""

    def __init__(self, label: str, help: str = "", *, largest: int = 9_999_999, parent: QWidget | None = None) -> None:
        self._edit = LineEdit()
        self._largest = largest
        super().__init__(label, self._edit, help, parent)
        self._edit.textEdited.connect(self._check)
        self._edit.editingFinished.connect(self._leave)

    def value(self) -> int | None:
        """The number; None while empty or wrong (see `is_valid`)."""
        try:
            number = whole_number(self._edit.text())
        except ValueError:
            return None
        return number if number is None or number <= self._largest else None

    def is_valid(self) -> bool:
        """Whether the field is empty or holds a number in range."""
        return not self._edit.text().strip() or self.value() is not None

    def set_value(self, number: int | None) -> None:
        """Show this number; None empties the field."""
        if number != self.value() or not self.is_valid():
            self._edit.setText("" if number is None else str(number))
            self.set_problem("")

    def text(self) -> str:
        """Exactly what stands in the field, for `Page.state`."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Put back what `text` gave, with its problem if it has one."""
        self._edit.setText(text)
        self._leave_quietly()

    def _check(self) -> None:
        if self.is_valid():
            self.set_problem("")
        self.edited.emit()

    def _leave(self) -> None:
        self._leave_quietly()
        self.left.emit()

    def _leave_quietly(self) -> None:
        sentence = _("Please write a whole number up to {largest}, or leave it empty.")
        self.set_problem("" if self.is_valid() else sentence.format(largest=format_number(self._largest)))
