"""The field in which somebody says what a value of the file stands for, by the shape of what it becomes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.records import FieldRule, Shape
from app.i18n import _
from app.places import Gazetteer
from app.ui.process.session import Session
from app.ui.widgets import place_words
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.fields.place_field import PlaceField
from app.ui.words import choices
from app.ui.words.choice import Choice

Value = str | int | tuple[str | int, ...]


class StandIn(QWidget):
    """One field at a time: a choice of codes, a place, or a line for days and numbers."""

    decided = Signal(object)
    """A value of a mapping; None takes back what was said."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rule: FieldRule | None = None
        self._known: Gazetteer | None = None
        self.field: CodeField | PlaceField | LineField | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_rule(self, rule: FieldRule, known: Gazetteer | None = None) -> None:
        """Ask for values of this field, of a place among those that are known."""
        if rule == self._rule and known is self._known:
            return
        self._known = known
        if self.field is not None:
            self.field.hide()
            self.field.deleteLater()
        self._rule, self.field = rule, self._made(rule)
        self._column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def show_said(self, told: str, value: object) -> None:
        """Show what a value of the file stands for now."""
        first = value[0] if isinstance(value, tuple) and value else value
        plain = {True: "yes", False: "no"}.get(first, str(first)) if isinstance(first, bool) else str(first or "")
        self.field.set_value("" if value in (None, ()) else plain)
        self.field.set_help(_("{value} in the file").format(value=told))

    def _made(self, rule: FieldRule) -> CodeField | PlaceField | LineField:
        label = _("Stands for")
        if rule.shape is Shape.PLACE:
            find = place_words.finder(self._session.workspace.organisation.country, self._known)
            place = PlaceField(label, find, lambda code: place_words.name(code, self._known))
            place.left.connect(self._decide)
            return place
        if rule.shape in (Shape.WHEN, Shape.NUMBER):
            line = LineField(label)
            line.entered.connect(self._decide)
            return line
        field = CodeField(label, self._offered(rule), nothing=_("Not said"))
        field.edited.connect(self._decide)
        return field

    def _offered(self, rule: FieldRule) -> list[Choice]:
        if rule.shape is Shape.FLAG:
            return [Choice("yes", _("Yes")), Choice("no", _("No"))]
        pack = self._session.pack
        if rule.shape is Shape.OBJECTIVES:
            return [Choice(one.code, choices.objective_name(pack, int(one.code))) for one in choices.objectives(pack)]
        return list(choices.codes(pack, rule.codes))

    def _decide(self) -> None:
        told, shape = self.field.value(), self._rule.shape
        if not told:
            self.decided.emit(None)
        elif shape is Shape.OBJECTIVES:
            self.decided.emit((int(told),))
        else:
            self.decided.emit((told,) if shape.many else told)
