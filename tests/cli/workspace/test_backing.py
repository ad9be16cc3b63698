"""backup, verify, and restore of a backup."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import add, done, groundwork, new, refused


def test_a_backup_is_made_proven_and_brought_back(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    record = add(made, title="Legal aid desk")["id"]
    told = done("backup", made, "--to", tmp_path / "stick")
    assert told["kept"] == 1 and Path(told["path"]).parent.parent == tmp_path / "stick"
    assert done("verify", told["path"])["made"] == told["made"]
    back = tmp_path / "back.groundwork"
    assert done("restore", told["path"], "--to", back) == {"workspace": str(back)}
    assert done("show", back, record)["fields"]["title"] == "Legal aid desk"
    assert "already" in refused("restore", told["path"], "--to", back)


def test_what_is_no_backup_is_told_in_one_sentence(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    assert "not a whole backup" in refused("verify", made)
    assert "not a whole backup" in refused("restore", made, "--to", tmp_path / "b.groundwork")
    assert not (tmp_path / "b.groundwork").exists()
    assert groundwork("restore", made).status == 2


def test_a_place_that_another_program_copies_is_warned_of(tmp_path: Path):
    (tmp_path / "Dropbox").mkdir()
    about = ("--organisation", "M", "--type", "ST-CSO", "--country", "KE", "--fast-key")
    assert "another program" in groundwork("new", tmp_path / "Dropbox" / "a.groundwork", *about).err
