"""Boxes of facts: side by side where they are short, and always a table of headings and values."""

from __future__ import annotations

import io

import pikepdf

from app.reports.document import Document, Fact, Facts
from app.reports.pdf import page_count
from tests.reports.reading import drawn, text_by_pypdf

SHORT = tuple(Fact(f"Label {number}", f"Value {number}") for number in range(60))
LONG = Fact("Long", "Many words of one fact. " * 20)


def test_short_facts_stand_side_by_side_and_nothing_is_lost() -> None:
    listed, compact = (Document("T", "en", "A", blocks=(Facts((*SHORT, LONG), how),)) for how in (False, True))
    text = text_by_pypdf(drawn(compact))

    assert page_count(compact) < page_count(listed)
    assert [fact for fact in SHORT if fact.label not in text or fact.value not in text] == []
    assert "Many words of one fact." in text


def test_every_fact_is_a_row_of_a_heading_and_a_value() -> None:
    with pikepdf.open(io.BytesIO(drawn(Document("T", "ar", "A", blocks=(Facts((*SHORT[:5], LONG), True),))))) as file:
        [table] = [one for one in file.Root.StructTreeRoot.K.K if one.S == "/Table"]
        body = table.K if isinstance(table.K, pikepdf.Dictionary) else table.K[0]
        rows = [[str(cell.S) for cell in row.K] for row in body.K]

    assert rows == [["/TH", "/TD"]] * 6
