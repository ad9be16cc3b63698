"""Laptops of one organisation from the command line: made ready, joined, listed, revoked, brought back."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import done, groundwork, new, refused

FAST = "--fast-key"


def joined(workspace: Path, folder: Path, name: str, *words: str, seed: int) -> Path:
    """A further laptop, after people compared the digits."""
    laptop, request, welcome = (folder / f"{name}.{end}" for end in ("groundwork", "request.gwb", "welcome.gwb"))
    asked = done("device", "request", laptop, "--to", request, FAST, "--seed", seed)
    admit = ("device", "admit", workspace, request, "--to", welcome, "--name", name, *words)
    admitted = done(*admit, "--digits", asked["digits"])
    told = done("device", "join", laptop, welcome, "--digits", admitted["digits"])
    assert told["organisation"] == "Maison ouverte" and told["places"] == []
    return laptop


def test_a_laptop_joins_is_listed_renamed_and_revoked(tmp_path: Path) -> None:
    office = new(tmp_path / "office.groundwork", "Maison ouverte", "--name", "Samira")
    assert "on one laptop only" in refused("device", "list", office)
    founded = done("device", "found", office, "--name", "Office")
    assert len(founded["words"]) == 24 and len(founded["digits"].split()) == 6
    assert "further laptops already" in refused("device", "found", office, "--name", "Office")

    field = joined(office, tmp_path, "Field", "--person", "Amina", "--role", "keeper", seed=41)
    listed = done("device", "list", office)
    assert [(one["name"], one["me"], one["admin"]) for one in listed["devices"]] == [
        ("Office", True, True),
        ("Field", False, True),
    ]
    assert listed["digits"] == founded["digits"] == done("device", "list", field)["digits"]
    assert not listed["deadlocked"] and not listed["stale"] and listed["may_change"]
    said = groundwork("device", "list", field)
    assert (said.status, said.err) == (0, "") and "Field\tthis laptop\t" in said.out

    assert done("device", "rename", field, "Field", "Van")["name"] == "Van"
    assert "no laptop called" in refused("device", "rename", field, "Nobody", "X")
    assert not done("device", "demote", office, "Field")["admin"]
    assert "only laptop that may admit" in refused("device", "demote", office, "Office")
    assert done("device", "promote", office, "Field")["admin"]
    assert done("device", "clean-up", office, "12") == {"months": 12}
    assert "from 6 to 600" in refused("device", "clean-up", office, "5")
    assert done("device", "rotate", office) == {"epoch": 2}
    gone = done("device", "revoke", office, "Field")
    assert gone["revoked"]
    assert "the laptop you are working on" in refused("device", "revoke", office, "Office")
    assert "was put aside" in refused("device", "adopt", office, "0" * 64)
    said = groundwork("device", "list", office)
    assert "revoked on" in said.out and "Change the password" not in said.out


def test_digits_that_nobody_compared_or_that_differ_admit_and_join_nothing(tmp_path: Path) -> None:
    office = new(tmp_path / "office.groundwork")
    done("device", "found", office, "--name", "Office")
    laptop, request, welcome = tmp_path / "new.groundwork", tmp_path / "request.gwb", tmp_path / "welcome.gwb"
    asked = done("device", "request", laptop, "--to", request, FAST, "--seed", 42)
    admit = ("device", "admit", office, request, "--to", welcome, "--name", "New")
    assert "Nobody compared the digits" in refused(*admit)
    assert "not those of this file" in refused(*admit, "--digits", "11111 22222 33333 44444 55555 66666")
    assert "already exists" in refused(*admit[:5], request, "--name", "New")
    assert not welcome.exists()
    admitted = done(*admit, "--digits", asked["digits"])
    assert "Nobody compared the digits" in refused("device", "join", laptop, welcome)
    assert "not those of this file" in refused("device", "join", laptop, welcome, "--digits", asked["digits"])
    assert "waits for no welcome" in refused("device", "join", office, welcome, "--digits", admitted["digits"])
    assert "breaks the rules" in refused("device", "join", laptop, request, "--digits", admitted["digits"])
    done("device", "join", laptop, welcome, "--digits", admitted["digits"])
    assert "answered already" in refused(*admit, "--force", "--digits", asked["digits"])


def test_words_change_settle_and_are_asked_for(tmp_path: Path) -> None:
    office = new(tmp_path / "office.groundwork", seed=3)
    typed = tmp_path / "words.txt"
    typed.write_text(" ".join(done("recovery", "words", office)["words"]))
    assert "type the recovery words" in refused("device", "found", office, "--name", "Office")
    assert done("device", "found", office, "--name", "Office", "--words-file", typed)["words"] == []
    assert "recovery words in common" in refused("recovery", "words", office)
    place = tmp_path / "share"
    place.mkdir()
    recover = ("device", "recover", tmp_path / "again.groundwork", "Share", place, "--name", "Again", FAST)
    assert "nothing can be brought back" in refused(*recover, "--words-file", typed)
    assert "No recovery words were given" in refused(*recover)

    fresh = done("device", "words", office, "--words-file", typed)["words"]
    assert "nobody can bring this back" in refused("device", "words", office, "--words-file", typed)
    typed.write_text(" ".join(fresh))
    assert done("recovery", "rehearse", office, "--words-file", typed)["opens"]
    assert done("device", "settle", office, "Office", "--words-file", typed)["revoked"] == ""
