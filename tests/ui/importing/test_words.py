"""How many rows of a table ended how, in words that agree with their number."""

from __future__ import annotations

import pytest

from app import i18n
from app.ui.importing import words


@pytest.mark.parametrize(
    ("found", "said"),
    [({"new": 1}, "1 nuevo"), ({"new": 3, "update": 2, "problem": 1}, "3 nuevos, 2 cambiados y no leídos: 1")],
)
def test_what_is_counted_agrees_with_its_number(put_on_plain, found: dict[str, int], said: str) -> None:
    i18n.activate("es")
    assert words.counts(found) == said
    i18n.activate("en")


def test_what_came_in_agrees_with_its_number(dressed) -> None:
    dressed("fr")
    assert words.counts({"new": 3, "update": 1}) == "3 ajouts et 1 modification"
    assert words.counts({"new": 1, "update": 2}) == "1 ajout et 2 modifications"
