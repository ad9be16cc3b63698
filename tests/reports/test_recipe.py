"""The recipe that a document carries: which edition draws it, and nothing that differs from machine to machine."""

from __future__ import annotations

import io

import pikepdf
import pytest

from app import paths
from app.i18n import activate
from app.reports.recipe import Recipe, edition, edition_with
from tests.reports.reading import drawn
from tests.reports.samples import sample


def test_an_edition_is_the_same_until_a_catalogue_changes() -> None:
    before = edition(("fr",)), edition(("en",))
    own = paths.config() / "translations" / "fr" / "LC_MESSAGES" / "groundwork.po"
    own.parent.mkdir(parents=True)
    own.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', encoding="utf-8")
    edition_with.cache_clear()
    after = edition(("fr",)), edition(("en",))
    own.unlink()
    edition_with.cache_clear()

    assert before[0] != before[1] != after[0]
    assert after[0] != before[0], "other words, other pages"
    assert after[1] == before[1]
    assert (edition(("fr",)), edition(("en",))) == before


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_a_document_with_data_says_how_it_was_drawn_whatever_the_language_of_the_window(page: str) -> None:
    document = sample("ar", page=page)
    plain = drawn(document)
    activate("fr")
    try:
        assert drawn(document) == plain
    finally:
        activate("en")

    with pikepdf.open(io.BytesIO(plain)) as file:
        told = file.Root.PieceInfo.Groundwork.Private
        found = tuple(map(str, told.Languages)), str(told.Page), bool(told.Beside), str(told.Edition)
    assert Recipe(*found) == Recipe.of(document)
    with pikepdf.open(io.BytesIO(drawn(document, bundle=None))) as file:
        assert "/PieceInfo" not in file.Root, "there is nothing to compare it with"
