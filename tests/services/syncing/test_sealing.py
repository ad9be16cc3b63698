"""Sealing waits for received files that lie outside: others get them whole; which lie there is nobody else's affair."""

from __future__ import annotations

from pathlib import Path

from app.services.coordinating import lying, outside, receiving, triage
from app.services.coordinating.shelf import Shelf
from app.services.submitting import submissions
from tests.laptops import laptops, meet, place_of, sync
from tests.making import log_activity, make_call, make_workspace


def test_a_file_that_went_outside_before_the_first_sync_comes_to_the_other_laptop_whole(tmp_path: Path) -> None:
    one, other = laptops(tmp_path, coordinator=True)
    sender = make_workspace(tmp_path, "Sender", seed=9)
    log_activity(sender)
    made = submissions.make(sender, make_call(one, sender), accept_findings=True)
    (tmp_path / "in.gwb").write_bytes(made.bundle)
    receiving.receive(one, [tmp_path / "in.gwb"])
    share, stick = tmp_path / "share", tmp_path / "stick"
    assert outside.keep_in(one, place_of(one, share, "share").name) == 1

    share.rename(tmp_path / "away")
    meet(stick, one, other)
    assert not triage.inbox(other), "it waits until its bytes are here again, and is not sent empty"
    (tmp_path / "away").rename(share)
    meet(stick, one, other)
    assert [one.id for one in triage.inbox(other)] == [made.id]
    with Shelf(other) as shelf:
        assert shelf.bundle(made.id) == made.bundle

    assert outside.carry(one) == 1 and lying.look(other).outside == 0
    assert sync(one, stick).sent.segments == 0, "where its bytes lie is nothing that others are told"
    for laptop in (one, other, sender):
        laptop.close()
