"""One content tree, four drawings: PDF, Word document, web page and workbook say the same, in six languages.

Each is read back by a reader of its own, and compared: headings, contents, signs, and every text in its order.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, datetime

import docx
import pytest
import python_calamine as calamine

from app.compact import load
from app.domain.shared import (
    Audience,
    Contributor,
    Disclosure,
    FeedbackCount,
    Picture,
    PublicOrganisation,
    SharedActivity,
    SharedAssessment,
    SharedFeedback,
    SharedNeedOffer,
    SharedPractice,
    Submission,
)
from app.domain.terms import WITHHELD, Count, Period, When
from app.i18n import translation
from app.reports import national as report
from app.reports import submission, web, word, workbook
from app.reports.document import Bar, Bars, Document, Figure, Heading, KeyFigures, Map, Stacked, Table, Timeline
from app.services.picturing import national
from tests.documents.facts import Facts, bare, first_difference, letters, of_pdf, of_web, of_word
from tests.reports.reading import WHEN, drawn
from tests.reports.samples import designed, sample

SIX = ("en", "fr", "es", "ar", "ru", "zh")
PERIOD = Period.parse("2026-07..2026-09")
HOSTILE = "Tea & <script>alert(1)</script> =1+1 (2)"
ARABIC, RUSSIAN, CHINESE = "مركز ضفة النهر للعون القانوني 24", "Центр «Берег реки»", "河岸法律援助中心"
WHO = (PublicOrganisation("a", ARABIC, ("ST-CSO",), "MA"), PublicOrganisation("b", RUSSIAN, ("ST-ACA",), "MA"))
ONCE = "counted_each_person_once"


def activity(identity: str, title: str, reach: Count, **more: object) -> SharedActivity:
    made = SharedActivity(identity, title=title, objectives=(4, 7), start=When(2026, 8), type="legal_support")
    return replace(made, reach=reach, reach_method=ONCE, place="MA001", **more)  # type: ignore[arg-type]


def sent(at: int, *entries: object) -> Submission:
    cost = Disclosure(Audience.COORDINATOR, 5, 2, 1, 4)
    return Submission(WHO[at], "c", PERIOD, 1, cost, "1.1.0", made_on="2026-10", entries=entries)  # type: ignore[arg-type]


FIRST = sent(
    0,
    activity("1", HOSTILE, Count(1204), summary=f"Two advisers\nanswered {CHINESE}.", result="Fewer asked twice."),
    activity("2", CHINESE, WITHHELD, partners=(RUSSIAN, "Oujda Network")),
    SharedAssessment("x", 20, PERIOD.iso, "not_started", nothing_done=True, note="Nobody came."),
    SharedAssessment("y", 4, PERIOD.iso, "achieved"),
    FeedbackCount("question:4", "question", 4, Count(57)),
    FeedbackCount("concern_or_complaint:4", "concern_or_complaint", 4, WITHHELD),
    SharedFeedback("f", type="question", topics=(4,), own_words="كم تستغرق الأوراق؟ 14 يوما", language="ar"),
    SharedPractice("p", title="Papers explained at the market", objectives=(4,)),
    SharedNeedOffer("n", "Interpreters for two languages.", "need", "staff"),
)
SECOND = sent(1, activity("3", "Language classes", Count(318)), SharedAssessment("z", 4, PERIOD.iso, "not_started"))
PACK = load()


def picture() -> Picture:
    held = [Contributor(one.organisation, one.organisation.id * 3, 1, "accepted", 2) for one in (FIRST, SECOND)]
    clash = [replace(held[1], submission=name, revision=2, fate="clash") for name in ("first", "second")]
    return national.merged([FIRST, SECOND], [*held, *clash], period=PERIOD, audience=Audience.COORDINATOR, pack=PACK)


PICTURE = picture()


def documents(language: str) -> dict[str, Document]:
    """A submission, a national report, and the samples of every kind of block and of what pages are designed with."""
    return {
        "submission": submission.document(FIRST, PACK, language),
        "national": report.document(PICTURE, PACK, language, author="Ministry"),
        "sample": sample(language),
        "designed": designed(language),
    }


def by_word(document: Document) -> bytes:
    made = io.BytesIO()
    word.draw(document, made, when=WHEN)
    return made.getvalue()


def by_web(document: Document) -> bytes:
    made = io.BytesIO()
    web.draw(document, made, when=WHEN)
    return made.getvalue()


@pytest.mark.parametrize("language", SIX)
def test_pdf_word_document_and_web_page_say_the_same_in_the_same_order(language: str) -> None:
    for name, document in documents(language).items():
        paper, letter, page = of_pdf(drawn(document)), of_word(by_word(document)), of_web(by_web(document))
        assert letter == replace(page, told=letter.told), name
        assert letter.flow == page.flow, name
        assert paper.signs == letter.signs, name
        assert [*map(letters, paper.headings)] == [*map(letters, letter.headings)], name
        assert [*map(letters, paper.contents)] == [*map(letters, letter.contents)], name
        if document.footer:  # heard last on paper; the others have it in a foot of their own
            assert letters(paper.told.pop()) == letters(document.footer), name
        assert first_difference(paper, letter) == "", name
        _says_all(letter, document)
        _says_parts(paper, letter, document)


def _says_all(found: Facts, document: Document) -> None:
    """The tree itself is the witness that nothing was left out of all of them."""
    said = found.flow
    texts = [document.title, document.kicker, document.subtitle]
    for block in document.blocks:
        texts += [block.text] if isinstance(block, Heading) else []
        texts += [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
        texts += [one.value for one in block.figures] if isinstance(block, KeyFigures) else []
        texts += [one.text for one in block.bars] if isinstance(block, Bars) else []
    assert [text for text in texts if bare(text) not in said] == []


def _says_parts(paper: Facts, letter: Facts, document: Document) -> None:
    """Every number of a bar in parts stands beside it, and on paper in the words of its chart, as those of all bars."""
    charts = [block for block in document.blocks if isinstance(block, Bars | Stacked | Timeline | Map)]
    parts = [part for chart in charts if isinstance(chart, Stacked) for bar in chart.bars for part in bar.parts]
    number = translation(document.language).number
    assert letter.parts == [number(part) for part in parts if part is not None]
    assert letter.maps == [chart.alt for chart in charts if isinstance(chart, Map)]
    assert paper.charts == [f"{chart.title}\n{chart.alt}" for chart in charts]


def test_what_every_page_says_stands_at_the_foot_of_the_others_too() -> None:
    document = documents("en")["national"]
    told = docx.Document(io.BytesIO(by_word(document))).sections[0]
    for foot in (told.footer, told.first_page_footer):
        words = " ".join(one.text for one in foot.paragraphs)
        assert "Not an official position of any State." in words
        assert document.period in words
    page = by_web(document).decode()
    foot = page[page.index("<footer") :]
    assert "Not an official position of any State." in foot
    assert document.period in foot


def test_a_copy_for_people_says_that_the_pdf_carries_the_data() -> None:
    document = documents("en")["submission"]
    for found in (of_word(by_word(document)), of_web(by_web(document))):
        assert bare("The PDF of this document carries the data") in found.flow


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_number_and_name_of_the_report_stands_in_the_workbook(language: str) -> None:
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook.national(PICTURE, PACK, language)))
    cells = [cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row]
    say = translation(language)
    said = {_as_printed(cell, say) for cell in cells}
    parts = {part for text in said for part in text.split("; ")}
    document = documents(language)["national"]
    kinds = {translation(language).gettext(kind) for kind in ("Practice", "Need or offer")}
    said |= kinds & {*book.sheet_names}
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(tables) >= 4
    for cell in (cell for block in tables for row in block.rows for cell in row if cell not in ("", "–")):
        numbers = re.findall(r"\d[\d,.]*", cell)
        known = cell in said or cell in parts or bare(cell) in {bare(one) for one in said}
        assert known or (numbers and all(one in said for one in numbers)), cell
    figures = [one for block in document.blocks if isinstance(block, Bars) for one in block.bars]
    assert figures
    assert all(bar.text in said for bar in figures)


def _as_printed(cell: object, say: object) -> str:
    """A cell as the pages print it."""
    if isinstance(cell, datetime | date):
        return say.month(cell)  # type: ignore[attr-defined, no-any-return]
    return say.number(int(cell)) if isinstance(cell, float) else str(cell)  # type: ignore[attr-defined]


def test_a_fact_that_is_missing_or_changed_in_one_drawing_would_be_found() -> None:
    document = documents("en")["submission"]
    without = replace(document, blocks=document.blocks[:-1])
    other = replace(document, blocks=(*document.blocks[:-1], Bars("Bars", (Bar("People", 3, "4"),))))
    larger = replace(document, blocks=(*document.blocks, KeyFigures((Figure("2", "people"),))))
    whole = of_word(by_word(document)).flow
    assert len({whole, *(of_web(by_web(one)).flow for one in (without, other, larger))}) == 4
