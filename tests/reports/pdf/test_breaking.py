"""Words over the end of a line, lines from edge to edge, and what is told of foreign words."""

from __future__ import annotations

import re

import pytest

from app.reports.document import Bullets, Column, Document, Heading, Paragraph, Table
from app.reports.pdf.hyphens import points_of
from app.reports.pdf.lines import Line, Type, Typesetter
from app.reports.pdf.scripts import foreign
from tests.reports.reading import drawn, found_by_pdfium, opened, text_by_pypdf

_TYPE = Type(10, "#000000")
_SOFT = "\u00ad"
_WORDS = {
    "en": "notwithstanding representations unavailability extraordinarily correspondingly accommodation".split(),
    "fr": "accompagnement représentation régularisation extraordinairement correspondance hébergement".split(),
    "es": "acompañamiento representaciones regularización extraordinariamente correspondencia".split(),
    "ru": "сопровождение представительство урегулирование чрезвычайно соответственно размещение".split(),
}


def _set(text: str, language: str, width: float, *, filled: bool = False) -> tuple[Line, ...]:
    return Typesetter(language).lines(text, _TYPE, width, filled=filled)


@pytest.mark.parametrize("language", _WORDS)
def test_a_word_over_the_end_of_a_line_is_read_as_one(language: str) -> None:
    text = " ".join(_WORDS[language])

    lines = _set(text, language, 110)
    words = tuple(_WORDS[language][:5])
    data = drawn(Document("T", language, "A", blocks=(Table((Column("A"),) * 8, (words,)),)))

    assert any(line.text.endswith(_SOFT) for line in lines)
    assert "".join(line.text for line in lines).replace(_SOFT, "") == text
    copied = text_by_pypdf(data)
    assert _SOFT in copied, "the columns are narrow"
    joined = re.sub(f"{_SOFT}\\s*", "", copied)
    for word in words:
        assert word in joined
        assert found_by_pdfium(data, word) == 1, "its search finds a word over two lines"


def test_names_codes_addresses_and_short_words_stay_whole() -> None:
    points = points_of("en")

    for word in ("Mediation", "UNHCR", "representation2", "example@representation", "A/RES/representation", "desk"):
        assert points(word) == ()
    assert points("(representation),") != ()
    assert points_of("ar")("representation") == points_of("zh")("representation") == ()


def test_never_more_than_two_lines_in_a_row_end_in_a_hyphen() -> None:
    lines = _set(" ".join(_WORDS["en"] * 6), "en", 118)
    ends = "".join("-" if line.text.endswith(_SOFT) else " " for line in lines)

    assert "--" in ends
    assert "---" not in ends


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Most of them asked for one thing: a paper that says who they are. " * 4),
        ("ar", "طلب معظمهم شيئا واحدا: ورقة تقول من هم في نقطة حدودية. " * 4),
        ("zh", "大多数人只要一样东西：一张说明自己是谁的证件。" * 6),
    ],
)
def test_a_filled_paragraph_reaches_both_edges_but_for_its_last_line(language: str, text: str) -> None:
    lines = _set(text.strip(), language, 333, filled=True)

    assert len(lines) > 2
    assert all(line.width == 333 and (line.stretch or line.tracking) for line in lines[:-1])
    assert (lines[-1].stretch, lines[-1].tracking) == (0, 0)
    assert bool(lines[0].tracking) == (language == "zh")
    if language == "ar":
        [last] = [run for run in lines[0].runs[-1:]]
        assert lines[0].lefts and abs(min(lines[0].lefts) + last.space * 0.01 + lines[0].stretch) < 0.01


def test_stretches_in_another_script_are_named_by_a_language() -> None:
    said = "Office مركز ضفة 3 and центр «Берег», 河岸 2026"

    assert [(said[a:b], code) for a, b, code in foreign(said, "en")] == [
        ("مركز ضفة", "ar"), ("центр", "ru"), ("Берег", "ru"), ("河岸", "zh"),
    ]  # fmt: skip
    assert [code for _a, _b, code in foreign("مركز Kobo Tool 2.1 في", "ar")] == ["en"]
    assert foreign("Ελλάδα 12", "el") == foreign("中ひらがな", "ja") == foreign("7, ١٢", "fr") == ()


@pytest.mark.parametrize(
    ("language", "word", "code"), [("ar", "Kakuma", "en"), ("fr", "كاكوما", "ar"), ("zh", "Лодвар", "ru")]
)
def test_a_foreign_word_says_its_language_wherever_it_stands(language: str, word: str, code: str) -> None:
    blocks = (
        Heading(1, word),
        Paragraph(f"{word}."),
        Bullets((word,)),
        Table((Column(word), Column("1")), ((word, word),)),
    )

    page = opened(drawn(Document("1", language, "A", blocks=blocks))).pages[0]
    drawn_on_it = page.get_contents().get_data().decode("latin-1")

    mark = f"/Span <</Lang<FEFF{code.encode('utf-16-be').hex().upper()}>>> BDC"
    assert drawn_on_it.count(mark) == 6
    assert drawn_on_it.count("BDC") == drawn_on_it.count("EMC")
