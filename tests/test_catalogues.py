"""Catalogues that somebody dropped in: nothing in them can stop the program, and they say how far they are."""

from __future__ import annotations

import codecs
import shutil
from datetime import date
from pathlib import Path

import pypdf
import pytest
from babel.messages.pofile import read_po, write_po

from app import catalogues, i18n, locales, paths
from app.ui.first_run.countries import countries
from app.ui.overview.greeting import short_month
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

    assert labels["sw"] in {"\u2068Kiswahili\u2069 · \u206649 %\u2069", "\u2068Kiswahili\u2069 · \u206650 %\u2069"}
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
    assert labels["sw"] == "\u2068Kiswahili\u2069 · \u20660 %\u2069"
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


@pytest.mark.parametrize("code", ["xx", "din", "prs", "pt-BR", "sr@latin"])
def test_a_language_that_nobody_described_yet_is_spoken_too_and_counts_as_its_file_says(
    tmp_path: Path, qapp, code: str
) -> None:
    rule = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: xx\\n"\n'
    rule += '"X-Language-Name: Ours\\n"\n"Plural-Forms: nplurals=3; plural=n%10==1 ? 0 : n<5 ? 1 : 2;\\n"\n\n'
    words = 'msgid "{count} word"\nmsgid_plural "{count} words"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n'
    dropped_in(code, codecs.BOM_UTF8 + (rule + words).encode())

    said = i18n.Translation(code)
    told = [said.ngettext("{count} word", "{count} words", count) for count in (0, 1, 2, 3, 5, 11, 21, 100)]
    assert "".join(told) == "babbcaac"
    assert said.number(12345) in {"12,345", "12.345", "12٬345"}
    assert all((said.date(date(2026, 10, 12)), said.months(date(2026, 7, 1), date(2026, 9, 1)), said.list_(["a", "b"])))
    assert [one.label for one in i18n.languages() if one.code == code] == ["\u2068Ours\u2069 · \u20660 %\u2069"]
    assert said.right_to_left == (code == "prs")
    page = tmp_path / "explainer.pdf"
    assert groundwork("print", "explainer", "--to", page, "--language", code).status == 0
    assert groundwork("objectives", "health", "--language", code).status == 0
    speech.speak(qapp, code)
    assert [one.code for one in countries()] and short_month("2026-10")
    speech.speak(qapp, "en")


@pytest.mark.parametrize(
    "rule", ["nplurals=2; plural=wrong;", "nplurals=2; plural=n/0;", "nplurals=2; plural=n;", "nplurals=99; plural=n"]
)
def test_a_rule_for_plurals_that_cannot_be_followed_leaves_what_counts_in_english(rule: str) -> None:
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {rule}\\n"\n\n'
    dropped_in(
        "sw", (head + 'msgid "{count} word"\nmsgid_plural "{count} words"\nmsgstr[0] "a"\nmsgstr[1] "b"\n').encode()
    )
    said = i18n.Translation("sw")
    assert [said.ngettext("{count} word", "{count} words", n) for n in (1, 2)] == ["{count} word", "{count} words"]


def test_a_system_that_asks_for_a_country_or_a_script_gets_the_nearest_language() -> None:
    known = ("en", "zh", "pt_BR", "uz_Latn", "sr@latin")
    wished = ("pt-BR", "pt", "zh-Hans-CN", "uz-Latn-UZ", "sr-Latn-RS", "en_US.UTF-8", "fr_FR", "C", "")
    assert [locales.nearest(one, known) for one in wished] == [
        *("pt_BR", "", "zh", "uz_Latn", "sr@latin", "en", "", "", "")
    ]


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
    assert [one.label for one in i18n.languages() if one.code == "sw"] == ["\u2068Kiswahili\u2069 · \u20660 %\u2069"]
