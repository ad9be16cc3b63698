"""A forgotten passphrase from the command line: words and cards made, tried and used; and new keys."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pytest

from tests.cli.made import add, done, groundwork, new, refused

LATER = "three blue paper cups"


def card(path: Path) -> str:
    """The words of a printed card, as somebody types them."""
    found = re.findall(r"(\d+)\s+([a-z]{3,})", pypdf.PdfReader(path).pages[0].extract_text())
    return " ".join(word for _number, word in sorted(found, key=lambda one: int(one[0])))


def test_words_and_cards_are_made_tried_and_open_a_workspace_under_a_new_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = new(tmp_path / "w.groundwork", "Maison ouverte", "--name", "Samira")
    add(workspace)
    typed = tmp_path / "words.txt"
    typed.write_text("abandon " * 23 + "art")
    assert "No recovery words were ever made" in refused("recovery", "rehearse", workspace, "--words-file", typed)

    made = done("recovery", "words", workspace, "--to", tmp_path / "words.pdf")
    typed.write_text(" ".join(made["words"]))
    assert done("recovery", "rehearse", workspace, "--words-file", typed)["opens"]
    folder = tmp_path / "not there" / "yet"
    paths = done("recovery", "cards", workspace, "--to", folder, "--words-file", typed)["cards"]
    assert len(paths) == 3
    (folder / "card-1.pdf").rename(tmp_path / "card-1.pdf")
    assert "already exists" in refused("recovery", "cards", workspace, "--to", folder, "--words-file", typed)
    assert not (folder / "card-1.pdf").exists(), "none is written where one is there"
    (tmp_path / "card-1.pdf").rename(folder / "card-1.pdf")
    assert "already exists" in refused("recovery", "cards", workspace, "--to", typed, "--words-file", typed)

    monkeypatch.setenv("GROUNDWORK_NEW_PASSPHRASE", LATER)
    use = ("recovery", "open", workspace, "--words-file", typed, "--fast-key")
    typed.write_text(card(Path(paths[2])))
    assert "One card alone opens nothing" in refused(*use)
    typed.write_text(card(Path(paths[2])) + "\n" + card(Path(paths[0])))
    assert done(*use) == {"opens": True, "organisation": "Maison ouverte", "person": "Samira"}
    assert "does not open" in refused("unlock-test", workspace)

    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", LATER)
    renewed = done("rekey", workspace, "--fast-key", "--signing")
    assert (renewed["renewed"], renewed["recovery"]) == (True, True)
    assert done("key", "change", workspace)["changes"] == 2
    checked = done("check", workspace)
    assert (checked["sound"], checked["passphrase_guess"]) == (True, {"memory_mib": 46, "passes": 1})
    assert len(done("list", workspace, "activity")["records"]) == 1


def test_a_new_workspace_says_that_the_data_is_gone_without_passphrase_and_cards_and_writes_them(
    tmp_path: Path,
) -> None:
    about = ("--organisation", "X", "--type", "ST-CSO", "--country", "KE", "--fast-key")
    said = groundwork("new", tmp_path / "w.groundwork", *about, "--cards", tmp_path)
    assert "the data is gone" in said.out
    assert sorted(path.name for path in tmp_path.glob("card-*.pdf")) == ["card-1.pdf", "card-2.pdf", "card-3.pdf"]
    typed = tmp_path / "two.txt"
    typed.write_text(card(tmp_path / "card-1.pdf") + " " + card(tmp_path / "card-2.pdf"))
    assert done("recovery", "rehearse", tmp_path / "w.groundwork", "--words-file", typed)["opens"]
