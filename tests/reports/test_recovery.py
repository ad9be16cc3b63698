"""Paper for a safe: words and cards as one tagged page each, which name nobody."""

from __future__ import annotations

import pytest
import segno

from app.reports import recovery as paper
from app.vault import recovery
from tests.reports.reading import drawn, opened, text_by_pypdf

SEED = bytes(range(32))


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_words_and_cards_are_one_page_each_and_every_word_can_be_read(language):
    words = recovery.words(SEED, language)
    card = recovery.cards(SEED)[1]
    for document, listed in ((paper.words(words, language), words), (paper.card(card, 2, language), card.split())):
        data = drawn(document, bundle=None)
        assert len(opened(data).pages) == 1
        copied = text_by_pypdf(data)
        assert [word for word in listed if word not in copied and word[::-1] not in copied] == []
        about = opened(data).metadata
        assert (about.author, about.subject) == ("Groundwork", "")


def test_a_code_holds_the_words_and_says_only_what_it_is():
    card = recovery.cards(SEED)[0]
    blocks = paper.card(card, 1, "en").blocks
    (made,) = (block for block in blocks if isinstance(block, paper.Code))
    assert recovery.pieces(made.text.lower()) == tuple(card.split())
    assert not set(made.alt.lower().split()) & set(card.split()[2:])
    assert segno.make_qr(made.text, error="m").mode == "alphanumeric"
