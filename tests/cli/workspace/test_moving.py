"""The command `move` before it reaches a server: nothing goes where anybody could read it without a word."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import new, refused


def test_nothing_is_moved_before_it_is_said_that_a_server_can_read_it(tmp_path: Path) -> None:
    workspace = new(tmp_path / "w.groundwork")
    said = refused("move", workspace, "postgresql+psycopg://me@localhost/national")
    assert "encrypts nothing" in said
    assert "--unencrypted-database" in said


def test_an_address_with_a_password_or_of_another_kind_is_refused_without_repeating_it(tmp_path: Path) -> None:
    workspace = new(tmp_path / "w.groundwork")
    for address in ("postgresql+psycopg://me:tulip@localhost/national", "mysql://tulip@localhost/national"):
        said = refused("move", workspace, address, "--unencrypted-database")
        assert "tulip" not in said
        assert sorted(one.suffix for one in tmp_path.iterdir()) == [".bak", ".groundwork", ".keys"]


def test_without_a_server_the_file_stays_alone(tmp_path: Path) -> None:
    workspace = new(tmp_path / "w.groundwork")
    address = f"postgresql+psycopg://me@/national?host={tmp_path}"
    assert "cannot be reached" in refused("move", workspace, address, "--unencrypted-database")
    assert not list(tmp_path.glob("*-server*"))
