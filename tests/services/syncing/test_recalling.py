"""What a laptop said after it was taken out leaves again, whatever came first; what waits, waits on every laptop."""

from __future__ import annotations

from pathlib import Path

from app.services.records import erasing, recording
from app.services.syncing import admins, devices
from tests.laptops import alike, joined, laptops, meet, sync, view
from tests.making import log_activity
from tests.services.syncing.laptops import space_of


def test_what_a_laptop_erased_after_it_was_taken_out_comes_back(tmp_path: Path) -> None:
    one, other, third = laptops(tmp_path, 3)
    folder, late_place = tmp_path / "stick", tmp_path / "late"
    record = log_activity(one, title="Evening course")
    meet(folder, one, other, third)
    recording.trash(other, record)
    erasing.erase(other, record, reason=erasing.Reason.MISTAKE)
    sync(other, late_place)
    sync(third, late_place)
    assert "Evening course" not in str(view(third))
    devices.revoke(one, space_of(other).device.fingerprint)
    meet(folder, one, third)
    assert "Evening course" in str(view(third)) and alike(one, third)


def test_work_of_a_laptop_that_only_a_revoked_one_let_in_waits_on_every_laptop(tmp_path: Path) -> None:
    one, other, near = laptops(tmp_path, 3)
    office, car = tmp_path / "office", tmp_path / "car"
    admins.promote(one, space_of(other).device.fingerprint)
    meet(office, one, other, near)
    third = joined(tmp_path, other, 9)
    record = log_activity(third, title="Clinic on wheels")
    meet(car, other, third, near)
    assert record in view(near)
    devices.revoke(one, space_of(other).device.fingerprint)
    for _round in range(2):
        for laptop in (one, near):
            sync(laptop, office)
    sync(near, car)
    assert alike(one, near)
    assert record not in view(near)
    assert "unknown" in {told.reason for told in sync(near, car).standing.waiting}
