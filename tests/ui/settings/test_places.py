from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.services.opening import stores
from app.services.opening.stores import HostKeyUnknownError
from app.services.opening.workspace import Workspace
from app.ui.new_place import NewPlaceForm
from app.ui.process.session import Session
from app.ui.settings.page import SettingsPage
from app.ui.settings.places import PlacesCard
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import finished


def test_a_place_is_added_tried_and_forgotten(
    session: Session, workspace: Workspace, in_front, qtbot, tmp_path: Path, monkeypatch
) -> None:
    page, said = in_front(SettingsPage(session)), []
    page.toast.connect(lambda words, _undo: said.append(words))
    card = next(card for card in page.cards if isinstance(card, PlacesCard))
    assert (card.told.text(), card.form.isVisible()) == ("There is no place yet.", False)
    card.unfold.click()
    assert focused() == "A short name"
    card.form.address.set_value("ftp://nobody/x")
    for problem, field, right in (
        ("short name", card.form.name, lambda: card.form.name.set_value("Stick")),
        ("not the address", card.form.address, lambda: card.form.address.set_value("webdavs://ann@cloud.example/x")),
        ("password or a key", card.form.secret, lambda: card.form.secret.set_value("geheim")),
    ):
        card.form.add.click()
        finished(session, qtbot)
        assert problem in field.problem()
        right()
        field.set_problem("")
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "stick"))
    card.form.choose.click()
    card.form.add.click()
    finished(session, qtbot)
    (place,) = stores.every(workspace)
    assert (place.name, place.address, place.abilities is not None) == ("Stick", str(tmp_path / "stick"), True)
    assert card.form.isHidden() and not card.form.secret.text() and not card.form.name.value()
    (row,) = card.rows
    assert not unnamed(page)
    (tmp_path / "stick").rename(tmp_path / "gone")
    row.test.click()
    finished(session, qtbot)
    assert "stick still in" in card.problem.text()
    (tmp_path / "gone").rename(tmp_path / "stick")
    row.test.click()
    finished(session, qtbot)
    assert card.problem.isHidden() and row.isEnabled()
    assert card.rows == [row], "what has the focus stays where only the time it took is another"
    row.forget.click()
    row.stay.click()
    row.forget.click()
    row.go.click()
    assert stores.every(workspace) == () and card.told.isVisible()
    assert [words.partition("”")[2] for words in map(_bare, said)] == [
        " works, and is kept.",
        " works.",
        " is forgotten. The files in it are still there.",
    ]


def test_the_key_of_another_computer_is_shown_before_anything_is_sent(session: Session, in_front) -> None:
    card = next(card for card in in_front(SettingsPage(session)).cards if isinstance(card, PlacesCard))
    heard: list[stores.NewPlace] = []
    card.form.asked.disconnect()
    card.form.asked.connect(heard.append)
    card.unfold.click()
    card.form.refuse(HostKeyUnknownError(found="SHA256:abc"))
    assert "SHA256:abc" in card.form.key.text() and card.form.right.isVisible()
    card.form.right.click()
    assert heard[0].host_key == "SHA256:abc"
    card.form.address.edited.emit()
    assert card.form.right.isHidden() and card.form.key.isHidden()
    card.form.leave.click()
    assert focused() == "Add a place"


def test_a_region_is_asked_for_only_where_there_is_one(in_front) -> None:
    form, heard = in_front(NewPlaceForm()), []
    form.asked.connect(heard.append)
    assert form.region.isHidden()
    form.address.set_value("s3://key@cloud.example/bucket")
    form.address.edited.emit()
    assert form.region.isVisible()
    form.region.set_value("eu-north-1")
    form.add.click()
    form.address.set_value("webdavs://ann@cloud.example/x")
    form.address.edited.emit()
    assert form.region.isHidden()
    form.add.click()
    assert [one.region for one in heard] == ["eu-north-1", ""]


def _bare(words: str) -> str:
    """Without the marks that isolate a name."""
    return words.replace("\u2068", "").replace("\u2069", "")
