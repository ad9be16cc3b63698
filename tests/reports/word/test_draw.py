"""Word documents: what Word and a reading voice make of them, told by a reader that knows nothing of the drawing."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace

import docx
from docx.oxml.ns import qn
from lxml import etree

from app.reports.document import Bilingual, Document, PageBreak, Paragraph, Table
from app.reports.word import draw
from tests.reports.reading import WHEN
from tests.reports.sample_words import WORDS
from tests.reports.samples import HOSTILE, designed, further, sample


def drawn(document: Document | Bilingual) -> bytes:
    made = io.BytesIO()
    draw(document, made, when=WHEN)
    return made.getvalue()


ENGLISH, ARABIC = (drawn(sample(language)) for language in ("en", "ar"))


def body(data: bytes) -> etree._Element:
    return docx.Document(io.BytesIO(data)).element.body


def words(element: etree._Element) -> str:
    return "".join(element.xpath(".//w:t/text()"))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_what_stands_after_a_break_begins_a_page_a_table_too() -> None:
    table = next(block for block in sample("en").blocks if isinstance(block, Table))
    bare = replace(table, caption="")
    blocks = (Paragraph("One"), PageBreak(), Paragraph("Two"), PageBreak(), table, PageBreak(), bare)
    found = body(drawn(replace(sample("en"), blocks=blocks)))
    breaks = found.xpath(".//w:p[w:pPr/w:pageBreakBefore]")
    assert [words(one) for one in breaks] == ["Two", table.caption, ""]
    assert breaks[2].getnext().tag == qn("w:tbl"), "a table has no break of its own, so a paragraph before it has"
    assert not body(drawn(replace(sample("en"), blocks=blocks[:1]))).xpath(".//w:pageBreakBefore")


def test_headings_are_words_own_and_the_contents_lead_to_those_that_are_listed() -> None:
    opened = docx.Document(io.BytesIO(ENGLISH))
    styles = [one.style.name for one in opened.paragraphs]
    assert styles[:3] == ["Kicker", "Title", "Subtitle"]
    assert opened.sections[0].different_first_page_header_footer, "its title is not said above itself"
    assert {"Heading 1", "Heading 2", "Heading 3", "List Bullet", "Quote", "Caption", "toc 1", "toc 2"} <= set(styles)
    levels = [int(name[-1]) for name in styles if re.fullmatch(r"Heading \d", name)]
    assert levels[0] == 1
    assert all(later - before <= 1 for before, later in zip(levels, levels[1:], strict=False))
    marks = set(body(ENGLISH).xpath(".//w:bookmarkStart/@w:name"))
    links = body(ENGLISH).xpath(".//w:hyperlink/@w:anchor")
    assert links and set(links) == marks
    assert "TOC " in "".join(body(ENGLISH).xpath(".//w:instrText/text()"))
    begun, ended = (len(body(ENGLISH).xpath(f".//w:fldChar[@w:fldCharType='{one}']")) for one in ("begin", "end"))
    assert begun == ended == 1


def test_a_cover_numbers_of_headings_and_short_facts_are_set_apart() -> None:
    opened = docx.Document(io.BytesIO(drawn(designed("en"))))
    styles = [one.style.name for one in opened.paragraphs]
    assert styles[:3] == ["Kicker on a cover", "Title on a cover", "Subtitle"]
    assert {"Pull quote", "Display", "Label", "Loud"} <= set(styles)
    heading = next(one for one in opened.paragraphs if one.style.name == "Heading 2")
    assert heading.runs[0].text.strip() == "4" and heading.runs[0].element.xpath("./w:rPr/w:shd")
    facts, strip = opened.tables
    assert [cell.paragraphs[0].text for cell in facts.rows[0].cells] == [WORDS["en"]["country"], "actions", ""]
    assert facts.rows[1].cells[1].text == WORDS["en"]["text"] and len(facts.rows) == 2
    assert [len(row.cells) for row in strip.rows] == [23, 23]
    assert opened.sections[0].left_margin < docx.Document(io.BytesIO(ENGLISH)).sections[0].left_margin


def test_tables_repeat_their_heading_row_and_say_what_they_are() -> None:
    at, table = next(one for one in enumerate(docx.Document(io.BytesIO(ENGLISH)).tables) if len(one[1].rows) == 13)
    element = body(ENGLISH).findall(qn("w:tbl"))[at]
    assert table.style.name == "Groundwork table"
    assert [bool(row.xpath("./w:trPr/w:tblHeader")) for row in element.findall(qn("w:tr"))][:3] == [True, False, False]
    assert element.xpath("./w:tblPr/w:tblCaption/@w:val") == [WORDS["en"]["bars"]]
    assert element.xpath("./w:tblPr/w:tblLook/@w:firstColumn") == ["1"]
    assert {row.cells[0].paragraphs[0].style.name for row in table.rows[1:]} == {"Row heading"}
    assert table.rows[1].cells[2].paragraphs[0].alignment is not None


def test_arabic_runs_from_the_right_in_paragraphs_tables_and_page_and_names_its_languages() -> None:
    arabic = body(ARABIC)
    tables = arabic.findall(qn("w:tbl"))
    assert tables and all(one.xpath("./w:tblPr/w:bidiVisual") for one in tables)
    told = [one for one in arabic.iter(qn("w:p")) if words(one).strip()]
    left = [words(one) for one in told if not one.xpath("./w:pPr/w:bidi")]
    assert left == [WORDS["en"]["quote"], "Kakuma", "Lodwar"], "the one quotation in English, and two names"
    names = [one.xpath("string(./w:pPr/w:jc/@w:val)") for one in told if words(one) in ("Kakuma", "Lodwar")]
    assert names == ["right", "right"], "on the side of the page"
    assert arabic.xpath("./w:sectPr/w:bidi")
    latin = [run for run in arabic.iter(qn("w:r")) if "KoboToolbox" in words(run)]
    assert latin and not any(run.xpath("./w:rPr/w:rtl") for run in latin)
    quote = next(run for run in arabic.iter(qn("w:r")) if "“They" in words(run))
    assert quote.xpath("./w:rPr/w:lang/@w:val") == ["en-GB"]
    defaults = parts(ARABIC)["word/styles.xml"].decode()
    assert 'w:bidi="ar-SA"' in defaults and "IBM Plex Sans Arabic" in defaults
    foreign = [one for one in body(ENGLISH).iter(qn("w:p")) if one.xpath("./w:pPr/w:bidi")]
    assert [words(one) for one in foreign] == [WORDS["ar"]["quote"]]
    assert not body(ENGLISH).xpath(".//w:bidiVisual")


def test_every_picture_has_words_or_is_an_ornament_and_no_number_twice() -> None:
    for data in (ENGLISH, drawn(further("ar"))):
        pictures = body(data).xpath(".//wp:docPr")
        assert pictures
        assert all(one.get("descr") or b"decorative" in etree.tostring(one) for one in pictures)
        numbers = [one.get("id") for one in pictures] + body(data).xpath(".//w:bookmarkStart/@w:id")
        assert len(numbers) == len(set(numbers))


def test_the_file_tells_its_title_author_and_language_and_nothing_of_a_machine() -> None:
    about = docx.Document(io.BytesIO(ARABIC)).core_properties
    told = WORDS["ar"]
    assert (about.title, about.author, about.language) == (told["title"], told["organisation"], "ar")
    assert (about.created, about.last_modified_by, about.comments) == (
        WHEN.replace(tzinfo=about.created.tzinfo),
        "",
        "",
    )
    whole = b"".join(parts(ENGLISH).values())
    assert not re.search(rb"python-docx|Macintosh|/home/|thumbnail", whole)


def test_what_people_wrote_stays_text_and_what_no_file_can_hold_is_seen() -> None:
    hostile = drawn(further("en"))
    title = docx.Document(io.BytesIO(hostile)).paragraphs[0].text
    assert title == HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\n")
    targets = b"".join(content for name, content in parts(hostile).items() if name.endswith(".rels"))
    assert b"External" not in targets
    assert b"not-told" not in b"".join(parts(hostile).values())


def test_two_languages_stand_one_after_the_other_or_side_by_side() -> None:
    for beside in (False, True):
        both = body(drawn(Bilingual(sample("en"), sample("ar"), beside=beside)))
        told = words(both)
        assert told.index(WORDS["en"]["title"]) < told.index(WORDS["ar"]["title"])
        marks = both.xpath(".//w:bookmarkStart/@w:name")
        assert len(marks) == len(set(marks)) > 5
        rows = [row for row in both.iter(qn("w:tr")) if WORDS["en"]["title"] in words(row)]
        assert bool(rows) is beside
        cells = [cell for row in rows for cell in row.findall(qn("w:tc"))]
        assert [bool(cell.xpath("./w:p/w:pPr/w:bidi")) for cell in cells] == ([False, True] if beside else [])


def test_equal_documents_are_equal_bytes_in_another_process_with_another_seed_too() -> None:
    said = "import hashlib; print(hashlib.sha256(drawn(sample('ar'))).hexdigest())"
    command = [sys.executable, "-c", f"from tests.reports.word.test_draw import drawn, sample; {said}"]
    other = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True, check=True)
    assert hashlib.sha256(ARABIC).hexdigest() == other.stdout.decode().strip()
    assert {one.date_time for one in zipfile.ZipFile(io.BytesIO(ARABIC)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind jc outlineLvl",
    "rPr": "rFonts b bCs color sz szCs rtl lang",
    "tblPr": "tblStyle bidiVisual tblW tblLayout tblCellMar tblLook tblCaption tblDescription tblInd tblBorders",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg bidi",
    "trPr": "cantSplit trHeight tblHeader",
}
"""The order in which the standard wants what a part of a document has; Word calls a file damaged that has another."""


def test_every_part_has_its_properties_in_the_order_of_the_standard() -> None:
    both = drawn(Bilingual(sample("zh"), further("ar"), beside=True))
    found = 0
    for data in (ENGLISH, ARABIC, both):
        for name, content in parts(data).items():
            for one in etree.fromstring(content).iter() if name.startswith("word/") and name.endswith(".xml") else ():
                kind = etree.QName(one).localname
                if kind in ORDERS and "styles" not in name:
                    places = [ORDERS[kind].split().index(etree.QName(child).localname) for child in one]
                    assert places == sorted(places), etree.tostring(one)
                    found += 1
        cells = body(data).iter(qn("w:tc"))
        assert all(cell[-1].tag == qn("w:p") for cell in cells), "a cell ends with a paragraph"
        for table in body(data).iter(qn("w:tbl")):
            widths = [len(row.findall(qn("w:tc"))) for row in table.findall(qn("w:tr"))]
            columns = len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
            assert set(widths) <= {columns, columns - 1}
    assert found > 1000
