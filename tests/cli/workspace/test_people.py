"""A shared laptop from the command line: the passphrase given says who works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.made import PASSPHRASE, PERIOD, add, done, new, refused

OTHER, LATER = "four lemons in a boat", "three blue paper cups"


def test_people_are_added_given_roles_let_go_and_change_their_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = new(tmp_path / "w.groundwork", "Maison ouverte", "--name", "Samira")
    file = tmp_path / "amina.txt"
    file.write_text(OTHER + "\n")
    done("profile", "add", workspace, "Amina", "--role", "reviewer", "--new-passphrase-file", file, "--fast-key")
    assert "There are: editor" in refused("profile", "role", workspace, "Amina", "--role", "king")
    assert "only keeper" in refused("profile", "remove", workspace, "Samira")
    done("approve", workspace, "--require")
    add(workspace)
    as_amina = ("--passphrase-file", file)
    assert "Samira" in refused("profile", "role", workspace, "Samira", "--role", "editor", *as_amina)
    assert [(one["name"], one["me"]) for one in done("profile", "list", workspace, *as_amina)["profiles"]] == [
        ("Samira", False),
        ("Amina", True),
    ]

    call = done("call", "make", workspace, "--period", PERIOD, "--due", "2026-11-08", "--to", tmp_path / "call.gwb")
    submit = ("submit", workspace, "--bundle", tmp_path / "s.gwb", "--accept-findings")
    assert "second person" in refused(*submit)
    done("approve", workspace, *as_amina)
    assert done(*submit)["call"] == call["id"]

    monkeypatch.setenv("GROUNDWORK_NEW_PASSPHRASE", LATER)
    done("passphrase", workspace, "--fast-key", *as_amina)
    assert "does not open" in refused("unlock-test", workspace, *as_amina)
    file.write_text(LATER)
    done("unlock-test", workspace, *as_amina)
    done("profile", "remove", workspace, "amina")
    assert "does not open" in refused("unlock-test", workspace, *as_amina)
    assert PASSPHRASE not in (OTHER, LATER)
