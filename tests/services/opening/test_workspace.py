"""Workspaces: opened by the passphrase alone, never written over, repeatable when asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import GroundworkError
from app.progress import Cancelled
from app.services.opening import judging, workspace
from app.services.opening.workspace import Founding, Organisation, PassphraseTooShortError, WorkspaceExistsError
from app.services.records import searching
from app.storage import values
from app.vault.cost import Cost
from app.vault.slots import WrongPassphraseError
from tests.making import PASSPHRASE, log_activity, make_workspace


def test_a_workspace_opens_with_its_passphrase_as_it_was_left(tmp_path: Path) -> None:
    made = make_workspace(tmp_path, coordinator=True)
    fingerprint = made.keys.fingerprint
    made.close()
    again = workspace.open_existing(made.path, PASSPHRASE)

    assert (again.organisation.name, again.organisation.types, again.coordinator) == (
        "Tangier Network",
        ("ST-CSO",),
        True,
    )
    assert again.keys.fingerprint == fingerprint
    again.close()


@pytest.mark.parametrize("wrong", ["", "River lamp seven bread", PASSPHRASE + " "])
def test_another_passphrase_opens_nothing_and_changes_nothing(tmp_path: Path, wrong: str) -> None:
    make_workspace(tmp_path).close()
    path = next(tmp_path.glob("*.groundwork"))
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}

    with pytest.raises(WrongPassphraseError):
        workspace.open_existing(path, wrong)

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_a_workspace_is_never_written_over(tmp_path: Path) -> None:
    made = make_workspace(tmp_path)
    log_activity(made)
    made.close()
    before = made.path.read_bytes()

    with pytest.raises(WorkspaceExistsError):
        workspace.create(made.path, PASSPHRASE, Founding(Organisation("X")), cost=Cost.floor())

    assert made.path.read_bytes() == before


def test_a_passphrase_that_protects_nobody_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(PassphraseTooShortError):
        workspace.create(tmp_path / "w.groundwork", "short", Founding(Organisation("X")), cost=Cost.floor())

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_does_not_exist_is_said_in_a_sentence_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(GroundworkError):
        workspace.create(tmp_path / "no" / "w.groundwork", PASSPHRASE, Founding(Organisation("X")), cost=Cost.floor())

    assert list(tmp_path.iterdir()) == []


def test_with_time_and_seed_fixed_two_workspaces_get_the_same_ids(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one, two = make_workspace(tmp_path / "one"), make_workspace(tmp_path / "two")

    assert one.organisation.id == two.organisation.id
    assert log_activity(one) == log_activity(two)
    one.close()
    two.close()


def test_the_organisations_id_never_changes(tmp_path: Path) -> None:
    made = make_workspace(tmp_path)
    identity = made.organisation.id
    made.describe(Organisation("Another name", id="forged"))

    assert made.organisation.name == "Another name"
    assert made.organisation.id == identity
    made.close()


def test_a_first_opening_that_is_stopped_is_taken_up_where_it_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_workspace(tmp_path)
    wanted = [log_activity(made, title=f"Desk {number}") for number in range(3)]
    with made.noting() as session:
        values.put(session, judging.NAME, "of an older program")
    path = made.path
    made.close()
    monkeypatch.setattr(judging, "AT_ONCE", 1)
    told: list[tuple[int, int]] = []

    def stop_at_the_second(done: int, total: int) -> None:
        told.append((done, total))
        if done == 1:
            raise Cancelled

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    with pytest.raises(Cancelled):
        workspace.open_existing(path, PASSPHRASE, progress=stop_at_the_second)
    opened = workspace.open_existing(path, PASSPHRASE, progress=tell)
    assert told == [(0, 3), (1, 3), (0, 2), (1, 2)]
    assert [hit.id for hit in searching.find(opened, "desk", ("activity",)).hits] == wanted[::-1]
    opened.close()
    told.clear()
    workspace.open_existing(path, PASSPHRASE, progress=tell).close()
    assert not told
