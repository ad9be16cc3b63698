"""A language that somebody dropped in is spoken by the window, the commands, the help and the documents alike."""

from __future__ import annotations

from pathlib import Path

import pypdf
from babel.messages.pofile import read_po, write_po

from app import catalogues, i18n, paths
from app.ui.words import speech
from tests.cli.made import done, groundwork


def drop_in(code: str) -> None:
    """A catalogue with every sentence in brackets, so that whatever is not translated is seen."""
    folder = paths.config() / "translations" / code / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (paths.translations() / "groundwork.pot").open("rb") as source:
        template = read_po(source, locale=code)
    for message in template:
        if message.id and not isinstance(message.id, tuple):
            message.string = f"‹{message.id}›"
    with (folder / catalogues.FILE).open("wb") as made:
        write_po(made, template)


def test_a_language_that_was_dropped_in_is_spoken_everywhere(tmp_path: Path, qapp) -> None:
    drop_in("sw")
    assert groundwork("help", "--language", "sw").out.count("‹") > 50
    (topic,) = done("help", "first-council", "--language", "sw")["topics"]
    assert topic["title"].startswith("‹") and all(step.startswith("‹") for step in topic["steps"])
    page = tmp_path / "explainer.pdf"
    assert groundwork("print", "explainer", "--to", page, "--language", "sw").status == 0
    assert "‹" in pypdf.PdfReader(page).pages[0].extract_text()
    assert groundwork("objectives", "--language", "tlh").status == 2
    speech.speak(qapp, "sw")
    assert i18n._("Activities") == "‹Activities›"
    speech.speak(qapp, "en")
    i18n.activate("en")
