from __future__ import annotations

import pytest

from app.ui.words.strength import Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "judged"),
    [
        ("", Strength.TOO_SHORT),
        ("tiger12", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("password", Strength.WEAK),
        ("tiger olive lamp window", Strength.GOOD),
        ("tiger olive lamp window river", Strength.STRONG),
        ("نمر زيتون نافذة مصباح نهر", Strength.STRONG),
        ("X7#pQ2!vLm9@rT4$wZ", Strength.STRONG),
    ],
)
def test_words_and_length_count_more_than_signs(passphrase: str, judged: Strength) -> None:
    assert strength(passphrase) == judged
