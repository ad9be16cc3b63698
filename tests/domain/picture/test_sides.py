"""Sides: public bodies beside everybody else, neither speaking for the other."""

from __future__ import annotations

from app.compact import load
from app.domain.coverage import Cell, State
from app.domain.picture.sides import behind, is_public, sides
from app.domain.picture.words import public_bodies, side
from app.domain.wording import Wording
from tests.pictures import CITY, NETWORK, rich


def test_each_side_tells_for_itself_and_silence_of_one_is_not_zero() -> None:
    found = {one.objective: one for one in sides(rich())}
    assert sorted(found) == [4, 15, 16]
    assert (is_public(CITY), is_public(NETWORK)) == (True, False)
    assert (found[15].public.known, found[15].public.organisations) == (Cell(State.NOTHING_DONE, 0), 1)
    assert (found[15].others.known, found[15].others.organisations) == (Cell(State.DONE, 2), 2)
    assert found[16].others.known.state is State.NOT_REPORTED
    assert (found[4].public.views, found[4].others.views) == ((("not_started", 1),), (("in_progress", 1),))
    assert {told.entry.id for told in behind(rich(), 4)} == {"desk", "a", "b"}
    wording = Wording.of("en", load())
    assert side(found[4].others, wording) == "1 activity from 1 organisation. Own views: Under way (1)"
    assert side(found[16].others, wording) == "Not reported"
    assert "National government body" in public_bodies(wording)
