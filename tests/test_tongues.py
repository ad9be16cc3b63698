"""Names of languages: what people call them, and which of them the program speaks."""

from __future__ import annotations

from app.tongues import code_called, own_code_called


def test_a_language_is_known_by_any_of_its_names_and_ours_are_told_from_the_others() -> None:
    assert [code_called(one) for one in ("Swahili", "swahili ", "sw", "Arabe", "العربية", "no such")] == [
        *("sw", "sw", "sw", "ar", "ar"),
        "",
    ]
    assert [own_code_called(one) for one in ("Swahili", "Arabe", "zh_Hans", "no such", "")] == ["", "ar", "zh", "", ""]
