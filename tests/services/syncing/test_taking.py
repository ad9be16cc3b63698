"""What waits and what is put aside, with the reason; looked at again as soon as more is known."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.fold import Operation
from app.errors import GroundworkError
from app.services.opening.judging import judge
from app.services.records import erasing, recording
from app.services.records.recording import Query
from app.services.syncing import devices, exchanging, spaces, taking
from app.services.syncing.spaces import Signing
from app.storage import operations, values
from app.storage import segments as kept
from app.sync.space import compacting, segment
from app.sync.space.entry import Kind, Said
from app.sync.space.membership import Cut
from app.sync.space.segment import CarriedRow, Place, Segment
from app.vault.identity import OrganisationKeys
from tests.laptops import alike, laptops, later, meet, sync, view
from tests.making import NOW, log_activity
from tests.services.syncing.laptops import carry, space_of
from tests.services.syncing.test_exchanging import retitled
from tests.services.syncing.test_pulling import segments


def forged(workspace, **changes):
    """A segment in the name of this laptop, as somebody with other keys, or this one, would make it."""
    with workspace.reading() as session:
        space = spaces.loaded(session)
        writer = str(values.get(session, "writer"))
    keys = changes.pop("keys", space.device)
    place = Place(
        **{
            "space": space.id,
            "writer": writer,
            "seq": 900,
            "previous": "",
            "sealed_at": "2026-10-30T09:42:00Z",
            **changes,
        }
    )
    said = Segment((Operation("ab" * 16, "activity", "0199" + "0" * 12 + writer, {"title": "Forged"}),))
    return segment.seal(said, place, keys, space.current)


def put(folder: Path, data: bytes) -> None:
    home = next(folder.rglob("w"))
    (home / f"00000900-{hashlib.sha256(data).hexdigest()}.gwb").write_bytes(data)


def test_forged_foreign_and_damaged_segments_are_put_aside_and_change_nothing(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    log_activity(one)
    meet(folder, one, other)
    good = forged(one)
    put(folder, good[:-200] + bytes(200))
    put(folder, forged(one, space="another"))
    put(folder, forged(one, keys=OrganisationKeys.generate()))
    before = view(other)
    found = sync(other, folder).standing
    assert sorted(one.reason for one in found.quarantined) == ["damaged", "foreign"]
    assert [one.reason for one in found.waiting] == ["unknown"]
    assert all(one.words.endswith(".") for one in (*found.quarantined, *found.waiting))
    assert view(other) == before
    assert sync(other, folder).received == 0, "what was put aside is not fetched again"


def test_segments_written_at_once_are_each_whole_or_not_at_all_and_one_that_fails_takes_none_with_it(
    tmp_path: Path,
) -> None:
    (one,) = laptops(tmp_path, 1)
    space, now = space_of(one), one.now_ms()
    with one.reading() as session:
        writer = str(values.get(session, "writer"))

    def sealed(seq: int, **said) -> taking.Checked:
        made = [
            Operation(f"{seq}{turn}" * 16, "activity", f"0199{seq:012x}{writer}", {"title": f"aid {seq}"})
            for turn in range(2)
        ]
        place = Place(space.id, writer, seq, "", "2026-10-30T09:42:00Z")
        data = segment.seal(Segment(tuple(made), **said), place, space.device, space.current)
        return taking.check(space, data, now)

    row_without_columns = CarriedRow("batch", ("x",), {"id": "x"})
    found = [sealed(1), sealed(2), sealed(3, rows=(row_without_columns,)), sealed(4)]
    with pytest.raises(GroundworkError):
        taking.take_all(one, space, found)
    assert [line.record.title for line in recording.lines(one, Query("activity"))] == [
        "aid 2",
        "aid 2",
        "aid 1",
        "aid 1",
    ]
    assert len(recording.lines(one, Query("activity", words="aid", complete=False))) == 4, "judged and indexed with it"
    with one.reading() as session:
        assert [held.seq for held in kept.every(session) if held.writer == writer] == [1, 2]
    again = taking.take_all(one, space, [found[0], found[3], found[1]])
    assert [dict(change.kinds) for change in again] == [{}, {("activity", "new"): 2}, {}]


def test_a_segment_of_a_laptop_that_is_not_known_yet_waits_for_its_admission(tmp_path: Path) -> None:
    one, other, third = laptops(tmp_path, 3)
    folder = tmp_path / "stick"
    log_activity(third, title="Written on the third")
    sync(third, folder)
    keys = tmp_path / "keys"
    entries = next(folder.rglob("keys"))
    (late,) = [path for path in entries.iterdir() if third_added(path, third)]
    with other.writing() as session:  # the second laptop was made before the third was admitted
        assert spaces.loaded(session).membership.missing == frozenset()
    late.rename(tmp_path / late.name)
    keys.mkdir()
    found = sync(other, folder).standing
    assert [one.reason for one in found.waiting] == ["unknown"]
    assert "Written" not in str(view(other))
    (tmp_path / late.name).rename(late)
    learned = sync(other, folder)
    assert learned.standing.waiting == ()
    assert {fact.laptop for fact in learned.facts} == {"Laptop 3"}
    sync(one, folder)
    meet(folder, one, other, third)
    assert alike(one, other, third)


def third_added(path: Path, third) -> bool:
    from app.sync.space import entry

    with third.reading() as session:
        space = spaces.loaded(session)
    said = entry.read(path.read_bytes(), space.id).said
    return said.kind == Kind.ADD and said.about_whom == space.device.fingerprint


@pytest.mark.parametrize("came_first", ["the segment", "the revocation"])
def test_what_a_laptop_writes_after_it_was_taken_out_is_put_aside_and_can_be_adopted(
    tmp_path: Path, came_first: str
) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    record = log_activity(other)
    meet(folder, one, other)
    last = {writer: Cut(*cut) for writer, cut in kept_here(one).items() if writer == writer_of(other)}
    if came_first == "the segment":
        late(other, folder, record)
        sync(one, folder)
        assert "too late" in str(view(one)) and "Rewritten" in str(view(one))
        revoke(one, other, last)
    else:
        revoke(one, other, last)
        late(other, folder, record)
    found = sync(one, folder).standing
    assert [one.reason for one in found.quarantined] == ["revoked"]
    assert "too late" not in str(view(one)) and "Rewritten" not in str(view(one))
    assert "Legal aid desk" in str(view(one)), "what was written before still counts"
    sync(one, folder)
    with pytest.raises(exchanging.TakenOutError):
        sync(other, folder)
    say(one, Said(Kind.ADOPT, names=frozenset({found.quarantined[0].id})))
    assert sync(one, folder).standing.quarantined == ()
    assert "too late" in str(view(one)) and view(one) == view(other)


def late(workspace, folder: Path, record: str) -> None:
    log_activity(workspace, title="Written too late")
    retitled(workspace, record, title="Rewritten")
    sync(workspace, folder)


def revoke(one, other, cuts) -> None:
    with other.reading() as session:
        who = spaces.loaded(session).device.fingerprint
    say(one, Said(Kind.REVOKE, subject=who, cuts=cuts))


def say(one, said: Said) -> None:
    with one.writing() as session:
        space = spaces.loaded(session)
        spaces.say(session, space, said, Signing(space.device, NOW.date().isoformat()))


def kept_here(workspace) -> dict[str, tuple[int, str]]:
    with workspace.reading() as session:
        return kept.seen(session)


def writer_of(workspace) -> str:
    with workspace.reading() as session:
        return str(values.get(session, "writer"))


def test_a_sync_that_would_hide_most_records_asks_before_it_changes_anything(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    stamps = [f"0199{number:012x}" for number in range(120)]
    with one.writing() as session:
        writer = str(values.get(session, "writer"))
        made = [Operation(f"{stamp:0<32}", "activity", stamp + writer, {"title": stamp}) for stamp in stamps]
        operations.add_all(session, made, judge(one.pack))
    meet(folder, one, other)
    assert alike(one, other)
    recording.trash_all(one, [f"{stamp:0<32}" for stamp in stamps[:100]])
    sync(one, folder)
    before = view(other)
    with pytest.raises(exchanging.ManyDeletionsError, match="of 120"):
        sync(other, folder)
    assert view(other) == before
    sync(other, folder, allow_deletions=True)
    sync(one, folder)
    assert alike(one, other)
    recording.bring_back(other, *(gone.id for gone in recording.deleted(other)))
    meet(folder, other, one)
    assert alike(one, other) and not recording.deleted(one), "all of it can be brought back"


def test_erasing_travels_and_nothing_of_it_is_left_on_the_other_laptop(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    record = log_activity(one, title="Somebody who must not be named")
    meet(folder, one, other)
    later(other, hours=1)
    recording.trash(other, record)
    erasing.erase(other, record, reason=erasing.Reason.ASKED)
    meet(folder, other, one)
    assert alike(one, other)
    assert "must not be named" not in str(view(one))
    assert [proof.record for proof in erasing.proofs(one)] == [record]
    assert len(segments(folder)) >= 1


def test_honest_work_sealed_for_a_key_of_a_laptop_that_was_taken_out_is_read_by_all(tmp_path: Path) -> None:
    one, other, third = laptops(tmp_path, 3)
    folder = tmp_path / "stick"
    meet(folder, one, other, third)
    devices.rotate(other)
    sync(other, folder)
    log_activity(third, title="Written before anybody knew")
    sync(third, folder)
    devices.revoke(one, space_of(other).device.fingerprint)
    meet(folder, one, third)
    assert "before anybody knew" in str(view(one))
    assert alike(one, third) and exchanging.standing(one).waiting == ()


def test_where_whoever_founded_is_out_before_anybody_heard_of_settings_the_next_one_tells_them(tmp_path: Path) -> None:
    one, other, third = laptops(tmp_path, 3)
    folder = tmp_path / "stick"
    for laptop in (other, third):
        carry(one, laptop)
    devices.revoke(other, space_of(one).device.fingerprint)
    other.describe(replace(other.organisation, name="Another name"))
    meet(folder, other, third)
    assert third.organisation.name == "Another name" and alike(other, third)


def test_what_still_counts_of_many_that_became_one_too_late_is_fetched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compacting, "MOST_SMALL", 3)
    one, other, third = laptops(tmp_path, 3)
    folder, late_place = tmp_path / "stick", tmp_path / "late"
    meet(folder, one, other, third)
    for number in range(2):
        log_activity(other, title=f"In time {number}")
        sync(other, folder)
    sync(one, folder)
    for number in range(4):
        log_activity(other, title=f"Too late {number}")
        sync(other, late_place)
    sync(third, late_place)
    assert "In time 0" in str(view(third)) and "Too late 0" in str(view(third))
    devices.revoke(one, space_of(other).device.fingerprint)
    meet(folder, one, third)
    assert "In time 0" in str(view(third)) and "Too late 0" not in str(view(third))
    assert alike(one, third)
    third_place = tmp_path / "third"
    sync(third, third_place)
    assert len(segments(third_place)) >= 2, "its bytes are here again, for any other place"
