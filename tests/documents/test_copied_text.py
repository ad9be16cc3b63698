"""What people copy out of a document, or have read to them, is what was written: Arabic words and numbers above all."""

from __future__ import annotations

import re
import unicodedata

import pytest

from app.reports.document import Column, Document, Fact, Facts, Paragraph, Table
from app.reports.pdf.shaping import Face
from tests.reports.reading import POPPLER, drawn, text_by_poppler, text_by_pypdf
from tests.reports.sample_words import WORDS
from tests.reports.samples import sample

_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")
# Poppler gives a vowel sign back before its letter, so that words with one are left out.
_UNVOWELLED = re.compile("(?<![\u0621-\u0655])[\u0621-\u063a\u0641-\u064a]{2,}(?![\u0621-\u0655])")
_LIGATURES = ("\u0644\u0627", "\u0644\u0623", "\u0644\u0625", "\u0644\u0622")
_STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _texts(data: bytes) -> list[str]:
    """The text as every reader that this machine has gives it, without the marks that only steer direction."""
    texts = [text_by_pypdf(data)] + ([text_by_poppler(data)] if POPPLER else [])
    return [unicodedata.normalize("NFKC", _STEERING.sub("", text)) for text in texts]


def _arabic(*blocks: Paragraph | Table | Facts) -> bytes:
    return drawn(Document("\u0639\u0646\u0648\u0627\u0646", "ar", "A", blocks=blocks))


def test_whole_arabic_words_with_lam_and_alef_can_be_copied_out() -> None:
    written = set(_UNVOWELLED.findall(" ".join(WORDS["ar"][key] for key in ("text", "title", "why"))))

    texts = _texts(drawn(sample("ar")))

    assert len([word for word in written if any(pair in word for pair in _LIGATURES)]) >= 3
    for text in texts:
        assert sorted(written - set(_WORD.findall(text))) == []


@pytest.mark.parametrize("ligature", _LIGATURES)
@pytest.mark.parametrize("mark", ["", "\u064e"])
def test_lam_and_alef_are_one_shape_and_two_letters(ligature: str, mark: str) -> None:
    face = Face("IBMPlexSansArabic-Regular.ttf", 400)
    written = ligature[0] + mark + ligature[1]

    glyphs = [glyph for glyph in face.shape(written, right=True) if glyph.text != "\u034f"]

    assert [glyph.text for glyph in glyphs] == [ligature[1], ligature[0] + mark]
    assert glyphs[1].advance == 0
    assert glyphs[1].right == -face.advance(glyphs[1].number)


def test_numbers_in_neighbouring_cells_do_not_run_together() -> None:
    columns = (Column("\u0634\u0647\u0631"), Column("\u0639\u062f\u062f", "number"), Column("\u0646", "number"))
    rows = tuple((f"\u064a\u0648\u0644\u064a\u0648 {2000 + row}", f"{100 + row}", f"{50 + row}") for row in range(20))

    texts = _texts(_arabic(Table(columns, rows)))

    for text in texts:
        found = set(re.findall(r"\d+", text))
        assert {f"{start + row}" for start in (2000, 100, 50) for row in range(20)} - found == set()


def test_a_label_and_its_value_do_not_run_together() -> None:
    texts = _texts(_arabic(Facts((Fact("\u0627\u0644\u0641\u062a\u0631\u0629", "\u0634\u0627\u0631\u0639"),))))

    for text in texts:
        assert {"\u0627\u0644\u0641\u062a\u0631\u0629", "\u0634\u0627\u0631\u0639"} <= set(_WORD.findall(text))


def test_a_mark_that_only_steers_direction_is_no_missing_character() -> None:
    assert "12" in text_by_pypdf(_arabic(Paragraph("\u061c12\u200f \u2068A\u2069")))
