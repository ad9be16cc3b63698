from __future__ import annotations

from app.ui.objectives.choosing import Choosing


def test_choosing_and_taking_back_leaves_nothing_to_save():
    begun = Choosing.of([(4, 0)])
    assert begun.toggled(7).changed
    assert not begun.toggled(7).toggled(7).changed


def test_main_ones_are_numbered_in_the_order_of_marking_and_a_fourth_is_refused():
    marked = Choosing.of([(1, 0), (2, 0), (3, 0), (4, 0)])
    for number in (3, 1, 4, 2):
        marked = marked.marked(number)
    assert marked.main == (3, 1, 4)
    assert marked.priorities == {1: 2, 2: 0, 3: 1, 4: 3}


def test_a_main_one_that_goes_lets_the_others_move_up():
    marked = Choosing.of([(1, 1), (2, 2), (3, 3)])
    assert marked.toggled(1).main == (2, 3)
    assert marked.toggled(1).priorities == {2: 1, 3: 2}
    assert marked.marked(2).priorities == {1: 1, 2: 0, 3: 2}


def test_only_a_chosen_one_becomes_a_main_one():
    assert Choosing.of([(1, 0)]).marked(9) == Choosing.of([(1, 0)])


def test_a_reload_keeps_ticks_that_are_not_saved():
    begun = Choosing.of([(4, 0)])
    assert begun.toggled(7).reloaded([(4, 0), (9, 0)]).priorities == {4: 0, 7: 0}
    assert begun.reloaded([(4, 0), (9, 0)]).priorities == {4: 0, 9: 0}
