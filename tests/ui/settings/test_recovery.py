from __future__ import annotations

from app.services.keeping import recovering, team
from app.services.opening.workspace import Workspace, open_existing, quick_cost
from app.services.syncing import devices, restoring, spaces
from app.settings import Settings
from app.ui.process.session import Session
from app.ui.settings.page import SettingsPage
from app.ui.settings.recovery import RecoveryCard
from tests.ui.conftest import PASSPHRASE

AMINA = "four lemons in a boat"


def shown(session: Session, in_front) -> tuple[SettingsPage, RecoveryCard]:
    page = in_front(SettingsPage(session))
    return page, next(card for card in page.cards if isinstance(card, RecoveryCard))


def test_words_are_made_tried_and_made_anew(session: Session, workspace: Workspace, in_front) -> None:
    page, card = shown(session, in_front)
    workspace.subscribe(page.reload)
    told: list[str] = []
    page.toast.connect(lambda sentence, _undo: told.append(sentence))
    assert "No recovery words" in card.standing.text()
    assert not card.try_them.isVisible()
    page.open("recovery")
    assert card.make.hasFocus()
    for _time in range(2):
        card.make.click()
        for field, word in zip(card.maker.asked.fields, card.maker.asked._wanted, strict=True):  # noqa: SLF001
            field.set_value(word)
        made = card.maker._fresh  # noqa: SLF001
        card.maker.keep.click()
        assert card.maker is None
    assert "never tried" in card.standing.text()
    card.try_them.click()
    card.typed.set_value(made.cards[1])
    card.check.click()
    assert "One card alone" in card.typed.problem()
    card.typed.set_value(" ".join(made.words))
    card.check.click()
    assert "last tried on" in card.standing.text()
    assert "They open this workspace" in told[-1]
    assert recovering.standing(workspace).tried_on is not None


def test_new_words_that_are_given_up_leave_the_old_ones_good(session: Session, workspace: Workspace, in_front) -> None:
    made = recovering.fresh(workspace)
    recovering.keep(workspace, made)
    _page, card = shown(session, in_front)
    card.make.click()
    card.maker.leave.click()
    assert card.maker is None and card.make.isVisible()
    assert recovering.rehearse(workspace, " ".join(made.words))


def test_only_keepers_see_recovery_and_keys(workspace: Workspace, tasks, in_front) -> None:
    team.add(workspace, "Amina", "editor", passphrase=AMINA, cost=quick_cost())
    workspace.close()
    amina = open_existing(workspace.path, AMINA)
    page = in_front(SettingsPage(Session(amina, tasks, Settings(language="en"), amina.pack)))
    assert not [card for card in page.cards if type(card).__name__ in ("RecoveryCard", "KeysCard")]
    amina.close()
    assert PASSPHRASE != AMINA


def test_words_that_laptops_have_in_common_are_changed_for_all_of_them_with_the_old_ones(
    session: Session, workspace: Workspace, in_front
) -> None:
    old = spaces.found(workspace, "Office").words
    _page, card = shown(session, in_front)
    assert card.make.text() == "Change the words of all laptops"
    card.make.click()
    assert card.maker is None and card.typed.isVisible()
    card.go_on.click()
    assert card.typed.problem()
    card.typed.set_value(" ".join(old))
    card.go_on.click()
    for field, word in zip(card.maker.asked.fields, card.maker.asked._wanted, strict=True):  # noqa: SLF001
        field.set_value(word)
    made = card.maker._fresh  # noqa: SLF001
    before = devices.overview(workspace).digits
    card.maker.keep.click()
    assert card.maker is None and devices.overview(workspace).digits != before
    assert recovering.rehearse(workspace, " ".join(made.words))
    restoring.settle(workspace, " ".join(made.words), devices.listed(workspace)[0].fingerprint)
