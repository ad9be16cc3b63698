"""What is odd in a document must not make its file invalid: gaps, ragged rows, unknown codes, forbidden characters."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from app.files import FileExistsRefusedError
from app.reports.document import Block, Column, Contents, Document, Heading, Paragraph, Table
from app.reports.pdf import draw
from app.reports.pdf.tokens import cut
from tests.reports.reading import BUNDLE, WHEN, drawn, opened


def _tags(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        return [str(element.S) for element in _elements(file.Root.StructTreeRoot.K)]


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid)


def _document(*blocks: Block, title: str = "T", language: str = "en") -> Document:
    return Document(title, language, "A", blocks=blocks)


def test_a_heading_that_skips_a_level_is_told_without_the_gap() -> None:
    levels = (3, 1, 3, 2, 3)

    tags = _tags(drawn(_document(*(Heading(level, "x") for level in levels), Contents("C"))))

    assert [tag for tag in tags if tag.startswith("/H")] == ["/H1", "/H2", "/H2", "/H3", "/H3", "/H4", "/H2"]


def test_headings_begin_at_the_first_level_where_there_is_no_title() -> None:
    assert "/H1" in _tags(drawn(_document(Heading(2, "x"), title="")))


def test_a_row_with_too_few_or_too_many_cells_gets_one_for_every_heading() -> None:
    columns = (Column("A"), Column("B"), Column("C", "number"))

    tags = _tags(drawn(_document(Table(columns, (("a",), ("a", "b", "c", "d"), ())))))

    assert tags.count("/TR") == 4
    assert tags.count("/TH") + tags.count("/TD") == 4 * 3


@pytest.mark.parametrize(("code", "tag"), [("pt_BR", "pt-BR"), ("en", "en")])
def test_the_language_of_a_file_is_a_tag_that_readers_know(code: str, tag: str) -> None:
    document = _document(Paragraph("x", language="not a code (either)"), language=code)

    assert opened(drawn(document)).trailer["/Root"]["/Lang"] == tag


def test_a_file_is_written_to_a_path_once_and_never_over_another(tmp_path: Path) -> None:
    document, path = _document(Paragraph("x")), tmp_path / "a.pdf"

    draw(document, path, bundle=BUNDLE, when=WHEN)

    assert path.read_bytes() == drawn(document)
    with pytest.raises(FileExistsRefusedError):
        draw(document, path, bundle=BUNDLE, when=WHEN)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(\u00ab preuve de s\u00e9jour \u00bb), non", ["(\u00ab preuve", "de", "s\u00e9jour \u00bb),", "non"]),
        ("une semaine ; les autres", ["une", "semaine ;", "les", "autres"]),
        ("86,5 % ont", ["86,5 %", "ont"]),
        (" ; a", ["", ";", "a"]),
    ],
)
def test_a_mark_between_plain_spaces_stays_with_its_word(text: str, words: list[str]) -> None:
    tokens = cut(text)

    assert [text[token.start : token.end] for token in tokens] == words
    assert [token.after for token in tokens][:-1] == [token.start for token in tokens][1:]


@pytest.mark.parametrize("forbidden", ["\ufffe", "\uffff", "\ufdd0"])
def test_a_code_that_is_no_character_is_replaced_and_warned_of(forbidden: str) -> None:
    to = io.BytesIO()

    [warning] = draw(_document(Paragraph(f"a {forbidden} b")), to, when=WHEN)

    assert "U+FFFD" in str(warning)
    assert forbidden not in opened(to.getvalue()).pages[0].extract_text()
