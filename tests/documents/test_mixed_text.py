"""Texts of several scripts on screen, on paper and in files: every piece stands in the order in which it is read.

The order expected is told word by word, from the left edge to the right one, and not by an algorithm of ours.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from app.reports import web, word, workbook
from app.reports.document import Bullets, Column, Document, Heading, Paragraph, Table
from app.reports.tables import as_csv
from app.reports.workbook.book import Sheet
from tests.reports.reading import WHEN, drawn

MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True)
class Mixed:
    """A text, whether it reads from the right, and its words and numbers as they stand from left to right."""

    language: str
    text: str
    right: bool
    seen: str


SET = (
    Mixed("arabic", "مركز تطوان فتح 24 ملفا.", True, "ملفا 24 فتح تطوان مركز"),
    Mixed("arabic, a Latin name", "زار فريق UNHCR مدينة سبتة", True, "سبتة مدينة UNHCR فريق زار"),
    Mixed("arabic, two Latin words", "مركز Casa Abierta في طنجة", True, "طنجة في Casa Abierta مركز"),
    Mixed("arabic, a date", "فتح يوم 2026-10-12 مركز", True, "مركز 12 10 2026 يوم فتح"),
    Mixed("arabic, a telephone number", "هاتف 0539 123 456 فقط", True, "فقط 456 123 0539 هاتف"),
    Mixed("arabic, brackets", "مركز (بيت) قريب", True, "قريب بيت مركز"),
    Mixed("arabic, quotes in quotes", "قيل «سمع ‹نعم› هنا» ثم", True, "ثم هنا نعم سمع قيل"),
    Mixed("arabic, a code", "هدف GCM-07 تحقق", True, "تحقق GCM 07 هدف"),
    Mixed("dari", "مرکز کابل ۲۴ دوسیه گرفت", True, "گرفت دوسیه ۲۴ کابل مرکز"),
    Mixed("pashto", "ښار ته ۱۲ تنه ورغی", True, "ورغی تنه ۱۲ ته ښار"),
    Mixed("sorani", "ژووری یەکەم ۷ کەس بوو", True, "بوو کەس ۷ یەکەم ژووری"),
    Mixed("urdu", "دفتر میں ٹیم ۱۵ بجے تھی", True, "تھی بجے ۱۵ ٹیم میں دفتر"),
    Mixed("hebrew", "מרכז סיוע פתח 24 תיקים", True, "תיקים 24 פתח סיוע מרכז"),
    Mixed("hebrew, a Latin name", "צוות Open House הגיע היום", True, "היום הגיע Open House צוות"),
    Mixed("latin, an Arabic name", "The team of مركز تطوان came.", False, "The team of تطوان مركز came"),
    Mixed("latin, a Hebrew name", "Visit to מרכז סיוע on 12", False, "Visit to סיוע מרכז on 12"),
    Mixed("latin, an isolated name with a number", "\u2068مركز 24\u2069 5 visits", False, "24 مركز 5 visits"),
    Mixed("latin, a telephone number", "Call +212 539 123 456 now", False, "Call 212 539 123 456 now"),
    Mixed("arabic, an isolated name with a number", "فتح \u2068Desk 24\u2069 5 مركز", True, "مركز 5 Desk 24 فتح"),
)
NAMED = pytest.mark.parametrize("one", SET, ids=lambda one: one.language)


@NAMED
def test_on_screen_every_word_and_number_stands_where_it_is_read(one: Mixed, qapp) -> None:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout = QTextLayout(one.text)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(2000)
    layout.endLayout()
    spots = [(_middle(line, at), letter) for at, letter in enumerate(one.text)]
    assert _words_from_the_left(spots, one.text) == one.seen.split()


@NAMED
def test_on_paper_every_word_and_number_stands_where_it_is_read_whatever_the_page_speaks(one: Mixed) -> None:
    for page in ("ar", "en"):
        data = drawn(Document("…", page, "A", blocks=(Paragraph(one.text),)))
        assert _on_paper(data, one.text) == one.seen.split(), page


@pytest.mark.parametrize("page", ["ar", "en"])
def test_a_word_document_tells_paragraphs_and_runs_their_direction(page: str) -> None:
    paragraphs = _in_word(Document("…", page, "A", blocks=tuple(Paragraph(one.text) for one in SET)))
    for one in SET:
        found = paragraphs[MARKS.sub("", one.text)]
        if not one.language.startswith("latin, a telephone"):  # no letter of the other script pulls it over
            assert ("<w:bidi/>" in found) is one.right, one.language
            assert ('<w:jc w:val="right"/>' in found) is (one.right != (page == "ar")), "on the side of its page"
        for run in re.findall("<w:r>.*?</w:r>", found, re.DOTALL):
            letters = {unicodedata.bidirectional(letter) for letter in MARKS.sub("", _joined(run))}
            if letters & {"R", "AL"}:
                assert "<w:rtl" in run, one.language
                assert "L" not in letters, one.language
            elif "L" in letters:
                assert "<w:rtl/>" not in run, one.language
            if re.search("[\u0590-\u05ff]", _joined(run)):
                assert 'w:bidi="he-IL"' in run


def test_in_word_a_long_text_and_an_item_begin_on_their_own_side_and_cells_and_headings_on_that_of_the_page() -> None:
    arabic, long = "مركز تطوان فتح 24 ملفا.", "مركز تطوان فتح 24 ملفا. " * 12
    cells = Table((Column("Name"), Column("Text")), ((f"{arabic} ١", f"{arabic} ٢"),))
    blocks = (Heading(2, f"7 {arabic}", mark="7"), Paragraph(long), Bullets((f"{arabic} ٣",)), cells)
    found = _in_word(Document("…", "en", "A", blocks=blocks))
    turned = {words: "<w:jc" not in told for words, told in found.items() if "<w:bidi/>" in told}
    sides = {long: True, f"{arabic} ٣": True, f"{arabic} ١": False, f"{arabic} ٢": False}
    assert turned == sides | {f"\u00a07\u00a0\u2002{arabic}": False}


def test_a_web_page_keeps_every_letter_and_says_its_direction() -> None:
    for page, way in (("ar", "rtl"), ("en", "ltr")):
        made = io.BytesIO()
        web.draw(Document("…", page, "A", blocks=tuple(Paragraph(one.text) for one in SET)), made, when=WHEN)
        text = made.getvalue().decode()
        assert f'dir="{way}"' in text
        for one in SET:
            assert one.text in text


@pytest.mark.parametrize("page", ["ar", "en"])
def test_a_workbook_reads_from_the_side_of_its_language_and_each_cell_from_its_own(page: str) -> None:
    made = workbook.book.book([Sheet("A", "A", ("H",), tuple((one.text,) for one in SET))], page)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
        strings = packed.read("xl/sharedStrings.xml").decode()
        orders = re.findall("<xf [^>]*?(?:/>|>.*?</xf>)", packed.read("xl/styles.xml").decode().split("<cellXfs")[1])
    assert ('rightToLeft="1"' in sheet) is (page == "ar")
    assert all(one.text in strings for one in SET)
    styles = [int(style) for style in re.findall('<c r="A[0-9]+" s="([0-9]+)" t="s"', sheet)][-len(SET) :]
    for one, style in zip(SET, styles, strict=True):
        assert f'readingOrder="{2 if one.right else 1}"' in orders[style], one.language


def test_tables_keep_every_letter() -> None:
    rows = as_csv([(one.text,) for one in SET]).decode("utf-8-sig")
    assert [row[0] for row in csv.reader(io.StringIO(rows))] == [one.text for one in SET]


def _in_word(document: Document) -> dict[str, str]:
    """Every paragraph of a Word file by its words."""
    data = io.BytesIO()
    word.draw(document, data, when=WHEN)
    with zipfile.ZipFile(data) as packed:
        body = packed.read("word/document.xml").decode()
    return {MARKS.sub("", _joined(found)): found for found in re.findall("<w:p>.*?</w:p>", body, re.DOTALL)}


def _joined(xml: str) -> str:
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml))


def _middle(line: QTextLine, at: int) -> float:
    """Where a letter stands; two that are one glyph follow each other there in the direction in which it is read."""
    runs = line.glyphRuns(at, 1)
    drawn = [spot.x() for run in runs for spot in run.positions()]
    hair = -at / 1000 if any(run.isRightToLeft() for run in runs) else at / 1000
    return sum(drawn) / len(drawn) + hair if drawn else 0.0


def _on_paper(data: bytes, text: str) -> list[str]:
    with pypdfium2.PdfDocument(data) as file:
        page = file[0].get_textpage()
        letters = [(page.get_charbox(at), page.get_text_range(at, 1)) for at in range(page.count_chars())]
    wanted = {letter for name in WORD.findall(text) for letter in name}
    spots = [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, letter) for box, letter in letters if letter in wanted]
    lines = [[(at, letter) for at, height, letter in spots if abs(height - own) < 12] for _at, own, _letter in spots]
    return _words_from_the_left(max(lines, key=len), text)


def _words_from_the_left(spots: list[tuple[float, str]], text: str) -> list[str]:
    """The words of a text by where their letters stand; a word whose letters are scattered is not found whole."""
    line = "".join(letter for _at, letter in sorted(spots, key=lambda spot: spot[0]) if letter.isalnum())
    found: list[tuple[int, str]] = []
    for name in WORD.findall(MARKS.sub("", text)):
        shown = name if _from_the_left(name) else name[::-1]
        at = line.find(shown)
        while (at, name) in found:
            at = line.find(shown, at + 1)
        found.append((at, name))
    assert all(at >= 0 for at, _name in found), (line, found)
    assert all(first[0] < second[0] for first, second in pairwise(sorted(found)))
    return [name for _at, name in sorted(found)]


def _from_the_left(name: str) -> bool:
    return not {unicodedata.bidirectional(letter) for letter in name} & {"R", "AL"}
