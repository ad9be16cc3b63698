from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from app.domain.drafts import Draft
from app.domain.records import Activity, Feedback, Record, Shape, flat, rules
from app.domain.terms import When
from app.services.opening import place_packs
from app.ui.activities.form_sections import SECTIONS as ACTIVITY_SECTIONS
from app.ui.feedback.form_sections import SECTIONS as FEEDBACK_SECTIONS
from app.ui.process.session import Session
from app.ui.records.form_sections import sections
from app.ui.records.kinds import TABLE
from app.ui.widgets.record.record_form import RecordForm
from app.ui.widgets.record.value_words import value_words

KINDS = (
    (Activity, ACTIVITY_SECTIONS),
    (Feedback, FEEDBACK_SECTIONS),
    *((found.record_class, sections(found.record_class)) for found in TABLE),
)
"""Every kind that has a form, with its sections."""
ANY_TEXT = some.text(max_size=60)
LINE = some.text(some.characters(exclude_categories=("C", "Z")), max_size=40)
WHENS = some.builds(When, some.integers(1900, 2100), some.integers(1, 12), some.integers(0, 28))
MONTHS = some.builds(When, some.integers(1900, 2100), some.integers(1, 12))
ANY = {
    Shape.NUMBER: some.none() | some.integers(-5, 10**12),
    Shape.DECIMAL: some.none() | some.decimals(-(10**9), 10**12, places=4),
    Shape.WHEN: some.none() | WHENS,
    Shape.FLAG: some.booleans(),
    Shape.OBJECTIVES: some.sets(some.integers(1, 40), max_size=5).map(lambda found: tuple(sorted(found))),
}
SIMPLE = {
    Shape.NUMBER: some.none() | some.integers(0, 9_999_999),
    Shape.DECIMAL: some.none() | some.decimals(-(10**9), 10**12, places=4),
    Shape.WHEN: some.none() | MONTHS,
    Shape.FLAG: some.booleans(),
    Shape.OBJECTIVES: ANY[Shape.OBJECTIVES],
    Shape.CODES: some.sets(some.sampled_from(["health", "labour", "x_new"])).map(lambda found: tuple(sorted(found))),
    Shape.NAMES: some.sets(LINE.filter(bool), max_size=4).map(lambda found: tuple(sorted(found))),
    Shape.REFERENCES: some.sets(some.sampled_from(["a" * 32, "b" * 32])).map(lambda found: tuple(sorted(found))),
    Shape.PLACE: some.sampled_from(["", "MA", "MA010", "ZZ99", "KE"]),
}
UNREAD = (Shape.NUMBER, Shape.DECIMAL, Shape.WHEN)
MANY = some.sets(ANY_TEXT.filter(bool), max_size=4).map(lambda found: tuple(sorted(found)))
RELAXED = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def drafts(record_class: type[Record], by_shape: dict, *, rest: some.SearchStrategy) -> some.SearchStrategy[Draft]:
    def of(shape: Shape) -> some.SearchStrategy:
        return by_shape[shape] if shape in by_shape else MANY if shape.many else rest

    fields = {rule.name: of(rule.shape) for rule in rules(record_class)}
    records = some.fixed_dictionaries({}, optional=fields).map(lambda values: record_class("a" * 32, **values))
    numbers = [rule.name for rule in rules(record_class) if rule.shape in UNREAD]
    unread = some.dictionaries(some.sampled_from(numbers), LINE.filter(bool), max_size=2) if numbers else some.just({})
    return some.builds(lambda record, texts: Draft(record, flat(record), {}, texts), records, unread)


@pytest.fixture
def forms(session: Session, qtbot) -> dict[type[Record], RecordForm]:
    made = {kind: RecordForm(session, kind, sections) for kind, sections in KINDS}
    for form in made.values():
        qtbot.addWidget(form)
    return made


@pytest.mark.parametrize(("kind", "sections"), KINDS)
def test_every_field_of_a_record_stands_in_its_form_once(kind: type[Record], sections) -> None:
    named = [name for section in sections for name in section.names()]
    assert sorted(named) == sorted(rule.name for rule in rules(kind) if not rule.hidden)


@RELAXED
@given(draft=some.one_of(*(drafts(kind, ANY, rest=ANY_TEXT) for kind, _sections in KINDS)))
def test_a_form_gives_back_any_draft_that_nobody_touched(forms, draft: Draft) -> None:
    form = forms[type(draft.record)]
    form.load(draft)
    assert form.draft() == draft


@RELAXED
@given(draft=some.one_of(*(drafts(kind, SIMPLE, rest=LINE) for kind, _sections in KINDS)))
def test_fields_read_what_they_show(forms, draft: Draft) -> None:
    form = forms[type(draft.record)]
    form.load(Draft(draft.record, draft.before))
    for entry in form.entries.values():
        entry.field.edited.emit()
    assert form.draft() == Draft(draft.record, draft.before)


def test_a_value_that_a_field_cannot_show_in_full_survives_the_edit_of_another(forms, qtbot) -> None:
    form = forms[Activity]
    long = Activity("a" * 32, title="x" * 400, partners=("with, comma", "two\nlines"))
    form.load(Draft(long))
    qtbot.keyClicks(form.entries["reach_women"].told.control, "12")
    assert form.draft().record.title == long.title
    assert form.draft().record.partners == long.partners
    assert form.draft().record.reach_women == 12


def test_text_that_cannot_be_read_leaves_the_value_there_was(forms, qtbot) -> None:
    form = forms[Activity]
    form.load(Draft(Activity("a" * 32, reach_men=7)))
    edit = form.entries["reach_men"].told.control
    edit.selectAll()
    qtbot.keyClicks(edit, "many")
    assert form.draft().unread == {"reach_men": "many"}
    assert form.draft().record.reach_men == 7


def test_a_place_that_is_not_in_the_list_stays_as_typed(forms, qtbot) -> None:
    form = forms[Activity]
    form.load(Draft(Activity("a" * 32)))
    qtbot.keyClicks(form.entries["place"].told.control, "Nowhere at all")
    kept = form.draft()
    form.load(kept)
    assert kept.unread == {"place": "Nowhere at all"}
    assert form.entries["place"].unread() == "Nowhere at all"
    form.load(Draft(Activity("b" * 32)))
    assert form.entries["place"].unread() == ""


NEWER = {
    Shape.CODE: "zz_newer",
    Shape.CODES: ("zz_newer",),
    Shape.OBJECTIVES: (7, 41),
    Shape.PLACE: "ZZ9907",
    Shape.TEXT: "A title",
}
"""What a record says that was written with a newer reference pack."""


def test_codes_of_a_newer_pack_are_shown_as_they_are_and_outlive_an_edit_of_everything_else(forms) -> None:
    for kind, form in forms.items():
        values = {rule.name: NEWER[rule.shape] for rule in rules(kind) if rule.shape in NEWER and not rule.hidden}
        form.load(Draft(record := kind("a" * 32, **values), flat(record), {}, {}))
        for name, value in values.items():
            if name in form.entries and value != "A title":
                assert form.entries[name].read() == value, f"{kind.KIND}.{name}"
                assert {"zz_newer", "41", "ZZ9907"} & set(shown(form.entries[name].field)), f"{kind.KIND}.{name}"
        for entry in form.entries.values():
            entry.field.edited.emit()
        saved = flat(form.draft().record)
        assert {name: saved[name] for name in saved if name in flat(record)} == flat(record), kind.KIND


def shown(field: QWidget) -> list[str]:
    """What a person reads in a field."""
    parts = [field, *field.findChildren(QWidget)]
    told = [one.text() for one in parts if isinstance(one, QLabel | QAbstractButton | QLineEdit)]
    told += [one.accessibleName() for one in parts]
    return [*told, *(one.currentText() for one in parts if isinstance(one, QComboBox))]


def test_the_place_field_finds_the_places_of_ones_own_lists_also_such_as_come_later(
    forms, session: Session, tmp_path, qtbot
) -> None:
    form = forms[Activity]
    form.load(Draft(Activity("a" * 32)))
    field = form.entries["place"].told
    path = tmp_path / "places.csv"
    path.write_text("ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE\nNew Coast,KE099,Far End,KE099001\n", "utf-8")
    place_packs.add(session.workspace, path)
    assert [one.code for one in field._finder._find("far e")] == ["KE099001"]  # noqa: SLF001 - what is offered
    field.set_value("KE099001")
    assert field.control.text() == "Far End"
    rule = next(one for one in rules(Activity) if one.name == "place")
    assert value_words(session, rule, "KE099001") == "Far End"
