"""Law 9: what leaves is a function of what is there, whichever laptop of an organisation makes it."""

from __future__ import annotations

from pathlib import Path

from app.services.submitting import calls, submissions
from app.sync.lines import dumps_line
from app.sync.manifest import Purpose
from app.sync.reading import read
from tests.laptops import alike, laptops, later, meet
from tests.making import hear_feedback, log_activity, make_call, make_workspace
from tests.services.syncing.test_exchanging import retitled


def said(bundle: bytes) -> list[bytes]:
    """Everything but the second envelope, which differs each time (docs/formats/bundle.md)."""
    found = read(bundle, purpose=Purpose.SUBMISSION)
    return [dumps_line(found.header), *found.lines()]


def test_two_laptops_in_one_state_make_the_same_bytes_and_the_road_to_it_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "hub").mkdir()
    ministry = make_workspace(tmp_path / "hub", "Ministry", coordinator=True, seed=9)
    one, other = laptops(tmp_path)
    call = make_call(ministry, one)
    record = log_activity(one)
    hear_feedback(other)
    meet(tmp_path / "stick", one, other)
    later(other, minutes=1)
    retitled(other, record, title="Legal aid desk, every week")
    meet(tmp_path / "stick", other, one)
    assert alike(one, other) and calls.find(other, call.id) == call
    mine, theirs = (submissions.make(laptop, call, accept_findings=True) for laptop in (one, other))
    assert mine.submission.entries and said(mine.bundle) == said(theirs.bundle)
    assert mine.submission == theirs.submission
    ministry.close()
