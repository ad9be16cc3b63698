from __future__ import annotations

from app.ui.widgets.lists.fitting import Fit, Gathered, Room, fit

FOUR, THREE = Gathered("four", 4), Gathered("three", 3)


def test_rows_become_lower_before_a_group_folds_and_groups_fold_before_anything_scrolls() -> None:
    def shared(height: int, must: str = "") -> Fit:
        return fit(Room(height, 10, 20), 3, [FOUR, THREE], [], must)

    both, one = frozenset({"four", "three"}), frozenset({"four"})
    assert shared(500) == Fit(20, both)
    assert shared(160) == Fit(14, both), "two headings of ten, ten rows of fourteen"
    assert shared(119) == Fit(14, one)
    assert shared(89) == Fit(11, frozenset({"three"})), "what has room unfolds, though another was wished for more"
    assert shared(50) == Fit(10, frozenset())
    assert shared(49) == Fit(10, frozenset(), scrolls=True)
    assert shared(60, "three") == Fit(10, frozenset({"three"}), scrolls=True), "the page in force is in sight"
    assert shared(119, "three") == Fit(16, frozenset({"three"}))
    assert fit(Room(500, 10, 20), 3, [THREE], [FOUR], "") == Fit(20, frozenset({"three"})), "folded by hand stays so"
