from __future__ import annotations

from pathlib import Path

from app.compact import in_force, load
from app.services.opening import reference_packs
from app.services.opening.workspace import Workspace
from app.ui.process.session import Session
from app.ui.settings.page import SettingsPage
from app.ui.settings.reference_pack import ReferencePackCard
from tests.cli.workspace.test_packing import pack
from tests.making import make_workspace
from tests.ui.accessible import unnamed


def test_a_pack_is_looked_at_compared_taken_and_given_up_again(
    session: Session, workspace: Workspace, in_front, tmp_path: Path
) -> None:
    other = make_workspace(tmp_path, "National hub", seed=7)
    file, own = tmp_path / "pack.gwb", tmp_path / "own.gwb"
    file.write_bytes(reference_packs.make(other, pack(tmp_path / "newer", "1.5.0", monitoring="Keeping watch"))[1])
    own.write_bytes(reference_packs.make(workspace, tmp_path / "newer")[1])
    digits = reference_packs.look(workspace, file.read_bytes()).digits
    other.close()
    page = in_front(SettingsPage(session))
    card = next(card for card in page.cards if isinstance(card, ReferencePackCard))
    assert "It came with Groundwork" in card.told.text()
    assert not card.remove.isVisible()
    card.look(tmp_path / "nothing.gwb")
    assert "cannot be read" in card.problem.text()
    card.look(file)
    assert card.offer.digits.isVisible()
    assert not card.problem.isVisible()
    assert "Keeping watch" in card.offer.changes.text()
    assert not unnamed(page)
    card.offer.take.click()
    assert "Compare the digits" in card.offer.problem.text()
    card.offer.digits.set_value("12345")
    card.offer.take.click()
    assert "not those" in card.offer.problem.text()
    assert load().version == in_force.shipped_version()
    card.offer.digits.set_value(digits)
    card.offer.take.click()
    assert load().version == "1.5.0"
    assert not card.offer.isVisible()
    assert "You took it from a file" in card.told.text()
    card.look(own)
    assert "Only a newer one" in card.problem.text()
    card.remove.click()
    assert load().version == in_force.shipped_version()
    card.look(own)
    assert "Your own organisation" in card.offer.about.text()
    assert not card.offer.digits.isVisible(), "nobody telephones with oneself"
    card.offer.leave.click()
    assert not card.offer.isVisible()
