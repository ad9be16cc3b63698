"""Watching: every place is looked through, nothing in it is moved, and one that fails stops no other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.services.coordinating import triage, watching
from app.services.coordinating.receiving import NotACoordinatorError
from app.services.opening import stores
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace
from app.services.submitting import submissions
from tests.making import log_activity, make_call


def test_what_is_new_in_any_place_is_taken_once_and_lies_there_still(
    tmp_path: Path, own: Workspace, ministry: Workspace
) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        stores.add(ministry, NewPlace(name, str(tmp_path / name)))
    assert not watching.is_on(ministry)
    watching.turn(ministry, on=True)
    assert watching.is_on(ministry)
    assert [one.name for one in watching.folders(ministry)] == ["first", "second"]

    call = make_call(ministry, own)
    log_activity(own)
    data = submissions.make(own, call).bundle
    (tmp_path / "second" / "final_v3 (1).gwb").write_bytes(data)
    brought = [len(one.fetched.arrivals) for one in watching.look(ministry) if one.fetched]
    assert brought == [0, 1]
    (tmp_path / "second" / "renamed.gwb").write_bytes(data)
    assert [one.fetched.arrivals for one in watching.look(ministry, folders_only=True) if one.fetched] == [(), ()]
    lying = {path.name for path in (tmp_path / "second").iterdir()}
    assert lying >= {"final_v3 (1).gwb", "renamed.gwb"}, "nothing is taken away"

    shutil.rmtree(tmp_path / "first")
    gone, there = watching.look(ministry)
    assert (gone.fetched, there.trouble) == (None, "")
    assert gone.trouble
    assert len(triage.inbox(ministry)) == 1
    with pytest.raises(NotACoordinatorError):
        watching.look(own)
