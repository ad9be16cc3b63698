"""Words in scripts beside those of the program's languages: on paper, in Word, and where no font has them.

Whether they look as their readers write them was seen in pictures; here stands what a machine can tell of it.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile

import pypdf
import pypdfium2
import pytest

from app.reports import word
from app.reports.alphabets import ROUGHLY, alphabet_of
from app.reports.alphabets import WORLD as ALPHABETS
from app.reports.document import Bullets, Document, Heading, Paragraph
from app.reports.pdf import draw
from app.reports.pdf.lines import Type, Typesetter
from app.services.pages import undrawable
from tests.documents.world import FROM_THE_LEFT, FROM_THE_RIGHT, WITHOUT_A_FONT, WORLD
from tests.reports.reading import (
    POPPLER,
    WHEN,
    drawn,
    found_by_pdfium,
    opened,
    text_by_pdfium,
    text_by_poppler,
    text_by_pypdf,
)

_STEERING = re.compile("[\u061c\u200d\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PARTS = re.compile(r"\d+|[^\s\d.]+")
_JOINED, _SHARED = "\u034f", re.compile("[\u0964\u0965]")


@pytest.fixture(scope="module")
def paper() -> dict[str, bytes]:
    """All of them on English and on Arabic pages."""
    blocks = tuple(Paragraph(f"A: {text}") for text in WORLD.values())
    return {page: drawn(Document("A", page, "A", blocks=blocks), None) for page in ("en", "ar")}


@pytest.mark.parametrize("page", ["en", "ar"])
def test_what_is_copied_out_of_a_page_is_what_was_written(page: str, paper: dict[str, bytes]) -> None:
    texts = [text_by_poppler(paper[page])] if POPPLER else []
    texts += [text_by_pdfium(paper[page])] if page == "en" else []  # it takes marks apart in a line from the right
    for text in texts:
        copied = _STEERING.sub("", text)
        assert _JOINED not in copied
        for name, written in FROM_THE_LEFT.items():
            lost = [one for one in _PARTS.findall(_STEERING.sub("", written)) if one not in copied]
            assert lost == [], name
    for name in ("nko", "syriac"):  # no reader that we know reads the two others from the right
        assert [one for one in FROM_THE_RIGHT[name].split() if one not in text_by_pypdf(paper[page])] == [], name


def test_its_search_finds_words_whose_vowels_stand_before_their_letter(paper: dict[str, bytes]) -> None:
    for found in ("केंद्र", "কেন্দ্রটি", "கொடுத்தது.", "ที่ทำงาน", "ធ្វើ", "ကူညီခဲ့သည်။", "lọ́wọ́"):
        assert found_by_pdfium(paper["en"], found) == 1, found


def test_a_page_says_the_language_of_each_script_and_holds_only_the_fonts_it_uses(paper: dict[str, bytes]) -> None:
    names = _fonts(paper["en"])
    assert {one.file(400).removesuffix(".ttf") for one in ALPHABETS} <= set(names)
    assert len(names) == len(set(names))
    assert not any(one.startswith("NotoSans") for one in _fonts(drawn(Document("A", "en", "A"), None)))
    operators = b"".join(page.get_contents().get_data() for page in opened(paper["en"]).pages).decode("latin-1")
    for one in ALPHABETS:
        assert f"/Lang<FEFF{one.language.encode('utf-16-be').hex().upper()}>" in operators, one.family


@pytest.mark.parametrize("name", ["thai", "lao", "khmer", "burmese", "amharic", "hindi", "bengali"])
@pytest.mark.parametrize("width", [30, 60, 110])
def test_a_line_never_parts_what_is_written_as_one(name: str, width: int) -> None:
    text = FROM_THE_LEFT[name].replace(" ", "") * 3
    lines = [line.text for line in Typesetter("en").lines(text, Type(10, "#000000"), width)]

    assert "".join(lines) == text
    assert len(lines) > 2
    for line in lines:
        assert unicodedata.category(line[0])[0] != "M", line
        assert line[0] not in "ะาำๅๆະາຳ", line
        assert line[-1] not in "เแโใไເແໂໃໄ", line
        assert unicodedata.combining(line[-1]) != 9 or line[-1] == "\u103a", line


def test_a_stretch_without_spaces_fills_its_line_and_says_its_language_on_each() -> None:
    text = FROM_THE_LEFT["thai"].replace(" ", "") * 4
    lines = Typesetter("en").lines(f"They wrote {text}", Type(10, "#000000"), 200)

    assert all(line.width > 170 for line in lines[:-1])
    assert all(line.marks and any("/Lang" in mark for mark in line.marks) for line in lines)
    before = Typesetter("ar").lines(text, Type(10, "#000000"), 200)
    assert "".join(line.text for line in before).strip() == text


def test_a_line_may_end_after_the_stops_of_each_script() -> None:
    for written in ("ማዕከሉ፡ሰዎችን፡ረድቷል።", "मदद की।मदद की।", "ကူညီ၊ကူညီ။ကူညီ"):
        lines = Typesetter("en").lines(written, Type(10, "#000000"), 45)
        assert len(lines) > 1
        assert not any(line.text[0] in "፡።।၊။" for line in lines)


def test_a_word_document_gives_each_script_its_font_and_language() -> None:
    data = io.BytesIO()
    blocks = (
        Heading(1, WORLD["hindi"]),
        *(Paragraph(f"A: {text}") for text in WORLD.values()),
        Bullets((WORLD["thai"],)),
    )
    word.draw(Document("A", "en", "A", blocks=blocks), data, when=WHEN)
    with zipfile.ZipFile(data) as packed:
        body, fonts = packed.read("word/document.xml").decode(), packed.read("word/fontTable.xml").decode()
    runs = re.findall("<w:r>.*?</w:r>", body, re.DOTALL)
    for one in ALPHABETS:
        assert f'w:name="{one.family}"><w:altName w:val="{one.stands_in}"/>' in fonts
        own = [run for run in runs if re.search(f"[{one.letters}]", _SHARED.sub("", run))]
        assert own, one.family
        for run in own:
            assert f'w:cs="{one.family}"' in run
            assert f'w:bidi="{one.tag}"' in run
            assert ("<w:rtl/>" in run) is (one.language in ("nqo", "ff", "syr", "rhg"))
    assert all(text in "".join(re.findall("<w:t[^>]*>([^<]*)", body)) for text in FROM_THE_LEFT.values())


@pytest.mark.parametrize("written", WITHOUT_A_FONT)
def test_paper_says_which_letters_no_font_of_it_has(written: str) -> None:
    """Each is drawn as a sign that nobody takes for a letter, is copied out as it was written, and is told before."""
    made = io.BytesIO()
    (told,) = draw(Document("…", "en", "A", blocks=(Paragraph(f"They said {written}."),)), made, when=WHEN)
    assert set(told.characters) == set(undrawable((f"They said {written}.",))) == set(written)
    with pypdfium2.PdfDocument(made.getvalue()) as file:
        assert set(written) <= set(file[0].get_textpage().get_text_range())


def test_no_letter_is_missed_by_the_quick_look_at_a_text() -> None:
    quick = re.compile(f"[{ROUGHLY}]")
    for one in ALPHABETS:
        ranges = re.findall("(.)-(.)", one.letters)
        assert len(ranges) * 3 == len(one.letters), one.family
        assert all(quick.match(chr(code)) for first, last in ranges for code in range(ord(first), ord(last) + 1)), (
            one.family
        )


def test_no_letter_of_the_set_is_told_as_one_without_a_font() -> None:
    assert undrawable(WORLD.values()) == ""
    assert {one.family for text in WORLD.values() for letter in text if (one := alphabet_of(letter))} == {
        one.family for one in ALPHABETS
    }


def _fonts(data: bytes) -> list[str]:
    """The name of every font that a file holds, as often as it holds it."""
    held: dict[int, str] = {}
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        fonts = page["/Resources"]["/Font"]
        held |= {fonts.raw_get(key).idnum: str(fonts[key]["/BaseFont"]) for key in fonts}
    return [name.partition("+")[2] for name in held.values()]
