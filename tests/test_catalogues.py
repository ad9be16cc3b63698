"""Catalogues that somebody dropped in: nothing in them can stop the program, and they say how far they are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdf
import pytest
from babel.messages.pofile import read_po, write_po

from app import catalogues, i18n, paths
from app.ui.words import speech
from tests.cli.made import done, groundwork


def dropped_in(code: str, content: bytes) -> None:
    folder = paths.config() / "translations" / code / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / catalogues.FILE).write_bytes(content)


def half_done(tmp_path: Path, code: str, *, of: int) -> bytes:
    """The template with every `of`th message given back in capitals."""
    with (paths.translations() / "groundwork.pot").open("rb") as source:
        template = read_po(source, locale=code)
    for number, message in enumerate(list(template)):
        if message.id and number % of == 0:
            plain = message.id if isinstance(message.id, tuple) else (message.id,)
            message.string = tuple(f"“{one}”" for one in plain) if isinstance(message.id, tuple) else f"“{plain[0]}”"
    path = tmp_path / "made.po"
    with path.open("wb") as made:
        write_po(made, template)
    return path.read_bytes()


def test_a_language_below_nine_tenths_says_how_far_it_is_and_ours_say_nothing(tmp_path: Path) -> None:
    dropped_in("sw", half_done(tmp_path, "sw", of=2))

    labels = {one.code: one.label for one in i18n.languages()}

    assert labels["sw"] in {"Kiswahili · 49 %", "Kiswahili · 50 %"}
    assert {code: labels[code] for code in i18n.SIX} == i18n.OWN_NAMES
    assert catalogues.percentage("sw") == catalogues.percentage("sw")


def test_a_template_copied_among_ours_as_translators_are_told_says_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {i18n.ENGLISH, *catalogues.WHOLE} == set(i18n.SIX)
    ours = tmp_path / "translations"
    shutil.copytree(paths.translations(), ours)
    (ours / "sw" / "LC_MESSAGES").mkdir(parents=True)
    template = (ours / "groundwork.pot").read_text("utf-8")
    begun = template.replace('msgid "Objectives"\nmsgstr ""', 'msgid "Objectives"\nmsgstr "Malengo"')
    (ours / "sw" / "LC_MESSAGES" / catalogues.FILE).write_text(begun, "utf-8")
    monkeypatch.setattr(paths, "translations", lambda: ours)
    labels = {one.code: one.label for one in i18n.languages()}
    assert labels["sw"] == "Kiswahili · 0 %"
    assert {code: labels[code] for code in i18n.SIX} == i18n.OWN_NAMES
    said = i18n.Translation("sw")
    assert (said.gettext("Objectives"), said.gettext("Settings")) == ("Malengo", "Settings")


def test_a_language_that_was_dropped_in_is_spoken_by_commands_help_documents_and_window(tmp_path: Path, qapp) -> None:
    dropped_in("sw", half_done(tmp_path, "sw", of=1))
    assert groundwork("help", "--language", "sw").out.count("“") > 50
    (topic,) = done("help", "first-council", "--language", "sw")["topics"]
    assert all(told.startswith("“") for told in (topic["title"], *topic["steps"]))
    page = tmp_path / "explainer.pdf"
    assert groundwork("print", "explainer", "--to", page, "--language", "sw").status == 0
    assert "“" in pypdf.PdfReader(page).pages[0].extract_text()
    assert groundwork("objectives", "--language", "tlh").status == 2
    speech.speak(qapp, "sw")
    assert i18n._("Activities") == "“Activities”"
    speech.speak(qapp, "en")


def test_a_sentence_that_asks_for_what_it_is_not_given_is_shown_in_english() -> None:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    broken = (
        'msgid "Language: {name}"\nmsgstr "Lugha: {jina}"\n\n'
        'msgid "Activities"\nmsgstr "Shughuli"\n\n'
        '#, fuzzy\nmsgid "Objectives"\nmsgstr "?"\n\n'
        'msgid "Feedback"\nmsgstr "{"\n'
    )
    dropped_in("sw", (head + broken).encode())

    said = i18n.Translation("sw")

    assert said.gettext("Activities") == "Shughuli"
    assert said.gettext("Language: {name}").format(name="x") == "Language: x"
    assert (said.gettext("Objectives"), said.gettext("Feedback")) == ("Objectives", "Feedback")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"<html>", b'msgid "a"\nmsgstr unquoted\n', b"msgid \x00"])
def test_a_file_that_is_no_catalogue_translates_nothing_and_breaks_nothing(content: bytes) -> None:
    dropped_in("sw", content)

    assert i18n.Translation("sw").gettext("Activities") == "Activities"
    assert [one.label for one in i18n.languages() if one.code == "sw"] == ["Kiswahili · 0 %"]
