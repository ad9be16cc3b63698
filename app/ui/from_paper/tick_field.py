"""Boxes as they are typed in from paper: their numbers, and under them the words that they stand for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.records import FieldRule
from app.domain.terms import When
from app.i18n import _, format_list, format_month, language
from app.services.feedback import dating
from app.services.paper import paper_forms, ticking
from app.ui.process.session import Session
from app.ui.widgets.fields.field import Field
from app.ui.widgets.fields.line_field import LineEdit
from app.ui.widgets.record.record_fields import Entry

_FEW = 9
"""So many choices are told while nothing is typed."""


class TickField(Field):
    """A line for numbers. What they mean stands below at once; a number without a box is a problem."""

    def __init__(self, label: str, read: Callable[[str], Any], say: Callable[[Any], str], help: str) -> None:
        self._edit = LineEdit()
        self._read, self._say, self._hint = read, say, help
        super().__init__(label, self._edit, help)
        self._edit.textEdited.connect(self._check)
        self._edit.editingFinished.connect(self.left)

    def value(self) -> Any:
        """What the numbers mean; None while they mean nothing (see `is_valid`)."""
        try:
            return self._read(self._edit.text())
        except ValueError:
            return None

    def is_valid(self) -> bool:
        """Whether the line is empty or every number has a box."""
        try:
            self._read(self._edit.text())
        except ValueError:
            return False
        return True

    def unread(self) -> str:
        """What was typed and means nothing."""
        return "" if self.is_valid() else self._edit.text()

    def set_text(self, text: str) -> None:
        """Put numbers there."""
        self._edit.setText(text)
        self._tell()

    def set_value(self, text: str) -> None:
        """The same, as every field has it."""
        self.set_text(text)

    def _check(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        valid = self.is_valid()
        self.set_problem("" if valid else _("There is no box with this number."))
        told = self._say(self.value()) if valid and self._edit.text().strip() else ""
        self.set_help(told or self._hint)


def month(rule: FieldRule, session: Session) -> Entry:
    """The month as its number."""

    def say(when: Any) -> str:
        return format_month(when.first_day)

    today = dating.today(session.workspace)
    field = TickField(
        _(rule.label), lambda text: ticking.month(text, today), say, _("3 is March; 3 2025 names the year")
    )
    return Entry(rule, field, lambda when: field.set_text(_month(when)), field.value, field.set_text, field.unread)


def ticks(rule: FieldRule, session: Session) -> Entry:
    """Boxes of a code list, or of the objectives."""
    codes = paper_forms.choices(rule, session.pack)
    names = [_name(rule, code, session) for code in codes]

    def read(text: str) -> tuple[str, ...]:
        return ticking.ticked(text, rule, codes)

    def say(found: tuple[str, ...]) -> str:
        return format_list([names[codes.index(code)] for code in found])

    hint = " · ".join(f"{at} {name}" for at, name in enumerate(names, start=1)) if len(names) <= _FEW else ""
    field = TickField(_(rule.label), read, say, hint or _("The numbers of the boxes that are ticked"))
    return Entry(
        rule,
        field,
        lambda value: field.set_text(ticking.numbers_of(rule, value, codes)),
        lambda: ticking.value_of(rule, field.value() or ()),
        field.set_text,
        field.unread,
    )


def _name(rule: FieldRule, code: str, session: Session) -> str:
    if rule.codes:
        return session.pack.code_list(rule.codes).label(code, language())
    return session.pack.objective(int(code)).name(language()) if code.isdigit() else _("yes")


def _month(when: When | None) -> str:
    return f"{when.month} {when.year}" if when is not None else ""
