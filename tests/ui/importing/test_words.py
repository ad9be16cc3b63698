from __future__ import annotations

from app.ui.importing import words


def test_what_came_in_agrees_with_its_number(dressed) -> None:
    dressed("fr")
    assert words.counts({"new": 3, "update": 1}) == "3 ajouts et 1 modification"
    assert words.counts({"new": 1, "update": 2}) == "1 ajout et 2 modifications"
