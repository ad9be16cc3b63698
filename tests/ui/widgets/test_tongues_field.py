"""The language of a PDF, and a second one."""

from __future__ import annotations

import pytest

from app.ui.widgets.tongues_field import TonguesField, tongue_words


@pytest.mark.parametrize("words", ["fr", "fr+ar", "zh/ru"])
def test_what_is_set_is_what_it_holds_and_says_in_the_languages_themselves(qtbot, words: str):
    field = TonguesField()
    qtbot.addWidget(field)
    field.set_value(words)
    assert field.value() == words
    assert field.beside.isHidden() == (words == "fr")
    assert ("العربية" in tongue_words(words)) == ("ar" in words)


def test_the_same_language_twice_is_one(qtbot):
    field = TonguesField()
    qtbot.addWidget(field)
    field.set_value("es+es")
    assert field.value() == "es"
