"""Languages: every catalogue is whole, keeps its fields and counts as its language does."""

from __future__ import annotations

import string
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from app import i18n, paths
from dev import EXTRACTION, TOP

CODES = sorted(path.parent.parent.name for path in paths.translations().glob("*/LC_MESSAGES/groundwork.po"))
COUNTS = (0, 1, 2, 3, 5, 11, 21, 100)
FORMS = {
    "en": ("b", "a", "b", "b", "b", "b", "b", "b"),
    "ar": (0, 1, 2, 3, 3, 4, 4, 5),
    "ru": (2, 0, 1, 1, 2, 2, 0, 2),
    "fr": (0, 0, 1, 1, 1, 1, 1, 1),
    "es": (1, 0, 1, 1, 1, 1, 1, 1),
    "zh": (0, 0, 0, 0, 0, 0, 0, 0),
}
"""Which form of a plural each count takes."""


def fields(text: str) -> list[str]:
    return sorted(name for _text, name, _format, _conversion in string.Formatter().parse(text) if name is not None)


def catalogue(code: str):
    with (paths.translations() / code / "LC_MESSAGES" / "groundwork.po").open("rb") as source:
        return read_po(source, locale=code)


def test_there_is_a_catalogue_for_arabic() -> None:
    assert "ar" in CODES


@pytest.mark.parametrize("code", CODES)
def test_every_translation_keeps_exactly_the_fields_of_its_message(code: str) -> None:
    wrong = []
    for message in catalogue(code):
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in texts:
            allowed = [fields(source) for source in sources]
            fewer = [name for name in allowed[-1] if name != "count"]
            if text and message.id and fields(text) not in (*allowed, fewer):
                wrong.append((sources[0], text))
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_no_message_falls_back_to_english_in_silence(code: str) -> None:
    empty = [
        message.id
        for message in catalogue(code)
        if message.id and not all(message.string if isinstance(message.string, tuple) else (message.string,))
    ]

    assert empty == []


@pytest.mark.parametrize("code", [code for code in CODES if code in FORMS])
def test_every_message_that_counts_counts_as_its_language_does_and_can_be_filled_in(code: str) -> None:
    counting = [message for message in catalogue(code) if isinstance(message.id, tuple)]
    said = i18n.translation(code)
    assert len(counting) > 50

    for message in counting:
        given = dict.fromkeys(fields(message.id[1]), "…")
        for count, form in zip(COUNTS, FORMS[code], strict=True):
            told = said.ngettext(*message.id, count)
            assert told == message.string[form], (message.id, count)
            shown = told.format(**{**given, "count": count})
            names_it = str(count) in shown or count in (0, 1, 2)
            assert names_it or "count" not in given, f"{shown}: {count} is told in figures"


def test_english_counts_one_and_many() -> None:
    said = i18n.translation("en")
    told = "".join(said.ngettext("a", "b", count) for count in COUNTS)
    assert told == "".join(str(form) for form in FORMS["en"])


def test_dropping_in_a_catalogue_makes_a_language_appear() -> None:
    folder = paths.config() / "translations" / "pt" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "groundwork.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Activities"\nmsgstr "Atividades"\n',
        "utf-8",
    )

    assert ("pt", "português") in [(one.code, one.name) for one in i18n.languages()]
    i18n.activate("pt")
    assert i18n._("Activities") == "Atividades"
    assert i18n._("Something else") == "Something else"
    assert next(one.label for one in i18n.languages() if one.code == "pt") == "\u2068português\u2069 · \u20660 %\u2069"


def test_the_made_up_language_dresses_everything_but_the_fields() -> None:
    i18n.activate("qps")
    dressed = i18n._("{count} activities")

    assert dressed.startswith("⟦")
    assert "{count}" in dressed
    assert "activities" not in dressed


@pytest.mark.parametrize(
    ("code", "months"),
    [
        ("en", "July – September 2026"),
        ("ar", "يوليو – سبتمبر 2026"),
        ("zh", "2026年7月至9月"),
        ("fr", "juillet – septembre 2026"),
        ("fa", "ژوئیه تا سپتامبر 2026"),
        ("xx", "July – September 2026"),
    ],
)
def test_periods_are_written_as_the_language_writes_them(code: str, months: str) -> None:
    written = i18n.translation(code).months(date(2026, 7, 1), date(2026, 9, 1))

    assert written.replace("\u2009", " ").replace("\u202f", " ") == months


def test_numbers_and_days_follow_the_language_with_latin_digits() -> None:
    assert i18n.translation("en").number(12345) == "12,345"
    assert i18n.translation("ar").date(date(2026, 10, 12)) == "12 أكتوبر 2026"
    assert i18n.translation("fr").list_(["a", "b", "c"]) == "a, b et c"
    assert i18n.translation("en").list_([]) == ""


def test_chinese_keeps_figures_and_letters_apart_from_its_signs_and_sets_sentence_to_sentence() -> None:
    zh, named = i18n.translation("zh"), [i18n.isolate("Samira"), i18n.isolate("王芳"), i18n.isolate("Youssef")]

    assert zh.list_(["3 信息", "15 基本服务", "16 融入"]) == "3 信息、15 基本服务和 16 融入"
    assert zh.list_(["2026年7月", "2026年8月"]) == "2026年7月和 2026年8月"
    assert zh.list_(["移民", "媒体"]) == "移民和媒体"
    assert zh.list_(named[:1]) == named[0]
    assert zh.list_(named[:2]) == f"{named[0]} 和{named[1]}"
    assert zh.list_(named) == f"{named[0]}、{named[1]}和 {named[2]}"
    assert zh.sentences(["已送出。", "", "已放到 U 盘。"]) == "已送出。已放到 U 盘。"
    assert i18n.translation("fr").sentences(["Envoyé.", "", "C’est fait."]) == "Envoyé. C’est fait."
    assert zh.month(date(2026, 10, 1), year=False, figures=True) == "10月"
    assert zh.month(date(2026, 10, 1), year=False) == "十月"
    assert i18n.translation("ru").month(date(2026, 10, 1), year=False, figures=True) == "октябрь"


def test_a_language_read_after_chinese_keeps_its_own_months() -> None:
    told = "from app.i18n import translation as t; from datetime import date as d; " + (
        "print(*(t(code).month(d(2026, 10, 1), year=False) for code in ('zh', 'fr', 'es', 'ar', 'ru', 'en')))"
    )
    made = subprocess.run([sys.executable, "-X", "utf8", "-c", told], cwd=TOP, check=True, capture_output=True)

    assert made.stdout.decode().split() == ["十月", "octobre", "octubre", "أكتوبر", "октябрь", "October"]


@pytest.mark.parametrize(
    ("code", "row"),
    [
        *((code, "a, b, c") for code in ("en", "fr", "es", "ru", "qps")),
        ("ar", "a، b، c"),
        ("zh", "a、b、c"),
    ],
)
def test_figures_stand_in_a_row_in_every_language(code: str, row: str) -> None:
    assert i18n.translation(code).row(["a", "b", "c"]) == row
    assert i18n.translation(code).row([]) == ""


def test_every_message_of_the_program_stands_in_every_catalogue(tmp_path: Path) -> None:
    template = tmp_path / "groundwork.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract", "--output-file", str(template)]
    subprocess.run([*command, *EXTRACTION], cwd=TOP, check=True)
    with template.open("rb") as source:
        wanted = {(message.context, message.id) for message in read_po(source)}

    assert len(wanted) > 1000, "the extraction found next to nothing"
    for code in CODES:
        known = {(message.context, message.id) for message in catalogue(code)}
        assert known == wanted, f"run: python3 dev.py translations ({code})"
