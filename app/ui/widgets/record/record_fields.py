"""For every shape of value the field it is typed in, and how the two are carried over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.domain.records import FieldRule, Shape
from app.i18n import _
from app.services.opening import place_packs
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets import place_words
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.codes_field import CodesField
from app.ui.widgets.fields.decimal_field import DecimalField
from app.ui.widgets.fields.field import Field
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.fields.names_field import NamesField
from app.ui.widgets.fields.number_field import NumberField
from app.ui.widgets.fields.objectives_field import ObjectivesField
from app.ui.widgets.fields.offered_field import OfferedField
from app.ui.widgets.fields.offered_names_field import OfferedNamesField
from app.ui.widgets.fields.place_field import PlaceField
from app.ui.widgets.fields.references_field import ReferenceField, ReferencesField
from app.ui.widgets.fields.text_field import TextField
from app.ui.widgets.fields.when_field import WhenField
from app.ui.widgets.record import record_names
from app.ui.words import choices, offers
from app.ui.words.choice import Choice

_LONGER = 32
"""How much higher than its least height a text may become, so that what stands below stays in sight."""


@dataclass(frozen=True)
class Entry:
    """One field of a form and how a value of its record is shown and read."""

    rule: FieldRule
    field: Field | CheckField
    show: Callable[[Any], None]
    read: Callable[[], object]
    show_unread: Callable[[str], None]
    """Show a text that cannot be read, as it was typed."""
    unread: Callable[[], str] = lambda: ""
    """The text that cannot be read; empty if what stands in the field is a value."""

    @property
    def told(self) -> Field | None:
        """The field if it can tell of problems; a box to tick cannot."""
        return self.field if isinstance(self.field, Field) else None


def make(rule: FieldRule, session: Session) -> Entry:
    """The field for a rule, in the active language."""
    return _MAKERS[rule.shape](rule, session)


def _line(rule: FieldRule, session: Session) -> Entry:
    if rule.offers:
        find, name = offers.finder(session, rule.offers), partial(offers.name_of, session, rule.offers)
        offered = OfferedField(_(rule.label), find, name, _(rule.help))
        return Entry(rule, offered, offered.set_value, offered.value, offered.set_value)
    field = LineField(_(rule.label), _(rule.help))
    return Entry(rule, field, field.set_value, field.value, field.set_value)


def _long(rule: FieldRule, session: Session) -> Entry:
    field = TextField(_(rule.label), _(rule.help))
    field.control.setMaximumHeight(field.control.minimumHeight() + theme.px(_LONGER))
    return Entry(rule, field, field.set_value, field.value, field.set_value)


def _when(rule: FieldRule, session: Session) -> Entry:
    field = WhenField(_(rule.label), _(rule.help), month_only=rule.name == "month")
    return Entry(rule, field, field.set_value, field.value, field.set_text, _text_of(field))


def _number(rule: FieldRule, session: Session) -> Entry:
    field = NumberField(_(rule.label), _(rule.help))
    return Entry(rule, field, field.set_value, field.value, field.set_text, _text_of(field))


def _decimal(rule: FieldRule, session: Session) -> Entry:
    field = DecimalField(_(rule.label), _(rule.help))
    return Entry(rule, field, field.set_value, field.value, field.set_text, _text_of(field))


def _code(rule: FieldRule, session: Session) -> Entry:
    nothing = _("Choose") if rule.required else _("Not said")
    name_of = partial(choices.name_of, session.pack, rule.codes)
    offered = choices.codes(session.pack, rule.codes)
    field = CodeField(_(rule.label), offered, _(rule.help), nothing=nothing, name_of=name_of)
    return Entry(rule, field, field.set_value, field.value, field.set_value)


def _flag(rule: FieldRule, session: Session) -> Entry:
    field = CheckField(_(rule.label), _(rule.help))
    return Entry(rule, field, field.set_value, field.value, lambda _text: None)


def _codes(rule: FieldRule, session: Session) -> Entry:
    name_of = partial(choices.name_of, session.pack, rule.codes)
    field = CodesField(_(rule.label), choices.codes(session.pack, rule.codes), _(rule.help), name_of=name_of)
    return Entry(rule, field, field.set_value, field.value, lambda _text: None)


def _names(rule: FieldRule, session: Session) -> Entry:
    if rule.offers:
        find, name = offers.finder(session, rule.offers), partial(offers.name_of, session, rule.offers)
        offered = OfferedNamesField(_(rule.label), find, name, _(rule.help))
        return Entry(rule, offered, offered.set_codes, offered.names, lambda _text: None)
    field = NamesField(_(rule.label), _(rule.help))
    field.control.setMaximumHeight(field.control.minimumHeight() + theme.px(_LONGER))
    return Entry(rule, field, field.set_names, field.names, field.set_value)


def _objectives(rule: FieldRule, session: Session) -> Entry:
    offered = choices.objectives(session.pack)
    name_of = partial(choices.gone_objective, session.pack)
    field = ObjectivesField(_(rule.label), offered, _(rule.help), name_of=name_of)
    return Entry(rule, field, field.set_value, lambda: tuple(sorted(field.value())), lambda _text: None)


def _place(rule: FieldRule, session: Session) -> Entry:
    """Places that everybody lists and those of the workspace's own lists, also such as are added while it is open."""
    workspace = session.workspace

    def of_country(typed: str) -> tuple[Choice, ...]:
        return place_words.finder(workspace.organisation.country, place_packs.gazetteer(workspace))(typed)

    def name(code: str) -> str:
        return place_words.name(code, place_packs.gazetteer(workspace))

    find = place_words.countries if rule.name == "country" else of_country
    return _found(rule, PlaceField(_(rule.label), find, name, help=_(rule.help)))


def _reference(rule: FieldRule, session: Session) -> Entry:
    """A record of the kinds that the rule names, found by the beginnings of its words."""
    find, name = partial(record_names.offered, session, rule.to), partial(record_names.name_of, session)
    return _found(rule, ReferenceField(_(rule.label), find, name, help=_(rule.help)))


def _references(rule: FieldRule, session: Session) -> Entry:
    find, name = partial(record_names.offered, session, rule.to), partial(record_names.name_of, session)
    field = ReferencesField(_(rule.label), find, name, _(rule.help))
    return Entry(rule, field, field.set_codes, field.value, lambda _text: None)


def _found(rule: FieldRule, field: PlaceField) -> Entry:
    """A field that keeps a code found while typing; other text is kept as it was typed."""

    def show_unread(text: str) -> None:
        field.set_value("")
        field.control.setText(text)  # type: ignore[attr-defined]

    return Entry(rule, field, field.set_value, field.value, show_unread, _text_of(field))


def _text_of(field: WhenField | NumberField | DecimalField | PlaceField) -> Callable[[], str]:
    return lambda: "" if field.is_valid() else field.text()


_MAKERS: Mapping[Shape, Callable[[FieldRule, Session], Entry]] = {
    Shape.TEXT: _line,
    Shape.LONG_TEXT: _long,
    Shape.WHEN: _when,
    Shape.NUMBER: _number,
    Shape.DECIMAL: _decimal,
    Shape.CODE: _code,
    Shape.PLACE: _place,
    Shape.FLAG: _flag,
    Shape.REFERENCE: _reference,
    Shape.CODES: _codes,
    Shape.OBJECTIVES: _objectives,
    Shape.NAMES: _names,
    Shape.REFERENCES: _references,
}
