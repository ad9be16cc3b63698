"""The words around every command speak the language of the person, whatever was typed."""

from __future__ import annotations

import pytest

from app import i18n
from app.cli import inputs, running

ENGLISH = ("Usage:", "Commands:", "[required]", "default:", "Show this", "Try '", "Missing", "No such", "unexpected")
WRONG = (
    *(["show"], ["shw"], ["list", "w", "k", "--nix"], ["bench", "--size", "abc"], ["bench", "--size"]),
    *(["show", "--json=3", "w", "id"], ["help", "a", "b", "--nothing"], ["objectives", "--of"], ["recovery", "cards"]),
)


@pytest.mark.parametrize("language", [one for one in inputs.languages() if one != i18n.ENGLISH])
def test_no_english_of_the_library_stands_round_a_command(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["call"], ["show", "--help"], ["demo", "--help"], ["call", "make", "--help"], *WRONG):
        running.run(["--language", language, *(words or ["--help"])])
        told = "".join(capsys.readouterr())
        assert told, words
        assert not [word for word in ENGLISH if word in told], (words, told)


def test_what_was_typed_wrongly_is_told_with_what_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    for words, wanted in (
        (["shw"], "There is no command shw. Did you mean 'show'?"),
        (["show", "w"], "ID is missing."),
        (["list", "w", "activity", "--jsn"], "There is no option --jsn. Did you mean --json"),
        (["bench", "--size", "many"], "What stands at --size cannot be used there"),
        (["bench", "--size"], "Something must stand behind --size."),
        (["show", "w", "id", "further"], "This is too much here: further."),
    ):
        assert running.run(words) == 2
        assert wanted in capsys.readouterr().err
