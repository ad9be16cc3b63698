"""Documents as files: what is inside, what can be copied out again, and that it is always the same."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from app.reports.document import (
    Bar,
    Bars,
    Block,
    Bullets,
    Column,
    Contents,
    Document,
    Fact,
    Facts,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Table,
)
from app.reports.pdf import draw
from tests.reports.reading import (
    BUNDLE,
    POPPLER,
    WHEN,
    drawn,
    opened,
    pointed_at,
    text_by_pdfium,
    text_by_poppler,
    text_by_pypdf,
)
from tests.reports.sample_words import WORDS
from tests.reports.samples import NUMBERS, sample

LANGUAGES = tuple(WORDS)
_TOP = Path(__file__).resolve().parents[3]


def document(*blocks: Block, language: str = "en") -> Document:
    """A plain document of these blocks."""
    return Document("A title", language, "An author", footer="No official position.", blocks=blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_can_be_copied_out_unreversed(language: str) -> None:
    data = drawn(sample(language))

    texts = [text_by_pypdf(data)] + ([text_by_poppler(data)] if POPPLER else [])

    for text in texts:
        assert [number for number in NUMBERS if number not in text] == []


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru"])
def test_every_word_can_be_copied_out(language: str) -> None:
    words = " ".join(str(one) for one in WORDS[language].values() if isinstance(one, str)).split()

    text = text_by_pypdf(drawn(sample(language)))

    assert [word for word in words if word not in text] == []


def test_arabic_words_can_be_copied_out() -> None:
    words = re.findall(
        "[\u0621-\u063a\u0641-\u064a]{3,}", " ".join(WORDS["ar"][key] for key in ("text", "title", "why"))
    )
    # Readers take the ligature of lam and alef apart in the wrong order.
    words = [word for word in words if not re.search("\u0644[\u0622\u0623\u0625\u0627]", word)]

    data = drawn(sample("ar"))
    texts = [text_by_pypdf(data)] + ([text_by_poppler(data)] if POPPLER else [])

    assert len(words) > 30
    for text in texts:
        assert [word for word in words if word not in text] == []


def test_chinese_text_can_be_copied_out() -> None:
    text = text_by_pypdf(drawn(sample("zh"))).replace("\n", "")

    assert [part for part in WORDS["zh"]["text"].split("，") if part not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_every_block_is_drawn_in_every_language_on_both_papers(language: str, page: str) -> None:
    pages = opened(drawn(sample(language, page=page))).pages

    assert len(pages) >= 3
    assert round(float(pages[0].mediabox.width)) == {"A4": 595, "Letter": 612}[page]


def test_the_same_documents_give_the_same_bytes_in_another_process() -> None:
    """Every kind of block, a photo, and two languages in one, in Arabic and Chinese too."""
    program = (
        "import hashlib, io, sys; from PIL import Image; from dataclasses import replace\n"
        "from app.reports.document import Bilingual, Photo; from tests.reports.reading import drawn\n"
        "from tests.reports.samples import sample\n"
        "to = io.BytesIO(); Image.linear_gradient('L').save(to, 'PNG')\n"
        "seen = Photo(to.getvalue(), 'A desk', 'Kakuma')\n"
        "en, ar, zh = (replace(one, blocks=(*one.blocks, seen)) for one in map(sample, ('en', 'ar', 'zh')))\n"
        "whole = drawn(en) + drawn(Bilingual(ar, zh)) + drawn(Bilingual(zh, ar, beside=True))\n"
        "sys.stdout.write(hashlib.sha256(whole).hexdigest())"
    )

    digests = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}"}
        run = subprocess.run(
            [sys.executable, "-c", program], cwd=_TOP, env=environment, stdout=subprocess.PIPE, check=True
        )
        digests.add(run.stdout)

    assert len(digests) == 1


@pytest.mark.parametrize("language", ["ar", "zh", "fr"])
def test_all_numbers_of_a_document_stand_unreversed_in_what_two_readers_copy(language: str) -> None:
    told = [f"{number * 7919 % 900_000 + 1000:,}" for number in range(40)]
    word = WORDS[language]["people"]
    table = Table((Column(word), Column("2026", "number")), tuple((f"{word} {one}", one) for one in told))
    text = Paragraph(". ".join(f"{word} {one} {WORDS[language]['actions']}" for one in told))

    data = drawn(document(text, table, language=language))

    for copied in (text_by_pypdf(data), text_by_pdfium(data)):
        numbers = re.findall(r"\d+(?:,\d+)*", copied)
        assert [one for one in told if numbers.count(one) < 3] == []


def test_the_bundle_is_found_by_the_pointer_and_by_the_associated_files() -> None:
    data = drawn(sample("en"))

    [file] = opened(data).trailer["/Root"]["/AF"]
    file = file.get_object()

    assert pointed_at(data) == BUNDLE
    assert file["/EF"]["/F"].get_data() == BUNDLE
    assert (file["/UF"], file["/AFRelationship"]) == ("submission.gwb", "/Data")
    assert file["/EF"]["/F"]["/Subtype"] == "/application/vnd.groundwork.bundle+zip"


def test_a_document_without_a_bundle_has_no_pointer() -> None:
    data = drawn(sample("en"), bundle=None)

    assert b"%GWB1" not in data
    assert "/AF" not in opened(data).trailer["/Root"]


def test_the_file_tells_nothing_of_the_machine_or_the_person() -> None:
    data = drawn(sample("en"))
    reader = opened(data)

    told = str(dict(reader.metadata or {})) + str(reader.trailer["/Root"]["/Metadata"].get_data())

    private = {os.environ.get("USER", ""), os.environ.get("HOME", ""), os.uname().nodename, str(_TOP)} - {"", "/"}
    assert [one for one in private if one in told] == []
    assert (reader.metadata or {})["/Author"] == WORDS["en"]["organisation"]
    assert (reader.metadata or {})["/CreationDate"].startswith("D:20261001000000")


def test_every_page_says_its_number_its_count_and_what_the_document_is_not() -> None:
    pages = opened(drawn(sample("en"))).pages

    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert f"{number} of {len(pages)}" in text
        assert WORDS["en"]["footer"] in text
        assert WORDS["en"]["period"] in text


def test_the_contents_tell_the_page_on_which_a_heading_stands() -> None:
    headings = [Heading(1, f"Chapter number {number}", f"chapter-{number}") for number in range(1, 8)]
    blocks: list[Block] = [Contents("Contents")]
    for heading in headings:
        blocks += [PageBreak(), heading, Paragraph("Some words. " * 30)]

    reader = opened(drawn(document(*blocks)))

    contents = reader.pages[0].extract_text()
    for number in range(1, 8):
        assert re.search(rf"Chapter number {number}\s+{number + 1}\b", contents)
        assert f"Chapter number {number}" in reader.pages[number].extract_text()
    assert [entry["/Title"] for entry in reader.outline] == [heading.text for heading in headings]


def test_a_character_that_no_face_has_is_warned_of_and_replaced() -> None:
    to = io.BytesIO()

    [warning] = draw(document(Paragraph("Ancient \U00012000 sign")), to, when=WHEN)

    assert "U+12000" in str(warning)
    assert "1 character " in str(warning)
    assert "\U00012000" in text_by_pypdf(to.getvalue())


def test_such_a_character_is_warned_of_wherever_it_stands_and_is_never_a_box() -> None:
    signs = [chr(0x12000 + number) for number in range(12)]
    to_say = iter(signs)
    blocks = (
        Heading(1, next(to_say), "x"),
        Contents(next(to_say)),
        Bullets((next(to_say),)),
        Table((Column(next(to_say)), Column("2")), ((next(to_say), "x"),), next(to_say)),
        Bars(next(to_say), (Bar(next(to_say), 1, next(to_say)),)),
        Notice("info", next(to_say), next(to_say)),
    )
    to = io.BytesIO()

    [warning] = draw(replace(document(*blocks), footer=next(to_say)), to, when=WHEN)

    assert sorted(warning.characters) == signs
    with pikepdf.open(io.BytesIO(to.getvalue())) as file:
        fonts = [font.DescendantFonts[0] for page in file.pages for font in page.Resources.Font.values()]
        assert all(font.CIDToGIDMap.read_bytes()[2:4] != b"\0\0" for font in fonts)


def test_characters_that_cannot_be_written_are_warned_of() -> None:
    to = io.BytesIO()

    [warning] = draw(document(Paragraph("a \x00 b \ud800 c \ue000 d")), to, when=WHEN)

    assert "U+FFFD" in str(warning)
    assert "U+E000" in str(warning)


def test_a_table_of_2000_rows_loses_and_doubles_none_and_repeats_its_heading() -> None:
    rows = tuple((f"row-{number:05d}", "some words", f"{number:,}") for number in range(2000))
    table = Table((Column("Heading"), Column("Words"), Column("Count", "number")), rows)

    pages = [page.extract_text() for page in opened(drawn(document(table))).pages]

    found = [one for page in pages for one in re.findall(r"row-\d{5}", page)]
    assert found == [row[0] for row in rows]
    assert all("Heading" in page for page in pages)


def test_a_row_taller_than_a_page_is_continued_and_stays_one_row() -> None:
    words = " ".join(f"word{number}" for number in range(3000))
    table = Table((Column("A"), Column("B"), Column("C")), (("first", words, "side"), ("second", "end-of-table", "x")))

    data = drawn(document(table))

    text = text_by_pypdf(data)
    assert [word for word in words.split() if word not in text] == []
    assert "end-of-table" in text
    with pikepdf.open(io.BytesIO(data)) as file:
        [whole] = [one for one in file.Root.StructTreeRoot.K.K if one.S == "/Table"]
        head, body = whole.K
        assert (len(head.K), [len(row.K) for row in body.K]) == (1, [3, 3])
        tall = body.K[0].K[1]
        assert len(file.pages) > 2
        places = {str((kid.Pg if isinstance(kid, pikepdf.Dictionary) else tall.Pg).objgen) for kid in tall.K}
        assert len(places) == len(file.pages), "one cell, with a piece on every page"
        repeated = [page.Contents.read_bytes().count(b"/Artifact <</Type/Pagination>>") for page in file.pages]
    assert repeated == [0, *[1] * (len(repeated) - 1)]


@pytest.mark.parametrize("letter", ["x", "\u0627", "\u4e2d", "\u0301"])
def test_a_word_of_ten_thousand_letters_does_not_break_the_drawing(letter: str) -> None:
    word = letter * 10_000

    data = drawn(
        document(Table((Column("A"), Column("B")), (("a", word),)), Paragraph(word), Facts((Fact("l", word),)))
    )

    assert opened(data).pages


def test_empty_blocks_are_no_trouble() -> None:
    data = drawn(
        document(
            Heading(1, ""),
            Paragraph(""),
            Table((), ()),
            Table((Column("A"),), ()),
            Facts(()),
            Contents("C"),
            PageBreak(),
        )
    )

    assert len(opened(data).pages) == 1


def test_a_document_of_nothing_but_its_title_has_one_page() -> None:
    assert len(opened(drawn(replace(sample("ar"), blocks=()))).pages) == 1
