"""What is in a place comes into the inbox once, whatever became of its name, and nothing that is not whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.progress import Cancelled
from app.services.coordinating import fetching
from app.services.coordinating.receiving import NotACoordinatorError, Outcome
from app.services.opening import stores
from app.services.opening.stores import NewPlace, Place
from app.services.opening.workspace import Workspace
from app.services.submitting import sending, submissions
from app.services.submitting.sending import PDF, Form
from app.services.submitting.submissions import Made
from app.sync.stores.failures import StoreNotThereError
from tests.making import log_activity, make_call, make_workspace


@pytest.fixture
def three(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace, Workspace]]:
    """Two organisations and their coordinator, who all know one folder; the second seals."""
    hub = make_workspace(tmp_path, "Hub", coordinator=True, seed=3)
    own, other = (make_workspace(tmp_path, name, seed=seed) for seed, name in ((1, "Own"), (2, "Other")))
    call = make_call(hub, own, other)
    (tmp_path / "share").mkdir()
    for one in (hub, own, other):
        stores.add(one, NewPlace("Share", str(tmp_path / "share")))
    for one in (own, other):
        log_activity(one, reach_women="12", reach_method="counted_each_person_once", place="MA001")
        submissions.make(one, call, seal=one is other, accept_findings=True)
    yield own, other, hub
    for one in (hub, own, other):
        one.close()


def test_in_each_place_a_writer_has_another_folder_that_names_nobody(three, tmp_path: Path) -> None:
    own, _other, _hub = three
    (tmp_path / "second").mkdir()
    second = stores.add(own, NewPlace("Second", str(tmp_path / "second")))
    files = [_send(own).file, _send(own).file, sending.send(own, _made(own), second).file]
    folders = [one.split("/")[1] for one in files]
    assert folders[0] == folders[1] != folders[2]
    assert not any("own" in one.lower() or own.organisation.id in one for one in files)


def _place(one: Workspace) -> Place:
    return stores.find(one, " share ")


def _made(one: Workspace) -> Made:
    return submissions.every(one)[0]


def _send(one: Workspace, form: Form | None = None) -> sending.Delivery:
    return sending.send(one, _made(one), _place(one), form or Form())


def _fetch(hub: Workspace) -> fetching.Fetched:
    return fetching.fetch(hub, _place(hub))


def test_what_organisations_put_there_is_fetched_once_and_told_as_known_then(three, tmp_path: Path) -> None:
    own, other, hub = three
    first, second = _send(own), _send(other)
    assert (first.readable, second.readable) == (True, False)
    assert first.file.split("/")[1] != second.file.split("/")[1], "each writes into a folder of its own"
    assert (_send(own).sent, _send(own).file) == (0, first.file)
    assert sending.delivered(own, _made(own).id) == ("Share",)
    told = b"".join(str(path.relative_to(tmp_path)).encode() for path in (tmp_path / "share").rglob("*"))
    assert own.organisation.id.encode() not in told and own.keys.public.fingerprint.encode() not in told
    fetched = _fetch(hub)
    assert [one.outcome for one in fetched.arrivals] == [Outcome.UNKNOWN_SENDER] * 2
    assert {one.submission for one in fetched.arrivals} == {_made(own).id, _made(other).id}
    assert (fetched.left, fetched.known) == ((), 0)
    assert _fetch(hub) == fetching.Fetched((), (), 2)
    pages = _send(own, Form(PDF, "fr"))
    assert pages.readable and pages.file.endswith(".pdf")
    assert submissions.languages(own, _made(own)) == ("fr",)
    assert sending.delivered(own, _made(own).id) == ("Share",), "a place is named once, whatever went there"
    assert [one.outcome for one in _fetch(hub).arrivals] == [Outcome.SAME]


def test_names_that_a_sync_program_made_change_nothing_and_half_files_wait(three, tmp_path: Path) -> None:
    own, other, hub = three
    share = tmp_path / "share"
    data, sealed = _made(own).bundle, _made(other).bundle
    (share / "x (conflicted copy 2026-11-02).gwb").write_bytes(data)
    (share / "x (1).gwb").write_bytes(data)
    (share / "half.gwb.part").write_bytes(sealed[: len(sealed) // 2])
    (share / "notes.txt").write_bytes(data)
    fetched = _fetch(hub)
    assert [one.submission for one in fetched.arrivals] == [_made(own).id]
    assert fetched.known == 1
    assert [(one.name, bool(one.reason)) for one in fetched.left] == [("half.gwb.part", True)]
    again = _fetch(hub)
    assert (again.arrivals, again.known) == ((), 2)
    assert "still the same" in again.left[0].reason
    (share / "half.gwb.part").write_bytes(sealed)
    assert [one.submission for one in _fetch(hub).arrivals] == [_made(other).id]
    late = _send(own).file
    (share / late).write_bytes(data[:-5])
    assert not _fetch(hub).left, "its name promises a content that is here already"
    (share / late).rename((share / late).with_name(f"{'0' * 64}.gwb"))
    assert [one.name.endswith(f"{'0' * 64}.gwb") for one in _fetch(hub).left] == [True]


def test_a_stopped_fetch_goes_on_and_only_coordinators_fetch(three, tmp_path: Path) -> None:
    own, other, hub = three
    _send(own)
    _send(other)

    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetching.fetch(hub, _place(hub), stop)
    rest = _fetch(hub)
    assert (len(rest.arrivals), rest.known) == (1, 1)
    with pytest.raises(NotACoordinatorError):
        _fetch(own)
    (tmp_path / "share").rename(tmp_path / "elsewhere")
    with pytest.raises(StoreNotThereError):
        _fetch(hub)
