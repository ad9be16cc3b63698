"""Columns and panels: read one after the other, whole where they fit on a page, and lost on none."""

from __future__ import annotations

import io

import pikepdf
import pytest

from app.reports.document import Bullets, Columns, Document, Facts, Heading, Mark, Marks, Panel, Paragraph
from app.reports.pdf import page_count
from app.reports.plainer import plainer
from tests.reports.reading import drawn, opened, text_by_pypdf

LONG = "Every word of a very long text is kept. "
LEFT, RIGHT = (Heading(1, "Left"), Paragraph("First column.")), (Panel((Paragraph("Second column."),)),)


def document(*blocks: object, language: str = "en") -> Document:
    return Document("Title", language, "Author", blocks=blocks)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_columns_are_read_one_after_the_other_and_stand_beside_each_other(language: str) -> None:
    data = drawn(document(Columns((LEFT, RIGHT), weights=(1, 2)), Paragraph("After."), language=language))
    words = [part for part in text_by_pypdf(data).split() if part in ("First", "Second", "After.")]
    assert words == ["First", "Second", "After."]
    heights: dict[str, tuple[float, float]] = {}

    def note(text: str, _cm: object, tm: list[float], *_more: object) -> None:
        heights.update({word: (tm[4], tm[5]) for word in ("First", "Second") if word in text})

    opened(data).pages[0].extract_text(visitor_text=note)
    assert heights["First"][0] < heights["Second"][0] or language == "ar"


def test_what_is_taller_than_a_page_goes_on_in_its_own_place() -> None:
    tall = Paragraph(LONG * 200)
    for block in (Columns(((tall,), (Paragraph("Short."),))), Panel((tall,)), Columns(((Panel((tall,)),), RIGHT))):
        data = drawn(document(block))
        assert len(opened(data).pages) > 1
        assert " ".join(text_by_pypdf(data).split()).count("very long") == 200


def test_panels_beside_each_other_are_one_piece_and_empty_ones_are_nothing() -> None:
    beside = Columns(tuple((Panel((Paragraph("A panel."),), tone),) for tone in ("soft", "sunken", "plain")))
    assert page_count(document(*[beside] * 10)) == 1 < page_count(document(*[beside] * 30))
    assert drawn(document(Columns(()), Columns(((), ())), Panel(()), Marks(()), Columns(((Facts(()),),))))


def test_marks_are_a_list_whose_second_language_says_so() -> None:
    marks = Marks((Mark("7", "Vulnerability", "هشاشة", "ar"), Mark("15", "Basic services")), columns=2)
    with pikepdf.open(io.BytesIO(drawn(document(marks)))) as pdf:
        root = pdf.Root.StructTreeRoot.K
        (found,) = [one for one in (root[0] if isinstance(root, pikepdf.Array) else root).K if one.S == "/L"]
        assert [str(entry.S) for entry in found.K] == ["/LI", "/LI"]
        assert [str(part.S) for part in found.K[0].K] == ["/Lbl", "/LBody"]
        assert "ar" in [str(one.get("/Lang", "")) for one in found.K[0].K[1].K if isinstance(one, pikepdf.Dictionary)]
    assert page_count(document(Marks((Mark("1", LONG * 300),)))) > 1


def test_a_drawing_without_columns_can_say_the_same() -> None:
    marks = Marks((Mark("1", "One", "and more"), Mark("2", "Two")))
    assert plainer(Columns((LEFT, (Panel((marks,)),)))) == (*LEFT, Bullets(("1 One and more", "2 Two")))
