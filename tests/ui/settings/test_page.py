from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QRadioButton

from app.i18n import format_month, format_number, translation
from app.services.keeping import team
from app.services.opening import contact
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Workspace
from app.services.submitting import approving, passing
from app.ui.process.session import Session
from app.ui.settings.page import SettingsPage
from app.ui.widgets.fields.check_field import CheckField
from app.ui.words import speech
from tests.ui.accessible import unnamed
from tests.ui.conftest import PASSPHRASE
from tests.ui.made_up import clipped, untranslated


def test_a_theme_is_chosen_by_key(session: Session, in_front, qtbot) -> None:
    page, heard = in_front(SettingsPage(session)), []
    page.setting.connect(lambda name, value: heard.append((name, value)))
    dark = next(button for button in page.findChildren(QRadioButton) if button.text() == "Dark")
    qtbot.keyClick(dark, Qt.Key.Key_Space)
    assert heard == [("theme", "dark")]


def test_a_text_size_is_chosen_by_key_and_the_wheel_changes_nothing(session: Session, in_front, qtbot) -> None:
    page, heard = in_front(SettingsPage(session)), []
    page.setting.connect(lambda name, value: heard.append((name, value)))
    sizes = next(box for box in page.findChildren(QComboBox) if box.accessibleName() == "Text size")
    assert sizes.currentText() == "100 %"
    qtbot.keyClick(sizes, Qt.Key.Key_Down)
    assert heard == [("text_size", 110)]
    assert not unnamed(page)


def test_names_of_the_own_list_are_kept_and_cannot_be_read_again(session: Session, in_front) -> None:
    page = in_front(SettingsPage(session))
    card = _section(page, "NamesCard")
    card.names.set_names(("Zorka Blümel", "Amina"))
    card.people.click()
    assert (card.told.text(), card.names.names()) == ("2 names are kept.", ())
    card.forget.click()
    assert (card.told.text(), card.forget.isEnabled()) == ("0 names are kept.", False)
    assert not unnamed(page)


def _section(page: SettingsPage, name: str):
    return next(card for card in page.cards if type(card).__name__ == name)


def _type(qtbot, field, text: str) -> None:
    field.control.clear()
    qtbot.keyClicks(field.control, text)


def test_a_second_person_is_added_promoted_and_let_go(session: Session, workspace: Workspace, in_front, qtbot) -> None:
    page, told = in_front(SettingsPage(session)), []
    page.toast.connect(lambda sentence, _undo: told.append(sentence))
    workspace.subscribe(page.reload)
    people = _section(page, "TeamCard")
    people.unfold.click()
    _type(qtbot, people.form.passphrase.one, "four lemons in a boat")
    _type(qtbot, people.form.passphrase.two, "four lemons in a boat")
    people.form.add_button.click()
    assert people.form.name.problem()
    _type(qtbot, people.form.name, "Amina")
    people.form.add_button.click()
    assert told == ["\u2068Amina\u2069 can open this workspace now."]
    assert [row.role.value() for row in people.rows] == ["keeper", "editor"]
    assert not people.form.isVisible()
    qtbot.keyClick(people.rows[0].role.control, Qt.Key.Key_Home)
    assert "only keeper" in people.problem.text()
    assert people.rows[0].role.value() == "keeper"
    qtbot.keyClick(people.rows[1].role.control, Qt.Key.Key_End)
    assert team.find(workspace, "Amina").role == "keeper"
    people.rows[1].let_go.click()
    people.rows[1].question.go.click()
    assert [row.role.label() for row in people.rows] == ["\u2068Samira B.\u2069 (you)"]


def test_my_name_my_passphrase_and_the_organisation_are_kept_when_left(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    page = in_front(SettingsPage(session))
    me, about = _section(page, "Myself"), _section(page, "OrganisationCard")
    me.name.setFocus()
    _type(qtbot, me.name, "Samira")
    qtbot.keyClick(me.name.control, Qt.Key.Key_Tab)
    _type(qtbot, me.old, "not my passphrase")
    for field in (me.new.one, me.new.two):
        _type(qtbot, field, "three blue paper cups")
    me.change.click()
    assert me.old.problem()
    _type(qtbot, me.old, PASSPHRASE)
    me.change.click()
    assert me.old.text() == me.new.one.text() == me.new.two.text() == ""
    about.description.set_value("Legal advice")
    about.region.set_value("ESCWA")
    about.levels.set_value(("municipality",))
    about.languages.set_codes(("ar", "fr"))
    about.country.set_value("MA")
    about.contact_role.set_value("The coordinator")
    about.private["phone"].set_value("+212 539 00 00 00")
    about.web.set_value("our page")
    page.keep()
    assert about.web.problem()
    about.web.set_value("https://network.example")
    page.keep()
    assert not about.web.problem()
    about.smallest.set_value(12)
    about.smallest.left.emit()
    approval = next(box for box in page.findChildren(CheckField) if "second person" in box.control.accessibleName())
    approval.control.click()
    workspace.close()
    again = workspaces.open_existing(workspace.path, "three blue paper cups")
    assert again.profile.name == "Samira"
    assert again.organisation.description == "Legal advice"
    own = again.organisation
    told = (own.region, own.levels, own.languages, own.country, own.contact_role, own.web)
    assert told == ("ESCWA", ("municipality",), ("ar", "fr"), "MA", "The coordinator", "https://network.example")
    assert contact.kept(again).phone == "+212 539 00 00 00"
    assert approving.needs_second(again)
    assert passing.own_threshold(again) == 12
    again.close()


def test_who_is_no_keeper_sees_looks_lock_and_themselves(
    session: Session, workspace: Workspace, in_front, dressed
) -> None:
    amina = team.add(workspace, "Amina", "editor", passphrase="four lemons in a boat", cost=workspaces.quick_cost())
    dressed("qps", "dark", 150)
    whole = SettingsPage(session)
    whole.resize(1024, 640)
    in_front(whole)
    assert not unnamed(whole)
    assert not clipped(whole)
    names = ("Amina", "Samira B.", "Tangier Network", "English", "Français", "Español", "Русский")
    assert not untranslated(whole, *names)
    workspace.profile = amina
    assert [type(card).__name__ for card in SettingsPage(session).cards] == [*["Section"] * 3, "Myself"]


def test_numerals_are_those_of_the_setting_in_arabic_only(qapp) -> None:
    speech.speak(qapp, "ar", "arabic")
    assert (format_number(1234), format_month(date(2026, 10, 1))) == ("١٬٢٣٤", "أكتوبر ٢٠٢٦")
    assert QLocale().toString(12) == "١٢"
    assert translation("ar").number(12) == "12"
    speech.speak(qapp, "en", "arabic")
    assert format_number(12) == "12"
