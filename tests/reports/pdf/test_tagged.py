"""The structure tree: the parts of a document in reading order, for people who hear it."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest

from app.reports.document import Bars, Document, Heading, Paragraph, Table
from tests.reports.reading import drawn, opened
from tests.reports.sample_words import WORDS
from tests.reports.samples import sample

_OPEN: list[pikepdf.Pdf] = []


@pytest.fixture(autouse=True)
def _closing() -> Iterator[None]:
    yield
    while _OPEN:
        _OPEN.pop().close()


def test_the_parts_stand_in_reading_order() -> None:
    tags = [str(element.S) for element in _top(drawn(sample("en")))]

    assert (
        tags
        == (
            "/P /H1 /P /Table /H2 /P /P /P /P /P /P /P /P /P /Figure /Figure /Figure /P /Figure /Div /H2 /TOC /H2 "
            "/H3 /P /L /H4 /BlockQuote /BlockQuote /P /Table /Div /H2 /Table /P /Div /P"
        ).split()
    )


def test_every_row_and_cell_of_a_table_is_there_once_though_its_heading_is_repeated() -> None:
    [_, table, _] = [one for one in _top(drawn(sample("en"))) if one.S == "/Table"]
    expected = next(one for one in sample("en").blocks if isinstance(one, Table))

    tags = [str(element.S) for element in _all(table)]

    assert tags.count("/TR") == len(expected.rows) + 1
    assert tags.count("/TD") == len(expected.rows) * 2
    assert tags.count("/TH") == len(expected.rows) + 3


def test_a_chart_has_its_words_and_its_place() -> None:
    [figure, *_] = [one for one in _top(drawn(sample("fr"))) if one.S == "/Figure"]
    chart = next(one for one in sample("fr").blocks if isinstance(one, Bars))

    assert all(f"{bar.label}: {bar.text}" in str(figure.Alt) for bar in chart.bars)
    assert len(figure.A.BBox) == 4


def test_a_silent_cell_is_read_in_words() -> None:
    table = [one for one in _top(drawn(sample("es"))) if one.S == "/Table"][-1]

    said = {str(one.ActualText) for one in _all(table) if "/ActualText" in one}

    assert said == set(WORDS["es"]["key"][1:])


def test_a_text_in_another_language_says_so() -> None:
    quotes = [one for one in _top(drawn(sample("ru"))) if one.S == "/BlockQuote"]

    assert [str(one.K[0].get("/Lang", "")) for one in quotes] == ["", "ar"]

    both = Document("Affiche", "fr", "Maison", subtitle="ملصق", subtitle_language="ar", kicker="Maison")
    assert [str(one.get("/Lang", "")) for one in _top(drawn(both))] == ["", "", "ar"], "kicker, title, subtitle"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_piece_on_a_page_belongs_to_an_element(language: str) -> None:
    data = drawn(sample(language))
    held = {int(key): row for key, row in _parents(data)}

    for page in opened(data).pages:
        pieces = page.get_contents().get_data().count(b"/MCID ")
        assert len(held[page["/StructParents"]]) == pieces


def test_heading_levels_have_no_gaps_for_a_heading_that_skips_one() -> None:
    document = Document("T", "en", "A", blocks=(Heading(1, "One", "one"), Heading(2, "Two", "two"), Paragraph("x")))

    tags = [str(one.S) for one in _top(drawn(document))]

    assert tags == ["/H1", "/H2", "/H3", "/P"]


def _top(data: bytes) -> list[pikepdf.Object]:
    return list(_tree(data).K.K)


def _tree(data: bytes) -> pikepdf.Object:
    """The root of the structure; the file is closed after the test, as what was read from it dies with it."""
    file = pikepdf.open(io.BytesIO(data))
    _OPEN.append(file)
    return file.Root.StructTreeRoot


def _all(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _all(kid)


def _parents(data: bytes) -> Iterator[tuple[int, pikepdf.Object]]:
    for leaf in _tree(data).ParentTree.Kids:
        numbers = list(leaf.Nums)
        yield from zip(numbers[::2], numbers[1::2], strict=True)
