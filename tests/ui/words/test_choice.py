from __future__ import annotations

from app.ui.words.choice import Choice, matching


def test_a_choice_is_found_by_the_folding_of_every_other_search() -> None:
    offered = (Choice("a", "L’Étoile"), Choice("b", "القاهرة"), Choice("c", "Łódź", words="boat"))
    found = {
        typed: "".join(one.code for one in matching(offered, typed)) for typed in ("etoile", "القاهره", "lodz", "bo")
    }
    assert found == {"etoile": "a", "القاهره": "b", "lodz": "c", "bo": "c"}
    assert matching(offered, " ") == offered
    assert matching(offered, "nowhere") == ()
