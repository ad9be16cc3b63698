"""Sealed notes against an editor who has the whole disk, a passphrase of their own, and time."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from app.domain.filling import filled
from app.domain.records import SensitiveNote
from app.services.keeping import backup, recovering, renewing, team
from app.services.opening import people, workspace
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.storage import operations
from app.vault import recovery_slot, sealing, slot_file, slots
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys
from app.vault.sealing import SealedForOthersError
from app.vault.wrapping import Passphrase, unwrap, unwrap_with_seed
from tests.making import PASSPHRASE, make_workspace
from tests.services.keeping.test_team import AMINA, BORIS, everything_written

FLOOR = Cost.floor()
PLAIN = ("urgent_danger", '"type"')


@pytest.fixture(scope="module")
def disk(tmp_path_factory) -> tuple[Path, str, str]:
    """A disk with a workspace, an older copy of it, a backup, and a note that is for Amina alone."""
    folder = tmp_path_factory.mktemp("disk")
    own = make_workspace(folder)
    team.add(own, "Amina", "focal_point", passphrase=AMINA, cost=FLOOR)
    team.add(own, "Boris", "editor", passphrase=BORIS, cost=FLOOR)
    recovering.keep(own, recovering.fresh(own))
    recording.keep(own, filled(recording.new(own, SensitiveNote), {"type": "urgent_danger"}))
    own.close()
    amina = workspace.open_existing(own.path, AMINA)
    note = recording.save(
        amina, filled(recording.new(amina, SensitiveNote), {"type": "urgent_danger", "month": "2026-10"})
    )
    kept = backup.make(amina, folder / "stick").path
    (folder / "old").mkdir()
    amina.close()
    for ending in ("", ".keys"):
        shutil.copy(f"{own.path}{ending}", folder / "old" / f"{own.path.name}{ending}")
    opened = workspace.open_existing(own.path, PASSPHRASE)
    renewing.renew(opened, PASSPHRASE, cost=FLOOR)
    opened.close()
    return own.path, note.id, str(kept)


def held_by(opened: Workspace, passphrase: str) -> list[OrganisationKeys]:
    """Every key that the person has or can derive: own area, the organisation's, and from the key of the file."""
    mine = slots.open_slot(opened.path, passphrase)
    secrets = [mine.secret, *(key.raw for key in mine.keys), opened.disclosure_secret]
    return [opened.keys, *(keys for secret in secrets if (keys := people.area_of(secret)))]


def test_an_editor_with_the_whole_disk_reads_no_sensitive_note_in_any_copy_of_it(disk, tmp_path: Path) -> None:
    path, note, kept = disk
    restored = backup.restore(Path(kept), tmp_path / "back.groundwork")
    for copy in (path, path.parent / "old" / path.name, restored):
        boris = workspace.open_existing(copy, BORIS)
        assert boris.profile.name == "Boris"
        with boris.reading() as session:
            texts = everything_written(session)
            sealed = [one.fields["sealed"] for one in operations.of_record(session, note)]
        assert sealed and not [word for word in PLAIN if word in texts]
        for keys in held_by(boris, BORIS):
            for text in sealed:
                with pytest.raises(SealedForOthersError):
                    sealing.open_sealed(base64.b64decode(str(text)), keys, limit=10_000)
        boris.close()
    amina = workspace.open_existing(path, AMINA)
    assert recording.open_draft(amina, SensitiveNote, note).record.type == "urgent_danger"
    amina.close()


def test_what_the_editor_knows_opens_nobody_elses_slot(disk) -> None:
    path, _note, _kept = disk
    boris = workspace.open_existing(path, BORIS)
    mine = slots.open_slot(path, BORIS)
    known = [mine.secret, *(key.raw for key in mine.keys), boris.disclosure_secret, boris.keys.signing]
    opened = 0
    for slot in slot_file.read(slots.keys_path(path)):
        purpose = (str(slot["kind"]), *([str(slot["owner"])] if "owner" in slot else []))
        if slot["kind"] == recovery_slot.RECOVERY:
            for seed in known:
                with pytest.raises(InvalidTag):
                    unwrap_with_seed(slot, seed, *purpose)
            continue
        try:
            opened += unwrap(slot, Passphrase(BORIS), *purpose).plain != b""
        except InvalidTag:
            continue
    assert opened == 1
    boris.close()
