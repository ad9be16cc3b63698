"""authority-answer."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import done, groundwork, new


def test_a_template_answer_for_an_authority_is_printed_in_the_language_asked_for(tmp_path: Path) -> None:
    made = new(tmp_path / "a.groundwork")
    letter = done("authority-answer", made, "--about", "device")["letter"]
    assert "order of a court" in letter and "Maison ouverte" in letter
    assert "on which legal basis" in groundwork("authority-answer", made).out
