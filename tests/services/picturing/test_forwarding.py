"""Forwarding: upward goes what counts, as it came in; several hubs passing on the same count it once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.services.coordinating import fetching, receiving, triage
from app.services.coordinating.receiving import Outcome
from app.services.coordinating.sources import Figure, from_what
from app.services.opening import stores
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace
from app.services.picturing import forwarding, national
from app.services.picturing.forwarding import SEALED, NothingToForwardError
from app.services.records import recording
from app.services.submitting import submissions
from app.sync import forwarding as forwards
from app.sync.refusals import BundleContentError
from tests.making import PERIOD, hear_feedback, log_activity, make_call, make_workspace


def sent(folder: Path, hub: Workspace, number: int, *, seal: bool = False) -> Path:
    """What an organisation hands over to a hub, as a file."""
    made = make_workspace(folder, f"Member {number}", seed=20 + number)
    call = make_call(hub, made)
    log_activity(made, reach_total="20")
    hear_feedback(made)
    path = folder / f"member-{number}.gwb"
    path.write_bytes(submissions.make(made, call, seal=seal, accept_findings=True).bundle)
    made.close()
    return path


def taken(into: Workspace, *paths: Path) -> list[Outcome]:
    """Receive, trust and accept these."""
    outcomes = [one.outcome for one in receiving.receive(into, paths)]
    triage.trust_all_waiting(into)
    triage.accept_all(into)
    return outcomes


def test_two_hubs_pass_on_the_same_submission_and_it_counts_once(tmp_path: Path, ministry: Workspace) -> None:
    (tmp_path / "share").mkdir()
    north = make_workspace(tmp_path, "North", coordinator=True, seed=31)
    south = make_workspace(tmp_path, "South", coordinator=True, seed=32)
    both, alone, hidden = sent(tmp_path, north, 1), sent(tmp_path, south, 2), sent(tmp_path, north, 3, seal=True)
    taken(north, both, hidden)
    taken(south, both, alone)

    upward = forwarding.make(north, PERIOD)
    assert [(one.name, one.reason) for one in upward.left] == [("Member 3", SEALED)]
    files = []
    for name, data in (("north.gwb", upward.files[0]), ("south.gwb", forwarding.make(south, PERIOD).files[0])):
        files.append(tmp_path / name)
        files[-1].write_bytes(data)
    assert sorted(taken(ministry, *files)) == [Outcome.SAME, Outcome.UNKNOWN_SENDER, Outcome.UNKNOWN_SENDER]
    shown = national.picture(ministry, PERIOD)
    assert [(one.organisation.name, one.activities) for one in shown.counted] == [("Member 1", 1), ("Member 2", 1)]
    [first, _second] = from_what(ministry, shown, Figure.parse("objective:4"))
    assert first.file == f"north-{first.submission[:12]}.gwb"
    assert {one.name for one in from_what(ministry, shown, Figure.parse("messages:4"))} == {"Member 1", "Member 2"}
    assert [one.outcome for one in receiving.receive(ministry, files)] == [Outcome.SAME] * 3
    share = stores.add(ministry, NewPlace("Share", str(tmp_path / "share")))
    (tmp_path / "share").joinpath("south.gwb").write_bytes(files[1].read_bytes())
    fetched = fetching.fetch(ministry, share)
    assert ([one.outcome for one in fetched.arrivals], fetched.left) == ([Outcome.SAME] * 2, ())
    north.close()
    south.close()


def test_what_its_sender_took_back_is_not_passed_on(tmp_path: Path, ministry: Workspace, own: Workspace) -> None:
    call = make_call(ministry, own)
    log_activity(own)
    desk = log_activity(own, title="Interpreters at the clinic")
    first, later = tmp_path / "first.gwb", tmp_path / "later.gwb"
    first.write_bytes(submissions.make(own, call, accept_findings=True).bundle)
    taken(ministry, first)
    assert len(forwarding.make(ministry, PERIOD).passed) == 1
    recording.trash(own, desk)
    later.write_bytes(submissions.make(own, call, accept_findings=True).bundle)
    [told] = receiving.receive(ministry, [later])
    assert told.honoured == 1, "nobody has decided about the later one yet"
    with pytest.raises(NothingToForwardError):
        forwarding.make(ministry, PERIOD)
    triage.accept_all(ministry)
    assert [one.revision for one in forwarding.make(ministry, PERIOD).passed] == [2]


def test_a_list_that_names_another_submission_is_refused_as_a_whole(tmp_path: Path, ministry: Workspace) -> None:
    path = sent(tmp_path, ministry, 5)
    taken(ministry, path)
    made = forwards.open_(forwarding.make(ministry, PERIOD).files[0])
    wrong = replace(made.passed[0], listed=replace(made.passed[0].listed, id="0" * 64))
    forged = forwards.write(replace(made, passed=(wrong,)), keys=ministry.keys, made_on="2026-10")
    with pytest.raises(BundleContentError):
        forwards.open_(forged)
    (tmp_path / "forged.gwb").write_bytes(forged)
    assert [one.outcome for one in receiving.receive(ministry, [tmp_path / "forged.gwb"])] == [Outcome.REFUSED]
