"""Gap watch: what is spoken of and nobody acted on; what is acted on, and mere silence, are no gaps."""

from __future__ import annotations

from app.domain.picture.gaps import behind, gaps, unspoken
from app.domain.shared import SharedProposal
from tests.pictures import CITY, NETWORK, activity, of, rich


def test_an_objective_without_activity_that_somebody_speaks_of_is_a_gap_with_what_was_said() -> None:
    found = {one.view.objective: [told.entry.id for told in behind(rich(), one.view.objective)] for one in gaps(rich())}
    assert found == {2: ["truck"]}
    proposal = SharedProposal("p", "Open the office longer", (9,))
    shown = of((NETWORK, (proposal, activity("a", 4))), (CITY, (SharedProposal("q", "Fewer papers", (4,)),)))
    assert [(one.view.objective, one.asked) for one in gaps(shown)] == [(9, 1)], "of 4 somebody did something"
    assert 3 not in found, "silence alone is told elsewhere"
    assert not {4, 9} & set(unspoken(shown)), "a proposal is no silence"
    assert len(unspoken(shown)) == 21
