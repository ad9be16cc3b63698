"""What programs that copy folders do to files is understood by content: copied, renamed, cut, late, doubled, gone."""

from __future__ import annotations

import random
from pathlib import Path

from tests.laptops import alike, laptops, later, meet, sync
from tests.making import log_activity


def segments(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.gwb") if path.parent.parent.parent.name == "w")


def test_files_that_a_sync_program_renamed_or_doubled_are_used_by_their_content(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "cloud"
    for number in range(4):
        log_activity(one, title=f"Course {number}")
        sync(one, folder)
    first, second, third, fourth = segments(folder)
    first.rename(first.with_name(first.stem + " (1).gwb"))
    second.rename(folder / "groundwork-1" / second.parts[-5] / "lost and found.gwb")
    copy = third.with_name(third.stem + " (conflicted copy of Samira).gwb")
    copy.write_bytes(third.read_bytes())
    (fourth.parent / f"{fourth.stem}.sync-conflict-20261030-094200-ABC.gwb").write_bytes(b"half")
    (fourth.parent / ".tmp-x.gwb").write_bytes(b"half")
    (fourth.parent / "~$notes.docx").write_bytes(b"not ours")

    assert sync(other, folder).received == 4
    sync(one, folder)
    assert alike(one, other)
    again = sync(other, folder)
    assert again.received == 0 and again.sent.segments == 0
    assert sync(one, folder).received == 0


def test_a_half_uploaded_file_is_not_there_yet_and_its_writer_mends_it(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "cloud"
    log_activity(one)
    sync(one, folder)
    (path,) = segments(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    learned = sync(other, folder)
    assert learned.received == 0 and not learned.standing.quarantined and not learned.standing.late
    later(other, days=8)
    (late,) = sync(other, folder).standing.late
    assert late.endswith(path.name)
    assert sync(one, folder).sent.segments == 1, "its writer sees that it is too short"
    assert path.read_bytes() == whole
    learned = sync(other, folder)
    assert learned.received == 1 and learned.standing.late == ()
    sync(one, folder)
    assert alike(one, other)


def test_whatever_is_deleted_from_a_place_any_laptop_puts_back(tmp_path: Path) -> None:
    one, other, third = laptops(tmp_path, 3)
    folder = tmp_path / "cloud"
    for number in range(6):
        log_activity(one if number % 2 else other, title=f"Course {number}")
        sync(one, folder)
        sync(other, folder)
    found = [path for path in folder.rglob("*.gwb")]
    for path in random.Random(7).sample(found, len(found) // 2):
        path.unlink()
    lost = sum("/w/" in path.as_posix() and not path.exists() for path in found)
    told = sync(other, folder)
    assert (told.received, told.standing.vanished) == (0, lost) and lost
    assert sync(other, folder).standing.vanished == sync(third, folder).standing.vanished == 0
    meet(folder, third, other, one)
    assert alike(one, other, third)


def test_files_that_come_late_and_out_of_order_make_no_difference(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder, late = tmp_path / "cloud", tmp_path / "late"
    late.mkdir()
    record = log_activity(one)
    from tests.services.syncing.test_exchanging import retitled

    sync(one, folder)
    for number in range(3):
        retitled(one, record, title=f"Course {number}")
        sync(one, folder)
    held_back = segments(folder)[:2]
    for path in held_back:
        path.rename(late / path.name)
    learned = sync(other, folder)
    assert [one.reason for one in learned.standing.waiting] == ["gap"]
    home = segments(folder)[0].parent
    for path in reversed(held_back):
        (late / path.name).rename(home / path.name)
        sync(other, folder)
    assert sync(other, folder).standing.waiting == ()
    sync(one, folder)
    assert alike(one, other)


def test_a_file_that_says_something_else_is_read_within_weeks_and_mended_by_its_writer(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "cloud"
    log_activity(one)
    sync(one, folder)
    (path,) = segments(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))  # as a disk that forgets: name, size and time are right
    sync(one, folder)
    assert path.read_bytes() != whole, "not every file at every sync"
    later(one, days=8)
    sync(one, folder)
    assert path.read_bytes() == whole
    assert sync(other, folder).received == 1


def test_a_file_that_is_mended_in_the_week_of_its_reading_is_no_fault(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "cloud"
    log_activity(one)
    sync(one, folder)
    (path,) = segments(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])  # the listing tells the size of a half, the file is whole again
    later(one, days=8)
    sync(one, folder)
    assert path.read_bytes() == whole
    path.write_bytes(whole + b"appended")
    later(one, days=8)
    sync(one, folder)
    assert path.read_bytes() == whole
    assert sync(other, folder).received == 1
