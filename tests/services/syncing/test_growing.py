"""Many small files become one, late; nobody loses anything by it, and what was erased is in no file any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.records import erasing, recording
from app.services.syncing import spaces
from app.storage import segments as kept
from app.storage.segments import State
from app.sync.space import compacting, segment
from tests.laptops import alike, joined, laptops, later, meet, sync, view
from tests.making import log_activity
from tests.services.syncing.test_exchanging import retitled
from tests.services.syncing.test_pulling import segments


def read(workspace, folder: Path) -> str:
    """All that any file in a place says, for whoever has the key."""
    with workspace.reading() as session:
        space = spaces.loaded(session)
    found = []
    for path in folder.rglob("w/**/*.gwb"):
        keys = space.opener(segment.outside(path.read_bytes())[0].recipients)
        found.append(repr(segment.open_(path.read_bytes(), keys).segment))
    return "\n".join(found)


def test_many_small_files_become_one_and_every_reader_still_has_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compacting, "MOST_SMALL", 5)
    one, other, third = laptops(tmp_path, 3)
    folder = tmp_path / "stick"
    record = log_activity(one, title="First")
    for number in range(7):
        sync(one, folder)
        later(one, minutes=1)
        retitled(one, record, title=f"Course {number}")
        if number == 2:
            sync(other, folder)
    sync(one, folder)
    (several,) = folder.rglob("w/*/c/*.gwb")
    assert len(segments(folder)) == 9, "others may still be reading them"
    for laptop in (other, third):
        learned = sync(laptop, folder)
        assert learned.standing.waiting == ()
    meet(folder, one, other, third)
    assert alike(one, other, third)

    for laptop in (one, other, third):
        later(laptop, days=31)
    for laptop in (other, third, one):
        sync(laptop, folder)
    left = segments(folder)
    assert several in left and len(left) < 9
    for laptop in (other, third, one):
        assert sync(laptop, folder).sent.segments == 0, "nobody puts back what was replaced"
    assert segments(folder) == left
    fresh = joined(tmp_path, one, 4)
    meet(folder, fresh, one, other, third)
    assert alike(one, other, third, fresh)
    assert sync(fresh, folder).standing.waiting == ()


def test_law_11_a_laptop_that_was_away_for_a_year_sees_what_all_others_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compacting, "MOST_SMALL", 3)
    one, away = laptops(tmp_path)
    folder = tmp_path / "stick"
    record = log_activity(one, title="First")
    meet(folder, one, away)
    retitled(away, record, title="Written far away")
    for number in range(6):
        later(one, days=60)
        retitled(one, record, title=f"Course {number}")
        sync(one, folder)
    assert list(folder.rglob("w/*/c/*.gwb"))
    assert len(segments(folder)) < 7, "what one file stands for was cleared away long ago"
    later(away, days=370)
    learned = sync(away, folder)
    assert (learned.standing.waiting, learned.standing.quarantined) == ((), ())
    meet(folder, one, away)
    assert alike(one, away)
    leaves = view(one)[record].leaves["title"]
    assert {leaf.value for leaf in leaves} == {"Written far away", "Course 5"}


def test_what_was_erased_is_in_no_file_any_more_and_on_no_laptop(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    record = log_activity(one, title="Somebody who must not be named")
    keep = log_activity(one, title="Evening course")
    sync(one, folder)
    meet(folder, one, other)
    assert "must not be named" in read(one, folder)
    later(other, hours=1)
    recording.trash(other, record)
    erasing.erase(other, record, reason=erasing.Reason.ASKED)
    sync(other, folder)
    sync(one, folder)
    sync(one, folder)
    assert "must not be named" not in read(one, folder)
    meet(folder, one, other)
    assert alike(one, other) and keep in view(other)
    with other.reading() as session:
        assert all(not kept.bytes_of(session, gone.digest) for gone in kept.every(session, State.REPLACED)), (
            "the other laptop keeps no copy either"
        )
    third = joined(tmp_path, one, 4)
    meet(folder, third, one, other)
    assert alike(one, other, third)
    assert sync(third, folder).standing.waiting == ()
