from __future__ import annotations

from app.compact import load
from app.domain.picture.editions import Edition
from app.domain.shared import Audience, Contributor, Disclosure, PublicOrganisation, SharedFeedback, Submission
from app.domain.terms import Period, When
from app.services.picturing import national
from app.ui.picture import told_lists

PERIOD = Period.parse("2026-07..2026-09")


def test_the_months_of_the_same_words_stand_in_their_order(dressed) -> None:
    who = PublicOrganisation("one", "Tangier Network", ("ST-CSO",), "MA")
    heard = tuple(
        SharedFeedback(f"v{month}", "question", (4,), month=When(2026, month), own_words="How long?", consent="C3")
        for month in (9, 7, 8)
    )
    sent = Submission(who, "c", PERIOD, 1, Disclosure(Audience.COORDINATOR, 5), "1", entries=heard)
    counted = [Contributor(who, "s", 1, "accepted", 1)]
    picture = national.merged([sent], counted, period=PERIOD, audience=Audience.COORDINATOR, pack=load())
    [voices] = [one for one in told_lists.every(Edition.of(picture), load()) if one.title == "What people told"]
    [line] = voices.lines
    assert line.cells[3] == "July 2026, August 2026 and September 2026"
