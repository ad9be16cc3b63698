from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.services.opening import placing, workspace
from app.services.opening.founding import Founding, Organisation
from app.services.opening.placing import Ground
from app.vault.cost import Cost
from tests.making import PASSPHRASE


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - Town Council", "Nextcloud", "Google Drive", "iCloud Drive"])
def test_a_folder_that_another_program_copies_is_named(tmp_path: Path, name: str) -> None:
    assert placing.ground(tmp_path / name / "work") is Ground.SYNCED
    assert "another program" in placing.warning(tmp_path / name)


def test_the_mark_of_a_synced_folder_is_seen_from_below(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert placing.ground(tmp_path / "a" / "b") is Ground.SYNCED


def test_sticks_and_shares_are_told_by_the_system_and_a_disk_is_fine(tmp_path: Path) -> None:
    mounts = {"/": "ext4", "/media/stick": "vfat", "/srv/share": "cifs", "/boot/efi": "vfat"}
    found = [
        placing.of_mount(Path(place), mounts) for place in ("/media/stick/a", "/srv/share", "/boot/efi", "/home/x")
    ]
    assert placing.sticks_of(mounts) == (Path("/media/stick"),)
    assert found == [Ground.REMOVABLE, Ground.NETWORK, Ground.LOCAL, Ground.LOCAL]
    assert placing.ground(tmp_path) is Ground.LOCAL and not placing.warning(tmp_path)


def test_a_workspace_is_founded_in_a_copied_folder_only_if_a_person_said_so(tmp_path: Path) -> None:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    founding = Founding(Organisation("Harbour Women"))
    with pytest.raises(placing.SyncedFolderError, match="Nextcloud"):
        workspace.create(folder / "w.groundwork", PASSPHRASE, founding, cost=Cost.floor())
    assert list(folder.iterdir()) == []
    made = replace(founding, anywhere=True)
    workspace.create(folder / "w.groundwork", PASSPHRASE, made, cost=Cost.floor()).close()
