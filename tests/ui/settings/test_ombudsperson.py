from __future__ import annotations

from app.services.opening.workspace import Workspace
from app.services.submitting import ombudsperson
from app.services.submitting.ombudsperson import Ombudsperson
from app.ui.process.session import Session
from app.ui.settings.ombudsperson import OmbudspersonCard
from app.ui.settings.page import SettingsPage
from tests.ui.accessible import unnamed

KEY = "age1e2m5vypycws0ngxs0gj36vkdwj7qsg6rrlpnutzhdtagr5lllvrqdmplxf"


def test_an_office_is_named_with_the_digits_heard_on_the_telephone_and_let_go_again(
    session: Session, workspace: Workspace, in_front
) -> None:
    page = in_front(SettingsPage(session))
    card = next(card for card in page.cards if isinstance(card, OmbudspersonCard))
    assert card.told.text() == "Nobody is named."
    card.keep_key.click()
    assert "an office" in card.name.problem()
    card.name.set_value("Human Rights Institution")
    card.keep_key.click()
    assert "age1" in card.key.problem()
    card.key.set_value(KEY)
    card.digits.set_value("12345")
    card.keep_key.click()
    assert "call the office again" in card.digits.problem()
    assert ombudsperson.kept(workspace) is None
    card.digits.set_value(ombudsperson.digits_of(KEY))
    card.keep_key.click()
    assert ombudsperson.kept(workspace) == Ombudsperson("Human Rights Institution", KEY)
    assert "Human Rights Institution" in card.told.text()
    assert (card.name.value(), card.key.value(), card.digits.value()) == ("", "", "")
    assert not unnamed(page)
    card.forget.click()
    assert ombudsperson.kept(workspace) is None
    assert not card.forget.isVisible()
