"""One document in two languages: one after the other, or side by side."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from app.reports.document import (
    Bilingual,
    Column,
    Contents,
    Document,
    Facts,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Table,
)
from app.reports.pdf.beside import Pair, pairs
from tests.reports.reading import drawn, opened, text_by_pdfium, text_by_pypdf
from tests.reports.sample_words import WORDS
from tests.reports.samples import sample


def test_the_second_language_begins_on_a_page_of_its_own_with_its_own_title_contents_and_direction() -> None:
    two = Bilingual(sample("fr"), sample("ar"))
    alone = len(opened(drawn(two.first)).pages)

    data = drawn(two)

    reader = opened(data)
    text = text_by_pdfium(data)
    assert WORDS["fr"]["title"] in " ".join(reader.pages[0].extract_text().split())
    assert WORDS["ar"]["contents"] in text and WORDS["fr"]["contents"] in text
    assert f"{alone + 1} " in reader.pages[alone].extract_text(), "pages are counted through"
    with pikepdf.open(io.BytesIO(data)) as file:
        parts = list(file.Root.StructTreeRoot.K.K)
        assert [(str(one.S), str(one.Lang)) for one in parts] == [("/Part", "fr"), ("/Part", "ar")]
        assert [str(one.K[1].S) for one in parts] == ["/H1", "/H1"]
        assert str(file.Root.Lang) == "fr"
        first_of_second = parts[1].K[0].Pg
        assert file.pages[alone].objgen == first_of_second.objgen
    assert len({entry["/Title"] for entry in _outline(reader)}) == len(_outline(reader)) == 10


@pytest.mark.parametrize(("first", "second"), [("fr", "ar"), ("ar", "zh"), ("en", "ru")])
def test_side_by_side_each_keeps_its_direction_and_the_contents_stand_once(first: str, second: str) -> None:
    data = drawn(Bilingual(sample(first), sample(second), beside=True))

    with pikepdf.open(io.BytesIO(data)) as file:
        parts = list(file.Root.StructTreeRoot.K.K)
        assert [str(one.Lang) for one in parts] == [first, second]
        tags = [[str(kid.S) for kid in part.K] for part in parts]
    assert [part[-1] for part in tags] == ["/P", "/P"], "each says in its own language what stands at the foot"
    assert tags[0].count("/TOC") == 1 and "/TOC" not in tags[1]
    assert [tag for tag in tags[0] if tag[:2] != "/H" and tag != "/TOC"] == [tag for tag in tags[1] if tag[:2] != "/H"]
    text = "".join(text_by_pypdf(data).split())
    for language in (first, second):
        assert [word for word in WORDS[language]["title"].split() if word not in text] == []
    assert len(_outline(opened(data))) == 5


def test_equal_kinds_stand_beside_each_other_and_what_one_lacks_alone() -> None:
    first = Document("T", "en", "A", blocks=(Contents("C"), Heading(1, "a"), Paragraph("b"), Notice("info", "c", "d")))
    second = replace(first, blocks=(Contents("C"), Heading(1, "e"), Notice("info", "f", "g"), Facts(())))

    found = list(pairs(Bilingual(first, second, beside=True)))

    assert found == [
        Pair((first.blocks[0],)),
        Pair((first.blocks[1],), (second.blocks[1],)),
        Pair((first.blocks[2],)),
        Pair((first.blocks[3],), (second.blocks[2],)),
        Pair(second=(second.blocks[3],)),
    ]


def test_long_columns_go_on_on_the_next_page_and_nothing_is_lost() -> None:
    words = [f"w{number}" for number in range(2500)]
    table = Table((Column("A"),) * 4, tuple((f"row{number}", "x", "y", "z") for number in range(80)))
    first = Document("T", "en", "A", blocks=(Heading(1, "x"), Paragraph(" ".join(words)), PageBreak(), table))
    second = replace(first, language="ar", blocks=(Heading(1, "y"), Paragraph("\u0639" * 30), PageBreak(), table))

    pages = [page.extract_text() for page in opened(drawn(Bilingual(first, second, beside=True))).pages]

    said = " ".join(pages).split()
    assert [word for word in words if word not in said] == []
    assert " ".join(pages).count("row79") == 2


def _outline(reader: object) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    waiting = list(reader.outline)  # type: ignore[attr-defined]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting = one + waiting
        else:
            found.append(one)
    return found
