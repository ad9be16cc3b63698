from __future__ import annotations

import pytest

from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.words.strength import Strength, strength


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_a_suggested_phrase_is_shown_and_still_typed_a_second_time(language: str, dressed, in_front) -> None:
    dressed(language)
    field = NewPassphrase("Passphrase")
    in_front(field)
    field.suggest.click()
    phrase = field.one.text()
    assert len(phrase.split()) == 7 and strength(phrase) == Strength.STRONG
    assert all(word in field.suggested.text() for word in phrase.split())
    assert "77" in field.advice.text()
    assert not field.agreed()
    field.two.set_value(phrase)
    assert field.agreed() == phrase
    field.clear()
    assert not field.suggested.text() and not field.suggested.isVisible()
