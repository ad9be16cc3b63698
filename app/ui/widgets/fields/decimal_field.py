"""A number with or without a fraction, typed; no digit is lost."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.terms import decimal, decimal_text
from app.i18n import _
from app.ui.widgets.fields.field import Field
from app.ui.widgets.fields.line_field import LineEdit

_SPACES = " \u00a0\u202f\u066c"


def number(text: str) -> Decimal | None:
    """The number a person wrote, in any decimal digits, with spaces between groups and a point or one comma.

    None for an empty text. Raises ValueError for what can be read in two ways, such as 1,250, and for words.
    """
    plain = "".join(str(int(c)) if c.isdecimal() else c for c in text.strip() if c not in _SPACES)
    plain = plain.replace("\u066b", ".").replace("\u2212", "-")
    whole, comma, rest = plain.partition(",")
    if comma and len(rest) != 3 and "." not in plain:
        plain = f"{whole}.{rest}"
    return decimal(plain) if plain else None


class DecimalField(Field):
    """A labelled number; empty means that nobody knows it, which is not 0."""

    def __init__(self, label: str, help: str = "", parent: QWidget | None = None) -> None:
        self._edit = LineEdit()
        super().__init__(label, self._edit, help, parent)
        self._edit.textEdited.connect(self._check)
        self._edit.editingFinished.connect(self._leave)

    def value(self) -> Decimal | None:
        """The number; None while empty or wrong (see `is_valid`)."""
        try:
            return number(self._edit.text())
        except ValueError:
            return None

    def is_valid(self) -> bool:
        """Whether the field is empty or holds a number."""
        return not self._edit.text().strip() or self.value() is not None

    def set_value(self, found: Decimal | None) -> None:
        """Show this number; None empties the field."""
        if found != self.value() or not self.is_valid():
            self._edit.setText("" if found is None else decimal_text(found))
            self.set_problem("")

    def text(self) -> str:
        """Exactly what stands in the field, for `Page.state`."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Put back what `text` gave, with its problem if it has one."""
        self._edit.setText(text)
        self._tell()

    def _check(self) -> None:
        if self.is_valid():
            self.set_problem("")
        self.edited.emit()

    def _leave(self) -> None:
        self._tell()
        self.left.emit()

    def _tell(self) -> None:
        sentence = _("Please write a number such as 1250.5, or leave it empty.")
        self.set_problem("" if self.is_valid() else sentence)
