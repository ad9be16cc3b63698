"""Headings: marks that are read with their words, a cover, and no heading that is left alone at the foot of a page."""

from __future__ import annotations

from app.reports.document import Contents, Document, Fact, Facts, Heading, PageBreak, Paragraph
from tests.reports.reading import drawn, opened


def test_a_mark_is_read_with_its_heading_and_stands_in_the_contents_and_the_outline() -> None:
    blocks = (Contents("Contents"), PageBreak(), Heading(1, "15 Basic services", "objective-15", "15"), Paragraph("x"))
    reader = opened(drawn(Document("T", "en", "A", blocks=blocks)))
    first, second = (page.extract_text() for page in reader.pages)

    assert [entry["/Title"] for entry in reader.outline] == ["15 Basic services"]
    assert " ".join(second.split()).startswith("15 Basic services")
    assert "15" in first
    assert "Basic services" in first


def test_a_mark_that_the_words_do_not_begin_with_is_left_out() -> None:
    reader = opened(drawn(Document("T", "en", "A", blocks=(Heading(1, "Basic services", "x", "15"), Paragraph("y")))))

    assert "15" not in reader.pages[0].extract_text()


def test_no_heading_is_alone_at_the_foot_of_a_page() -> None:
    ending = (
        Heading(1, "7 Vulnerability", "seven", "7"),
        Paragraph("Address and reduce vulnerabilities", "small"),
        Heading(2, "What we did"),
        Facts((Fact("When", "August 2026"), Fact("Where", "Oujda")), compact=True),
    )
    for before in range(30, 52, 2):
        filler = tuple(Paragraph(f"Line {number}", "small") for number in range(before))
        pages = opened(drawn(Document("T", "en", "A", blocks=(*filler, *ending)))).pages
        [page] = [page.extract_text() for page in pages if "Vulnerability" in page.extract_text()]
        assert "August 2026" in page, f"after {before} lines"


def test_a_cover_holds_what_stands_before_the_first_break() -> None:
    blocks = (Facts((Fact("Made for", "everybody"),)), PageBreak(), Heading(1, "At a glance", "glance"))
    whole = Document("A submission", "fr", "A", period="July 2026", blocks=blocks, cover=True)
    first, second = (page.extract_text() for page in opened(drawn(whole)).pages)

    assert "A submission" in first
    assert "everybody" in first
    assert "At a glance" in second
    assert all("July 2026, français" in text for text in (first, second)), "every page says period and language"
