"""Backups: sealed, proven, thinned, and brought back into a new workspace with everything in it."""

from __future__ import annotations

import os
import shutil
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from app import files, paths
from app.domain.records import Activity
from app.services.keeping import backup
from app.services.keeping.backup import Backup
from app.services.opening import workspace
from app.services.opening.open_workspace import CopyDamagedError
from app.services.opening.workspace import Origin, WorkspaceExistsError
from app.services.records import recording, versions
from app.services.records.recording import Query
from app.storage import values
from app.storage.backup_file import BackupTooNewError, NotABackupError
from app.vault.slots import WrongPassphraseError
from tests.making import NOW, PASSPHRASE, log_activity, make_workspace


def _titles(of: workspace.Workspace) -> list[str]:
    return [
        line.record.title for line in recording.lines(of, Query(Activity.KIND)) if isinstance(line.record, Activity)
    ]


def test_a_backup_opens_as_a_new_workspace_with_everything_that_was_saved(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    log_activity(own, title="Before the flood")
    made = backup.make(own, tmp_path / "stick")
    log_activity(own, title="After the backup")

    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]
    assert backup.verify(made.path, PASSPHRASE).made_at == NOW
    brought = backup.restore(made.path, backup.place_for(made.path, tmp_path / "stick"))
    assert brought.name == own.path.name
    again = workspace.open_existing(brought, PASSPHRASE)
    assert _titles(again) == ["Before the flood"]
    assert again.organisation == own.organisation
    assert sorted(_titles(own)) == ["After the backup", "Before the flood"]
    again.close()
    own.close()


def test_a_backup_that_the_disk_spoils_while_it_is_written_is_thrown_away(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    spoiled: list[Path] = []

    def spoil(done: int, total: int) -> None:
        for part in [] if spoiled else (tmp_path / "stick").glob("*/.*.part"):
            if zipfile_begun(part):
                with part.open("r+b") as file:
                    file.seek(5000)
                    file.write(b"another word")
                spoiled.append(part)

    with pytest.raises(NotABackupError):
        backup.make(own, tmp_path / "stick", spoil)
    assert spoiled
    assert not list((tmp_path / "stick").rglob("*.*")), "nothing of it is left"
    own.close()


def test_a_copy_that_does_not_open_whole_becomes_no_backup(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    log_activity(own)
    with own.writing() as session:  # a fault that only the database's own check finds
        session.execute(text("pragma writable_schema=on"))
        words = "replace(sql, 'counted INTEGER', 'counted INTEGER NOT NULL')"
        session.execute(text(f"update sqlite_master set sql = {words} where name = 'record'"))
        session.execute(text("pragma schema_version=4711"))
    with pytest.raises(CopyDamagedError):
        backup.make(own, tmp_path / "stick")
    assert not list((tmp_path / "stick").rglob("*.*")), "nothing of it is left"
    own.close()


def zipfile_begun(part: Path) -> bool:
    """Whether this is the archive, not the copy of the workspace that goes into it."""
    with part.open("rb") as file:
        return file.read(2) == b"PK" and part.stat().st_size > 6000


def test_who_goes_on_from_a_backup_never_writes_as_the_workspace_it_was_made_of(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    made = backup.make(own, tmp_path / "stick")
    twice = [backup.restore(made.path, tmp_path / f"{name}.groundwork") for name in ("a", "b")]
    first, second = (workspace.open_existing(path, PASSPHRASE, origin=Origin.fixed(NOW)) for path in twice)
    saved = [log_activity(one) for one in (own, first, second)]
    stamps = [versions.history(one, id)[0].stamp for one, id in zip((own, first, second), saved, strict=True)]
    assert len({stamp[-16:] for stamp in stamps}) == 3
    first.close()
    reopened = workspace.open_existing(twice[0], PASSPHRASE)
    with reopened.reading() as session:
        assert values.get(session, "writer") == stamps[1][-16:]
    for one in (own, second, reopened):
        one.close()


def test_nothing_in_a_backup_is_readable_without_the_passphrase(tmp_path: Path) -> None:
    own = make_workspace(tmp_path, "Casa Azul")
    log_activity(own, title="Zanahoria secreta")
    data = backup.make(own, tmp_path / "stick").path.read_bytes()
    own.close()
    assert not [word for word in (b"Zanahoria", b"SQLite format", b"Casa Azul", b"Samira") if word in data]
    path = next((tmp_path / "stick").rglob("*.gwbackup"))
    with pytest.raises(WrongPassphraseError):
        backup.verify(path, "another passphrase")
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("harm", ["cut", "flipped", "foreign", "newer"])
def test_a_backup_that_was_harmed_says_so_and_brings_nothing_back(tmp_path: Path, harm: str) -> None:
    own = make_workspace(tmp_path)
    path = backup.make(own, tmp_path / "stick").path
    own.close()
    data = bytearray(path.read_bytes())
    if harm == "cut":
        del data[len(data) // 2 :]
    elif harm == "flipped":
        data[len(data) // 2] ^= 1
    elif harm == "foreign":
        data[:] = b"%PDF-1.7 nothing of ours"
    else:
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["backup.json"] = parts["backup.json"].replace(b'"version": 1', b'"version": 2')
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        data = bytearray(path.read_bytes())
    path.write_bytes(data)
    target = tmp_path / "back.groundwork"
    with pytest.raises(BackupTooNewError if harm == "newer" else NotABackupError):
        backup.restore(path, target)
    assert not list(tmp_path.glob("back*")) and not list(tmp_path.glob(".*.part*"))


def test_a_backup_is_never_brought_back_over_a_workspace(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    path = backup.make(own, tmp_path / "stick").path
    own.close()
    before = own.path.read_bytes()
    with pytest.raises(WorkspaceExistsError):
        backup.restore(path, own.path)
    assert own.path.read_bytes() == before
    assert backup.place_for(path, tmp_path).name == "tangier-network-1 (2).groundwork"


def test_without_room_or_leave_to_write_a_sentence_and_the_older_backup_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = make_workspace(tmp_path)
    older = backup.make(own, tmp_path / "stick").path
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(10, 10, 0))  # type: ignore[attr-defined]  # noqa: SLF001
    with pytest.raises(files.DiskFullError):
        backup.make(own, tmp_path / "stick")
    monkeypatch.undo()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(files.GroundworkError):
        backup.make(own, tmp_path / "file")
    assert list((tmp_path / "stick").rglob("*.*")) == [older]
    own.close()


def test_thinning_keeps_the_newest_a_week_and_a_month_and_touches_no_other_file(tmp_path: Path) -> None:
    days = [NOW - timedelta(days=day) for day in range(300)]
    gone = {one.made_at for one in backup.superfluous(Backup(tmp_path / str(day), day, 1) for day in days)}
    kept = [day for day in days if day not in gone]
    assert kept[:7] == days[:7]
    assert {day.strftime("%G-%V") for day in days[:22]} <= {day.strftime("%G-%V") for day in kept}
    assert len({day.strftime("%Y-%m") for day in kept}) == backup.MONTHS
    assert len(kept) <= backup.NEWEST + backup.WEEKS + backup.MONTHS

    own, other = make_workspace(tmp_path), make_workspace(tmp_path, "Other", seed=2)
    folder = tmp_path / "stick" / own.path.stem
    foreign = backup.make(other, tmp_path / "elsewhere").path
    folder.mkdir(parents=True)
    for name in ("notes.gwbackup", "photo.jpg"):
        (folder / name).write_bytes(b"mine")
    shutil.copy(foreign, folder / "foreign.gwbackup")
    for day in range(12):
        own._origin = Origin.fixed(NOW + timedelta(days=day))  # noqa: SLF001 - days pass
        backup.make(own, tmp_path / "stick")
    left = {path.name for path in folder.iterdir()}
    assert {"notes.gwbackup", "photo.jpg", "foreign.gwbackup"} <= left
    assert len(backup.every(own, tmp_path / "stick")) < 12
    own.close()
    other.close()


def test_a_backup_is_due_once_a_day_and_never_for_sample_data(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    assert backup.is_due(own, tmp_path / "stick") and backup.days_since(own, tmp_path / "stick") is None
    backup.make(own, tmp_path / "stick")
    assert not backup.is_due(own, tmp_path / "stick")
    own._origin = replace(own._origin, now=lambda: datetime.fromtimestamp(NOW.timestamp() + 8 * 86400, NOW.tzinfo))  # noqa: SLF001
    assert backup.is_due(own, tmp_path / "stick") and backup.days_since(own, tmp_path / "stick") == 8
    own.close()
    sample_folder = paths.cache() / "sample"
    sample_folder.mkdir(parents=True)
    sample = make_workspace(sample_folder)
    assert not backup.is_due(sample, tmp_path / "stick")
    sample.close()


def test_what_a_killed_program_left_behind_goes_with_the_next_backup(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    folder = tmp_path / "stick" / own.path.stem
    folder.mkdir(parents=True)
    (folder / ".0123456789abcdef.part").write_bytes(b"half")
    os.utime(folder / ".0123456789abcdef.part", (0, 0))
    (folder / ".fedcba9876543210.part").write_bytes(b"being written now")
    os.utime(folder / ".fedcba9876543210.part", (NOW.timestamp(), NOW.timestamp()))
    made = backup.make(own, tmp_path / "stick")
    assert {one.name for one in folder.iterdir()} == {made.path.name, ".fedcba9876543210.part"}
    own.close()
