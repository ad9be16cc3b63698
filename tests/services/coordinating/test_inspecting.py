"""Inspecting: what a file is and what it is worth, for somebody who has no workspace and no key."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.coordinating import inspecting, receiving, triage
from app.services.coordinating.inspecting import Inspected
from app.services.opening import workspace
from app.services.opening.workspace import Workspace
from app.services.submitting import submissions
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from tests.making import PERIOD, hear_feedback, log_activity, make_call
from tests.sync.made import redated


@pytest.fixture
def sent(tmp_path: Path, own: Workspace, ministry: Workspace) -> Path:
    call = make_call(ministry, own)
    log_activity(own)
    hear_feedback(own)
    made = submissions.make(own, call)
    path = tmp_path / "sent.gwb"
    path.write_bytes(made.bundle)
    (tmp_path / "sent.pdf").write_bytes(submissions.drawn(own, made).data)
    (tmp_path / "sealed.gwb").write_bytes(submissions.make(own, call, seal=True).bundle)
    return path


def seen(path: Path) -> Inspected:
    return inspecting.inspect([path])[0]


def test_an_open_bundle_tells_who_made_it_for_what_and_how_much_is_in_it(sent: Path, own: Workspace) -> None:
    found = seen(sent)

    assert (found.kind, found.purpose, found.signature, found.whole) == ("bundle", "submission", "good", True)
    assert (found.organisation, found.period, found.revision) == ("Tangier Network", PERIOD.iso, 1)
    assert found.sender == workspace.digits(own)
    assert found.records == {"activity": 1, "feedback": 1, "feedback_count": 1}
    assert found.problems == ()


def test_a_document_tells_the_same_as_the_bundle_that_it_carries(sent: Path) -> None:
    bundle, pages = seen(sent), seen(sent.with_suffix(".pdf"))

    assert (pages.kind, pages.problems) == ("pdf", ())
    assert (pages.organisation, pages.records, pages.sender) == (bundle.organisation, bundle.records, bundle.sender)


def test_a_sealed_bundle_tells_its_outside_and_nothing_of_what_is_in_it(sent: Path) -> None:
    found = seen(sent.with_name("sealed.gwb"))

    assert (found.sealed, found.whole, found.signature, found.problems) == (True, True, "good", ())
    assert (found.organisation, found.call, found.revision, found.records) == ("", "", None, None)


def test_a_bundle_that_was_changed_after_signing_has_a_bad_signature_and_tells_nothing(sent: Path) -> None:
    changed = sent.with_name("changed.gwb")
    changed.write_bytes(redated(sent.read_bytes()))

    found = seen(changed)
    assert (found.signature, found.organisation, found.records) == ("bad", "", None)
    assert len(found.problems) == 1


def test_no_file_stops_the_others_and_progress_counts_them_all(sent: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Dear all", "utf-8")
    told: list[tuple[int, int]] = []
    paths = [tmp_path / "nowhere.gwb", tmp_path / "note.txt", sent]

    found = inspecting.inspect(paths, lambda done, total: told.append((done, total)))

    assert [bool(one.problems) for one in found] == [True, True, False]
    assert found[0].kind == "unreadable"
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_withdrawals_are_counted_and_what_a_newer_program_wrote_is_named(
    sent: Path, own: Workspace, ministry: Workspace
) -> None:
    fresh = submissions.every(own)[0].submission
    lines = [
        b'{"id":"1","t":"activity","f":{"title":"T","colour":"green"}}',
        b'{"id":"2","t":"dance","f":{}}',
        b'{"id":"3","t":"withdrawal","f":{"target":"1","scope":"record","date":"2026-10"}}',
    ]
    label = bundle.Label(Purpose.SUBMISSION, "2026-10")
    newer = sent.with_name("newer.gwb")
    newer.write_bytes(bundle.write(label, wire.submission_header(fresh), lines=lines, keys=own.keys))
    found = seen(newer)

    assert found.records == {"activity": 1, "withdrawal": 1}
    assert (found.unknown, found.unknown_fields) == ({"dance": 1}, ("activity.colour",))
    assert found.problems == ()
    [arrival] = receiving.receive(ministry, [newer])
    assert [entry.id for entry in triage.opened(ministry, arrival.submission).entries] == ["3"]
    assert len(triage.opened(ministry, arrival.submission).unknown) == 2
