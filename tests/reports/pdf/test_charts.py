"""Charts on paper: tagged figures that say in words what they show, with numbers that can be copied out."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pikepdf

from app.reports.document import Block, Document, Moment, Stacked, StackedBar, Timeline
from tests.reports.reading import drawn, opened, text_by_pypdf

GROUPS = Stacked(
    "People reached",
    ("women", "men", "girls"),
    (StackedBar("Desk", (621, 415, None), "1,036"), StackedBar("Course", (None, None, None), "withheld for safety")),
)
MONTHS = ((date(2026, 7, 1), "July"), (date(2026, 8, 1), "August"), (date(2026, 9, 1), "September"))
WHEN = Timeline(
    "What happened when",
    date(2026, 7, 1),
    date(2026, 9, 30),
    MONTHS,
    (
        Moment("Legal desk", date(2026, 7, 1), date(2026, 8, 31), "July to August 2026"),
        Moment("Round table", date(2026, 9, 12), None, "12 September 2026"),
    ),
)


def document(*blocks: Block, language: str = "en") -> Document:
    return Document("Title", language, "Author", blocks=blocks)


def figures(data: bytes) -> list[tuple[str, bool]]:
    """Of every figure what is read aloud, and whether it says where on its page it is."""
    with pikepdf.open(io.BytesIO(data)) as file:
        elements = [element for element in file.Root.StructTreeRoot.K.K if isinstance(element, pikepdf.Dictionary)]
        return [(str(one.Alt), "/BBox" in one.get("/A", {})) for one in elements if one.S == "/Figure"]


def test_stacked_bars_and_timelines_are_figures_that_say_what_they_show() -> None:
    data = drawn(document(GROUPS, WHEN))
    text = text_by_pypdf(data)

    assert figures(data) == [(f"{one.title}\n{one.alt}", True) for one in (GROUPS, WHEN)]
    assert "Legal desk: July to August 2026" in WHEN.alt
    missing = [
        words
        for words in ("women", "girls", "621", "415", "1,036", "withheld for safety", "August", "Round table")
        if words not in text
    ]
    assert missing == []


def test_a_chart_of_nothing_is_no_figure() -> None:
    empty = (Stacked("Nobody", ("women",), ()), Timeline("Never", date(2026, 1, 1), date(2026, 2, 1), (), ()))

    assert figures(drawn(document(*empty))) == []


def test_a_chart_longer_than_a_page_loses_no_row() -> None:
    bars = tuple(StackedBar(f"row-{number:03}", (number, 2), f"{number + 2}") for number in range(1, 120))
    data = drawn(document(Stacked("Long", ("a", "b"), bars), language="ar"))

    text = text_by_pypdf(data)

    assert [bar.label for bar in bars if bar.label not in text] == []
    assert len(figures(data)) == 1


def test_a_timeline_that_goes_on_on_another_page_has_its_scale_there_too() -> None:
    many = tuple(Moment(f"row-{number:03}", date(2026, 7, 1), None, "one day") for number in range(60))
    pages = [page.extract_text() for page in opened(drawn(document(replace(WHEN, moments=many)))).pages]

    assert len(pages) > 1
    assert all("September" in page for page in pages)
    assert [one.label for one in many if sum(one.label in page for page in pages) != 1] == []
