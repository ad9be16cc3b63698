"""The fields of a sheet in the order of the paper; Enter goes from each to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.records import FieldRule, Record, Shape
from app.i18n import _
from app.services.paper import paper_forms
from app.ui.from_paper import tick_field
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.record import record_fields
from app.ui.widgets.record.record_fields import Entry

_LONGEST = 3000


class RowFields(QWidget):
    """One column of fields; `edited` when anything in it was changed by a person."""

    edited = Signal()

    def __init__(self, rules: tuple[FieldRule, ...], session: Session) -> None:
        super().__init__()
        self.entries = {one.name: _entry(one, session) for one in rules}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for entry in self.entries.values():
            column.addWidget(entry.field)
            entry.field.edited.connect(self.edited)

    def show_record(self, record: Record, unread: Mapping[str, str]) -> None:
        """Show what a record says."""
        for name, entry in self.entries.items():
            if name in unread:
                entry.show_unread(unread[name])
            else:
                entry.show(getattr(record, name))

    def read(self) -> dict[str, Any]:
        """The value of every field."""
        return {name: entry.read() for name, entry in self.entries.items()}

    def unread(self) -> dict[str, str]:
        """What cannot be read, as it was typed."""
        return {name: text for name, entry in self.entries.items() if (text := entry.unread())}

    def first_problem(self) -> Entry | None:
        """The first field whose numbers have no box."""
        return next((one for one in self.entries.values() if one.unread() and paper_forms.is_ticked(one.rule)), None)

    def focus_first(self) -> None:
        """Begin at the top."""
        next(iter(self.entries.values())).field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_next(self) -> bool:
        """Go to the field after the one in use; False where that was the last, or none of these is in use."""
        fields = [entry.field for entry in self.entries.values()]
        used = self.window().focusWidget()
        at = next((place for place, one in enumerate(fields) if used and (one is used or one.isAncestorOf(used))), None)
        if at is None or at == len(fields) - 1:
            return False
        fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def is_used(self) -> bool:
        """Whether somebody types in one of these fields."""
        used = self.window().focusWidget()
        return used is not None and self.isAncestorOf(used)


def _entry(rule: FieldRule, session: Session) -> Entry:
    if paper_forms.is_ticked(rule):
        return tick_field.ticks(rule, session)
    if rule.shape is Shape.WHEN and rule.required:
        return tick_field.month(rule, session)
    if rule.shape is Shape.LONG_TEXT:
        field = LineField(_(rule.label), longest=_LONGEST)
        return Entry(rule, field, field.set_value, field.value, field.set_value)
    return record_fields.make(rule, session)
