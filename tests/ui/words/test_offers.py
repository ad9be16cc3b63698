"""What fields offer: found by everyday words in any language, kept by code, and never in the way of own words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.drafts import Draft
from app.domain.records import KINDS, Activity, IndicatorValue, Partner, Record, rule, rules
from app.i18n import _
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.ui.process.session import Session
from app.ui.widgets.record import record_fields
from app.ui.widgets.record.record_fields import Entry
from app.ui.widgets.record.value_words import kind_words
from app.ui.words import offers
from tests.ui.accessible import unnamed
from tests.ui.recorded import press, write


def _entry(session: Session, in_front, kind: type[Record], name: str) -> Entry:
    entry = record_fields.make(rule(kind, name), session)
    in_front(entry.field)
    entry.field.setFocus()
    return entry


def test_indicators_are_found_by_number_and_by_words_and_own_ones_stay(session: Session, in_front, qtbot) -> None:
    find = offers.finder(session, "indicators")
    assert [one.code for one in find("10.7.3")] == ["10.7.3"]
    assert "16.9.1" in [one.code for one in find("registered")]
    assert len(session.pack.indicators) == 25 + 49
    entry = _entry(session, in_front, IndicatorValue, "code")
    assert not unnamed(entry.field)
    write(qtbot, "died")
    press(qtbot, Qt.Key.Key_Return)
    assert entry.read() == "10.7.3" and "people who died" in entry.field.control.text()
    entry.show("our own number")
    assert entry.read() == "our own number"
    entry.show("10.7.3")
    assert entry.read() == "10.7.3"


def test_the_pack_speaks_to_those_who_search_in_their_language(session: Session, dressed) -> None:
    dressed("ar")
    name = session.pack.objective(8).name("ar")
    assert "10.7.3" in [one.code for one in offers.finder(session, "indicators")(name)]
    assert offers.name_of(session, "languages", "fr") == "الفرنسية"
    assert "10.7.3" in [one.code for one in offers.finder(session, "indicators")("died")]
    for name, code in (("indicators", "10.7.3"), ("actions", "7(a)")):
        told = offers.name_of(session, name, code)
        assert not told.endswith(_("{code} {name} (in English)").rpartition("}")[2]), "they are told in Arabic"
        assert any("\u0600" <= letter <= "\u06ff" for letter in told)
        dressed("en")
        assert offers.name_of(session, name, code) != told
        dressed("ar")


def test_names_are_offered_or_ones_own_and_no_word_typed_is_lost(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    recording.save(workspace, recording.new(workspace, Partner, name="Casa Lahnina", type="ST-CSO"))
    entry = _entry(session, in_front, Activity, "partners")
    write(qtbot, "lahn")
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "Nobody yet")
    press(qtbot, Qt.Key.Key_Return)
    assert entry.read() == ("Casa Lahnina", "Nobody yet")
    entry.field._finder.setText("Left over")  # noqa: SLF001
    entry.field._finder.editingFinished.emit()  # noqa: SLF001
    assert entry.read() == ("Casa Lahnina", "Left over", "Nobody yet")


@pytest.mark.parametrize("language", ["en", "ar", "qps"])
def test_every_offer_has_words_and_every_code_is_called_by_them(session: Session, dressed, language: str) -> None:
    dressed(language)
    named = {one.offers for kind in KINDS.values() for one in rules(kind) if one.offers}
    assert named == {"indicators", "actions", "mechanisms", "sdg", "languages", "periods", "partners"}
    for name in named - {"partners"}:
        known = offers.finder(session, name)("")
        assert known and all(offers.name_of(session, name, one.code) == one.label for one in known[:3])
        assert offers.name_of(session, name, "words of our own") == "words of our own"


def test_every_kind_of_record_has_a_name_for_people() -> None:
    assert not [kind for kind in KINDS if kind_words(kind) == kind]


def test_some_of_the_people_reached_are_never_more_than_all(workspace: Workspace) -> None:
    told = Activity("", reach_women=4, reach_men=3, reach_disability=9, reach_hosts=7)
    found = [one.field for one in recording.problems(workspace, Draft(told)) if one.code == "among-exceeds-total"]
    assert found == ["reach_disability"]
