"""Two people for what leaves, where the workspace asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.keeping import team
from app.services.opening import workspace
from app.services.opening.people import NotAllowedError
from app.services.opening.workspace import Workspace
from app.services.submitting import approving, calls, reviewing, submissions
from app.services.submitting.approving import SecondPersonNeededError
from app.vault.cost import Cost
from tests.making import PASSPHRASE, PERIOD, log_activity

OTHER = "four lemons in a boat"


def test_a_submission_waits_for_somebody_else_who_may_approve_exactly_it(own: Workspace, tmp_path: Path) -> None:
    log_activity(own)
    call = calls.own(own, PERIOD)
    assert submissions.make(own, call).fresh
    approving.ask_second(own, needed=True)
    team.add(own, "Amina", "editor", passphrase=OTHER, cost=Cost.floor())
    log_activity(own, title="Language class")
    entries = reviewing.review(own, call).entries
    approving.approve(own, call, entries)
    with pytest.raises(SecondPersonNeededError):
        submissions.make(own, call)
    own.close()

    amina = workspace.open_existing(own.path, OTHER)
    with pytest.raises(NotAllowedError):
        approving.approve(amina, call, entries)
    with pytest.raises(NotAllowedError):
        approving.ask_second(amina, needed=False)
    assert approving.approved_by(amina, call, reversed(entries)) == (amina.team.founder,)
    log_activity(amina, title="Something that nobody approved")
    with pytest.raises(SecondPersonNeededError):
        submissions.make(amina, call)
    amina.close()

    founder = workspace.open_existing(own.path, PASSPHRASE)
    approving.approve(founder, call, reviewing.review(founder, call).entries)
    founder.close()
    amina = workspace.open_existing(own.path, OTHER)
    assert len(submissions.make(amina, call).submission.entries) == 3
    amina.close()
