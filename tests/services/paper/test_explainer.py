"""The explainer is one page in every language, on both papers, and holds the 23 objectives and nobody's data."""

from __future__ import annotations

import pytest

from app.compact import load
from app.i18n import SIX
from app.services.paper import explainer
from tests.reports.reading import found_by_pdfium, opened, text_by_pypdf


def _has(words: str, data: bytes) -> bool:
    """Whether a reader finds these words, wherever a line ends in them."""
    return "".join(words.split()) in "".join(text_by_pypdf(data).split()) or found_by_pdfium(data, words) > 0


@pytest.mark.parametrize("language", [*SIX, "qps"])
def test_it_is_one_page_with_every_objective_in_the_words_of_the_language(language: str) -> None:
    pack = load()
    for page in ("A4", "Letter"):
        pages = explainer.draw(pack, language, page=page)
        assert len(opened(pages.data).pages) == 1
    text = " ".join(text_by_pypdf(pages.data).split())
    assert [one.number for one in pack.objectives if str(one.number) not in text] == []
    assert pack.instrument.symbol in text
    if language in SIX:
        titled = pack.instrument.title(language)
        said = [*(one.name(language) for one in pack.objectives), titled.text]
        assert titled.official and [words for words in said if not _has(words, pages.data)] == []
    if language == "en":
        assert "binds nobody by law" in text and "Not about refugees" in text
    assert language == "qps" or pages.warnings == ()
    assert language != "en" or pages == explainer.draw(pack, language, page="Letter"), "same words, same bytes"
